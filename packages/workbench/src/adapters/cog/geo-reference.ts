import type { Box, Grid } from '@aftermine/science/raster';
import { isGeographic } from '@aftermine/science/site';
import { crsOfKeys, readGeoKeys } from './geo-keys.ts';
import type { TiffDirectory } from './tiff-structure.ts';

const MODEL_TYPE = 1024;
const RASTER_TYPE = 1025;
const GEOGRAPHIC_CRS = 2048;
const PROJECTED_CRS = 3072;
const PIXEL_IS_POINT = 2;

/** Where an image lies: CRS by its GeoKeys, grid when it is north-up. */
export interface GeoReference {
  readonly crs: string | null;
  readonly grid: Grid | null;
  readonly box: Box | null;
}

/** Reads GeoKeys, tie points, pixel scale or transformation of a directory. */
export function readGeoReference(directory: TiffDirectory, width: number, height: number): GeoReference {
  const keys = readGeoKeys(directory);
  const crs = crsOfKeys(keys);
  const scale = directory.numbers(33550);
  const tie = directory.numbers(33922);
  const matrix = directory.numbers(34264);
  let placed: { x: number; y: number; dx: number; dy: number } | null = null;
  if (scale !== null && tie !== null && scale.length >= 2 && tie.length >= 6) {
    const [dx, dy] = [scale[0]!, scale[1]!];
    placed = { x: tie[3]! - tie[0]! * dx, y: tie[4]! + tie[1]! * dy, dx, dy };
  } else if (matrix !== null && matrix.length >= 16 && matrix[1] === 0 && matrix[4] === 0) {
    placed = { x: matrix[3]!, y: matrix[7]!, dx: matrix[0]!, dy: -matrix[5]! };
  }
  if (
    placed === null ||
    !(placed.dx > 0) ||
    !(placed.dy > 0) ||
    ![placed.x, placed.y, placed.dx, placed.dy].every(Number.isFinite)
  ) {
    return { crs, grid: null, box: null };
  }
  if (keys.codes.get(RASTER_TYPE) === PIXEL_IS_POINT) {
    placed.x -= placed.dx / 2;
    placed.y += placed.dy / 2;
  }
  const { x, y, dx, dy } = placed;
  const box: Box = [x, y - height * dy, x + width * dx, y];
  return {
    crs,
    box,
    grid:
      crs === null ? null : { crs, originX: x, originY: y, pixelWidth: dx, pixelHeight: dy, width, height },
  };
}

/** GeoKeys for a CRS by code, pixel-is-area. */
export function geoKeys(crs: string): number[] {
  const code = Number(crs.replace('EPSG:', ''));
  const geographic = isGeographic(crs);
  return [
    1,
    1,
    0,
    3,
    MODEL_TYPE,
    0,
    1,
    geographic ? 2 : 1,
    RASTER_TYPE,
    0,
    1,
    1,
    geographic ? GEOGRAPHIC_CRS : PROJECTED_CRS,
    0,
    1,
    code,
  ];
}
