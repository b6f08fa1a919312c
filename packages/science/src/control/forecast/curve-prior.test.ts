import { describe, expect, test } from 'vitest';
import { priorAfter, priorBefore, survivalOf, withPooled } from './curve-prior.ts';
import { asymptoteOf, asymptoteSlope, logitOf } from './curve-step.ts';
import { madePromise } from './made-promise.fixture.ts';

const bare = { logit: logitOf(0.3), logitVariance: 0, lnRate: Math.log(0.04) };

describe('priors of a course', () => {
  test('before the works it is the promised course with the spread of nothing stated', () => {
    const { mean, covariance } = priorBefore(madePromise(), 0.2, 'saturating');
    expect(asymptoteOf(mean[0])).toBeCloseTo(0.3, 12);
    expect(Math.exp(mean[1])).toBeCloseTo(0.04, 12);
    // sd of K 0.15 x 0.3, in logits over its slope.
    expect(Math.sqrt(covariance[0]) * asymptoteSlope(0.3)).toBeCloseTo(0.045, 12);
  });

  test('where 0.8 lives the unit goes to 0.8 x 0.8 + 0.2 x 0.3 = 0.7, at the slope of the mixture', () => {
    const { mean } = priorAfter(
      madePromise(),
      { alive: 24, dead: 6, mean: 0.8, variance: 0 },
      bare,
      0.2,
      'saturating',
    );
    expect(asymptoteOf(mean[0])).toBeCloseTo(0.7, 12);
    // (0.8 x 0.15 x 0.6 + 0.2 x 0.04 x 0.1) / 0.5
    expect(Math.exp(mean[1])).toBeCloseTo(0.1456, 12);
  });

  test('doubt about survival widens the asymptote by (K1 - K0)^2 var s', () => {
    const promise = madePromise({ spread: { rate: 0.25, asymptote: 0 } });
    const { covariance } = priorAfter(
      promise,
      { alive: 24, dead: 6, mean: 0.8, variance: 0.01 },
      bare,
      0.2,
      'saturating',
    );
    expect(Math.sqrt(covariance[0]) * asymptoteSlope(0.7)).toBeCloseTo(0.5 * 0.1, 12);
  });

  test('factors that a promise was made with are not learned twice', () => {
    const survival = survivalOf({ survival: 0.8 });
    const taught = madePromise({
      after: { asymptote: 0.72, rate: 0.3 },
      learned: { rate: 2, reach: 0.9, survival: 1 },
    });
    const library = madePromise();
    const [a, b] = [taught, library].map((promise) => priorAfter(promise, survival, bare, 0.2, 'saturating'));
    expect(a!.mean[0]).toBeCloseTo(b!.mean[0], 12);
    expect(a!.mean[1]).toBeCloseTo(b!.mean[1], 12);
  });

  test('a pool that knows nothing leaves the prior as it is', () => {
    const prior = priorBefore(madePromise(), 0.2, 'saturating');
    const same = withPooled(prior, { shift: [0, 0], covariance: [0.5, 0, 0.5], unitShare: [0.5, 0.5] });
    expect(same.mean).toEqual(prior.mean);
    expect(same.covariance[0]).toBeCloseTo(prior.covariance[0], 12);
  });

  test('a promise of full survival is not doubted, one of 0.8 is, and a count settles it', () => {
    expect(survivalOf({ survival: 1 }).variance).toBe(0);
    expect(survivalOf({ survival: 0.8 }).mean).toBeCloseTo(0.8, 12);
    expect(survivalOf({ survival: 0.8 }, { alive: 100, dead: 300 }).mean).toBeCloseTo((24 + 100) / 430, 12);
  });
});
