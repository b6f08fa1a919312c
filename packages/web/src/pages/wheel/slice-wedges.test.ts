import { expect, test } from 'vitest';
import { wedge } from './slice-wedges.ts';

test('the first of four slices runs from the top to the right', () => {
  expect(wedge(0, 4, 100)).toBe('M50 50L50 0A50 50 0 0 1 100 50Z');
});

test('every slice ends where the next begins, all the way round', () => {
  for (const count of [2, 3, 18, 31]) {
    const ends = Array.from({ length: count }, (_, i) => {
      const [, from, to] = /L(\S+ \S+?)A.* 1 (\S+ \S+)Z$/.exec(wedge(i, count, 100))!;
      return { from, to };
    });
    for (const [i, { to }] of ends.entries()) expect(to).toBe(ends[(i + 1) % count]!.from);
  }
});
