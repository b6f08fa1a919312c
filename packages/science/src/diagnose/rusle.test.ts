import { expect, it } from 'vitest';
import { type RusleFactors, rusle, rusleCells } from './rusle.ts';

const loess = { erosivity: 1500, erodibility: 0.04, lengthSteepness: 2.5, cover: 0.2, practice: 0.5 };

it('1500 x 0.04 x 2.5 x 0.2 x 0.5 is 15 t/ha', () => {
  expect(rusle(loess)).toBeCloseTo(15, 12);
});

it('layers give what the numbers give, however many of the factors are layers', () => {
  const names = Object.keys(loess) as (keyof typeof loess)[];
  for (let layers = 0; layers <= 5; layers += 1) {
    const factors = Object.fromEntries(
      names.map((name, k) => [
        name,
        k < layers ? Float32Array.of(loess[name], 2 * loess[name]) : loess[name],
      ]),
    ) as unknown as RusleFactors;
    const loss = rusleCells(factors, 2);
    expect(loss[0]).toBeCloseTo(15, 5);
    expect(loss[1]).toBeCloseTo(15 * 2 ** layers, 3);
  }
});

it('soil loss grows with each factor and is zero where one is zero', () => {
  for (const name of Object.keys(loess) as (keyof typeof loess)[]) {
    expect(rusle({ ...loess, [name]: loess[name] * 1.1 })).toBeCloseTo(16.5, 10);
    expect(rusle({ ...loess, [name]: 0 })).toBe(0);
  }
});

it('no data in one layer is no data in the loss; negative numbers and other sizes are refused', () => {
  const loss = rusleCells({ ...loess, cover: Float32Array.of(0.2, Number.NaN) }, 2);
  expect(loss[0]).toBeCloseTo(15, 5);
  expect(loss[1]).toBeNaN();
  expect(() => rusle({ ...loess, practice: -1 })).toThrow(/E-DIA-102.*practice/);
  expect(() => rusleCells({ ...loess, cover: Float32Array.of(1) }, 2)).toThrow(/E-DIA-101/);
});
