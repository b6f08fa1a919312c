import { describe, expect, test } from 'vitest';
import { planarArea } from './geometry.ts';
import { MU_PER_HA, multiPolygonAreaHa } from './polygon-area.ts';
import { projectPolygons } from './project-polygons.ts';
import type { MultiPolygon, Ring } from './types.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Surface of the WGS 84 ellipsoid, hectares: 2 pi a^2 (1 + (1 - e^2) artanh(e) / e). */
function ellipsoidHa(): number {
  const f = 1 / 298.257223563;
  const e = Math.sqrt(f * (2 - f));
  return (2 * Math.PI * 6_378_137 ** 2 * (1 + ((1 - e * e) * Math.atanh(e)) / e)) / 10_000;
}

describe('multiPolygonAreaHa', () => {
  test('four quarters of the globe are the surface of the ellipsoid', () => {
    const quarters = [-180, -90, 0, 90].map((west) => [box(west, -90, west + 90, 90)]);
    expect(multiPolygonAreaHa(quarters, 'EPSG:4326') / ellipsoidHa()).toBeCloseTo(1, 12);
  });

  test('a polygon drawn in a Gauss-Kruger zone has the area it has in degrees', () => {
    // Outlines with many vertices are the same land in both systems.
    const ring: [number, number][] = [];
    for (let i = 0; i < 2000; i += 1) {
      const angle = (2 * Math.PI * i) / 2000;
      ring.push([115.3 + 0.2 * Math.cos(angle), 36.2 + 0.15 * Math.sin(angle)]);
    }
    const degrees: MultiPolygon = [[[...ring, ring[0]!]]];
    const metres = projectPolygons(degrees, 'EPSG:4490', 'EPSG:4547');
    expect(multiPolygonAreaHa(metres, 'EPSG:4547') / multiPolygonAreaHa(degrees, 'EPSG:4490')).toBeCloseTo(
      1,
      6,
    );
  });

  test('away from the central meridian the map area is too large and the ellipsoidal one is not', () => {
    // At 150 km east of it the scale of a transverse Mercator map is 1 + x^2 / (2 R^2).
    const square: MultiPolygon = [[box(649_500, 3_999_500, 650_500, 4_000_500)]];
    const scale = 1 + 150_000 ** 2 / (2 * 6_371_000 ** 2);
    expect(planarArea(square) / 10_000 / multiPolygonAreaHa(square, 'EPSG:4547')).toBeCloseTo(scale ** 2, 6);
  });

  test('long edges are followed: a square of 100 km is the sum of its hundred parts', () => {
    const whole: MultiPolygon = [[box(450_000, 3_900_000, 550_000, 4_000_000)]];
    const parts: MultiPolygon = Array.from({ length: 100 }, (_, i) => {
      const [west, south] = [450_000 + (i % 10) * 10_000, 3_900_000 + Math.floor(i / 10) * 10_000];
      return [box(west, south, west + 10_000, south + 10_000)];
    });
    expect(multiPolygonAreaHa(whole, 'EPSG:4547') / multiPolygonAreaHa(parts, 'EPSG:4547')).toBeCloseTo(
      1,
      10,
    );
  });

  test('holes are taken off, and the direction of rings does not matter', () => {
    const outer = box(116, 40, 116.02, 40.02);
    const hole = box(116.005, 40.005, 116.01, 40.01);
    const area = multiPolygonAreaHa([[outer, hole]], 'EPSG:4326');
    expect(area).toBeCloseTo(
      multiPolygonAreaHa([[outer]], 'EPSG:4326') - multiPolygonAreaHa([[hole]], 'EPSG:4326'),
      9,
    );
    expect(multiPolygonAreaHa([[outer.toReversed(), hole]], 'EPSG:4326')).toBeCloseTo(area, 9);
  });

  test('a polygon across longitude 180 is small, not a belt around the world', () => {
    const across: MultiPolygon = [
      [
        [
          [179.99, 10],
          [-179.99, 10],
          [-179.99, 10.02],
          [179.99, 10.02],
          [179.99, 10],
        ],
      ],
    ];
    const beside: MultiPolygon = [[box(100, 10, 100.02, 10.02)]];
    expect(multiPolygonAreaHa(across, 'EPSG:4326') / multiPolygonAreaHa(beside, 'EPSG:4326')).toBeCloseTo(
      1,
      9,
    );
  });

  // Independent figures: every edge cut into 4000, projected to EPSG:6933 (cylindrical equal area, WGS 84) by
  // PROJ 9, area in that plane. Hectares.
  test.each<[string, string, [number, number][], number]>([
    [
      'gk square 1 km',
      'EPSG:4547',
      [
        [649500, 3999500],
        [650500, 3999500],
        [650500, 4000500],
        [649500, 4000500],
        [649500, 3999500],
      ],
      99.9445974721614,
    ],
    [
      'gk triangle 20 km',
      'EPSG:4547',
      [
        [560000, 4300000],
        [580000, 4303000],
        [565000, 4321000],
        [560000, 4300000],
      ],
      20247.663500946674,
    ],
    [
      'gk quad 100 km',
      'EPSG:4547',
      [
        [450000, 3900000],
        [550000, 3900000],
        [550000, 4000000],
        [450000, 4000000],
        [450000, 3900000],
      ],
      999979.4715151455,
    ],
    [
      'utm 30 m',
      'EPSG:32650',
      [
        [500000, 5000000],
        [500030, 5000000],
        [500030, 5000030],
        [500000, 5000030],
        [500000, 5000000],
      ],
      0.09007204321958505,
    ],
    [
      'utm 5 km',
      'EPSG:32650',
      [
        [212345.6, 5012345.6],
        [217000, 5011000],
        [216000, 5016000],
        [212000, 5017000],
        [212345.6, 5012345.6],
      ],
      2007.4967542278587,
    ],
    [
      'degrees',
      'EPSG:4326',
      [
        [116, 40],
        [116.3, 40.05],
        [116.25, 40.4],
        [115.9, 40.3],
        [116, 40],
      ],
      105189.32091435234,
    ],
  ])('agrees with PROJ to 1e-9: %s', (_, crs, ring, hectares) => {
    expect(Math.abs(multiPolygonAreaHa([[ring]], crs) / hectares - 1)).toBeLessThan(1e-9);
  });

  test('nothing has no area, and a hectare is fifteen mu', () => {
    expect(multiPolygonAreaHa([], 'EPSG:4547')).toBe(0);
    expect(MU_PER_HA).toBe(15);
  });
});
