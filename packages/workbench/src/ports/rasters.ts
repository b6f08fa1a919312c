import type { Box, Grid, Samples, SampleType, Window } from '@aftermine/science/raster';

/** What one band of a raster file says about itself. */
export interface RasterBandInfo {
  readonly name: string | null;
  /** value = sample * scale + offset, as the file declares; 1 and 0 where it is silent. */
  readonly scale: number;
  readonly offset: number;
}

/** The structure of a raster file, read without decoding a pixel. */
export interface RasterInfo {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly bands: readonly RasterBandInfo[];
  readonly type: SampleType;
  readonly nodata: number | null;
  /** `EPSG:n`, or null where the file does not say. */
  readonly crs: string | null;
  /** Null where CRS or georeferencing is missing, or the raster is rotated. */
  readonly grid: Grid | null;
  /** In the units of the CRS; null without georeferencing. */
  readonly box: Box | null;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly compression: string;
  readonly interleave: 'pixel' | 'band';
  readonly overviews: number;
}

/** An open raster. Reading clips nothing: a window must lie inside the image. */
export interface RasterFile {
  readonly info: RasterInfo;
  /** Samples of one band (from 0), row-major, window.width * window.height; never pixel-interleaved. */
  read(band: number, window: Window): Promise<Samples>;
  /** Samples of an overview (0 = half size) of one band, whole. */
  readOverview(band: number, level: number): Promise<{ width: number; height: number; samples: Samples }>;
  close(): Promise<void>;
}

/** A layer to be written: one Cloud-Optimised GeoTIFF, all bands of one sample type, pixel-interleaved tiles. */
export interface LayerSpec {
  readonly grid: Grid;
  readonly type: SampleType;
  readonly nodata: number | null;
  /** Side of the square tiles in pixels, a multiple of 16. */
  readonly tileSize: number;
  readonly bands: readonly {
    readonly name: string;
    readonly unit?: string;
    readonly scale?: number;
    readonly offset?: number;
  }[];
  /** How overviews are made: mean of the valid pixels, or the nearest pixel for codes and years. */
  readonly overviews: 'average' | 'nearest';
  /** GDAL metadata items of the dataset. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The raster side of the outside world. The in-memory twin keeps files in a Map. */
export interface Rasters {
  open(path: string): Promise<RasterFile>;
  /**
   * Encodes one full tile (tileSize * tileSize * bands, pixel-interleaved, padded with no-data at the edges)
   * as the bytes that stand in the file. Deterministic: same samples, same bytes.
   */
  encodeTile(spec: LayerSpec, samples: Samples): Uint8Array;
  /** The inverse of `encodeTile`. */
  decodeTile(spec: LayerSpec, bytes: Uint8Array): Samples;
  /**
   * Assembles a COG from already encoded full-resolution tiles, row by row; null means an all-no-data tile.
   * Overviews are made here. Streams: memory does not grow with the image. Written to a temporary name,
   * fsynced, renamed; an interrupted call leaves no file under `path`.
   */
  writeCog(
    path: string,
    spec: LayerSpec,
    tile: (col: number, row: number) => Promise<Uint8Array | null>,
  ): Promise<void>;
}
