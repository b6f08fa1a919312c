import { describe, expect, test } from 'vitest';
import { isUnknown } from '../base/index.ts';
import { type SeasonalOptions, type SeasonalTrend, seasonalMannKendall } from './seasonal-mann-kendall.ts';

function trend(values: readonly number[], period: number, options: SeasonalOptions = {}): SeasonalTrend {
  const answer = seasonalMannKendall(values, period, options);
  if (isUnknown(answer)) throw new Error(answer.reason);
  return answer;
}

describe('seasonal Mann-Kendall', () => {
  test('one season rising 1, 2, 3 and one constant: S 3 + 0, variance 66 / 18 + 0, six slopes with median 0.5', () => {
    const answer = trend([1, 10, 2, 10, 3, 10], 2);
    expect(answer).toMatchObject({ s: 3, tau: 0.5, slopePerCycle: 0.5 });
    expect(answer.varS).toBeCloseTo(66 / 18, 12);
    expect(answer.z).toBeCloseTo(2 / Math.sqrt(66 / 18), 12);
  });

  test('two seasons that move alike count once: four covariances of 11/3, and no continuity correction', () => {
    const answer = trend([1, 11, 2, 12, 3, 13], 2, { correlated: true });
    expect(answer.s).toBe(6);
    expect(answer.varS).toBeCloseTo(44 / 3, 12);
    expect(answer.z).toBeCloseTo(6 / Math.sqrt(44 / 3), 12);
  });

  test('a missing cycle keeps its place in time, unless positions are asked for', () => {
    const nan = Number.NaN;
    const values = [1, 11, 2, 12, nan, nan, 4, 14];
    expect(trend(values, 2).slopePerCycle).toBe(1);
    // slopes 1 and 2 over one step, 1.5 over two
    expect(trend(values, 2, { time: 'positions' }).slopePerCycle).toBe(1.5);
  });

  test('a single cycle, and seasons that never vary, say nothing', () => {
    expect(seasonalMannKendall([1, 2, 3, 4], 4)).toMatchObject({ kind: 'unknown', reason: 'too-few-years' });
    expect(seasonalMannKendall([1, 2, 1, 2, 1, 2], 2)).toMatchObject({
      kind: 'unknown',
      reason: 'no-variation',
    });
  });

  test('property: the level of a season does not matter', () => {
    let state = 41;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 40; round += 1) {
      const values = Array.from(
        { length: 4 * (4 + Math.floor(8 * random())) },
        () => Math.round(32 * random()) / 32,
      );
      const lifted = values.map((value, i) => value + 8 * (i % 4));
      for (const correlated of [false, true]) {
        const [here, there] = [trend(values, 4, { correlated }), trend(lifted, 4, { correlated })];
        expect(there).toEqual(here);
      }
    }
  });
});
