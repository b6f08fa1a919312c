import { expect, it } from 'vitest';
import { PRACTICE_FACTORS, practiceFactor, practiceFactorWenner } from './support-practice.ts';

it('Wenner: 0.2 on flat land, 0.5 at ten percent, never above 1', () => {
  expect(practiceFactorWenner(0)).toBe(0.2);
  expect(practiceFactorWenner(10)).toBeCloseTo(0.5, 12);
  expect(practiceFactorWenner(26.7)).toBe(1);
  expect(practiceFactorWenner(200)).toBe(1);
  expect(() => practiceFactorWenner(-1)).toThrow(/E-DIA-102/);
});

it('terraces hold more soil than barriers, barriers more than ploughing along the contour', () => {
  const [none, contour, barrier, terraces] = ['none', 'contour', 'straw-or-sand-barrier', 'terraces'].map(
    practiceFactor,
  );
  expect(none).toBe(1);
  expect(contour).toBeCloseTo(0.7, 12);
  expect(barrier).toBeCloseTo(0.45, 12);
  expect(terraces).toBeCloseTo(0.225, 12);
});

it('no figure of the table passes as checked, and unknown measures are refused', () => {
  expect(Object.values(PRACTICE_FACTORS).some(({ verified }) => verified)).toBe(false);
  expect(() => practiceFactor('walls')).toThrow(/E-DIA-103.*terraces/);
});
