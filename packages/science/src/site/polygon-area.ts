import { isGeographic, transformer } from './crs.ts';
import type { MultiPolygon, Ring } from './types.ts';

/** 1 hectare = 15 mu (亩). */
export const MU_PER_HA = 15;

/** WGS 84; CGCS2000 differs from it by 0.1 mm in the minor axis, which is 2e-11 of an area. */
const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;
/** Edges are cut to this before they are followed to the ellipsoid. */
const PIECE_M = 5000;
/** Nodes and weights of Gauss-Legendre quadrature with three points on [0, 1]. */
const GAUSS = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + Math.sqrt(0.15), 5 / 18],
] as const;
/** Largest change of latitude that one quadrature spans, radians. */
const SPAN = 0.05;

/**
 * Area of polygons on the ellipsoid, in hectares: what a surveyor's ellipsoidal area (椭球面积) is, whatever
 * system the polygons are drawn in. Holes are taken off.
 *
 * A = a^2 / 2 |closed integral of (q(phi) - q0) d lambda|,
 * q(phi) = (1 - e^2) [ sin phi / (1 - e^2 sin^2 phi) - ln((1 - e sin phi) / (1 + e sin phi)) / (2 e) ],
 * which is the area under a line in the equal-area cylindrical projection. In a geographic system edges are
 * straight in longitude and latitude (as RFC 7946 has them) and the integral is exact to rounding. In a
 * projected system edges are straight on the map: each is cut to at most 5 km and followed by its chord and by
 * two half chords, and the two are extrapolated (error below 1e-9 of the area).
 *
 * @param polygons closed rings, in any direction
 * @param crs EPSG code of the coordinates
 * @source Snyder (1987), Map Projections: A Working Manual, eq. 3-12, doi:10.3133/pp1395
 */
export function multiPolygonAreaHa(polygons: MultiPolygon, crs: string): number {
  const ringArea = isGeographic(crs) ? geographicRingArea : projectedRingArea(crs);
  let squareMetres = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, i) => {
      squareMetres += Math.abs(ringArea(ring)) * (i === 0 ? 1 : -1);
    });
  }
  return Math.max(0, squareMetres) / 10_000;
}

function geographicRingArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  const q0 = authalic(origin[1] * RADIANS);
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += chord(ax * RADIANS, ay * RADIANS, bx * RADIANS, by * RADIANS, q0);
  }
  return (SEMI_MAJOR_M ** 2 / 2) * sum;
}

function projectedRingArea(crs: string): (ring: Ring) => number {
  const toDegrees = transformer(crs, 'EPSG:4326');
  const place: [number, number] = [0, 0];
  return (ring) => {
    const origin = ring[0];
    if (origin === undefined) return 0;
    toDegrees(origin[0], origin[1], place);
    let lambda = place[0] * RADIANS;
    let phi = place[1] * RADIANS;
    const q0 = authalic(phi);
    let sum = 0;
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / PIECE_M));
      for (let p = 1; p <= pieces; p += 1) {
        const middle = (p - 0.5) / pieces;
        toDegrees(ax + middle * (bx - ax), ay + middle * (by - ay), place);
        const midLambda = place[0] * RADIANS;
        const midPhi = place[1] * RADIANS;
        const end = p / pieces;
        toDegrees(ax + end * (bx - ax), ay + end * (by - ay), place);
        const endLambda = place[0] * RADIANS;
        const endPhi = place[1] * RADIANS;
        const whole = chord(lambda, phi, endLambda, endPhi, q0);
        const halves =
          chord(lambda, phi, midLambda, midPhi, q0) + chord(midLambda, midPhi, endLambda, endPhi, q0);
        // The error of a chord falls with the square of its length: extrapolating removes it.
        sum += (4 * halves - whole) / 3;
        lambda = endLambda;
        phi = endPhi;
      }
    }
    return (SEMI_MAJOR_M ** 2 / 2) * sum;
  };
}

/** Integral of q - q0 over longitude along a line that is straight in longitude and latitude, radians. */
function chord(lambdaA: number, phiA: number, lambdaB: number, phiB: number, q0: number): number {
  let width = lambdaB - lambdaA;
  // Positions either side of longitude 180 lie next to each other.
  if (width > Math.PI) width -= 2 * Math.PI;
  else if (width < -Math.PI) width += 2 * Math.PI;
  if (width === 0) return 0;
  const rise = phiB - phiA;
  const parts = Math.max(1, Math.ceil(Math.abs(rise) / SPAN));
  let mean = 0;
  for (let part = 0; part < parts; part += 1) {
    for (const [node, weight] of GAUSS)
      mean += weight * (authalic(phiA + (rise * (part + node)) / parts) - q0);
  }
  return (width * mean) / parts;
}

function authalic(phi: number): number {
  const s = Math.sin(phi);
  return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
}
