import { describe, expect, test } from 'vitest';
import { NearestPoints } from './nearest-points.ts';

/** A seeded sequence in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function plainly(
  x: Float64Array,
  y: Float64Array,
  px: number,
  py: number,
  k: number,
  within: number,
): number[] {
  return Array.from(x, (_, i) => ({ i, square: (x[i]! - px) ** 2 + (y[i]! - py) ** 2 }))
    .filter(({ square }) => square <= within * within)
    .sort((a, b) => a.square - b.square || a.i - b.i)
    .slice(0, k)
    .map(({ i }) => i);
}

describe('nearest points', () => {
  const shapes: readonly [string, number, (next: () => number) => readonly [number, number]][] = [
    ['scattered', 300, (next) => [next() * 1000, next() * 400]],
    ['on one line', 60, (next) => [next() * 1000, 7]],
    ['in two clusters far apart', 200, (next) => [next() + (next() < 0.5 ? 0 : 90_000), next()]],
    ['on a lattice, with ties', 100, (next) => [Math.floor(next() * 10), Math.floor(next() * 10)]],
    ['one', 1, () => [5, 5]],
  ];
  test.each(shapes)('equal a plain search: %s', (_, n, place) => {
    const next = sequence(7);
    const places = Array.from({ length: n }, () => place(next));
    const [x, y] = [Float64Array.from(places, ([a]) => a), Float64Array.from(places, ([, b]) => b)];
    const search = new NearestPoints(x, y, 12);
    const spread = Math.max(...x) - Math.min(...x) + 20;
    for (let q = 0; q < 400; q += 1) {
      const [px, py] = [Math.min(...x) - 10 + next() * spread, next() * 500 - 50];
      const within = q % 3 === 0 ? spread / 5 : Infinity;
      const k = 1 + (q % 12);
      const count = search.search(px, py, k, within);
      expect([...search.found.subarray(0, count)]).toEqual(plainly(x, y, px, py, k, within));
    }
  });

  test('a point can be left out, and no points find none', () => {
    const search = new NearestPoints(Float64Array.of(0, 3), Float64Array.of(0, 4), 2);
    expect(search.search(0, 0, 2, Infinity, 0)).toBe(1);
    expect([search.found[0], search.squares[0]]).toEqual([1, 25]);
    expect(new NearestPoints(new Float64Array(0), new Float64Array(0), 3).search(0, 0, 3)).toBe(0);
  });
});
