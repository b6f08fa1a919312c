import { describe, expect, test } from 'vitest';
import { isUnknown } from '../base/index.ts';
import { recoveryTarget } from './recovery-target.ts';

const years = [1999, 2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007];
const values = [9, 0.1, 0.2, 0.3, 0.4, 0.6, 0.05, 0.1, 0.3];
const series = { years, values };

describe('recovery target', () => {
  test('historic: the two years before the disturbance of 2005', () => {
    expect(recoveryTarget('historic', series, 2005)).toBeCloseTo(0.5, 14);
  });

  test('windowed: the five years before, not the wild sixth', () => {
    expect(recoveryTarget('windowed', series, 2005)).toBe(0.3);
  });

  test('reference: the years from the restoration on', () => {
    expect(recoveryTarget('reference', series, 2005)).toBe(0.1);
  });

  test('years that were not seen are passed over', () => {
    expect(recoveryTarget('historic', { years: [2003, 2004], values: [0.4, Number.NaN] }, 2005)).toBe(0.4);
  });

  test('without a year to look at the target is unknown', () => {
    expect(recoveryTarget('historic', series, 1999)).toMatchObject({
      kind: 'unknown',
      reason: 'no-target-years',
    });
    expect(recoveryTarget('reference', series, 2008)).toMatchObject({
      kind: 'unknown',
      reason: 'no-target-years',
    });
  });

  test('property: the target lies among the values and moves with them', () => {
    let state = 43;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 100; round += 1) {
      const drawn = years.map(random);
      for (const method of ['historic', 'windowed', 'reference'] as const) {
        const target = recoveryTarget(method, { years, values: drawn }, 2003);
        const lifted = recoveryTarget(method, { years, values: drawn.map((value) => value + 2) }, 2003);
        if (isUnknown(target) || isUnknown(lifted)) throw new Error('no target');
        expect(target).toBeGreaterThanOrEqual(Math.min(...drawn));
        expect(target).toBeLessThanOrEqual(Math.max(...drawn));
        expect(lifted).toBeCloseTo(target + 2, 12);
      }
    }
  });
});
