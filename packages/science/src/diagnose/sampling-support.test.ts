import { expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import { samplingSupport } from './sampling-support.ts';

/** A square of 100 m. */
const square = [
  [
    [
      [1000, 1000],
      [1100, 1000],
      [1100, 1100],
      [1000, 1100],
      [1000, 1000],
    ],
  ],
] as const;
const at = (x: number | null, y: number | null, unitId: string | null = null) => ({ x, y, unitId });
const support = (samples: readonly ReturnType<typeof at>[], metres = 500) =>
  samplingSupport(samples, 'U1', square, 'EPSG:32650', metres);

test('900 m away is too far for 500 m: the distance is told', () => {
  // (1100 + 540, 1100 + 720): 540-720-900
  const { samples, nearestM, reason } = support([at(1640, 1820), at(5000, 1050)]);
  expect(samples).toEqual([]);
  expect(nearestM).toBe(900);
  expect(reason).toEqual(unknown('nearest-sample', { metres: 900, support: 500 }));
});

test('at the support distance a sample still speaks', () => {
  expect(support([at(1640, 1820)], 900)).toMatchObject({ nearestM: 900, reason: null });
  expect(support([at(1640, 1820)], 899.9).reason).not.toBeNull();
});

test('samples inside, or named as its own, speak alone', () => {
  const [inside, near, named] = [at(1050, 1050), at(1150, 1050), at(null, null, 'U1')];
  expect(support([near, inside]).samples).toEqual([inside]);
  expect(support([inside, near]).samples).toEqual([inside]);
  expect(support([inside, near, named])).toEqual({ samples: [named], nearestM: 0, reason: null });
  expect(support([near, at(9000, 9000)])).toEqual({ samples: [near], nearestM: 50, reason: null });
});

test('samples of other units without a place say nothing', () => {
  expect(support([at(null, null, 'U2')])).toMatchObject({ samples: [], reason: unknown('no-samples') });
});

test('a sample of another unit does not speak for this one, however near', () => {
  const [other, free] = [at(1150, 1050, 'U2'), at(1400, 1050)];
  expect(support([other])).toEqual({
    samples: [],
    nearestM: 50,
    reason: unknown('samples-of-other-units', { metres: 50 }),
  });
  expect(support([other, free])).toEqual({ samples: [free], nearestM: 300, reason: null });
});

test('degrees are measured in metres', () => {
  const ring = [
    [112, 39],
    [112.001, 39],
    [112.001, 39.001],
    [112, 39.001],
    [112, 39],
  ] as const;
  // 0.01 degree of latitude north of the outline: 1110 m
  const { nearestM } = samplingSupport([at(112.0005, 39.011)], 'U1', [[ring]], 'EPSG:4326', 500);
  expect(Math.abs((nearestM ?? Number.NaN) - 1110)).toBeLessThan(2);
});
