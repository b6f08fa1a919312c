import { expect, it } from 'vitest';
import { labelPatches } from './label-patches.ts';
import { patchDistances } from './patch-distances.ts';

const draw = (...rows: string[]): Uint8Array =>
  Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0));

it('edge to edge between centres of cells: 3 across, a corner, 3 across and 4 down', () => {
  const patches = labelPatches(draw('##..#', '##...', '..#..', '.....', '.....'), 5);
  // From (1, 0) to (4, 0) 3 cells; from (1, 1) to (2, 2) a diagonal; from (4, 0) to (2, 2) two diagonals.
  const d = patchDistances(patches, 5, 10);
  expect([...d]).toEqual([
    0,
    30,
    Math.SQRT2 * 10,
    30,
    0,
    Math.sqrt(8) * 10,
    Math.SQRT2 * 10,
    Math.sqrt(8) * 10,
    0,
  ]);
});

it('equals the least distance over all pairs of cells', () => {
  const [width, height] = [41, 33];
  const habitat = Uint8Array.from({ length: width * height }, (_, i) => {
    const [col, row] = [i % width, Math.floor(i / width)];
    return Math.sin(col * 0.9) + Math.cos(row * 0.7 + col * 0.2) > 0.9 ? 1 : 0;
  });
  const patches = labelPatches(habitat, width);
  expect(patches.count).toBeGreaterThan(8);
  const d = patchDistances(patches, width, 1);
  const { labels, count } = patches;
  const best = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < labels.length; i += 1) {
    for (let j = 0; j < labels.length; j += 1) {
      if (labels[i] === 0 || labels[j] === 0) continue;
      const at = (labels[i]! - 1) * count + labels[j]! - 1;
      const across = (i % width) - (j % width);
      const down = Math.floor(i / width) - Math.floor(j / width);
      best[at] = Math.min(best[at]!, Math.sqrt(across * across + down * down));
    }
  }
  expect([...d]).toEqual([...best]);
});

it('pairs farther apart than asked for are infinitely far', () => {
  const patches = labelPatches(draw('#..#.#'), 6);
  expect([...patchDistances(patches, 6, 10, 25)].slice(0, 3)).toEqual([0, Infinity, Infinity]);
  expect(patchDistances(patches, 6, 10, 25)[5]).toBe(20);
});

it('more than a thousand patches are refused by number', () => {
  const patches = labelPatches(
    Uint8Array.from({ length: 2003 }, (_, i) => (i + 1) % 2),
    2003,
  );
  expect(() => patchDistances(patches, 2003, 1)).toThrow(/E-DIA-106.*1000.*1002/);
});
