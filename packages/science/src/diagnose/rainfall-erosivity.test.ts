import { expect, it } from 'vitest';
import { erosivityFromMonths, erosivityFromYear } from './rainfall-erosivity.ts';

it('twelve months of 50 mm: 50^2 / 600 = 4.1667, 10^(1.5 x 0.61979 - 0.8188) = 1.29087, R = 457.4', () => {
  expect(erosivityFromMonths(Array.from({ length: 12 }, () => 50))).toBeCloseTo(457.4, 1);
});

it('the same rain in fewer months erodes more', () => {
  const even = Array.from({ length: 12 }, () => 50);
  const monsoon = [0, 0, 0, 0, 0, 100, 200, 200, 100, 0, 0, 0];
  expect(erosivityFromMonths(monsoon)).toBeGreaterThan(3 * erosivityFromMonths(even));
});

it('without rain there is no erosivity, and it grows with rain', () => {
  expect(erosivityFromMonths(Array.from({ length: 12 }, () => 0))).toBe(0);
  expect(erosivityFromYear(0)).toBe(0);
  // ln 500 = 6.214608; x 1.6548 = 10.283933; e^10.283933 = 29258.7; x 0.0534 = 1562.4
  expect(erosivityFromYear(500)).toBeCloseTo(1562.4, 0);
  expect(erosivityFromYear(501)).toBeGreaterThan(erosivityFromYear(500));
});

it('eleven months and negative rain are refused', () => {
  expect(() => erosivityFromMonths(Array.from({ length: 11 }, () => 50))).toThrow(/12 values/);
  expect(() => erosivityFromMonths(Array.from({ length: 12 }, () => -1))).toThrow(/E-DIA-102/);
  expect(() => erosivityFromYear(-1)).toThrow(/E-DIA-102/);
});
