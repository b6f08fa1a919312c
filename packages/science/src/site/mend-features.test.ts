import { describe, expect, test } from 'vitest';
import { planarArea } from './geometry.ts';
import { type MendOptions, mendFeatures } from './mend-features.ts';
import type { Feature, MultiPolygon, Ring } from './types.ts';

const CRS = 'EPSG:4547';
const X = 500_000;
const Y = 4_300_000;
const ring = (...positions: [number, number][]): Ring =>
  [...positions, positions[0]!].map(([x, y]) => [X + x, Y + y]);
const box = (west: number, south: number, east: number, north: number): Ring =>
  ring([west, south], [east, south], [east, north], [west, north]);
const feature = (id: string, geometry: MultiPolygon): Feature => ({ id, geometry, properties: { id } });
const mend = (features: Feature[], options: MendOptions = {}) => {
  const before = structuredClone(features);
  const outcome = mendFeatures(features, CRS, options);
  expect(features).toEqual(before);
  return outcome;
};

describe('mendFeatures', () => {
  test('sound features come back as they are', () => {
    const features = [feature('A', [[box(0, 0, 100, 100)]]), feature('B', [[box(100, 0, 200, 100)]])];
    expect(mend(features, { boundary: [[box(0, 0, 200, 100)]] })).toEqual({
      features,
      changes: [],
      left: [],
    });
  });

  test('an open ring is closed, repeats and a spike go, the area stays', () => {
    const open = ring(
      [0, 0],
      [100, 0],
      [100, 0],
      [100, 50],
      [160, 50],
      [100, 50],
      [100, 100],
      [0, 100],
    ).slice(0, -1);
    const { features, changes, left } = mend([feature('A', [[open]])]);
    expect(changes.map(({ check }) => check)).toEqual(['unclosed-ring', 'repeated-vertices', 'spike']);
    expect(left).toEqual([]);
    expect(features[0]?.geometry).toEqual([[ring([0, 0], [100, 0], [100, 50], [100, 100], [0, 100])]]);
    for (const { areaBeforeHa, areaAfterHa } of changes) expect(areaAfterHa).toBeCloseTo(areaBeforeHa, 9);
  });

  test('a bow tie becomes its two halves, with the area before and after', () => {
    const { features, changes, left } = mend([feature('A', [[ring([0, 0], [100, 100], [100, 0], [0, 80])]])]);
    expect(features[0]?.geometry).toHaveLength(2);
    expect(left).toEqual([]);
    // Halves by hand: the diagonal y = x meets y = 80 - 0.8 x at 44.44; triangles of 80 x 44.44 / 2 and 100 x 55.56 / 2.
    expect(planarArea(features[0]!.geometry)).toBeCloseTo(1777.78 + 2777.78, 1);
    expect(changes[0]?.check).toBe('self-intersection');
    expect(changes[0]?.areaBeforeHa).toBeCloseTo(0.1, 3);
    expect(changes[0]?.areaAfterHa).toBeCloseTo(0.4556, 3);
  });

  test('an outline that runs over some land twice is in doubt: it is left as it is, and said why', () => {
    const pentagram = ring(
      ...[0, 2, 4, 1, 3].map((i): [number, number] => [
        100 * Math.cos((2 * Math.PI * i) / 5),
        100 * Math.sin((2 * Math.PI * i) / 5),
      ]),
    );
    const { features, changes, left } = mend([feature('A', [[pentagram]])]);
    expect(changes).toEqual([]);
    expect(features[0]?.geometry).toEqual([[pentagram]]);
    expect(left).toMatchObject([{ check: 'self-intersection', index: 0, reason: 'doubtful-land' }]);
  });

  test('parts that overlap become one, a sliver part goes', () => {
    const { features, changes } = mend([
      feature('A', [[box(0, 0, 100, 100)], [box(50, 0, 150, 100)], [box(0, 300, 200, 300.5)]]),
    ]);
    expect(changes.map(({ check }) => check)).toEqual(['polygons-overlap', 'sliver-part']);
    expect(features[0]?.geometry).toHaveLength(1);
    expect(planarArea(features[0]!.geometry)).toBeCloseTo(15_000, 6);
  });

  test('an exact copy is dropped; the same outline under another id is left for a person', () => {
    const a = feature('A', [[box(0, 0, 100, 100)]]);
    const dropped = mend([a, { ...a }]);
    expect(dropped.features).toEqual([a]);
    expect(dropped.changes).toMatchObject([{ feature: 'A', check: 'duplicate-geometry', areaAfterHa: 0 }]);
    const kept = mend([a, feature('B', a.geometry)]);
    expect(kept.features).toHaveLength(2);
    expect(kept.left).toMatchObject([{ check: 'duplicate-geometry', index: 1, reason: 'which-record' }]);
  });

  test('what reaches over the boundary is clipped, what lies outside is left', () => {
    const { features, changes, left } = mend(
      [feature('A', [[box(80, 0, 120, 100)]]), feature('B', [[box(200, 0, 300, 100)]])],
      { boundary: [[box(0, 0, 100, 100)]] },
    );
    expect(planarArea(features[0]!.geometry)).toBeCloseTo(2000, 6);
    expect(changes).toMatchObject([{ feature: 'A', check: 'partly-outside' }]);
    expect(changes[0]?.areaBeforeHa).toBeCloseTo(0.4, 3);
    expect(changes[0]?.areaAfterHa).toBeCloseTo(0.2, 3);
    expect(left).toMatchObject([{ check: 'outside-boundary', index: 1, reason: 'where-it-belongs' }]);
  });

  test('clipping to a long crooked boundary gives the area the boundary leaves', () => {
    const circle = ring(
      ...Array.from({ length: 4000 }, (_, i): [number, number] => [
        1000 * Math.cos((2 * Math.PI * i) / 4000),
        1000 * Math.sin((2 * Math.PI * i) / 4000),
      ]),
    );
    const { features, left } = mend([feature('A', [[box(900, -50, 1100, 50)]])], { boundary: [[circle]] });
    // Integral of sqrt(1000^2 - y^2) - 900 over y from -50 to 50.
    const exact = 50 * Math.sqrt(1000 ** 2 - 50 ** 2) + 1000 ** 2 * Math.asin(0.05) - 900 * 100;
    expect(planarArea(features[0]!.geometry)).toBeCloseTo(exact, 1);
    expect(left).toEqual([]);
  });

  test('a small overlap is taken from the smaller feature; a large one waits for a rule', () => {
    const large = feature('A', [[box(0, 0, 400, 100)]]);
    const { features, changes } = mend([large, feature('B', [[box(396, 0, 496, 100)]])]);
    expect(features[0]).toEqual(large);
    expect(planarArea(features[1]!.geometry)).toBeCloseTo(9600, 6);
    expect(changes).toMatchObject([{ feature: 'B', check: 'overlap' }]);

    const pair = [large, feature('B', [[box(300, 0, 500, 100)]])];
    const waiting = mend(pair);
    expect(waiting.changes).toEqual([]);
    expect(waiting.left).toMatchObject([{ check: 'overlap', index: 1, other: 0, reason: 'whose-land' }]);
    const ruled = mend(pair, { overlapRule: 'earlier-gives' });
    expect(ruled.left).toEqual([]);
    expect(planarArea(ruled.features[0]!.geometry)).toBeCloseTo(30_000, 6);
    expect(planarArea(ruled.features[1]!.geometry)).toBeCloseTo(20_000, 6);
  });

  test('mending what was mended changes nothing, and no land is lost beyond what the changes say', () => {
    let state = 3;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
    const features = Array.from({ length: 60 }, (_, i) => {
      const [c, r] = [i % 10, Math.floor(i / 10)];
      const [dx, dy] = [3 * random(), 3 * random()];
      return feature(`U${i}`, [[box(c * 100 - dx, r * 100 - dy, c * 100 + 100, r * 100 + 100)]]);
    });
    const boundary = [[box(0, 0, 1000, 600)]];
    const once = mend(features, { boundary });
    expect(once.changes.length).toBeGreaterThan(50);
    expect(once.left).toEqual([]);
    const twice = mend([...once.features], { boundary });
    expect(twice.changes).toEqual([]);
    const covered = once.features.reduce((sum, { geometry }) => sum + planarArea(geometry), 0);
    expect(Math.abs(covered - 600_000)).toBeLessThan(60);
  });
});
