import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { controlSettingsSchema } from '../settings.ts';
import { asymptoteOf, logitOf } from './curve-step.ts';
import { advance, correct } from './filter-kernel.ts';
import { scalarKalman, steadyVariance } from './scalar-kalman.ts';

describe('scalar Kalman filter and its steady state', () => {
  test('a random walk seen with its own noise settles at the golden ratio', () => {
    expect(steadyVariance({ phi: 1, q: 1, r: 1 })).toBeCloseTo((Math.sqrt(5) - 1) / 2, 12);
  });

  test('a state without memory has variance Q R / (Q + R)', () => {
    expect(steadyVariance({ phi: 0, q: 0.02, r: 0.03 })).toBeCloseTo(0.012, 12);
  });

  test('the steady variance solves the Riccati equation, and the filter comes to it from anywhere (Riccati, to 1e-6)', () => {
    const draw = chance(4);
    for (let i = 0; i < 200; i += 1) {
      const model = { phi: draw.uniform(), q: 1e-4 + 0.01 * draw.uniform(), r: 1e-4 + 0.01 * draw.uniform() };
      const P = steadyVariance(model);
      const M = model.phi ** 2 * P + model.q;
      expect(P).toBeCloseTo((M * model.r) / (M + model.r), 12);
      const run = scalarKalman(
        Array(400).fill(0.4),
        { ...model, asymptote: 0.8 },
        { mean: 0, variance: 4 * draw.uniform() },
      );
      expect(Math.abs(run.at(-1)!.variance - P)).toBeLessThan(1e-6);
    }
  });

  test('two seasons by hand: K 0.8, phi 0.5, Q 0.01, R 0.03', () => {
    const [first, second] = scalarKalman(
      [0.6, null],
      { asymptote: 0.8, phi: 0.5, q: 0.01, r: 0.03 },
      { mean: 0.2, variance: 0.08 },
    );
    // 0.8 - 0.6 / 2 = 0.5; 0.25 x 0.08 + 0.01 = 0.03; gain a half.
    expect(first).toMatchObject({ predictedMean: 0.5, gain: 0.5 });
    expect(first!.predictedVariance).toBeCloseTo(0.03, 12);
    expect(first!.mean).toBeCloseTo(0.55, 12);
    expect(first!.variance).toBeCloseTo(0.015, 12);
    // Nothing seen: 0.8 - 0.25 / 2; 0.25 x 0.015 + 0.01.
    expect(second!.mean).toBeCloseTo(0.675, 12);
    expect(second!.variance).toBeCloseTo(0.01375, 12);
  });

  test('the extended filter with a known course is the scalar one', () => {
    const settings = { ...controlSettingsSchema.parse({}).filter, drift: 0 };
    const draw = chance(9);
    const [K, rate] = [0.7, 0.2];
    const seen = Array.from({ length: 20 }, (_, i) => (i % 5 === 3 ? null : 0.4 + 0.1 * draw.normal()));
    const scalar = scalarKalman(
      seen,
      { asymptote: asymptoteOf(logitOf(K)), phi: Math.exp(-rate), q: settings.seasonNoise ** 2, r: 0.01 },
      { mean: 0.2, variance: 0.02 },
    );
    const at = Float64Array.of(0.2, logitOf(K), Math.log(rate), 0.02, 0, 0, 0, 0, 0);
    const step = new Float64Array(4);
    const extended = seen.map((closeness) => {
      advance('saturating', at, 0, 1, settings.seasonNoise ** 2, 0, step);
      if (closeness !== null) {
        const departure = closeness - at[0]!;
        correct(at, 0, Float64Array.of(departure, at[3]! + 0.01, 0, 0));
      }
      return { mean: at[0]!, variance: at[3]! };
    });
    scalar.forEach(({ mean, variance }, i) => {
      expect(extended[i]!.mean).toBeCloseTo(mean, 12);
      expect(extended[i]!.variance).toBeCloseTo(variance, 12);
    });
  });
});
