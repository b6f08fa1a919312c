import { describe, expect, test } from 'vitest';
import { quantisePlane, valueOfCode } from './quantise.ts';
import { rampRange, ticksOf } from './ramp-range.ts';
import { shrinkPlane } from './shrink-plane.ts';

const plain = { scale: 1, offset: 0, nodata: -1 };

describe('codes of one byte', () => {
  test('give back every value inside the span to within half a step', () => {
    const range = { lo: -0.3, hi: 0.9 };
    const samples = Int16Array.from({ length: 12_001 }, (_, i) => i - 3000);
    const codes = quantisePlane(samples, { scale: 1e-4, offset: 0, nodata: -32768 }, range);
    const half = (range.hi - range.lo) / 254 / 2;
    samples.forEach((sample, i) => {
      expect(Math.abs(valueOfCode(codes[i]!, range)! - sample * 1e-4)).toBeLessThanOrEqual(half + 1e-12);
    });
  });

  test('keep no data apart from the lowest value, and hold what lies outside at the ends', () => {
    const codes = quantisePlane([-1, Number.NaN, 0, 10, -5, 99], plain, { lo: 0, hi: 10 });
    expect([...codes]).toEqual([0, 0, 1, 255, 1, 255]);
    expect(valueOfCode(0, { lo: 0, hi: 10 })).toBeNull();
  });
});

describe('the span of colours', () => {
  test('is one for all years, cut at the 2nd and 98th percentile, and round', () => {
    const year = (shift: number): { samples: number[]; meaning: typeof plain } => ({
      samples: Array.from({ length: 1000 }, (_, i) => i / 1000 + shift),
      meaning: plain,
    });
    expect(rampRange([year(0), year(1)])).toEqual({ lo: 0, hi: 2 });
  });

  test('is null without a value, and has a width where all values are one', () => {
    expect(rampRange([{ samples: [-1, -1], meaning: plain }])).toBeNull();
    expect(rampRange([{ samples: [3, 3], meaning: plain }])).toEqual({ lo: 2.5, hi: 3.5 });
  });

  test('has ticks at round numbers inside it', () => {
    expect(ticksOf({ lo: 0, hi: 1 }, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf({ lo: 1990, hi: 2024 }, 4)).toEqual([1990, 2000, 2010, 2020]);
    expect(ticksOf({ lo: -0.013, hi: 0.012 }, 4)).toEqual([-0.01, 0, 0.01]);
  });
});

describe('a plane made smaller', () => {
  //  1  2 | 3 -1
  //  3  4 | 5 -1     -1 is no data
  // ------+------
  // -1 -1 | 7 -1
  const samples = [1, 2, 3, -1, 3, 4, 5, -1, -1, -1, 7, -1];

  test('holds the mean of the valid samples of each block, and no data where there are none', () => {
    const { width, height, samples: out } = shrinkPlane(samples, 4, 3, 2, -1, 'mean');
    expect([width, height, ...Array.from(out)]).toEqual([2, 2, 2.5, 4, -1, 7]);
  });

  test('takes the sample in the middle for years, so that no year is invented', () => {
    const years = [1990, 0, 0, 2010];
    expect(Array.from(shrinkPlane(years, 2, 2, 2, -1, 'nearest').samples)).toEqual([2010]);
  });

  test('is the same plane at factor 1', () => {
    expect(shrinkPlane(samples, 4, 3, 1, -1, 'mean').samples).toBe(samples);
  });
});
