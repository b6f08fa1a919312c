import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { gaussianOf, informationOf, joined, throughNoise, without } from './information.ts';
import type { CurvePrior } from './types.ts';
import { unitEvidence } from './unit-evidence.ts';

describe('information of a pair', () => {
  test('what is joined and taken out again leaves what was, and a Gaussian survives the round trip', () => {
    const [a, b] = [informationOf([1, 2], [0.5, 0.1, 0.4]), informationOf([0, 1], [2, -0.3, 1])];
    expect(without(joined(a, b), b).precision[1]).toBeCloseTo(a.precision[1], 12);
    expect(gaussianOf(a).mean[0]).toBeCloseTo(1, 12);
    expect(gaussianOf(a).covariance[1]).toBeCloseTo(0.1, 12);
  });

  test('through noise a mean stays and its variances grow by those of the noise', () => {
    const { mean, covariance } = gaussianOf(
      throughNoise(informationOf([1, -2], [0.5, 0.1, 0.4]), [0.3, 0.7]),
    );
    expect(mean[0]).toBeCloseTo(1, 12);
    expect(mean[1]).toBeCloseTo(-2, 12);
    [0.8, 0.1, 1.1].forEach((value, j) => {
      expect(covariance[j as 0 | 1 | 2]).toBeCloseTo(value, 12);
    });
  });
});

describe('what the seasons of one unit say', () => {
  const prior: CurvePrior = { mean: [0.2, -2], covariance: [0.16, 0, 0.09] };

  test('a course that nothing was learned of says nothing', () => {
    const { precision, pull } = unitEvidence(prior, [0.2, -2], [0.16 + 0.01, 0, 0.09 + 0.01], 0.01);
    for (const value of [...precision, ...pull]) expect(Math.abs(value)).toBeLessThan(1e-9);
  });

  test('a prior joined with a look gives the look back, in standard deviations of the prior (100 random looks)', () => {
    const draw = chance(3);
    for (let i = 0; i < 100; i += 1) {
      const [x, y] = [draw.normal(), draw.normal()];
      const covariance = [0.1 + draw.uniform(), 0.09 * draw.normal(), 0.1 + draw.uniform()] as const;
      if (covariance[0] * covariance[2] - covariance[1] ** 2 < 0.005) continue;
      const look = informationOf([0.2 + 0.4 * x, -2 + 0.3 * y], covariance);
      const posterior = gaussianOf(joined(informationOf(prior.mean, prior.covariance), look));
      const said = gaussianOf(unitEvidence(prior, posterior.mean, posterior.covariance, 0));
      expect(said.mean[0]).toBeCloseTo(x, 5);
      expect(said.mean[1]).toBeCloseTo(y, 5);
      expect(said.covariance[0]).toBeCloseTo(covariance[0] / 0.16, 5);
    }
  });

  test('a posterior wider than its prior along one way says nothing along it', () => {
    const { precision, pull } = unitEvidence(prior, [0.4, -2], [0.2, 0, 0.04], 0);
    expect(precision[0]).toBeCloseTo(0, 9);
    expect(pull[0]).toBeCloseTo(0, 9);
    expect(precision[2]).toBeGreaterThan(0);
  });
});
