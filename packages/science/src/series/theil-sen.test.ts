import { describe, expect, test } from 'vitest';
import { medianOf, pairSlopes, theilSen } from './theil-sen.ts';

describe('Theil-Sen line', () => {
  test('one wild value of five does not move the line', () => {
    const { slopePerYear, intercept } = theilSen([0, 1, 2, 3, 4], [0, 1, 2, 3, 100]);
    expect({ slopePerYear, intercept }).toEqual({ slopePerYear: 1, intercept: 0 });
  });

  test('a gap counts at its true length', () => {
    const line = theilSen([2000, 2001, 2005, 2006], [10, 11, 15, 16]);
    expect(line.slopePerYear).toBe(1);
    expect(line.intercept).toBe(13 - 2003);
  });

  test('the interval of ten slopes at Var S 300 / 18 goes from the first to the last', () => {
    // C = 1.96 x 4.08 = 8.00, ranks (10 - 8) / 2 = 1 and (10 + 8) / 2 + 1 = 10
    const line = theilSen([0, 1, 2, 3, 4], [0, 1, 2, 3, 100], 300 / 18);
    expect([line.slopeLow, line.slopeHigh]).toEqual([1, 97]);
  });

  test('fewer than six slopes, or no variance, give no interval', () => {
    const few = theilSen([0, 1, 2], [1, 2, 3], 3.67);
    const blind = theilSen([0, 1, 2, 3, 4], [1, 2, 3, 4, 5]);
    expect([few.slopeLow, few.slopeHigh, blind.slopeLow, blind.slopeHigh]).toEqual([null, null, null, null]);
  });

  test('slopes of all pairs, and the median of an even and an odd count', () => {
    expect(pairSlopes([0, 1, 3], [0, 2, 3])).toEqual([2, 1, 0.5]);
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  });

  test('property: adding a line adds its slope, and the slope lies in its interval', () => {
    let state = 31;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 100; round += 1) {
      const n = 5 + Math.floor(25 * random());
      let year = 1985;
      const times = Array.from({ length: n }, () => (year += 1 + Math.floor(3 * random())));
      const values = Array.from({ length: n }, random);
      const b = random() - 0.5;
      const varS = (n * (n - 1) * (2 * n + 5)) / 18;
      const line = theilSen(times, values, varS);
      const tilted = theilSen(
        times,
        values.map((value, i) => value + b * (times[i]! - 1985)),
        varS,
      );
      expect(tilted.slopePerYear).toBeCloseTo(line.slopePerYear + b, 12);
      expect(line.slopeLow).toBeLessThanOrEqual(line.slopePerYear);
      expect(line.slopeHigh).toBeGreaterThanOrEqual(line.slopePerYear);
    }
  });
});
