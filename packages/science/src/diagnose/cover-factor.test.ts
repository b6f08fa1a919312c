import { expect, it } from 'vitest';
import {
  COVER_FACTORS,
  coverFactor,
  coverFactorCells,
  coverFactorCellsPlain,
  coverFactorOf,
} from './cover-factor.ts';

it('bare ground 1, ten percent 0.3072, closed cover 0', () => {
  expect(coverFactor(0)).toBe(1);
  expect(coverFactor(10)).toBeCloseTo(0.3072, 12);
  expect(coverFactor(78.4)).toBe(0);
  // At 78.3 %: 0.6508 - 0.3436 x 1.893762 = 0.000103: the two branches meet.
  expect(coverFactor(78.3)).toBeCloseTo(0.000103, 6);
});

it('the factor stays within 0 and 1 and never rises with cover', () => {
  let last = 1;
  for (let cover = 0; cover <= 100; cover += 0.01) {
    const factor = coverFactor(cover);
    expect(factor).toBeGreaterThanOrEqual(0);
    expect(factor).toBeLessThanOrEqual(last);
    last = factor;
  }
});

it('cells: as single values, no data stays no data', () => {
  const cells = coverFactorCells(Float32Array.of(10, 0, 100, Number.NaN, -1, 101));
  expect([...cells].slice(0, 3)).toEqual([Math.fround(0.6508 - 0.3436), 1, 0]);
  expect([...cells].slice(3).every(Number.isNaN)).toBe(true);
});

it('cells equal single values to a float32 over the whole range, also across limits and in place', () => {
  const covers = Float32Array.from({ length: 20_001 }, (_, k) => (k === 0 ? 1e-30 : k / 200));
  covers.set([0.0625, 0.06249, 0.0963, 0.0964, 78.3, 78.29999, 78.30001, 100], 10);
  const cells = coverFactorCells(covers.slice());
  covers.forEach((cover, i) => {
    expect(Math.abs(cells[i]! - coverFactor(cover)), `${cover}`).toBeLessThan(1e-10 + 6e-8 * cells[i]!);
  });
  expect(coverFactorCells(covers, covers)).toEqual(cells);
});

it('the fast way equals its plain twin to the last bit, also at limits, without data and in any length', () => {
  for (const length of [0, 1, 6, 4095, 4096, 9001]) {
    const covers = Float32Array.from({ length }, (_, k) => (k * 0.037) % 103);
    covers.set([-0, 0, -1, 1e-40, 0.0625, 0.06249999, 78.3, 78.299995, 100, 100.00001].slice(0, length));
    if (length > 20) covers.set([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], 12);
    const [fast, plain] = [coverFactorCells(covers), coverFactorCellsPlain(covers, new Float32Array(length))];
    expect(new Uint32Array(fast.buffer)).toEqual(new Uint32Array(plain.buffer));
  }
});

it('a kind of ground stands in its range; bare spoil is 1; other names and impossible cover are refused', () => {
  for (const [kind, { low, high }] of Object.entries(COVER_FACTORS)) {
    expect(coverFactorOf(kind)).toBeGreaterThanOrEqual(low);
    expect(coverFactorOf(kind)).toBeLessThanOrEqual(high);
  }
  expect(coverFactorOf('bare-spoil')).toBe(1);
  expect(() => coverFactorOf('moss')).toThrow(/E-DIA-103.*bare-spoil/);
  expect(() => coverFactor(101)).toThrow(/E-DIA-102/);
});
