import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import {
  commonShift,
  medianOfOthers,
  noiseOf,
  noiseSoFar,
  seasonMiddle,
  seasonSpread,
} from './common-season.ts';

const middleOf = (values: readonly number[]) => seasonMiddle(Float64Array.from(values), values.length);

describe('common effect of a season', () => {
  test('the median of the others is that of a list without the unit, 300 random lists with ties', () => {
    const draw = chance(6);
    for (let i = 0; i < 300; i += 1) {
      const values = Array.from({ length: 2 + Math.floor(9 * draw.uniform()) }, () =>
        Math.round(3 * draw.normal()),
      );
      const own = values[Math.floor(values.length * draw.uniform())]!;
      const others = [...values];
      others.splice(others.indexOf(own), 1);
      others.sort((a, b) => a - b);
      const m = others.length >> 1;
      const median = others.length % 2 === 1 ? others[m]! : (others[m - 1]! + others[m]!) / 2;
      expect(medianOfOthers(middleOf(values), own)).toBeCloseTo(median, 12);
    }
  });

  test('forty units set back by 3 alike have 2.9 and more taken out, and a failing one keeps its own departure', () => {
    const season = middleOf([...Array.from({ length: 39 }, (_, i) => -3 + (i - 19) / 20), -8]);
    expect(commonShift(season, -3)).toBeLessThan(-2.9);
    expect(-8 - commonShift(season, -8)).toBeLessThan(-4.9);
  });

  test('with four units the failing one is judged by the other three, and not by itself', () => {
    expect(commonShift(middleOf([0, 0.1, -0.1, -6]), -6)).toBe(0);
    // The others see two quiet units and the failing one: the median is quiet.
    expect(Math.abs(commonShift(middleOf([0, 0.1, -0.1, -6]), 0))).toBeLessThan(0.1);
  });

  test('with fewer than three others there is no common effect', () => {
    expect(commonShift(middleOf([-3, -3, -3]), -3)).toBe(0);
    expect(commonShift(middleOf([]), 0)).toBe(0);
  });

  test('small effects of few units are shrunk, large ones are not', () => {
    const shrunk = commonShift(middleOf([0.5, 0.5, 0.5, 0.5, 0.5]), 0.5) / 0.5;
    const kept = commonShift(middleOf([-4, -4, -4, -4, -4]), -4) / -4;
    // v = pi / 8; 0.25 / (0.25 + v), and (16 - v) / 16.
    expect(shrunk).toBeCloseTo(0.25 / (0.25 + Math.PI / 8), 12);
    expect(kept).toBeCloseTo((16 - Math.PI / 8) / 16, 12);
  });
});

describe('scatter of a season and noise of all so far', () => {
  test('twice the scatter of 90 units is a spread of 2, shrunk by ten expected units', () => {
    // Median absolute deviation of 1.349: twice that of a normal deviate.
    const values = Array.from({ length: 90 }, (_, i) => (i % 2 === 0 ? 1.349 : -1.349));
    const departures = Float64Array.from(values);
    const spread = seasonSpread(departures, seasonMiddle(departures, 90));
    expect(spread).toBeCloseTo(Math.sqrt((10 + 90 * 4) / 100), 3);
  });

  test('no season is told to scatter less than expected, nor one of seven units more', () => {
    const quiet = Float64Array.from(Array.from({ length: 50 }, (_, i) => i / 1000));
    expect(seasonSpread(quiet, seasonMiddle(quiet, 50))).toBe(1);
    const few = Float64Array.from([-9, -6, -3, 0, 3, 6, 9]);
    expect(seasonSpread(few, seasonMiddle(few, 7))).toBe(1);
  });

  test('nothing seen leaves the noise of the settings, 40 departures of 2 make it sqrt 2.5', () => {
    expect(noiseSoFar(0, 0)).toBe(1);
    expect(noiseSoFar(40 * noiseOf(2), 40)).toBeCloseTo(Math.sqrt(200 / 80), 12);
    expect(noiseOf(-50)).toBe(9);
  });
});
