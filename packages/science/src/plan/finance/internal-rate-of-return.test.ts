import { expect, test } from 'vitest';
import { chance, seedOf, unknown } from '../../base/index.ts';
import { internalRateOfReturn, internalRates } from './internal-rate-of-return.ts';
import { netPresentValue } from './net-present-value.ts';

test('by hand', () => {
  expect(internalRateOfReturn([-100, 110])).toBeCloseTo(0.1, 14);
  // 55 / 1.1 + 60.5 / 1.21 = 100
  expect(internalRateOfReturn([-100, 55, 60.5])).toBeCloseTo(0.1, 14);
  expect(internalRateOfReturn([-100, 50])).toBeCloseTo(-0.5, 14);
  // A loan read backwards has the same rate; years of nothing before and after change nothing
  expect(internalRateOfReturn([100, -110])).toBeCloseTo(0.1, 14);
  expect(internalRateOfReturn([0, 0, -100, 110, 0])).toBeCloseTo(0.1, 14);
  expect(internalRateOfReturn([-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])).toBeCloseTo(2 ** 0.1 - 1, 14);
});

test('without a change of sign, or with income that never makes up, there is none', () => {
  expect(internalRateOfReturn([-100, -10])).toEqual(unknown('no-internal-rate'));
  expect(internalRateOfReturn([0, 0])).toEqual(unknown('no-internal-rate'));
  expect(internalRateOfReturn([])).toEqual(unknown('no-internal-rate'));
  // -100 + 150 v - 100 v^2 has no real root: 150^2 < 4 * 100 * 100
  expect(internalRateOfReturn([-100, 150, -100])).toEqual(unknown('no-internal-rate'));
});

test('closing costs give two rates, and then none is the internal rate', () => {
  // -100 (1 - 1.1 v)(1 - 1.3 v) = -100 + 240 v - 143 v^2
  const rates = internalRates([-100, 240, -143]);
  expect(rates).toHaveLength(2);
  expect(rates[0]).toBeCloseTo(0.1, 12);
  expect(rates[1]).toBeCloseTo(0.3, 12);
  expect(internalRateOfReturn([-100, 240, -143])).toEqual(
    unknown('several-internal-rates', { rates: '10.00 / 30.00' }),
  );
});

test('a value that only touches zero has one rate', () => {
  // -(1 - 1.1 v)^2
  expect(internalRates([-1, 2.2, -1.21])).toHaveLength(1);
  expect(internalRateOfReturn([-1, 2.2, -1.21])).toBeCloseTo(0.1, 6);
});

test('several changes of sign need not mean several rates', () => {
  const flow = [-1000, 600, -50, 700, 300];
  const rates = internalRates(flow);
  expect(rates).toHaveLength(1);
  expect(netPresentValue(flow, rates[0]!)).toBeCloseTo(0, 9);
});

test('any flows made from rates give just these rates back', () => {
  const { uniform } = chance(seedOf(2, 'irr'));
  for (let round = 0; round < 200; round += 1) {
    const count = 1 + Math.floor(uniform() * 4);
    const made = Array.from({ length: count }, (_, k) => -0.2 + 0.25 * k + 0.1 * uniform());
    // Product of (1 - (1 + r) v), times a factor without positive roots
    let flow = [-1000];
    for (const rate of made) flow = product(flow, [1, -(1 + rate)]);
    flow = product(flow, [1, uniform(), uniform() + 0.3]);
    const rates = internalRates(flow);
    expect(rates).toHaveLength(count);
    rates.forEach((rate, k) => {
      expect(rate).toBeCloseTo(made[k]!, 9);
    });
  }
});

test('fifty years of works, sales and aftercare are done with', () => {
  const flow = Array.from({ length: 51 }, (_, t) => (t < 5 ? -1e6 : t < 30 ? 3e5 : -1e4));
  const rates = internalRates(flow);
  expect(rates.length).toBeGreaterThan(0);
  for (const rate of rates)
    expect(Math.abs(netPresentValue(flow, rate))).toBeLessThan(1e-3 * (1 + rate) ** -50);
});

test('refuses amounts that are no numbers', () => {
  expect(() => internalRates([1, Infinity])).toThrow('E-PLN-201');
});

function product(one: readonly number[], other: readonly number[]): number[] {
  const result = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((a, i) => {
    other.forEach((b, j) => {
      result[i + j]! += a * b;
    });
  });
  return result;
}
