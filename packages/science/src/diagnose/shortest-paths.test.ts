import { expect, it } from 'vitest';
import { ShortestPaths } from './shortest-paths.ts';

const far = Number.POSITIVE_INFINITY;
/** 0 - 1 - 2 with a long way round over 3: 0 - 3 - 2. */
const ring = Float64Array.of(0, 1, far, 4, 1, 0, 1, far, far, 1, 0, 4, 4, far, 4, 0);

it('the way over a stepping stone, and round when it is gone', () => {
  const paths = new ShortestPaths(ring, 4);
  paths.from(0);
  expect([...paths.length]).toEqual([0, 1, 2, 4]);
  expect(paths.without(1)).toBe(1);
  expect([paths.cut[0], paths.lengthOfCut[0]]).toEqual([2, 8]);
  expect(paths.without(3)).toBe(0);
});

it('points that only the removed one reached are cut off for good', () => {
  const chain = Float64Array.of(0, 1, far, 1, 0, 1, far, 1, 0);
  const paths = new ShortestPaths(chain, 3);
  paths.from(0);
  expect(paths.without(1)).toBe(1);
  expect(paths.lengthOfCut[0]).toBe(far);
});

it('without a point equals paths among the rest, for every source and point', () => {
  const n = 14;
  const d = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const step = (i * 31 + j * 17) % 5 === 0 ? far : ((i * 7919 + j * 104729) % 50) ** 2 + 1;
      d[i * n + j] = step;
      d[j * n + i] = step;
    }
  }
  const paths = new ShortestPaths(d, n);
  for (let removed = 0; removed < n; removed += 1) {
    const rest = d.slice();
    for (let i = 0; i < n; i += 1) {
      rest[i * n + removed] = far;
      rest[removed * n + i] = far;
    }
    const expected = new ShortestPaths(rest, n);
    for (let source = 0; source < n; source += 1) {
      if (source === removed) continue;
      paths.from(source);
      expected.from(source);
      const found = paths.length.slice();
      const count = paths.without(removed);
      for (let c = 0; c < count; c += 1) found[paths.cut[c]!] = paths.lengthOfCut[c]!;
      found[removed] = far;
      expect([...found]).toEqual([...expected.length]);
    }
  }
});
