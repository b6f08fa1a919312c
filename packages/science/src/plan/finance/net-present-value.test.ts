import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { netPresentValue } from './net-present-value.ts';

test('by hand, the first year now or at its end', () => {
  // -100 + 55 / 1.1 + 60.5 / 1.21 = -100 + 50 + 50
  expect(netPresentValue([-100, 55, 60.5], 0.1)).toBeCloseTo(0, 12);
  expect(netPresentValue([-100, 55, 72.6], 0.1)).toBeCloseTo(10, 12);
  expect(netPresentValue([-100, 55, 72.6], 0.1, { first: 'year-end' })).toBeCloseTo(10 / 1.1, 12);
});

test('at rate 0 it is the sum, and nothing is worth nothing', () => {
  expect(netPresentValue([-3, 1, 5], 0)).toBe(3);
  expect(netPresentValue([], 0.05)).toBe(0);
});

test('a perpetuity nearly: 1 a year for 400 years at 5 % is 20 (1 - 1.05^-400)', () => {
  const flow = new Array<number>(400).fill(1);
  expect(netPresentValue(flow, 0.05, { first: 'year-end' })).toBeCloseTo(20 * (1 - 1.05 ** -400), 10);
});

test('any flows: values add up, a year of delay discounts by a year, income is worth less at a higher rate', () => {
  const { normal, uniform } = chance(seedOf(1, 'npv'));
  for (let round = 0; round < 100; round += 1) {
    const [a, b] = [0, 1].map(() => Array.from({ length: 25 }, normal));
    const rate = 0.2 * uniform();
    const both = a!.map((amount, t) => amount + b![t]!);
    expect(netPresentValue(both, rate)).toBeCloseTo(
      netPresentValue(a!, rate) + netPresentValue(b!, rate),
      10,
    );
    expect(netPresentValue([0, ...a!], rate)).toBeCloseTo(netPresentValue(a!, rate) / (1 + rate), 10);
    const income = a!.map(Math.abs);
    expect(netPresentValue(income, rate + 0.01)).toBeLessThan(netPresentValue(income, rate));
  }
});

test('refuses a rate of -100 % and amounts that are no numbers', () => {
  expect(() => netPresentValue([1], -1)).toThrow('E-PLN-201');
  expect(() => netPresentValue([1], Number.NaN)).toThrow('E-PLN-201');
  expect(() => netPresentValue([1, Number.NaN], 0.05)).toThrow('E-PLN-201');
});
