import { expect, test } from 'vitest';
import { isUnknown, unknown } from '../../base/index.ts';
import type { RiskModel } from './risk-input.ts';
import type { RiskFactor } from './sample-factors.ts';
import { type SobolOptions, sobolIndices } from './sobol.ts';

const factors: readonly RiskFactor[] = ['x1', 'x2', 'x3'].map((name) => ({
  name,
  kind: 'uniform',
  low: -Math.PI,
  high: Math.PI,
}));

function indices(model: RiskModel, options: SobolOptions) {
  const result = sobolIndices(model, factors, options);
  if (isUnknown(result)) throw new Error(result.reason);
  return result;
}

/** Ishigami with a = 7, b = 0.1: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2. */
const ishigami: RiskModel = ([x, y, z]) =>
  Float64Array.of(Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!));
const variance = 49 / 8 + Math.PI ** 4 / 50 + Math.PI ** 8 / 1800 + 1 / 2;
const alone = [(1 + Math.PI ** 4 / 50) ** 2 / 2 / variance, 49 / 8 / variance, 0];
const crossed = (0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50)) / variance;
const withOthers = [alone[0]! + crossed, alone[1]!, crossed];

test('the Ishigami function, within three standard errors and these small', () => {
  [0.3139, 0.4424, 0].forEach((known, i) => {
    expect(alone[i]).toBeCloseTo(known, 4);
  });
  const result = indices(ishigami, { draws: 32768, seed: 1 });
  result.forEach((index, i) => {
    expect(index.firstError).toBeLessThan(0.006);
    expect(index.totalError).toBeLessThan(0.009);
    expect(Math.abs(index.first - alone[i]!)).toBeLessThan(3 * index.firstError);
    expect(Math.abs(index.total - withOthers[i]!)).toBeLessThan(3 * index.totalError);
  });
});

test('a straight-line model: shares are squared slopes, and first order is all there is', () => {
  // 3, 2, 1: 9/14, 4/14, 1/14
  const result = indices(([a, b, c]) => Float64Array.of(3 * a! + 2 * b! + c! + 1000), {
    draws: 32768,
    seed: 1,
  });
  [9 / 14, 4 / 14, 1 / 14].forEach((share, i) => {
    expect(Math.abs(result[i]!.first - share)).toBeLessThan(3 * result[i]!.firstError);
    expect(Math.abs(result[i]!.total - share)).toBeLessThan(3 * result[i]!.totalError);
  });
});

test('a single factor makes the whole variance, exactly where no chance is left; one without effect makes none', () => {
  const result = indices(([a]) => Float64Array.of(5 * a!), { draws: 4096, seed: 2 });
  // f_AB is f_B here, so first is mean(f_B (f_B - f_A)) / V, near 1; that of the others is exactly 0
  expect(Math.abs(result[0]!.first - 1)).toBeLessThan(3 * result[0]!.firstError);
  for (const index of result.slice(1))
    expect(index).toMatchObject({ first: 0, firstError: 0, total: 0, totalError: 0 });
});

test('standard errors say how far off the indices are: over 40 seeds about two in three within one', () => {
  let [within, count, squares] = [0, 0, 0];
  for (let seed = 0; seed < 40; seed += 1) {
    indices(ishigami, { draws: 1024, seed, replicates: 40 }).forEach((index, i) => {
      for (const off of [
        (index.first - alone[i]!) / index.firstError,
        (index.total - withOthers[i]!) / index.totalError,
      ]) {
        squares += off ** 2;
        count += 1;
        if (Math.abs(off) < 1) within += 1;
      }
    });
  }
  expect(within / count).toBeGreaterThan(0.55);
  expect(within / count).toBeLessThan(0.8);
  expect(Math.sqrt(squares / count)).toBeLessThan(1.3);
});

test('any straight line of the output leaves the shares alone, and the same seed gives the same', () => {
  const plain = indices(ishigami, { draws: 512, seed: 3 });
  expect(indices(ishigami, { draws: 512, seed: 3 })).toEqual(plain);
  const moved = indices((x) => Float64Array.of(8 - 4 * ishigami(x)[0]!), { draws: 512, seed: 3 });
  moved.forEach((index, i) => {
    expect(index.first).toBeCloseTo(plain[i]!.first, 9);
    expect(index.totalError).toBeCloseTo(plain[i]!.totalError, 9);
  });
});

test('without spread, or without an answer, there are no shares', () => {
  expect(sobolIndices(() => Float64Array.of(0.1), factors, { draws: 50, seed: 1 })).toEqual(
    unknown('no-spread'),
  );
  expect(sobolIndices(() => Float64Array.of(Number.NaN), factors, { draws: 10, seed: 1 })).toEqual(
    unknown('model-without-answer', { got: 50, draws: 50 }),
  );
  expect(() => sobolIndices((x) => x, factors, { draws: 1, seed: 1 })).toThrow('E-PLN-201');
});
