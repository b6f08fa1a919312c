import { describe, expect, test } from 'vitest';
import { breakpointIntervals } from './breakpoint-interval.ts';

const years = Array.from({ length: 30 }, (_, i) => 1990 + i);
/** Level until 2005, then falling by 0.05 a year; a fixed pattern of noise in place of chance. */
const seriesWith = (noise: number): { year: number; value: number }[] =>
  years.map((year, i) => ({ year, value: 0.8 - 0.05 * Math.max(0, year - 2005) + noise * Math.sin(i * i) }));
const vertices = [
  { year: 1990, value: 0.8 },
  { year: 2005, value: 0.8 },
  { year: 2019, value: 0.1 },
];

describe('date interval of a break', () => {
  test('is the vertex alone where the series bends sharply without noise', () => {
    expect(breakpointIntervals(seriesWith(0), vertices)).toEqual([{ year: 2005, from: 2005, to: 2005 }]);
  });

  test('grows with the noise and with the confidence, and always holds the vertex', () => {
    const width = (noise: number, confidence?: number): number => {
      const [interval] = breakpointIntervals(seriesWith(noise), vertices, confidence);
      expect(interval!.from).toBeLessThanOrEqual(2005);
      expect(interval!.to).toBeGreaterThanOrEqual(2005);
      return interval!.to - interval!.from;
    };
    expect(width(0.05)).toBeGreaterThan(0);
    expect(width(0.2)).toBeGreaterThan(width(0.05));
    expect(width(0.1, 0.99)).toBeGreaterThanOrEqual(width(0.1, 0.5));
  });

  test('a gap around the break widens it by itself', () => {
    const gappy = seriesWith(0).filter(({ year }) => year < 2003 || year > 2007);
    const step = gappy.map(({ year, value }) => ({ year, value: year < 2005 ? 0.8 : value - 0.3 }));
    const [interval] = breakpointIntervals(step, [
      vertices[0]!,
      { year: 2002, value: 0.8 },
      { year: 2008, value: 0.4 },
      vertices[2]!,
    ]);
    expect(interval!.from).toBeLessThanOrEqual(2002);
    expect(interval!.to).toBeGreaterThanOrEqual(2002);
    expect(interval!.to).toBeLessThan(2008);
  });

  test('with too few observations a break may be anywhere between its neighbours', () => {
    const few = seriesWith(0.1).filter(({ year }) => [1990, 2005, 2010, 2019].includes(year));
    expect(breakpointIntervals(few, vertices)).toEqual([{ year: 2005, from: 1991, to: 2018 }]);
  });
});
