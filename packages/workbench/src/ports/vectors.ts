import type { FeatureSet } from '@aftermine/science/site';

/** Something a reader did or left out, as a catalogue key (`vector.*`) with its parameters. */
export interface VectorWarning {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReadVectorOptions {
  /** Name of a layer, for files that hold several. */
  readonly layer?: string;
  /** CRS to assume where the file does not state one; never overrides what the file states. */
  readonly crs?: string;
  /** Encoding of attribute texts, such as `gb18030` or `utf-8`: overrides what a shapefile states; the answer to `E-VEC-106`. */
  readonly encoding?: string;
  /**
   * What longitudes and latitudes refer to: `gcj02` are shifted back to WGS 84, `wgs84` are taken as they are. Overrides
   * what the name of the file says; the answer to `vector.datum-asked`.
   */
  readonly datum?: 'gcj02' | 'wgs84';
}

export interface VectorFile {
  readonly set: FeatureSet;
  readonly warnings: readonly VectorWarning[];
  /** Encoding the texts of a shapefile were read in; absent where the format leaves no choice. */
  readonly encoding?: string;
}

/** Reads polygons from files. */
export interface Vectors {
  /**
   * Every polygon of a file; rings come out closed, without height, in x-y order of the file's CRS.
   *
   * @throws NotFound `E-PRJ-002` without the file; Unsupported `E-VEC-010` for a format that is not read;
   * InvalidInput `E-VEC-0nn` for content that cannot be used
   */
  read(path: string, options?: ReadVectorOptions): Promise<VectorFile>;
}
