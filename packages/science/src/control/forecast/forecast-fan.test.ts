import { describe, expect, test } from 'vitest';
import { chance, isUnknown } from '../../base/index.ts';
import { controlSettingsSchema } from '../settings.ts';
import { type CurveKind, stepCurve } from './curve-step.ts';
import { startOf } from './filter-unit.ts';
import { forecastFan, probabilityBelow, reachProbability, worksStand } from './forecast-fan.ts';
import { madePromise } from './made-promise.fixture.ts';
import type { FilterState } from './types.ts';

const settings = controlSettingsSchema.parse({}).filter;
const standing = madePromise({ readyAt: 2025 });
const start = startOf({ promise: standing, sightings: [] }, 'saturating').state;
const state: FilterState = {
  year: 2030,
  mean: [0.45, start.mean[1], start.mean[2]],
  covariance: [0.0006, 0.002, 0.001, 0.06, -0.012, 0.05],
};

describe('forecast fan', () => {
  for (const [kind, within] of [
    ['saturating', 0.008],
    ['logistic', 0.02],
  ] as const)
    test(`quantiles equal those of 20,000 seeded courses, one and eight seasons on (${kind})`, () => {
      const rules = { ...settings, curve: kind };
      const fan = forecastFan(state, standing, 2038, rules);
      for (const [i, seasons] of [
        [0, 1],
        [7, 8],
      ] as const) {
        const drawn = drawnCourses(kind, seasons, rules);
        const at = (p: number): number => drawn[Math.floor(p * drawn.length)]!;
        const { p10, p25, p50, p75, p90 } = fan[i]!;
        [p10, p25, p50, p75, p90].forEach((value, j) => {
          expect(Math.abs(value - at([0.1, 0.25, 0.5, 0.75, 0.9][j]!))).toBeLessThan(within);
        });
        const share = drawn.filter((value) => value < 0.5).length / drawn.length;
        expect(Math.abs(probabilityBelow(state, standing, 2030 + seasons, 0.5, rules) - share)).toBeLessThan(
          2 * within,
        );
      }
    });

  test('with a course known exactly one season on is the normal distribution by hand', () => {
    const known: FilterState = {
      year: 2030,
      mean: [0.45, 0, Math.log(Math.LN2)],
      covariance: [0.0016, 0, 0, 1e-10, 0, 1e-10],
    };
    const [next] = forecastFan(known, standing, 2031, { ...settings, drift: 0, seasonNoise: 0.015 });
    // K 0.75, half of what is missing comes back; sd = sqrt(0.0016 / 4 + 0.015^2).
    expect(next!.p50).toBeCloseTo(0.6, 6);
    expect(next!.p90 - next!.p50).toBeCloseTo(1.2815516 * Math.sqrt(0.0004 + 0.000225), 4);
  });

  test('quantiles ascend, and the band of a recovering unit widens over the first years', () => {
    const fan = forecastFan(state, standing, 2037, settings);
    for (const { p10, p25, p50, p75, p90 } of fan)
      expect([p10, p25, p50, p75, p90]).toEqual([p10, p25, p50, p75, p90].sort((a, b) => a - b));
    for (let i = 1; i < 4; i += 1)
      expect(fan[i]!.p90 - fan[i]!.p10).toBeGreaterThan(fan[i - 1]!.p90 - fan[i - 1]!.p10);
  });

  test('works that are still to come begin on their day', () => {
    const waiting = madePromise({ readyAt: 2032.5 });
    const before: FilterState = {
      ...state,
      mean: [0.2, start.mean[1] - 2, Math.log(0.04)],
      covariance: [0.0004, 0, 0, 0.03, 0, 0.1],
    };
    const fan = forecastFan(before, waiting, 2040, settings);
    expect(fan.map(({ year }) => year)).toEqual([2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039, 2040]);
    expect(fan[1]!.p50 - fan[0]!.p50).toBeLessThan(0.01);
    expect(fan[3]!.p50 - fan[2]!.p50).toBeGreaterThan(0.04);
    expect([worksStand(waiting, 2032), worksStand(waiting, 2033)]).toEqual([false, true]);
  });

  test('the chance of the target falls with the target, and is that of the state once the year has come', () => {
    const chance = (target: number): number => reachProbability(state, standing, target, settings) as number;
    expect(chance(0.4)).toBeGreaterThan(chance(0.6));
    expect(chance(0.6)).toBeGreaterThan(chance(0.9));
    expect(chance(2)).toBeLessThan(1e-6);
    const there = { ...state, year: 2040 };
    expect(reachProbability(there, standing, 0.45, settings)).toBeCloseTo(0.5, 12);
  });

  test('land without a year of acceptance has no chance to tell', () => {
    const answer = reachProbability(state, madePromise({ acceptanceYear: null }), 0.8, settings);
    expect(isUnknown(answer) && answer.reason).toBe('no-acceptance-year');
  });
});

function drawnCourses(kind: CurveKind, seasons: number, rules: typeof settings): readonly number[] {
  const draw = chance(11);
  const [rr, rK, rk, KK, Kk, kk] = state.covariance;
  const a = Math.sqrt(KK);
  const [b, c] = [Kk / a, rK / a];
  const d = Math.sqrt(kk - b * b);
  const e = (rk - b * c) / d;
  const f = Math.sqrt(rr - c * c - e * e);
  const step = new Float64Array(4);
  return Array.from({ length: 20_000 }, () => {
    const [x, y, z] = [draw.normal(), draw.normal(), draw.normal()];
    let [r, logit, lnRate] = [
      state.mean[0] + c * x + e * y + f * z,
      state.mean[1] + a * x,
      state.mean[2] + b * x + d * y,
    ];
    for (let season = 0; season < seasons; season += 1) {
      stepCurve(kind, r, logit, lnRate, 1, step);
      r = step[0]! + rules.seasonNoise * draw.normal();
      logit += rules.drift * draw.normal();
      lnRate += rules.drift * draw.normal();
    }
    return r;
  }).sort((p, q) => p - q);
}
