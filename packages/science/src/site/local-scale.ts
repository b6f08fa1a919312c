import { isGeographic } from './crs.ts';

const SEMI_MAJOR_M = 6_378_137;
const E2 = 0.00669437999014;

/**
 * Metres on the ground that one unit of x and of y is, near a place: radii of curvature of the WGS 84 ellipsoid
 * for degrees, 1 for projected systems (whose scale differs from 1 by less than 0.1 % inside their zone).
 *
 * @param y latitude in degrees (of no importance in projected systems)
 */
export function localScale(crs: string, y: number): readonly [mx: number, my: number] {
  if (!isGeographic(crs)) return [1, 1];
  const phi = (y * Math.PI) / 180;
  const w = 1 - E2 * Math.sin(phi) ** 2;
  const degree = Math.PI / 180;
  return [
    (degree * SEMI_MAJOR_M * Math.cos(phi)) / Math.sqrt(w),
    (degree * SEMI_MAJOR_M * (1 - E2)) / w ** 1.5,
  ];
}
