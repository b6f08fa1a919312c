import { describe, expect, test } from 'vitest';
import { checkFeatures, type FeatureCheckOptions } from './feature-checks.ts';
import type { CheckedFeature } from './feature-problem.ts';
import type { Position, Ring } from './types.ts';

const CRS = 'EPSG:4547';
const X = 500_000;
const Y = 4_300_000;
/** A ring in metres from the corner of the test land. */
const ring = (...positions: [number, number][]): Ring =>
  [...positions, positions[0]!].map(([x, y]) => [X + x, Y + y]);
const box = (west: number, south: number, east: number, north: number): Ring =>
  ring([west, south], [east, south], [east, north], [west, north]);
const feature = (id: string | null, ...rings: Ring[]): CheckedFeature => ({ id, geometry: [rings] });
const names = (features: CheckedFeature[], options: FeatureCheckOptions = {}): string[] =>
  checkFeatures(features, CRS, options).map(
    ({ index, check, severity, other }) =>
      `${index}${other === null ? '' : `-${other}`} ${check} ${severity}`,
  );

describe('checkFeatures', () => {
  test('units that tile the land inside their boundary have no problem', () => {
    const tiles = Array.from({ length: 12 }, (_, i) => {
      const [c, r] = [i % 4, Math.floor(i / 4)];
      return feature(`U${i}`, box(c * 100, r * 100, c * 100 + 100, r * 100 + 100));
    });
    expect(names(tiles, { boundary: [[box(0, 0, 400, 300)]] })).toEqual([]);
  });

  test('an overlap stands with the smaller feature, with its hectares and share; a large one needs a person', () => {
    const large = feature('A', box(0, 0, 400, 100));
    const small = feature('B', box(396, 0, 496, 100));
    const [problem] = checkFeatures([large, small], CRS);
    // 4 m x 100 m = 0.04 ha, 4 % of one hectare; EPSG:4547 is 0.9996-free: the ellipsoid differs by 1e-4 at most.
    expect(problem).toMatchObject({ check: 'overlap', severity: 'can-fix', index: 1, other: 0 });
    expect(problem?.params).toMatchObject({ other: 'A', ha: 0.04, percent: 4 });
    expect(problem?.where?.[0]).toBeGreaterThan(X + 396);
    expect(problem?.where?.[0]).toBeLessThan(X + 400);
    expect(names([large, feature('B', box(350, 0, 450, 100))])).toEqual(['1-0 overlap must-fix']);
  });

  test('up to a square metre is drawing accuracy, and the limit can be set', () => {
    const pair = [feature('A', box(0, 0, 100, 100)), feature('B', box(99.992, 0, 190, 100))];
    expect(names(pair)).toEqual([]);
    expect(names(pair, { limits: { overlapM2: 0.5 } })).toEqual(['1-0 overlap can-fix']);
  });

  test('the same ring from another vertex and the other way round is a duplicate, not an overlap', () => {
    const outline: [number, number][] = [
      [0, 0],
      [100, 10],
      [120, 90],
      [10, 80],
    ];
    const turned: [number, number][] = [outline[2]!, outline[1]!, outline[0]!, outline[3]!];
    expect(names([feature('A', ring(...outline)), feature('B', ring(...turned))])).toEqual([
      '1-0 duplicate-geometry must-fix',
    ]);
    // All that the file says is the same: one of them can go.
    expect(names([feature('A', ring(...outline)), feature('A', ring(...turned))])).toEqual([
      '1-0 duplicate-geometry can-fix',
    ]);
  });

  test('an id twice must be fixed; features without id are no namesakes', () => {
    expect(names([feature('A', box(0, 0, 50, 50)), feature('A', box(60, 0, 90, 50))])).toEqual([
      '1-0 duplicate-id must-fix',
    ]);
    expect(names([feature(null, box(0, 0, 50, 50)), feature(null, box(60, 0, 90, 50))])).toEqual([]);
  });

  test('land wholly outside must be fixed, partly outside is measured', () => {
    const boundary = [[box(0, 0, 100, 100)]];
    expect(names([feature('A', box(200, 0, 300, 100))], { boundary })).toEqual([
      '0 outside-boundary must-fix',
    ]);
    const [partly] = checkFeatures([feature('A', box(75, 0, 175, 100))], CRS, { boundary });
    expect(partly).toMatchObject({ check: 'partly-outside', severity: 'can-fix', params: { percent: 75 } });
    expect(partly?.params['ha']).toBeCloseTo(0.75, 3);
    expect(names([feature('A', box(0, 0, 100, 100))], { boundary })).toEqual([]);
  });

  test('a hole in the boundary is outside', () => {
    const boundary = [[box(0, 0, 100, 100), box(40, 40, 60, 60)]];
    expect(names([feature('A', box(42, 42, 58, 58))], { boundary })).toEqual(['0 outside-boundary must-fix']);
  });

  test('a strip of some square metres is a sliver, a road of hectares is not; of several parts the sliver can go', () => {
    expect(names([feature('A', box(0, 0, 200, 1))])).toEqual(['0 sliver just-know']);
    expect(names([feature('road', box(0, 0, 6000, 8))])).toEqual([]);
    expect(names([{ id: 'A', geometry: [[box(0, 0, 100, 100)], [box(0, 200, 200, 201)]] }])).toEqual([
      '0 sliver-part can-fix',
    ]);
  });

  test('a spike is a sharp excursion; a right angle, a sharp tooth of millimetres and an acute corner are none', () => {
    const spike = ring([0, 0], [100, 0], [100, 50], [160, 50.3], [100, 50.6], [100, 100], [0, 100]);
    const [problem] = checkFeatures([feature('A', spike)], CRS);
    expect(problem).toMatchObject({ check: 'spike', severity: 'can-fix', where: [X + 160, Y + 50.3] });
    expect(
      names([feature('A', ring([0, 0], [100, 0], [100, 50], [100.05, 50], [100, 50.0001], [0, 100]))]),
    ).toEqual([]);
    expect(names([feature('A', ring([0, 0], [100, 0], [100, 4]))])).toEqual([]);
  });

  test('vertices closer than a millimetre in a row are counted, the closing one is not', () => {
    const [problem] = checkFeatures(
      [feature('A', ring([0, 0], [100, 0], [100, 0], [100, 100], [100, 100.0004], [0, 100]))],
      CRS,
    );
    expect(problem).toMatchObject({ check: 'repeated-vertices', severity: 'can-fix', params: { count: 2 } });
  });

  test('a curve digitised every half millimetre keeps every second vertex, not none', () => {
    const dense = Array.from({ length: 2001 }, (_, i): [number, number] => [i * 0.0005, 0]);
    const [problem] = checkFeatures([feature('A', ring(...dense, [1, 50], [0, 50]))], CRS);
    expect(problem).toMatchObject({ check: 'repeated-vertices' });
    // Of 2001 vertices within 1 m those a millimetre apart stay, give or take rounding at large eastings.
    expect(problem?.params['count']).toBeGreaterThan(900);
    expect(problem?.params['count']).toBeLessThan(1400);
  });

  test('lengths and angles are taken on the ground in degrees, too', () => {
    // 1e-4 degrees of longitude are 8.5 m, 1e-5 of latitude 1.1 m at 40 degrees north.
    const degrees = (west: number, south: number, east: number, north: number): CheckedFeature => ({
      id: `${west}`,
      geometry: [
        [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      ],
    });
    const found = checkFeatures(
      [
        degrees(114, 40, 114.01, 40.01),
        degrees(114.0099, 40, 114.02, 40.01),
        degrees(115, 40, 115.002, 40.00001),
      ],
      'EPSG:4490',
    );
    expect(found.map(({ index, check }) => `${index} ${check}`)).toEqual(['0 overlap', '2 sliver']);
    // 8.54 m x 1110 m.
    expect(found[0]?.params['ha']).toBeCloseTo(0.948, 2);
  });

  test('parts of one feature that overlap along common edges or lie within one another are found', () => {
    expect(names([{ id: 'A', geometry: [[box(0, 0, 100, 100)], [box(50, 0, 150, 100)]] }])).toEqual([
      '0 polygons-overlap can-fix',
    ]);
    expect(names([{ id: 'A', geometry: [[box(0, 0, 100, 100)], [box(20, 20, 60, 60)]] }])).toEqual([
      '0 polygons-overlap can-fix',
    ]);
    expect(names([feature('A', box(0, 0, 100, 100), box(10, 10, 90, 90), box(20, 20, 60, 60))])).toEqual([
      '0 self-intersection must-fix',
    ]);
  });

  test('a feature that has no usable outline is named once and compared with nothing', () => {
    const broken: CheckedFeature = { id: 'B', geometry: [[[[Number.NaN, 0] as Position]]] };
    expect(names([feature('A', box(0, 0, 50, 50)), broken])).toEqual(['1 not-finite must-fix']);
  });

  test('thousands of copies of one feature take no time, thousands of nested ones are given up and said so', () => {
    const copies = Array.from({ length: 5000 }, (_, i) => feature(`U${i}`, box(0, 0, 100, 100)));
    expect(checkFeatures(copies, CRS)).toHaveLength(4999);
    const nested = Array.from({ length: 3000 }, (_, i) => feature(`U${i}`, box(-i, -i, i + 100, i + 100)));
    const found = checkFeatures(nested, CRS, { limits: { overlapM2: 1e12 } });
    expect(found.map(({ check }) => check)).toEqual(['overlap-not-checked']);
  });

  test('on 400 random pairs of boxes the overlaps found are those that a calculation by hand finds', () => {
    let state = 9;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
    const sides = Array.from({ length: 400 }, () => {
      const [x, y] = [2000 * random(), 2000 * random()];
      return [x, y, x + 10 + 60 * random(), y + 10 + 60 * random()] as const;
    });
    const expected = new Set<string>();
    sides.forEach((a, i) => {
      sides.slice(i + 1).forEach((b, k) => {
        const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
        const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
        if (width > 0 && height > 0 && width * height > 1) expected.add(`${i}-${i + 1 + k}`);
      });
    });
    expect(expected.size).toBeGreaterThan(50);
    const found = checkFeatures(
      sides.map((side, i) => feature(`U${i}`, box(...side))),
      CRS,
    ).map(({ index, other }) => `${Math.min(index, other!)}-${Math.max(index, other!)}`);
    expect(new Set(found)).toEqual(expected);
    expect(found).toHaveLength(expected.size);
  });
});
