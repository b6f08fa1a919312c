import type { MultiPolygon, Position, Severity, SiteCheck } from '@aftermine/science/site';
import type { VectorWarning } from './vectors.ts';

/** What the check report is made from. Geometries and places are in `crs`. */
export interface CheckReport {
  readonly projectName: string;
  readonly version: string;
  readonly crs: string;
  readonly files: readonly CheckedFile[];
  readonly features: readonly CheckedOutline[];
  /** The gravest first; the first one is number 1. */
  readonly problems: readonly ReportedProblem[];
}

export type CheckedRole = 'boundary' | 'units' | 'reference';

/** A file as it was found. */
export interface CheckedFile {
  readonly role: CheckedRole;
  /** As the settings name it. */
  readonly file: string;
  readonly format: 'geojson' | 'geopackage' | 'shapefile' | 'kml' | 'dxf' | 'table' | 'text' | 'other';
  /** Null where the reader did not record it. */
  readonly encoding: string | null;
  readonly crs: string;
  readonly featureCount: number;
  readonly warnings: readonly VectorWarning[];
}

/** One feature of a file. */
export interface CheckedOutline {
  readonly role: CheckedRole;
  readonly file: string;
  /** Place in the file, from 0. */
  readonly index: number;
  readonly label: string;
  readonly name: string | null;
  /** Empty where the coordinates are no place. */
  readonly geometry: MultiPolygon;
  /** On the ellipsoid; null where the coordinates are no place or the outline crosses itself. */
  readonly areaHa: number | null;
}

export interface ReportedProblem {
  readonly file: string;
  readonly index: number;
  readonly feature: string;
  /** The second feature of a pair, by its place in the same file. */
  readonly other: number | null;
  readonly check: SiteCheck;
  readonly severity: Severity;
  readonly where: Position | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** True where somebody has accepted it as it is. */
  readonly accepted: boolean;
}
