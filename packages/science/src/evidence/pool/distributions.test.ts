import { expect, test } from 'vitest';
import { chance, normalTwoSidedP, seedOf } from '../../base/index.ts';
import { chiSquareQuantile, chiSquareUpperTail } from './chi-square.ts';
import { fUpperTail } from './f-upper-tail.ts';
import { logGamma } from './log-gamma.ts';
import { studentQuantile, studentTwoSidedP } from './student-t.ts';

type Row = readonly number[];
const near = (got: number, expected: number, relative = 1e-11): void => {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300));
};

test('Student, chi-square and F have the tails that scipy 1.17.1 gives', () => {
  const t: readonly Row[] = [
    [2.228138852, 10, 0.04999999999883647],
    [0.5, 1, 0.7048327646991335],
    [12.7062, 1, 0.0500000185607104],
    [-3.95224, 12, 0.001920014702953453],
    [8, 3, 0.004076577587785466],
    [40, 30, 1.3726045194406417e-27],
  ];
  for (const [value, df, p] of t) near(studentTwoSidedP(value!, df!), p!);
  const chi: readonly Row[] = [
    [3.841458820694124, 1, 0.04999999999999989],
    [152.233008, 12, 1.9967646677575208e-26],
    [0.3, 1, 0.583882420770365],
    [12, 12, 0.44567964136461097],
    [1, 50, 1],
  ];
  for (const [value, df, p] of chi) near(chiSquareUpperTail(value!, df!), p!);
  const f: readonly Row[] = [
    [4.96, 1, 10, 0.05008765056646815],
    [3, 2, 27, 0.0665997544260565],
    [0.2, 5, 9, 0.9544516850435977],
  ];
  for (const [value, df1, df2, p] of f) near(fUpperTail(value!, df1!, df2!), p!);
});

test('their quantiles are those of scipy 1.17.1', () => {
  const t: readonly Row[] = [
    [0.975, 1, 12.706204736174694],
    [0.975, 12, 2.1788128296672284],
    [0.005, 3, -5.840909309733357],
    [0.975, 200, 1.9718962236339088],
    [0.9995, 2.5, 18.277893528131457],
  ];
  for (const [p, df, value] of t) near(studentQuantile(p!, df!), value!);
  const chi: readonly Row[] = [
    [0.975, 12, 23.33666415864534],
    [0.025, 12, 4.4037885069817015],
    [0.025, 1, 0.0009820691171752555],
    [0.5, 100, 99.33412923598846],
    [0.001, 3, 0.024297585815692732],
  ];
  for (const [p, df, value] of chi) near(chiSquareQuantile(p!, df!), value!, 1e-10);
  expect(studentQuantile(0.5, 4)).toBe(0);
});

test('the gamma function grows by its argument, and half an integer gives roots of pi', () => {
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-13);
  near(logGamma(100.5), 361.43554046777757, 1e-13);
  const { uniform } = chance(seedOf(1, 'gamma'));
  for (let i = 0; i < 100; i += 1) {
    const z = 0.05 + 30 * uniform();
    expect(logGamma(z + 1)).toBeCloseTo(logGamma(z) + Math.log(z), 10);
  }
});

test('quantiles invert, F with one degree is t squared, chi-square with one degree is a normal squared', () => {
  const { uniform } = chance(seedOf(2, 'tails'));
  for (let i = 0; i < 100; i += 1) {
    const p = 0.001 + 0.998 * uniform();
    const df = 1 + 40 * uniform();
    const t = studentQuantile(p, df);
    expect(studentTwoSidedP(t, df)).toBeCloseTo(2 * Math.min(p, 1 - p), 11);
    expect(fUpperTail(t * t, 1, df)).toBeCloseTo(studentTwoSidedP(t, df), 11);
    expect(chiSquareUpperTail(chiSquareQuantile(p, df), df)).toBeCloseTo(1 - p, 11);
    const z = 4 * uniform();
    expect(chiSquareUpperTail(z * z, 1)).toBeCloseTo(normalTwoSidedP(z), 11);
  }
});
