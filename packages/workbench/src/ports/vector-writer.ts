import type { FeatureSet } from '@aftermine/science/site';
import type { VectorWarning } from './vectors.ts';

export interface WriteVectorOptions {
  /** Name of the layer (GeoPackage) or document (KML); the name of the file without it. */
  readonly layer?: string;
  /** Encoding of attribute texts in shapefiles: GBK unless a character is not in it. */
  readonly encoding?: 'gbk' | 'utf-8';
}

export interface WrittenVectors {
  /** Every file that was written, the one asked for first. */
  readonly files: readonly string[];
  /** What the format could not hold, and what was done about it. */
  readonly warnings: readonly VectorWarning[];
}

/** Writes polygons to files that other software opens. */
export interface VectorWriter {
  /**
   * Writes features in the format of the extension: `.shp` (with `.shx`, `.dbf`, `.cpg`, `.prj` and, where names were
   * shortened, `.fields.csv`), `.zip` (the same, zipped), `.gpkg`, `.geojson` and `.json` (WGS 84), `.kml` and `.kmz`
   * (WGS 84). Files of that name are replaced.
   *
   * @throws Unsupported `E-VEC-116` for another extension; InvalidInput `E-CRS-002` for a format in WGS 84 when the CRS of
   * the features is not known, `E-VEC-117` for too much for a shapefile
   */
  write(
    path: string,
    set: Pick<FeatureSet, 'crs' | 'features'>,
    options?: WriteVectorOptions,
  ): Promise<WrittenVectors>;
}
