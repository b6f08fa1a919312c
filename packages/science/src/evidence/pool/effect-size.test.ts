import { describe, expect, test } from 'vitest';
import { chance, isUnknown, seedOf, type Unknown, unknown } from '../../base/index.ts';
import type { Arm } from './effect-size.ts';
import { logOddsRatio, logRiskRatio } from './event-ratios.ts';
import { hedgesG } from './hedges-g.ts';
import { logResponseRatio } from './log-response-ratio.ts';
import { meanDifference } from './mean-difference.ts';

const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const arm = (mean: number, sd: number, n: number): Arm => ({ mean, sd, n });

describe('two means', () => {
  test('a response ratio by hand: twice as high, tenth and fifth of the mean as spread', () => {
    // v = 0.1^2/4 + 0.2^2/4 = 0.0025 + 0.01; corrected by half of (0.0025 - 0.01)
    const ratio = known(logResponseRatio(arm(2, 0.2, 4), arm(1, 0.2, 4)));
    expect(ratio.estimate).toBeCloseTo(Math.LN2, 14);
    expect(ratio.variance).toBeCloseTo(0.0125, 14);
    expect(ratio.corrected).toBeCloseTo(Math.LN2 - 0.00375, 14);
    expect(ratio.percentChange).toBeCloseTo(100, 12);
    expect(ratio.ciHigh - ratio.ciLow).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(0.0125), 12);
    expect(ratio.isNearlyNormal).toBe(true);
  });

  test('a mean close to zero beside its spread is marked', () => {
    expect(known(logResponseRatio(arm(1, 1.5, 3), arm(9, 1, 3))).isNearlyNormal).toBe(false);
  });

  test('a mean of zero or less has no ratio, but a difference', () => {
    expect(logResponseRatio(arm(-1, 1, 5), arm(2, 1, 5))).toEqual(unknown('mean-not-positive'));
    const { estimate, variance } = known(meanDifference(arm(-1, 1, 5), arm(2, 2, 10)));
    expect(estimate).toBe(-3);
    expect(variance).toBeCloseTo(1 / 5 + 4 / 10, 14);
  });

  test('Hedges g by hand: one standard deviation apart, ten degrees of freedom', () => {
    // J(10) = Gamma(5) / (sqrt 5 Gamma(4.5)) = 0.9227456; v = 1/6 + 1/6 + g^2/24
    const { estimate, variance } = known(hedgesG(arm(5, 2, 6), arm(3, 2, 6)));
    expect(estimate).toBeCloseTo(0.9227456, 7);
    expect(variance).toBeCloseTo(1 / 3 + estimate ** 2 / 24, 12);
  });

  test('without any spread nothing can be weighed', () => {
    for (const effect of [logResponseRatio, meanDifference, hedgesG])
      expect(effect(arm(2, 0, 4), arm(1, 0, 4))).toEqual(unknown('no-effect-spread'));
  });

  test('refuses an arm that no measurement gives', () => {
    expect(() => meanDifference(arm(Number.NaN, 1, 3), arm(1, 1, 3))).toThrow('E-EFF-001');
    expect(() => hedgesG(arm(1, -1, 3), arm(1, 1, 3))).toThrow('E-EFF-001');
    expect(() => logResponseRatio(arm(1, 1, 3), arm(1, 1, 1))).toThrow('E-EFF-001');
  });

  test('arms exchanged change the sign alone; another unit changes no ratio', () => {
    const { uniform } = chance(seedOf(4, 'arms'));
    const random = () => arm(0.5 + 5 * uniform(), 0.1 + uniform(), 2 + Math.floor(10 * uniform()));
    for (let round = 0; round < 50; round += 1) {
      const [a, b] = [random(), random()];
      for (const effect of [logResponseRatio, meanDifference, hedgesG]) {
        const [there, back] = [known(effect(a, b)), known(effect(b, a))];
        expect(back.estimate).toBeCloseTo(-there.estimate, 12);
        expect(back.variance).toBeCloseTo(there.variance, 12);
      }
      const scale = ({ mean, sd, n }: Arm) => arm(1000 * mean, 1000 * sd, n);
      expect(known(logResponseRatio(scale(a), scale(b))).estimate).toBeCloseTo(
        known(logResponseRatio(a, b)).estimate,
        12,
      );
      expect(known(hedgesG(scale(a), scale(b))).estimate).toBeCloseTo(known(hedgesG(a, b)).estimate, 12);
    }
  });
});

describe('events', () => {
  test('odds and risk ratio by hand', () => {
    // 8 of 10 against 5 of 10
    const [treated, comparator] = [
      { events: 8, without: 2 },
      { events: 5, without: 5 },
    ];
    const odds = known(logOddsRatio(treated, comparator));
    expect(odds.estimate).toBeCloseTo(Math.log(4), 14);
    expect(odds.variance).toBeCloseTo(1 / 8 + 1 / 2 + 1 / 5 + 1 / 5, 14);
    const risk = known(logRiskRatio(treated, comparator));
    expect(risk.estimate).toBeCloseTo(Math.log(1.6), 14);
    expect(risk.variance).toBeCloseTo(1 / 8 - 1 / 10 + 1 / 5 - 1 / 10, 14);
  });

  test('half a plant is added to every cell where one is empty, and nowhere else', () => {
    const odds = known(logOddsRatio({ events: 10, without: 0 }, { events: 6, without: 4 }));
    expect(odds.estimate).toBeCloseTo(Math.log((10.5 * 4.5) / (0.5 * 6.5)), 14);
    expect(odds.variance).toBeCloseTo(1 / 10.5 + 1 / 0.5 + 1 / 6.5 + 1 / 4.5, 14);
  });

  test('all survive, or none: nothing is compared', () => {
    const all = { events: 7, without: 0 };
    const none = { events: 0, without: 9 };
    expect(logOddsRatio(all, all)).toEqual(unknown('event-in-all-or-none'));
    expect(logRiskRatio(none, none)).toEqual(unknown('event-in-all-or-none'));
  });

  test('refuses half plants and an empty arm', () => {
    expect(() => logOddsRatio({ events: 0.5, without: 1 }, { events: 1, without: 1 })).toThrow('E-EFF-002');
    expect(() => logRiskRatio({ events: 1, without: 1 }, { events: 0, without: 0 })).toThrow('E-EFF-002');
  });
});
