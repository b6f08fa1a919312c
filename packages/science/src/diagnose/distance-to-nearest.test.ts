import { expect, it } from 'vitest';
import { distanceToNearest } from './distance-to-nearest.ts';

it('one marked cell: by Pythagoras', () => {
  const far = distanceToNearest(Uint8Array.of(1, 0, 0, 0, 0, 0), 3, 10);
  expect([...far]).toEqual([0, 10, 20, 10, Math.fround(Math.SQRT2 * 10), Math.fround(Math.sqrt(5) * 10)]);
});

it('equals the distance found by trying every marked cell', () => {
  const [width, height] = [37, 23];
  for (const rate of [3, 17, 211]) {
    const marked = Uint8Array.from({ length: width * height }, (_, i) =>
      ((i * 7919) >> 3) % rate === 1 ? 1 : 0,
    );
    const far = distanceToNearest(marked, width, 2);
    for (let i = 0; i < marked.length; i += 1) {
      let best = Number.POSITIVE_INFINITY;
      for (let j = 0; j < marked.length; j += 1) {
        if (marked[j] === 0) continue;
        const across = (i % width) - (j % width);
        const down = Math.floor(i / width) - Math.floor(j / width);
        best = Math.min(best, Math.hypot(across, down) * 2);
      }
      expect(far[i]).toBe(Math.fround(best));
    }
  }
});

it('nothing marked is infinitely far, and NaN is not marked', () => {
  const far = distanceToNearest(Float32Array.of(Number.NaN, 0, 0, 0), 2, 1);
  expect([...far].every((metres) => metres === Number.POSITIVE_INFINITY)).toBe(true);
  expect(() => distanceToNearest(new Uint8Array(5), 2, 1)).toThrow(/E-DIA-101/);
});
