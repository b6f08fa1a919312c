import { expect, test } from 'vitest';
import { chance, isUnknown, seedOf, unknown } from '../../base/index.ts';
import { netPresentValue } from './net-present-value.ts';
import { paybackYears } from './payback.ts';

test('simple payback by hand, within the year in a straight line', () => {
  // -100, -60, -20, +20: half of the third year
  expect(paybackYears([-100, 40, 40, 40])).toBeCloseTo(2.5, 12);
  expect(paybackYears([-100, 100])).toBe(1);
  expect(paybackYears([-100, 40, 40, 40], { first: 'year-end' })).toBeCloseTo(3.5, 12);
});

test('discounted payback by hand', () => {
  // -100 + 50 + 50 at 10 %
  expect(paybackYears([-100, 55, 60.5], { rate: 0.1 })).toBeCloseTo(2, 12);
  // 110 in the second year is worth 90.909, of which 50 are missing
  expect(paybackYears([-100, 55, 110], { rate: 0.1 })).toBeCloseTo(1 + 50 / (110 / 1.21), 12);
});

test('where costs come late, the last time counts', () => {
  // -10, +5, -5, +1
  expect(paybackYears([-10, 15, -10, 6])).toBeCloseTo(2 + 5 / 6, 12);
  expect(paybackYears([-10, 15, -10])).toEqual(unknown('never-paid-back', { years: 3 }));
});

test('what never costs more than it brings pays back at once', () => {
  expect(paybackYears([10, -5, 3])).toBe(0);
  expect(paybackYears([])).toBe(0);
});

test('any flows: there is a payback where the net present value is not below 0, later at a higher rate', () => {
  const { uniform } = chance(seedOf(4, 'payback'));
  for (let round = 0; round < 200; round += 1) {
    const flow = [-3 * uniform() - 1, ...Array.from({ length: 15 }, uniform)];
    const [simple, discounted] = [paybackYears(flow), paybackYears(flow, { rate: 0.15 })];
    expect(isUnknown(discounted)).toBe(netPresentValue(flow, 0.15) < 0);
    if (!isUnknown(simple) && !isUnknown(discounted)) expect(discounted).toBeGreaterThan(simple);
  }
});

test('refuses rates that are none', () => {
  expect(() => paybackYears([1], { rate: -2 })).toThrow('E-PLN-201');
});
