import { describe, expect, test } from 'vitest';
import { priorAfter, priorBefore, survivalOf } from './curve-prior.ts';
import { learnedCurves, type TaughtUnit } from './learned-curves.ts';
import { madeCase, madePromise } from './made-promise.fixture.ts';
import { type PoolUnit, poolCurves } from './pool-curves.ts';

const taught = (unit: string, count?: TaughtUnit['one']['count']): TaughtUnit => {
  const promise = madePromise({ unit });
  const before = priorBefore(promise, 0.2, 'saturating');
  return {
    one: { ...madeCase([0.2], { unit }), ...(count === undefined ? {} : { count }) },
    prior: priorAfter(
      promise,
      survivalOf(promise),
      { logit: before.mean[0], logitVariance: before.covariance[0], lnRate: before.mean[1] },
      0.2,
      'saturating',
    ),
    seasons: 4,
  };
};
const said = (d: readonly [number, number]): PoolUnit => ({
  measure: 'sowing',
  zone: 'semi-arid/dump',
  evidence: { precision: [400, 0, 400], pull: [400 * d[0], 400 * d[1]] },
});

describe('what seasons taught of a measure', () => {
  test('units that say the library is right leave its figures as they are', () => {
    const units = ['a', 'b', 'c'].map((unit) => taught(unit));
    const [curve] = learnedCurves(units, poolCurves(units.map(() => said([0, 0]))));
    expect(curve).toMatchObject({ measure: 'sowing', zone: 'semi-arid/dump', units: 3, seasons: 12 });
    expect(curve!.rate.factor).toBeCloseTo(1, 12);
    expect(curve!.asymptote.factor).toBeCloseTo(1, 12);
    expect(curve!.survival).toEqual({ factor: 1, alive: 0, dead: 0 });
  });

  test('two hundred units one standard deviation faster make the rate exp(sd) of the library', () => {
    const units = Array.from({ length: 200 }, (_, i) => taught(`u${i}`));
    const [curve] = learnedCurves(units, poolCurves(units.map(() => said([0, 1]))));
    expect(Math.log(curve!.rate.factor)).toBeCloseTo(Math.sqrt(Math.log1p(0.25 ** 2)), 1);
    expect(curve!.rate.sdLog).toBeLessThan(0.06);
  });

  test('units that come less far lower the reach, and the uncertainty is that of the mean', () => {
    const units = Array.from({ length: 50 }, (_, i) => taught(`u${i}`));
    const [curve] = learnedCurves(units, poolCurves(units.map(() => said([-1, 0]))));
    expect(curve!.asymptote.factor).toBeLessThan(0.9);
    expect(curve!.asymptote.factor).toBeGreaterThan(0.75);
    expect(curve!.asymptote.sdLog).toBeLessThan(0.06);
  });

  test('a thousand plants of one unit count for twenty', () => {
    const [curve] = learnedCurves([taught('a', { alive: 400, dead: 600 })], poolCurves([said([0, 0])]));
    const weight = 1 / (1 + 0.05 * 999);
    expect(curve!.survival.factor).toBeCloseTo((24 + 400 * weight) / (30 + 1000 * weight) / 0.8, 12);
    expect(curve!.survival).toMatchObject({ alive: 400, dead: 600 });
  });
});
