import { expect, test } from 'vitest';
import type { Measure } from '../library/index.ts';
import { MEASURES } from '../plan-example.fixture.ts';
import { preferSchemes } from './prefer-scheme.ts';

const scheme = (
  id: string,
  erosionReduction: number,
  speciesRichness: number,
  durability: number,
): Measure => ({
  ...MEASURES.reshape,
  id,
  scheme: { erosionReduction, speciesRichness, durability, source: 'book' },
});

test('where all serve alike the cheaper is preferred', () => {
  const [a, b] = [scheme('a', 0.5, 0.5, 0.5), scheme('b', 0.5, 0.5, 0.5)];
  expect(preferSchemes([a, b], [200, 100])).toEqual([1, 0]);
});

test('where all cost alike the better is preferred', () => {
  const [a, b] = [scheme('a', 0.2, 0.2, 0.2), scheme('b', 0.8, 0.8, 0.8)];
  expect(preferSchemes([a, b], [100, 100])).toEqual([1, 0]);
});

test('cost weighs as much as all else: a little more money for much more effect is worth it, ten times the money is not', () => {
  const [a, b] = [scheme('a', 0.2, 0.2, 0.2), scheme('b', 0.8, 0.8, 0.8)];
  expect(preferSchemes([a, b], [100, 120])[0]).toBe(1);
  expect(preferSchemes([a, b], [100, 1000])[0]).toBe(0);
});

test('a dominated scheme never comes before the one that dominates it, and the order of the input does not matter', () => {
  const all = [scheme('a', 0.9, 0.4, 0.4), scheme('b', 0.3, 0.3, 0.3), scheme('c', 0.9, 0.5, 0.6)];
  const cost = [100, 150, 90];
  const ids = (order: readonly number[], of: readonly Measure[]) => order.map((i) => of[i]!.id);
  const forward = ids(preferSchemes(all, cost), all);
  expect(forward.indexOf('c')).toBeLessThan(forward.indexOf('a'));
  expect(forward.indexOf('a')).toBeLessThan(forward.indexOf('b'));
  expect(ids(preferSchemes([...all].reverse(), [...cost].reverse()), [...all].reverse())).toEqual(forward);
});

test('one alternative, or alternatives alike, go by id', () => {
  expect(preferSchemes([scheme('a', 0.5, 0.5, 0.5)], [0])).toEqual([0]);
  expect(preferSchemes([scheme('b', 0.5, 0.5, 0.5), scheme('a', 0.5, 0.5, 0.5)], [1, 1])).toEqual([1, 0]);
  expect(preferSchemes([], [])).toEqual([]);
});
