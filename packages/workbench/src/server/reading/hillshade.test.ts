import { expect, test } from 'vitest';
import { shadeOf } from './hillshade.ts';

test('level ground takes the light at 45 degrees: its sine', () => {
  expect(shadeOf(0, Number.NaN)).toBeCloseTo(Math.SQRT1_2, 12);
});

test('a slope of 45 degrees towards the light is full, one away from it is dark', () => {
  expect(shadeOf(45, 315)).toBeCloseTo(1, 12);
  expect(shadeOf(45, 135)).toBeCloseTo(0, 12);
  expect(shadeOf(80, 135)).toBe(0);
});

test('across the light a slope is darker by its cosine', () => {
  expect(shadeOf(60, 45)).toBeCloseTo(Math.SQRT1_2 * 0.5, 12);
  expect(shadeOf(Number.NaN, 10)).toBeNaN();
});
