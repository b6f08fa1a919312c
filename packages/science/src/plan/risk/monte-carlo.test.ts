import { expect, test } from 'vitest';
import { isUnknown, unknown } from '../../base/index.ts';
import { type MonteCarloOutput, monteCarlo, quantileOfSorted } from './monte-carlo.ts';
import type { RiskModel } from './risk-input.ts';
import type { RiskFactor } from './sample-factors.ts';

const delay: RiskFactor = { name: 'delay', kind: 'uniform', low: 0, high: 1 };
const cost: RiskFactor = { name: 'cost', kind: 'normal', mean: 100, sd: 10 };

function first(...given: Parameters<typeof monteCarlo>): MonteCarloOutput {
  const output = monteCarlo(...given)[0]!;
  if (isUnknown(output)) throw new Error(output.reason);
  return output;
}

test('quantiles lie between order statistics', () => {
  const values = Float64Array.of(1, 2, 3, 10);
  expect(quantileOfSorted(values, 0)).toBe(1);
  expect(quantileOfSorted(values, 0.5)).toBe(2.5);
  // 1 + 3 * 0.75 = position 3.25
  expect(quantileOfSorted(values, 0.75)).toBeCloseTo(4.75, 12);
  expect(quantileOfSorted(values, 1)).toBe(10);
});

test('a uniform and a normal come back with their own figures', () => {
  const outputs = monteCarlo((x) => x, [delay, cost], {
    draws: 2000,
    seed: 1,
    thresholds: [0.3, null],
  }) as MonteCarloOutput[];
  const [uniform, normal] = outputs;
  expect(uniform?.mean).toBeCloseTo(0.5, 5);
  expect(uniform?.sd).toBeCloseTo(Math.sqrt(1 / 12), 3);
  expect(uniform?.p5).toBeCloseTo(0.05, 3);
  expect(uniform?.below).toBeCloseTo(0.3, 9);
  expect(normal?.mean).toBeCloseTo(100, 2);
  expect(normal?.p95).toBeCloseTo(116.4485, 1);
  expect(normal?.below).toBeNull();
  expect(normal?.answered).toBe(2000);
});

test('a model may have no answer in some draws; the figures are over the others', () => {
  const model: RiskModel = ([x]) => Float64Array.of(x! < 0.25 ? Number.NaN : 7, Number.NaN);
  const [some, none] = monteCarlo(model, [delay], { draws: 100, seed: 1 });
  expect(some).toMatchObject({ answered: 75, mean: 7, sd: 0, p5: 7, p95: 7 });
  expect(none).toEqual(unknown('model-without-answer', { got: 100, draws: 100 }));
});

test('any straight line of the output does the same to mean, spread and quantiles; the same seed gives the same', () => {
  const run = (model: RiskModel) => first(model, [delay, cost], { draws: 500, seed: 9 });
  const plain = run(([a, b]) => Float64Array.of(a! * b!));
  const other = run(([a, b]) => Float64Array.of(3 * a! * b! + 5));
  for (const key of ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const)
    expect(other[key]).toBeCloseTo(3 * plain[key] + 5, 9);
  expect(other.sd).toBeCloseTo(3 * plain.sd, 9);
  expect(run(([a, b]) => Float64Array.of(a! * b!))).toEqual(plain);
});

test('refuses models whose outputs change in number', () => {
  let calls = 0;
  const fickle: RiskModel = () => new Float64Array((calls += 1));
  expect(() => monteCarlo(fickle, [delay], { draws: 2, seed: 1 })).toThrow('E-PLN-202');
  expect(() => monteCarlo((x) => x, [delay], { draws: 2, seed: 1, thresholds: [] })).toThrow('E-PLN-202');
});
