import type { FieldSamples, SampleKind, SampleSite } from '@aftermine/science/site';
import type { VectorWarning } from './vectors.ts';

export interface ReadSampleOptions {
  /** Name of a sheet, for workbooks that hold several. */
  readonly sheet?: string;
  /** CRS to assume where the table does not state one. */
  readonly crs?: string;
  /** What was sampled, where no column says so. */
  readonly kind?: SampleKind;
  /** What samples are checked against; positions come out in its CRS. */
  readonly site?: SampleSite;
  /** Units of columns that state none, by column name or analyte id: the answers to `sample.no-unit`. */
  readonly units?: Readonly<Record<string, string>>;
  /** Limits of detection, by column name or analyte id, in the unit of the column: the answers to `sample.no-limit`. */
  readonly limits?: Readonly<Record<string, number>>;
}

export interface SampleFile extends FieldSamples {
  readonly warnings: readonly VectorWarning[];
}

/** Reads field samples from tables. */
export interface Samples {
  /**
   * Every sample of a table; what cannot be used is told in `problems`, row by row.
   *
   * @throws NotFound `E-PRJ-002` without the file; InvalidInput `E-TAB-031` without any column of readings, `E-CRS-002` for
   * metres in an unknown system, `E-TAB-0nn` for tables that cannot be read
   */
  read(path: string, options?: ReadSampleOptions): Promise<SampleFile>;
}
