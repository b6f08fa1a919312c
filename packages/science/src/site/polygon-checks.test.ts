import { describe, expect, test } from 'vitest';
import { planarArea } from './geometry.ts';
import { mendPolygons } from './mend-polygons.ts';
import { assertUsable, checkPolygons } from './polygon-checks.ts';
import type { MultiPolygon, Ring } from './types.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const names = (polygons: MultiPolygon, crs = 'EPSG:4490'): string[] =>
  checkPolygons(polygons, crs).map(({ check, severity }) => `${check} ${severity}`);

describe('checkPolygons', () => {
  test('sound polygons have no problems: with holes, parts side by side, either direction, in degrees and metres', () => {
    expect(names([[box(116, 40, 117, 41), box(116.2, 40.2, 116.4, 40.4)], [box(117, 40, 118, 41)]])).toEqual(
      [],
    );
    expect(names([[box(116, 40, 117, 41).toReversed()]])).toEqual([]);
    expect(names([[box(480_000, 4_000_000, 490_000, 4_010_000)]], 'EPSG:4547')).toEqual([]);
    expect(names([[box(38_480_000, 4_000_000, 38_490_000, 4_010_000)]], 'EPSG:4526')).toEqual([]);
    expect(names([[box(480_000, 4_000_000, 490_000, 4_010_000)]], 'EPSG:32650')).toEqual([]);
  });

  test('nothing is said to be empty', () => {
    expect(names([])).toEqual(['empty must-fix']);
    expect(names([[]])).toEqual(['empty must-fix']);
    expect(names([[[]]])).toEqual(['empty must-fix']);
  });

  test('an open ring is mended, not refused', () => {
    expect(names([[box(116, 40, 117, 41).slice(0, 4)]])).toEqual(['unclosed-ring can-fix']);
  });

  test('a crossing is located', () => {
    const [problem] = checkPolygons(
      [
        [
          [
            [116, 40],
            [117, 41],
            [117, 40],
            [116, 41],
            [116, 40],
          ],
        ],
      ],
      'EPSG:4490',
    );
    expect(problem).toMatchObject({ check: 'self-intersection', severity: 'must-fix', where: [116.5, 40.5] });
  });

  test('a hole outside is located, a hole that touches the edge from within is fine', () => {
    const outer = box(116, 40, 117, 41);
    expect(checkPolygons([[outer, box(119, 40, 120, 41)]], 'EPSG:4490')).toMatchObject([
      { check: 'hole-outside', severity: 'must-fix', where: [119, 40] },
    ]);
    expect(
      names([
        [
          outer,
          [
            [116, 40.5],
            [116.5, 40.6],
            [116.5, 40.4],
            [116, 40.5],
          ],
        ],
      ]),
    ).toEqual([]);
  });

  test('lines and points have no area', () => {
    expect(
      names([
        [
          [
            [116, 40],
            [117, 41],
            [118, 42],
            [116, 40],
          ],
        ],
      ]),
    ).toEqual(['zero-area must-fix']);
    expect(
      names([
        [
          [
            [116, 40],
            [117, 41],
            [116, 40],
          ],
        ],
      ]),
    ).toContain('short-ring must-fix');
  });

  test('coordinates that are not finite are named and nothing else is guessed', () => {
    expect(
      names([
        [
          [
            [116, 40],
            [Number.NaN, 41],
            [117, 40],
            [116, 40],
          ],
        ],
      ]),
    ).toEqual(['not-finite must-fix']);
    expect(
      names([
        [
          [
            [116, 40],
            [Number.POSITIVE_INFINITY, 41],
            [117, 40],
            [116, 40],
          ],
        ],
      ]),
    ).toEqual(['not-finite must-fix']);
  });

  test('latitude first is told from plain nonsense', () => {
    expect(names([[box(39, 116, 40, 117)]])).toEqual(['axes-swapped must-fix']);
    expect(names([[box(500_000, 4_000_000, 500_100, 4_000_100)]])).toEqual(['out-of-range must-fix']);
    // Kashgar (76 E, 39 N) with its axes swapped is a possible place, in the Arctic Ocean: only a hint.
    expect(names([[box(39, 76, 39.1, 76.1)]])).toEqual(['axes-swapped just-know']);
  });

  test('survey sheets with north as X, and zone numbers where there are none, are named', () => {
    expect(names([[box(4_000_000, 480_000, 4_010_000, 490_000)]], 'EPSG:4547')).toEqual([
      'axes-swapped must-fix',
    ]);
    expect(names([[box(4_000_000, 38_480_000, 4_010_000, 38_490_000)]], 'EPSG:4526')).toEqual([
      'axes-swapped must-fix',
    ]);
    const [problem] = checkPolygons([[box(38_480_000, 4_000_000, 38_490_000, 4_010_000)]], 'EPSG:4547');
    expect(problem).toMatchObject({
      check: 'zone-number',
      severity: 'must-fix',
      params: { zone: 38, crs: 'EPSG:4547' },
    });
    expect(names([[box(480_000, 4_000_000, 490_000, 4_010_000)]], 'EPSG:4526')).toEqual([
      'out-of-range must-fix',
    ]);
  });

  test('an edge around the world is a polygon over longitude 180', () => {
    expect(
      names([
        [
          [
            [179, 0],
            [-179, 0],
            [-179, 1],
            [179, 1],
            [179, 0],
          ],
        ],
      ]),
    ).toEqual(['antimeridian must-fix']);
  });

  test('parts that overlap can be mended', () => {
    const parts: MultiPolygon = [[box(116, 40, 117, 41)], [box(116.5, 40.5, 117.5, 41.5)]];
    expect(names(parts)).toEqual(['polygons-overlap can-fix']);
    expect(names(mendPolygons(parts))).toEqual([]);
  });
});

describe('assertUsable', () => {
  test('throws the gravest problem with file, feature and place', () => {
    const problems = checkPolygons(
      [
        [
          [
            [116, 40],
            [117, 41],
            [117, 40],
            [116, 41],
            [116, 40],
          ],
        ],
      ],
      'EPSG:4490',
    );
    const named = problems.map((problem) => ({ ...problem, file: 'inputs/边界.geojson', feature: '1' }));
    expect(() => assertUsable(named)).toThrow(
      expect.objectContaining({
        code: 'E-VEC-028',
        where: 'inputs/边界.geojson#1 @ 116.5, 40.5',
        params: { x: 116.5, y: 40.5 },
      }),
    );
  });

  test('lets through what can be fixed or merely known', () => {
    assertUsable([]);
    expect(() =>
      assertUsable(checkPolygons([[box(116, 40, 117, 41).slice(0, 4)]], 'EPSG:4490')),
    ).not.toThrow();
  });
});

describe('mendPolygons', () => {
  test('counts overlapping land once and keeps holes', () => {
    const mended = mendPolygons([[box(0, 0, 4, 4), box(1, 1, 2, 2)], [box(3, 0, 6, 4)]]);
    expect(planarArea(mended)).toBe(6 * 4 - 1);
    expect(mended).toHaveLength(1);
  });

  test('closes rings, drops repeated positions and rings of no extent', () => {
    const open: MultiPolygon = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
      [
        [
          [5, 5],
          [5, 5],
          [5, 5],
        ],
      ],
    ];
    expect(planarArea(mendPolygons(open))).toBe(1);
    expect(
      mendPolygons([
        [
          [
            [5, 5],
            [5, 5],
          ],
        ],
      ]),
    ).toEqual([]);
  });

  test('refuses what would take minutes', () => {
    const ring = Array.from({ length: 50_001 }, (_, i): [number, number] => [Math.cos(i), Math.sin(i)]);
    expect(() => mendPolygons([[ring]])).toThrow(expect.objectContaining({ code: 'E-VEC-030' }));
  });
});
