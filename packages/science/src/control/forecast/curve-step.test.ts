import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { asymptoteOf, CEILING, type CurveKind, logisticRate, logitOf, stepCurve } from './curve-step.ts';

const step = (kind: CurveKind, r: number, logit: number, lnRate: number, dt = 1): Float64Array => {
  const out = new Float64Array(4);
  stepCurve(kind, r, logit, lnRate, dt, out);
  return out;
};

describe('one step of a recovery curve', () => {
  test('a saturating course brings back half of what is missing in ln 2 / k years', () => {
    expect(step('saturating', 0.2, logitOf(0.8), Math.log(Math.LN2))[0]).toBeCloseTo(0.5, 12);
  });

  test('a logistic course from half its asymptote triples the odds in ln 3 / k years', () => {
    expect(step('logistic', 0.4, logitOf(0.8), Math.log(Math.log(3)))[0]).toBeCloseTo(0.6, 12);
  });

  test('the asymptote of a logit is its inverse, and half the ceiling lies at 0', () => {
    expect(asymptoteOf(0)).toBe(CEILING / 2);
    for (const K of [0.05, 0.4, 0.95, 1.2]) expect(asymptoteOf(logitOf(K))).toBeCloseTo(K, 12);
  });

  test('derivatives equal central differences, both kinds, 200 random states', () => {
    const draw = chance(1);
    const h = 1e-6;
    for (const kind of ['saturating', 'logistic'] as const)
      for (let i = 0; i < 100; i += 1) {
        const [r, logit, lnRate] = [0.05 + draw.uniform(), 2 * draw.normal(), -2 + draw.normal()];
        const dt = 0.1 + draw.uniform();
        const [, byR, byLogit, byRate] = step(kind, r, logit, lnRate, dt);
        const slope = (a: Float64Array, b: Float64Array): number => (a[0]! - b[0]!) / (2 * h);
        expect(byR).toBeCloseTo(
          slope(step(kind, r + h, logit, lnRate, dt), step(kind, r - h, logit, lnRate, dt)),
          6,
        );
        expect(byLogit).toBeCloseTo(
          slope(step(kind, r, logit + h, lnRate, dt), step(kind, r, logit - h, lnRate, dt)),
          6,
        );
        expect(byRate).toBeCloseTo(
          slope(step(kind, r, logit, lnRate + h, dt), step(kind, r, logit, lnRate - h, dt)),
          6,
        );
      }
  });

  test('two half years are one year', () => {
    const draw = chance(2);
    for (const kind of ['saturating', 'logistic'] as const)
      for (let i = 0; i < 50; i += 1) {
        const [r, logit, lnRate] = [0.05 + draw.uniform(), draw.normal(), -2 + draw.normal()];
        const half = step(kind, r, logit, lnRate, 0.5)[0]!;
        expect(step(kind, half, logit, lnRate, 0.5)[0]).toBeCloseTo(step(kind, r, logit, lnRate)[0]!, 12);
      }
  });

  test('a logistic course at its own rate stands where the saturating one does after five years', () => {
    const k = logisticRate(0.12, 0.15, 0.8, 5);
    expect(step('logistic', 0.15, logitOf(0.8), Math.log(k), 5)[0]).toBeCloseTo(
      step('saturating', 0.15, logitOf(0.8), Math.log(0.12), 5)[0]!,
      12,
    );
    expect(logisticRate(0.12, 0.9, 0.8, 5)).toBe(0.12);
  });
});
