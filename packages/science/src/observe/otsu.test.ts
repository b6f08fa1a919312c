import { expect, it } from 'vitest';
import { isUnknown } from '../base/index.ts';
import { countInto, otsuThreshold } from './otsu.ts';

it('parts two heaps in the middle of the empty stretch between them', () => {
  const counts = new Float64Array(20);
  counts[2] = 50;
  counts[3] = 50;
  counts[16] = 30;
  const found = otsuThreshold(counts, -1, 1);
  if (isUnknown(found)) throw new Error(found.reason);
  // bins 3 and 16: edges 4..16 of 20, the middle is 10
  expect(found.threshold).toBeCloseTo(0, 12);
  expect(found.separability).toBeGreaterThan(0.98);
});

it('gives the threshold with the greatest between-class variance (checked against trying all)', () => {
  const counts = Float64Array.of(8, 7, 2, 6, 9, 4, 1, 3);
  let best = 0;
  let at = 0;
  for (let cut = 1; cut < 8; cut += 1) {
    const part = (from: number, to: number): [number, number] => {
      let [n, sum] = [0, 0];
      for (let b = from; b < to; b += 1) [n, sum] = [n + counts[b]!, sum + b * counts[b]!];
      return [n, sum / n];
    };
    const [n0, m0] = part(0, cut);
    const [n1, m1] = part(cut, 8);
    const between = n0 * n1 * (m0 - m1) ** 2;
    if (between > best) [best, at] = [between, cut];
  }
  expect(otsuThreshold(counts, 0, 8)).toMatchObject({ threshold: at });
});

it('does not draw a threshold through one value', () => {
  const counts = new Float64Array(10);
  expect(otsuThreshold(counts, 0, 1)).toMatchObject({ kind: 'unknown', reason: 'otsu-one-class' });
  counts[4] = 100;
  expect(isUnknown(otsuThreshold(counts, 0, 1))).toBe(true);
});

it('counts tiles that add up, and leaves out NaN and what lies outside', () => {
  const counts = new Float64Array(4);
  countInto(counts, Float32Array.of(-1, -0.6, 0, 0.99, 1, 1.5, NaN), -1, 1);
  countInto(counts, Float32Array.of(0.1), -1, 1);
  expect(Array.from(counts)).toEqual([2, 0, 2, 2]);
});
