import { describe, expect, test } from 'vitest';
import { changesOf, greatestChange, yearOfDetection, yearOfSteepestLoss } from './changes.ts';

// value 0.7 _____        ____ 0.5
//                \__    /
//             0.5   \  /
//                 0.2\/            (1990, 2000, 2001, 2002, 2010, 2015)
const vertices = [
  { year: 1990, value: 0.7 },
  { year: 2000, value: 0.7 },
  { year: 2001, value: 0.5 },
  { year: 2003, value: 0.2 },
  { year: 2010, value: 0.5 },
  { year: 2015, value: 0.5 },
];

describe('changes of a fitted trajectory', () => {
  test('neighbouring loss segments are one disturbance, level segments are nothing', () => {
    const { disturbances, recoveries } = changesOf(vertices, { rmse: 0.05 });
    expect(disturbances).toHaveLength(1);
    expect(disturbances[0]).toMatchObject({ startYear: 2000, endYear: 2003, preValue: 0.7, duration: 3 });
    expect(disturbances[0]!.magnitude).toBeCloseTo(-0.5, 12);
    expect(disturbances[0]!.rate).toBeCloseTo(-0.5 / 3, 12);
    expect(disturbances[0]!.dsnr).toBeCloseTo(10, 9);
    expect(recoveries.map((change) => [change.startYear, change.endYear])).toEqual([[2003, 2010]]);
  });

  test('without collapsing every segment is a change of its own', () => {
    const { disturbances } = changesOf(vertices, { collapse: false });
    expect(disturbances.map((change) => [change.startYear, change.endYear])).toEqual([
      [2000, 2001],
      [2001, 2003],
    ]);
  });

  test('loss up swaps disturbances and recoveries and keeps the sign of the magnitude', () => {
    const down = changesOf(vertices);
    const up = changesOf(vertices, { loss: 'up' });
    expect(up.disturbances).toEqual(down.recoveries);
    expect(up.recoveries).toEqual(down.disturbances);
  });

  test('an exact fit has no signal-to-noise ratio and an unknown residual none either', () => {
    expect(changesOf(vertices, { rmse: 0 }).disturbances[0]!.dsnr).toBeNull();
    expect(changesOf(vertices).disturbances[0]!.dsnr).toBeNull();
  });

  test('small changes are left out on demand', () => {
    expect(changesOf(vertices, { minMagnitude: 0.4 }).recoveries).toEqual([]);
    expect(changesOf(vertices, { minMagnitude: 0.4 }).disturbances).toHaveLength(1);
  });

  test('the greatest change is by magnitude, the steepest loss by rate, both detected a year after the start', () => {
    const { disturbances } = changesOf(vertices, { collapse: false });
    const greatest = greatestChange(disturbances)!;
    expect([greatest.startYear, yearOfDetection(greatest)]).toEqual([2001, 2002]);
    expect(yearOfSteepestLoss(vertices)).toBe(2001);
    expect(yearOfSteepestLoss(vertices, 'up')).toBe(2004);
    expect(greatestChange([])).toBeUndefined();
    expect(yearOfSteepestLoss(vertices.slice(0, 2))).toBeUndefined();
  });
});
