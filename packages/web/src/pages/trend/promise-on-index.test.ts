import { expect, it } from 'vitest';
import { promiseOnIndex } from './promise-on-index.ts';

const sheet = {
  season: {
    year: 2021,
    target: 0.8,
    unit: {
      promised: [
        { year: 2020, closeness: 0.5 },
        { year: 2022, closeness: 0.75 },
      ],
      fan: [{ year: 2022, p10: 0.5, p25: 0.6, p50: 0.7, p75: 0.8, p90: 0.9 }],
    },
  },
  reference: {
    rsei: [
      { year: 2020, median: 0.6 },
      { year: 2021, median: 0.4 },
    ],
  },
};

it('closeness times the reference of its year is the index; later years take the last reference', () => {
  const lines = promiseOnIndex(sheet);
  expect(lines?.promised).toEqual([
    { year: 2020, value: 0.3 },
    { year: 2022, value: 0.75 * 0.4 },
  ]);
  expect(lines?.target.map(({ year, value }) => [year, Number(value.toFixed(9))])).toEqual([
    [2020, 0.48],
    [2021, 0.32],
    [2022, 0.32],
  ]);
  expect(lines?.fan[0]?.p50).toBeCloseTo(0.28, 9);
  expect(lines?.referenceTo).toBe(2021);
});

it('without a season or a reference there is nothing to draw', () => {
  expect(promiseOnIndex({ ...sheet, season: null })).toBeNull();
  expect(promiseOnIndex({ ...sheet, reference: {} })).toBeNull();
});
