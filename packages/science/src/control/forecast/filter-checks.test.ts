import { describe, expect, test } from 'vitest';
import { chance, isUnknown } from '../../base/index.ts';
import { filterChecks } from './filter-checks.ts';

describe('checks of a filter on its own record', () => {
  test('white innovations of 200 units over 20 seasons pass', () => {
    const draw = chance(2);
    const checks = filterChecks(
      Array.from({ length: 200 }, () => Array.from({ length: 20 }, () => draw.normal())),
    );
    expect(checks.seasons).toBe(4000);
    expect(checks.coverage80).toBeCloseTo(0.8, 1);
    expect(checks.variance).toBeCloseTo(1, 1);
    expect(Math.abs(checks.lag1 as number)).toBeLessThan(0.04);
    expect(checks.whitenessP).toBeGreaterThan(0.05);
  });

  test('innovations that remember are found out', () => {
    const draw = chance(3);
    const units = Array.from({ length: 100 }, () => {
      let last = 0;
      return Array.from({ length: 15 }, () => (last = 0.4 * last + Math.sqrt(1 - 0.16) * draw.normal()));
    });
    const { lag1, whitenessP } = filterChecks(units);
    expect(lag1).toBeCloseTo(0.4, 1);
    expect(whitenessP).toBeLessThan(1e-6);
  });

  test('lag 1 by hand: 1, -1, 1, ... has -1, and a gap parts what it lies between', () => {
    const alternating = Array.from({ length: 42 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    expect(filterChecks([alternating])).toMatchObject({ lag1: -1, mean: 0, variance: 1, coverage80: 1 });
    const parted = alternating.map((value, i) => (i % 2 === 0 ? value : null));
    expect(isUnknown(filterChecks([parted, parted]).lag1)).toBe(true);
  });

  test('with fewer than twenty seasons of units nothing is said', () => {
    const checks = filterChecks([[0.1, 0.2, null]]);
    expect(checks.seasons).toBe(2);
    expect(checks.coverage80).toMatchObject({
      kind: 'unknown',
      reason: 'too-few-innovations',
      params: { have: 2, need: 20 },
    });
  });
});
