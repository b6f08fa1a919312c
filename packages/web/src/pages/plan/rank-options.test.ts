import { expect, test } from 'vitest';
import { rankOptions, scoresOf } from './rank-options.ts';

const of = (ecology: number, carbon: number, livelihood = 0, npv = 0) => ({
  ecology,
  carbon,
  livelihood,
  npv,
});
const even = of(1, 1, 0, 0);

test('the weighted sum scales each objective over the options: best 1, worst 0', () => {
  expect(scoresOf([of(10, 0), of(0, 4), of(5, 2)], even, 'sum')).toEqual([0.5, 0.5, 0.5]);
  expect(scoresOf([of(10, 0), of(0, 4)], of(3, 1), 'sum')).toEqual([0.75, 0.25]);
});

test('places that hang on the exact weights have a band, those that do not have none', () => {
  const bands = rankOptions([of(10, 10), of(10, 0), of(0, 10.1)], of(0.5, 0.5), 'sum');
  expect(bands[0]).toMatchObject({ rank: 1, best: 1, worst: 1 });
  expect(bands[1]!.worst).toBeGreaterThan(bands[1]!.best);
});

test('the own place always lies within the band, under both methods', () => {
  const values = Array.from({ length: 7 }, (_, i) =>
    of((i * 37) % 11, (i * 53) % 13, (i * 17) % 7, (i * 29) % 5),
  );
  for (const method of ['topsis', 'sum'] as const)
    for (const { rank, best, worst } of rankOptions(values, of(0.4, 0.3, 0.2, 0.1), method)) {
      expect(best).toBeLessThanOrEqual(rank);
      expect(worst).toBeGreaterThanOrEqual(rank);
    }
});

test('options that are alike have no score and share the first place', () => {
  expect(rankOptions([of(1, 1), of(1, 1)], even, 'topsis')).toEqual([
    { score: null, rank: 1, best: 1, worst: 1 },
    { score: null, rank: 1, best: 1, worst: 1 },
  ]);
});
