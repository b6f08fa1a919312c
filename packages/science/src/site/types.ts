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

/** What a unit is meant to become; tolerances, limits and needs depend on it. Labels under `land-use.*`. */
export type TargetLand =
  | 'irrigated-cropland'
  | 'dry-cropland'
  | 'orchard'
  | 'forest'
  | 'shrubland'
  | 'grassland'
  | 'water'
  | 'construction';

export const TARGET_LANDS: readonly TargetLand[] = [
  'irrigated-cropland',
  'dry-cropland',
  'orchard',
  'forest',
  'shrubland',
  'grassland',
  'water',
  'construction',
];

/** What registers say of a unit; null where nobody said. */
export interface UnitRegister {
  /** Present land class, in the words of the register (GB/T 21010 names or codes). */
  readonly landClass: string | null;
  readonly owner: string | null;
  readonly village: string | null;
  /** Permanent basic farmland (永久基本农田). */
  readonly basicFarmland: boolean | null;
  readonly target: TargetLand | null;
  /** Water that can be brought to the unit, m3/(ha a). */
  readonly waterM3HaYr: number | null;
}

/** A polygon of mined land (图斑, planning unit). Years are calendar years; null where nobody said. */
export interface Unit {
  readonly id: string;
  readonly name: string | null;
  readonly damage: DamageClass | null;
  readonly yearDamaged: number | null;
  readonly yearReclaimed: number | null;
  readonly register?: UnitRegister;
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
