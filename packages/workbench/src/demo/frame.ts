import { AftermineError } from '@aftermine/science/base';
import type { Grid } from '@aftermine/science/raster';
import type { DemoOptions, ResolvedDemoOptions } from './types.ts';

export const PIXEL_M = 30;
/** Zone of the landscape, and the zone in which the neighbouring path is delivered. */
export const NATIVE_CRS = 'EPSG:32649';
export const NEIGHBOUR_CRS = 'EPSG:32650';

/** First and last year in which one of the simulated satellites took pictures. */
const SENSOR_YEARS = { from: 1984, to: 2034 } as const;

/**
 * Options with their defaults.
 * @throws AftermineError E-DEM-001 for a size or years that no landscape can be made of
 */
export function resolveDemoOptions(options: DemoOptions = {}): ResolvedDemoOptions {
  const { seed = 3, size = 192, years = { from: 1990, to: 2024 }, looksPerYear = 4 } = options;
  const check = (good: boolean, where: string, expected: string, got: string | number): void => {
    if (!good) throw new AftermineError('InvalidInput', 'E-DEM-001', { where, expected, got });
  };
  check(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff, 'seed', '0 ... 4294967295', seed);
  check(Number.isInteger(size) && size >= 48 && size <= 1024, 'size', '48 ... 1024', size);
  check(
    Number.isInteger(looksPerYear) && looksPerYear >= 1 && looksPerYear <= 8,
    'looksPerYear',
    '1 ... 8',
    looksPerYear,
  );
  const fits = Number.isInteger(years.from) && Number.isInteger(years.to) && years.from <= years.to;
  check(
    fits && years.from >= SENSOR_YEARS.from && years.to <= SENSOR_YEARS.to,
    'years',
    `${SENSOR_YEARS.from} ... ${SENSOR_YEARS.to}`,
    `${years.from} ... ${years.to}`,
  );
  return { seed, size, years, looksPerYear };
}

/**
 * The grid of the landscape. Pixel centres lie on multiples of 30 m, as in every Landsat Collection 2 product.
 * The place is open steppe near 41.7 N, 113.3 E; nobody's mine is there.
 */
export function demoGrid(size: number): Grid {
  return {
    crs: NATIVE_CRS,
    originX: 686_055,
    originY: 4_621_215,
    pixelWidth: PIXEL_M,
    pixelHeight: PIXEL_M,
    width: size,
    height: size,
  };
}
