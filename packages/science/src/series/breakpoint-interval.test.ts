import { describe, expect, test } from 'vitest';
import { breakpointIntervals } from './breakpoint-interval.ts';
import { segmentParameters } from './segment-parameters.ts';
import { segmentTrajectory } from './segment-trajectory.ts';

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

  test('95 % intervals hold the true year of a bend in 95 % of seeded noisy series with gaps', () => {
    let state = 11;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
    const parameters = segmentParameters('mined-land', { maxSegments: 2, spikeThreshold: 1 });
    let dated = 0;
    let held = 0;
    for (let k = 0; k < 600; k++) {
      const bend = 1995 + Math.floor(random() * 14);
      const observations = Array.from({ length: 36 }, (_, i) => 1985 + i)
        .map((year) => ({ year, value: 0.7 - 0.04 * Math.max(0, year - bend) + 0.05 * normal() }))
        .filter(() => random() > 0.1);
      const [interval] = breakpointIntervals(
        observations,
        segmentTrajectory(observations, parameters).vertices,
      );
      if (interval === undefined) continue;
      dated++;
      if (interval.from <= bend && bend <= interval.to) held++;
    }
    expect(dated).toBeGreaterThan(500);
    expect(held / dated).toBeGreaterThan(0.93);
  });
});
