import { describe, expect, test } from 'vitest';
import { AftermineError, isUnknown } from '../base/index.ts';
import { mannKendall, TREND_METHODS, type Trend, type TrendOptions } from './mann-kendall.ts';

const FIVE = [2000, 2001, 2002, 2003, 2004];
// Slope 0, lag-1 autocorrelation 1/6 (of the values and of their ranks), Var S (510 - 156 - 18) / 18.
const DIP = [1, 1, 0, 0, 1, 1];
const SIX = [0, 1, 2, 3, 4, 5];
const DIP_VARIANCE = 336 / 18;

function trend(times: readonly number[], values: readonly number[], options: TrendOptions = {}): Trend {
  const answer = mannKendall(times, values, options);
  if (isUnknown(answer)) throw new Error(answer.reason);
  return answer;
}

describe('Mann-Kendall', () => {
  test('five rising values: S 10, Z = 9 / sqrt(300 / 18), p 0.0275', () => {
    const answer = trend(FIVE, [1, 2, 3, 4, 5]);
    expect(answer).toMatchObject({ n: 5, s: 10, varS: 300 / 18, tau: 1, slopePerYear: 1, intercept: -1999 });
    expect(answer.z).toBeCloseTo(2.204541, 6);
    expect(answer.p).toBeCloseTo(0.027486, 6);
  });

  test('a missing year keeps its place in time, unless positions are asked for', () => {
    const times = [2000, 2001, 2002, 2003, 2004, 2005, 2006];
    const values = [1, 2, Number.NaN, Number.NaN, Number.NaN, 6, 7];
    expect(trend(times, values)).toMatchObject({ n: 4, s: 6, slopePerYear: 1 });
    // slopes 1, 1, 4 over one step, 2.5, 2.5 over two, 2 over three: the median of six is 2.25
    expect(trend(times, values, { time: 'positions' }).slopePerYear).toBe(2.25);
  });

  test('pre-whitening: 1 to 5 with r1 0.4 become 1.6, 2.2, 2.8, 3.4', () => {
    const answer = trend(FIVE, [1, 2, 3, 4, 5], { method: 'pre-whitening' });
    expect(answer).toMatchObject({ n: 4, s: 6, varS: 156 / 18 });
    expect(answer.slopePerYear).toBeCloseTo(0.6, 12);
  });

  test('trend-free pre-whitening keeps the slope of a straight line', () => {
    const answer = trend(FIVE, [1, 2, 3, 4, 5], { method: 'trend-free-pre-whitening' });
    expect(answer).toMatchObject({ n: 4, s: 6, slopePerYear: 1 });
  });

  test('Yue and Wang: lag 1 of 1/6 in six values makes the variance 1 + 2 x 5/6 x 1/6 times as large', () => {
    const answer = trend(SIX, DIP, { method: 'yue-wang', lag: 1 });
    expect(answer.varS).toBeCloseTo((DIP_VARIANCE * 46) / 36, 12);
    expect(answer.z).toBe(0);
  });

  test('Hamed and Rao: a lag counts only where it is significant, then 1 + 2/120 x 60 x 1/6', () => {
    expect(trend(SIX, DIP, { method: 'hamed-rao', lag: 1 }).varS).toBeCloseTo(DIP_VARIANCE, 12);
    expect(trend(SIX, DIP, { method: 'hamed-rao', lag: 1, alpha: 0.9 }).varS).toBeCloseTo(
      (DIP_VARIANCE * 7) / 6,
      12,
    );
  });

  test('what cannot be tested is unknown, with the reason', () => {
    expect(mannKendall(FIVE, [1, Number.NaN, 2, Number.NaN, 3])).toMatchObject({
      reason: 'too-few-years',
      params: { have: 3, need: 4 },
    });
    expect(mannKendall(FIVE, [2, 2, 2, 2, 2])).toMatchObject({ reason: 'no-variation' });
    // 0, 1, 0, 1, 0, 1 has r1 -5/6: the factor 1 - 50/36 is negative
    expect(mannKendall(SIX, [0, 1, 0, 1, 0, 1], { method: 'yue-wang', lag: 1 })).toMatchObject({
      reason: 'no-variation',
    });
  });

  test('times that do not ascend are refused', () => {
    for (const times of [
      [2000, 2002, 2001, 2003],
      [2000, 2001, 2001, 2003],
      [2000, Number.NaN, 2001, 2002],
    ])
      expect(() => mannKendall(times, [1, 2, 3, 4])).toThrow(
        expect.objectContaining({ constructor: AftermineError, code: 'E-SER-010' }),
      );
  });

  test('property: stretching values leaves the test alone, turning them turns its sign', () => {
    let state = 37;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 40; round += 1) {
      const times = Array.from({ length: 12 + Math.floor(20 * random()) }, (_, i) => 1985 + i);
      const values = times.map((_, i) => random() + 0.02 * i);
      for (const method of TREND_METHODS) {
        const here = mannKendall(times, values, { method });
        const there = mannKendall(
          times,
          values.map((value) => -4 * value),
          { method },
        );
        if (isUnknown(here) || isUnknown(there)) {
          expect(isUnknown(here) && isUnknown(there)).toBe(true);
          continue;
        }
        expect(there.s).toBe(0 - here.s);
        expect(there.z).toBeCloseTo(-here.z, 9);
        expect(there.p).toBeCloseTo(here.p, 9);
        expect(there.slopePerYear).toBeCloseTo(-4 * here.slopePerYear, 12);
      }
    }
  });
});
