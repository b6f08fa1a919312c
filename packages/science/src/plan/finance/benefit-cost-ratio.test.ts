import { expect, test } from 'vitest';
import { chance, seedOf, unknown } from '../../base/index.ts';
import { benefitCostRatio } from './benefit-cost-ratio.ts';
import { netPresentValue } from './net-present-value.ts';

test('by hand', () => {
  // Benefits 110 / 1.1 + 121 / 1.21 = 200; costs 100 + 66 / 1.1 = 160
  expect(benefitCostRatio([0, 110, 121], [100, 66, 0], 0.1)).toBeCloseTo(1.25, 12);
});

test('nothing spent has no ratio', () => {
  expect(benefitCostRatio([1, 2], [0, 0], 0.05)).toEqual(unknown('no-cost'));
});

test('any flows: above 1 where the net present value is above 0, and the timing cancels', () => {
  const { uniform } = chance(seedOf(3, 'bcr'));
  for (let round = 0; round < 200; round += 1) {
    const [benefits, costs] = [0, 1].map(() => Array.from({ length: 20 }, uniform));
    const ratio = benefitCostRatio(benefits!, costs!, 0.08) as number;
    const net = netPresentValue(
      benefits!.map((b, t) => b - costs![t]!),
      0.08,
    );
    expect(Math.sign(ratio - 1)).toBe(Math.sign(net));
    expect(benefitCostRatio(benefits!, costs!, 0.08, { first: 'year-end' })).toBeCloseTo(ratio, 12);
  }
});

test('refuses costs below zero and other years', () => {
  expect(() => benefitCostRatio([1], [-1], 0.05)).toThrow('E-PLN-201');
  expect(() => benefitCostRatio([1], [1, 2], 0.05)).toThrow('E-PLN-202');
});
