import { describe, expect, test } from 'vitest';
import { chance, isUnknown, seedOf, type Unknown, unknown } from '../../base/index.ts';
import { aggregateByPaper } from './aggregate-by-paper.ts';
import { type PoolOptions, poolEffects } from './pool-effects.ts';
import type { StudyEffect } from './study-effect.ts';
import { type PoolMethod, tauSquared } from './tau-squared.ts';
import { tauSquaredInterval } from './tau-squared-interval.ts';
import { weightedFit } from './weighted-fit.ts';

const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const METHODS: readonly PoolMethod[] = ['EE', 'DL', 'REML', 'ML', 'PM'];
const effects = (...rows: readonly (readonly [number, number])[]): StudyEffect[] =>
  rows.map(([estimate, variance], i) => ({ study: `s${i}`, estimate, variance }));

/** Studies whose variances differ by up to a factor of 10,000. */
function random(purpose: string, round: number): StudyEffect[] {
  const { uniform, normal } = chance(seedOf(round, purpose));
  const k = 3 + Math.floor(20 * uniform());
  const tau = uniform() < 0.2 ? 0 : 2 * uniform();
  return effects(
    ...Array.from({ length: k }, (): [number, number] => {
      const variance = 10 ** (-3 + 4 * uniform());
      return [0.5 + tau * normal() + Math.sqrt(variance) * normal(), variance];
    }),
  );
}

describe('by hand', () => {
  test('two studies that differ by four, each with variance one', () => {
    // Q = 4 + 4 = 8, tau2 = (8 - 1) / (2 - 2/2) = 7 for DL, PM and REML alike; weights 1/8, se = 2
    for (const method of ['DL', 'PM', 'REML'] as const) {
      const pooled = known(poolEffects(effects([0, 1], [4, 1]), { method, test: 'normal' }));
      expect(pooled.estimate).toBeCloseTo(2, 12);
      expect(pooled.tau2).toBeCloseTo(7, 9);
      expect(pooled.standardError).toBeCloseTo(2, 9);
      expect(known(pooled.heterogeneity)).toMatchObject({ degreesOfFreedom: 1 });
      expect(known(pooled.heterogeneity).q).toBeCloseTo(8, 12);
      expect(known(pooled.heterogeneity).i2Percent).toBeCloseTo(87.5, 8);
      expect(known(pooled.heterogeneity).h2).toBeCloseTo(8, 8);
      const { low, high } = known(pooled.prediction);
      expect(high - low).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(11), 7);
    }
    // ML divides by k: (4 + 4) / 2 - 1 = 3
    expect(known(poolEffects(effects([0, 1], [4, 1]), { method: 'ML' })).tau2).toBeCloseTo(3, 9);
  });

  test('weights are the inverse of the variances', () => {
    const pooled = known(poolEffects(effects([0, 1], [4, 3]), { method: 'EE' }));
    expect(pooled.estimate).toBeCloseTo(1, 14);
    expect(pooled.standardError ** 2).toBeCloseTo(0.75, 14);
    expect(pooled.weightsPercent[0]).toBeCloseTo(75, 12);
    expect(pooled.weightsPercent[1]).toBeCloseTo(25, 12);
    expect(pooled.prediction).toEqual(unknown('common-effect'));
  });

  test('Knapp-Hartung by hand: three studies of equal weight', () => {
    // Variance 1 each, effects 0, 3, 6: tau2 = 9 - 1 = 8, weighted squares 18/9 = 2, over k-1: 1; se stays sqrt(3), t with 2
    const pooled = known(poolEffects(effects([0, 1], [3, 1], [6, 1])));
    expect(pooled.law).toBe('t');
    expect(pooled.tau2).toBeCloseTo(8, 9);
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(3), 9);
    expect(pooled.ciHigh - pooled.estimate).toBeCloseTo(4.302652729749462 * Math.sqrt(3), 7);
  });

  test('Knapp-Hartung narrows by chance, and says so', () => {
    const pooled = known(poolEffects(effects([1, 1], [1.01, 1], [0.99, 1])));
    expect(pooled).toMatchObject({ law: 't', isNarrowedByKnappHartung: true });
  });

  test('effects all the same are judged by the normal law: no spread, no t', () => {
    const pooled = known(poolEffects(effects([0.3, 1], [0.3, 1], [0.3, 2])));
    expect(pooled).toMatchObject({ law: 'z', tau2: 0 });
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.4), 12);
    expect(known(pooled.heterogeneity).tau2Interval).toEqual({ low: 0, high: 0 });
  });

  test('one study is itself, none is unknown', () => {
    const one = known(poolEffects(effects([0.4, 0.04])));
    expect(one).toMatchObject({ k: 1, estimate: 0.4, law: 'z', tau2: 0, weightsPercent: [100] });
    expect(one.standardError).toBeCloseTo(0.2, 14);
    expect(one.heterogeneity).toEqual(unknown('one-study'));
    expect(one.prediction).toEqual(unknown('one-study'));
    expect(poolEffects([])).toEqual(unknown('no-effects'));
  });

  test('from twenty studies on the normal law is taken', () => {
    const law = (k: number): string =>
      known(poolEffects(effects(...Array.from({ length: k }, (_, i): [number, number] => [i, 1])))).law;
    expect([law(19), law(20)]).toEqual(['t', 'z']);
  });
});

describe('several findings of one paper', () => {
  test('are one effect, by hand with rho 0.5', () => {
    // (v1 + v2 + 2 * 0.5 * sqrt(v1 v2)) / 4 = (4 + 1 + 2) / 4
    const [first, second] = aggregateByPaper([
      { paper: 'a', estimate: 1, variance: 4 },
      { paper: 'b', estimate: 9, variance: 2 },
      { paper: 'a', estimate: 3, variance: 1 },
    ]);
    expect(first).toEqual({ study: 'a', estimate: 2, variance: 1.75, findings: 2 });
    expect(second).toMatchObject({ study: 'b', estimate: 9, findings: 1 });
    expect(second!.variance).toBeCloseTo(2, 14);
  });

  test('never gain more than independent ones, nor less than copies of one', () => {
    const { uniform } = chance(seedOf(5, 'papers'));
    for (let round = 0; round < 50; round += 1) {
      const findings = Array.from({ length: 2 + Math.floor(5 * uniform()) }, () => ({
        paper: 'p',
        estimate: uniform(),
        variance: 0.1 + uniform(),
      }));
      const variance = (rho: number): number => aggregateByPaper(findings, rho)[0]!.variance;
      expect(variance(0.5)).toBeGreaterThan(variance(0));
      expect(variance(0.5)).toBeLessThan(variance(1));
      const { estimate } = aggregateByPaper(findings)[0]!;
      expect(estimate).toBeGreaterThanOrEqual(Math.min(...findings.map((one) => one.estimate)));
      expect(estimate).toBeLessThanOrEqual(Math.max(...findings.map((one) => one.estimate)));
    }
  });

  test('are refused where somebody pools them as if independent', () => {
    expect(() =>
      poolEffects([
        { study: 'a', estimate: 1, variance: 1 },
        { study: 'a', estimate: 2, variance: 1 },
      ]),
    ).toThrow('E-EFF-004');
    expect(() => aggregateByPaper([], 2)).toThrow('E-EFF-005');
  });
});

describe('any studies', () => {
  const pool = (of: readonly StudyEffect[], options: PoolOptions) => known(poolEffects(of, options));

  test('order does not matter; a shift shifts, a scale scales', () => {
    for (let round = 0; round < 25; round += 1) {
      const of = random('invariance', round);
      for (const method of METHODS) {
        const plain = pool(of, { method });
        const turned = pool([...of].reverse(), { method });
        expect(turned.estimate).toBeCloseTo(plain.estimate, 9);
        const moved = pool(
          of.map((one) => ({ ...one, estimate: one.estimate * 10 + 3, variance: one.variance * 100 })),
          { method },
        );
        expect(moved.estimate).toBeCloseTo(plain.estimate * 10 + 3, 6);
        expect(moved.standardError).toBeCloseTo(plain.standardError * 10, 6);
        expect(moved.tau2).toBeCloseTo(plain.tau2 * 100, 4);
      }
    }
  });

  test('REML and ML stand at the top of their likelihood, PM at its equation', () => {
    for (let round = 0; round < 60; round += 1) {
      const of = random('optimum', round);
      const y = of.map(({ estimate }) => estimate);
      const v = of.map(({ variance }) => variance);
      const ones = [y.map(() => 1)];
      for (const method of ['REML', 'ML'] as const) {
        const { tau2, fit } = tauSquared(y, v, ones, method)!;
        const height = (at: number): number => {
          const other = weightedFit(y, v, ones, at)!;
          return method === 'REML' ? other.restrictedLogLikelihood : other.logLikelihood;
        };
        expect(tau2).toBeGreaterThanOrEqual(0);
        const top = height(tau2);
        for (const share of [0, 0.5, 0.9, 0.99, 1.01, 1.1, 2, 5])
          expect(top).toBeGreaterThanOrEqual(height(share * tau2 + (tau2 === 0 ? 0.01 * share : 0)) - 1e-9);
        if (method === 'REML' && tau2 > 0)
          expect(Math.abs(fit.residualSum2 - fit.traceP)).toBeLessThan(1e-7 * fit.traceP);
      }
      const even = tauSquared(y, v, ones, 'PM')!;
      if (even.tau2 > 0) expect(even.fit.residualSum).toBeCloseTo(y.length - 1, 8);
      else expect(even.fit.residualSum).toBeLessThanOrEqual(y.length - 1);
    }
  });

  test('without variance between studies every method gives the common effect', () => {
    for (let round = 0; round < 25; round += 1) {
      const of = random('homogeneous', round).map((one, i) => ({ ...one, estimate: 0.1 + 1e-4 * i }));
      const common = pool(of, { method: 'EE' });
      for (const method of METHODS) {
        const pooled = pool(of, { method, test: 'normal' });
        expect(pooled.tau2).toBe(0);
        expect(pooled.estimate).toBeCloseTo(common.estimate, 12);
        expect(known(pooled.heterogeneity).i2Percent).toBe(0);
      }
    }
  });

  test('nothing printed is a number that is none, and weights add up', () => {
    for (let round = 0; round < 60; round += 1) {
      const of = random('finite', round);
      for (const method of METHODS) {
        const pooled = pool(of, { method });
        const spread = known(pooled.heterogeneity);
        const numbers = [
          pooled.estimate,
          pooled.ciLow,
          pooled.ciHigh,
          pooled.p,
          spread.q,
          spread.p,
          spread.h2,
          spread.i2Percent,
          spread.tau2Interval.high,
        ];
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(spread.tau2Interval.low).toBeLessThanOrEqual(spread.tau2Interval.high);
        expect(pooled.weightsPercent.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
      }
    }
  });

  test('the interval of tau2 ends where Q meets the quantiles of chi-square', () => {
    // k = 3, variances 1, effects 0, 3, 6: Q(tau2) = 18 / (1 + tau2); chi-square 2: 7.377759, 0.050636
    const [y, v, ones] = [[0, 3, 6], [1, 1, 1], [[1, 1, 1]]];
    const { low, high } = tauSquaredInterval(y, v, ones, 0.95)!;
    expect(low).toBeCloseTo(18 / 7.377758908227871 - 1, 8);
    expect(high).toBeCloseTo(18 / 0.05063561596857973 - 1, 5);
  });
});

test('refuses what cannot be pooled', () => {
  expect(() => poolEffects(effects([Number.NaN, 1]))).toThrow('E-EFF-003');
  expect(() => poolEffects(effects([1, 0]))).toThrow('E-EFF-003');
  expect(() => poolEffects(effects([1, 1]), { level: 95 })).toThrow('E-EFF-005');
});
