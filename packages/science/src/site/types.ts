import type { Box } from '../raster/index.ts';

/** A position in the CRS at hand, x (east or longitude) first. */
export type Position = readonly [x: number, y: number];

/** A closed ring (first position = last). */
export type Ring = readonly Position[];

/** Polygons as GeoJSON nests them: polygon -> ring (outer first, then holes) -> position. */
export type MultiPolygon = readonly (readonly Ring[])[];

/** Damage classes of mined land (field terms; labels in the catalogue under `damage.*`). */
export type DamageClass =
  | 'pit'
  | 'waste-dump'
  | 'tailings-pond'
  | 'subsidence'
  | 'industrial-square'
  | 'haul-road'
  | 'quarry-face'
  | 'other';

/** A polygon of mined land (图斑, planning unit). Years are calendar years; null where nobody said. */
export interface Unit {
  readonly id: string;
  readonly name: string | null;
  readonly damage: DamageClass | null;
  readonly yearDamaged: number | null;
  readonly yearReclaimed: number | null;
  readonly geometry: MultiPolygon;
  /** Whatever else the user's file said about it, kept as it came. */
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

/** Undisturbed or accepted land that recovery is measured against. */
export interface ReferenceArea {
  readonly id: string;
  readonly name: string | null;
  readonly geometry: MultiPolygon;
}

/** What one project is about: geometries are all in `crs`. */
export interface Site {
  readonly name: string;
  /** EPSG code of every geometry here. */
  readonly crs: string;
  readonly boundary: MultiPolygon;
  readonly units: readonly Unit[];
  readonly references: readonly ReferenceArea[];
}

/** Polygons as a file gave them, before anything is decided about them. */
export interface FeatureSet {
  readonly source: string;
  /** EPSG code, or null where the file does not say: the caller must ask, never guess. */
  readonly crs: string | null;
  readonly features: readonly Feature[];
}

export interface Feature {
  readonly id: string | null;
  readonly geometry: MultiPolygon;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export type { Box };
