import { describe, expect, test } from 'vitest';
import { MedianWorkspace, medianInPlace } from './select-median.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sortedMedian(values: Float64Array): number {
  const sorted = values.slice().sort();
  const n = sorted.length;
  return n % 2 === 1 ? sorted[n >> 1]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
}

describe('median by selection', () => {
  test('in place: equals the median by sorting, with ties, for every count up to 60', () => {
    const random = seeded(5);
    for (let n = 1; n < 60; n += 1) {
      for (let round = 0; round < 20; round += 1) {
        const values = Float64Array.from({ length: n }, () => Math.floor(random() * 12));
        expect(medianInPlace(values.slice(), n)).toBe(sortedMedian(values));
      }
    }
  });

  const kinds: Readonly<Record<string, (random: () => number) => number>> = {
    uniform: (random) => random() - 0.5,
    'few distinct values': (random) => Math.floor(random() * 3),
    'one value, rarely another': (random) => (random() < 0.02 ? 1 : 0),
    'heavy tails, as slopes over short times have': (random) => (random() - 0.5) / (random() + 1e-9),
    'two clusters far apart, so that the middle ranks lie in bins apart': (random) =>
      (random() < 0.5 ? -1e9 : 1e9) + random(),
    'beyond the range of a sum': (random) => (random() < 0.5 ? -1.7e308 : 1.7e308) * random(),
    'near the least number': (random) => Math.floor(random() * 5) * 5e-324,
  };
  test.each(Object.entries(kinds))('in bins: equals the median by sorting (%s)', (_, draw) => {
    const random = seeded(8);
    const workspace = new MedianWorkspace(1000);
    for (let round = 0; round < 200; round += 1) {
      const n = 60 + Math.floor(random() * 900);
      const values = Float64Array.from({ length: n }, () => draw(random));
      expect(workspace.median(values.slice(), n)).toBe(sortedMedian(values));
    }
  });

  test('in bins: sorted, reversed and sawtooth values, against which a sample is blind', () => {
    const workspace = new MedianWorkspace(780);
    for (const n of [64, 65, 779, 780]) {
      const rising = Float64Array.from({ length: n }, (_, i) => i);
      const step = n >> 4;
      const sawtooth = Float64Array.from({ length: n }, (_, i) => (i % step === 0 ? 500 + (i & 1) : i));
      for (const values of [rising, rising.slice().reverse(), sawtooth])
        expect(workspace.median(values.slice(), n)).toBe(sortedMedian(values));
    }
  });
});
