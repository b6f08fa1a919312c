import { describe, expect, test } from 'vitest';
import { kendallScore } from './kendall-score.ts';

describe('Kendall score', () => {
  test('five rising values: all ten pairs rise, variance 5 x 4 x 15 / 18', () => {
    expect(kendallScore([1, 2, 3, 4, 5])).toEqual({ s: 10, varS: 300 / 18 });
  });

  test('an equal pair counts nothing and takes 2 x 1 x 9 / 18 from the variance', () => {
    expect(kendallScore([1, 2, 2, 3])).toEqual({ s: 5, varS: (4 * 3 * 13 - 2 * 1 * 9) / 18 });
  });

  test('equal values have neither score nor variance', () => {
    expect(kendallScore([7, 7, 7, 7])).toEqual({ s: 0, varS: 0 });
  });

  test('property: only the order counts, and reversing it turns the sign', () => {
    let state = 17;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 200; round += 1) {
      const values = Array.from({ length: 2 + Math.floor(20 * random()) }, () => Math.floor(10 * random()));
      const score = kendallScore(values);
      expect(kendallScore(values.map((value) => Math.exp(value)))).toEqual(score);
      expect(kendallScore([...values].reverse())).toEqual({ s: 0 - score.s, varS: score.varS });
      expect(Math.abs(score.s)).toBeLessThanOrEqual((values.length * (values.length - 1)) / 2);
    }
  });
});
