import { describe, expect, test } from 'vitest';
import { isUnknown } from '../base/index.ts';
import { mannKendall } from './mann-kendall.ts';
import { trendBlock } from './trend-block.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('trend of a block', () => {
  test('equals the test of each series alone, with gaps and ties', () => {
    const random = seeded(3);
    const years = Array.from({ length: 35 }, (_, i) => 1990 + i + (i > 20 ? 2 : 0));
    const pixels = 300;
    const input = Float64Array.from({ length: pixels * years.length }, (_, k) => {
      const i = k % years.length;
      const gap = random() < 0.15;
      const value = Math.round((random() + 0.01 * i) * 20) / 20;
      return gap ? Number.NaN : value;
    });
    const block = trendBlock(input, years);
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const values = [...input.subarray(pixel * years.length, (pixel + 1) * years.length)];
      const one = mannKendall(years, values);
      if (isUnknown(one)) throw new Error('unexpected');
      expect(block.s[pixel]).toBe(one.s);
      expect(block.z[pixel]).toBeCloseTo(one.z, 5);
      expect(block.p[pixel]).toBeCloseTo(one.p, 6);
      expect(block.slope[pixel]).toBeCloseTo(one.slopePerYear, 6);
    }
  });

  test('three values say nothing; a constant series has no trend', () => {
    const years = [2000, 2001, 2002, 2003, 2004];
    const nan = Number.NaN;
    const { slope, p } = trendBlock(Float32Array.of(1, 2, 3, nan, nan, 5, 5, 5, 5, 5), years);
    expect([...slope.subarray(0, 1), ...p.subarray(0, 1)]).toEqual([nan, nan]);
    expect(slope[1]).toBe(0);
    expect(p[1]).toBe(1);
  });

  test('turning time or values round turns the slope round', () => {
    const random = seeded(9);
    const years = Array.from({ length: 12 }, (_, i) => 2000 + i);
    const values = Float64Array.from({ length: 12 }, random);
    const forward = trendBlock(values, years).slope[0]!;
    expect(
      trendBlock(
        values.map((value) => -value),
        years,
      ).slope[0],
    ).toBeCloseTo(-forward, 12);
    expect(trendBlock(values.slice().reverse(), years).slope[0]).toBeCloseTo(-forward, 7);
  });
});
