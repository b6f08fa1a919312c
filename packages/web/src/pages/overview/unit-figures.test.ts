import { expect, test } from 'vitest';
import { median, trendCounts } from './unit-figures.ts';

test('the median of nothing is not known, of an even number the mean of the middle two', () => {
  expect(median([])).toBeNull();
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('only significant slopes count, and unknown ones never', () => {
  expect(
    trendCounts([
      { slopePerYear: 0.01, slopeP: 0.01 },
      { slopePerYear: -0.01, slopeP: 0.04 },
      { slopePerYear: 0.02, slopeP: 0.2 },
      { slopePerYear: null, slopeP: null },
    ]),
  ).toEqual({ up: 1, down: 1 });
});
