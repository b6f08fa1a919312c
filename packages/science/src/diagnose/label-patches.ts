import { requireLength } from './model-input.ts';

/** Patches of habitat on a grid. */
export interface Patches {
  /** Patch of every cell, 1 to `count`; 0 is no habitat. Numbered by their first cell, row by row. */
  readonly labels: Uint32Array;
  readonly count: number;
  /** Cells of each patch, in the order of their numbers. */
  readonly cells: Uint32Array;
}

/**
 * Groups marked cells that touch into patches, by union-find in one sweep and a second that numbers.
 *
 * @param habitat cells > 0 are marked, row by row; NaN is not
 * @param width cells of a row
 * @param neighbours 4: cells that share a side touch; 8: corners count too, which gives fewer and larger patches
 * @throws Misaligned `E-DIA-101`
 */
export function labelPatches(habitat: ArrayLike<number>, width: number, neighbours: 4 | 8 = 4): Patches {
  const n = habitat.length;
  const height = Math.round(n / width);
  requireLength('connectivity', width * height, habitat);
  /** Parent of each marked cell; roots are their own parent and always the smallest cell of their group. */
  const parent = new Uint32Array(n);
  const rootOf = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const join = (a: number, b: number): void => {
    const [ra, rb] = [rootOf(a), rootOf(b)];
    if (ra < rb) parent[rb] = ra;
    else parent[ra] = rb;
  };
  for (let row = 0; row < height; row += 1) {
    for (let col = 0; col < width; col += 1) {
      const i = row * width + col;
      if (!(habitat[i]! > 0)) continue;
      parent[i] = i;
      if (col > 0 && habitat[i - 1]! > 0) join(i, i - 1);
      if (row === 0) continue;
      if (habitat[i - width]! > 0) join(i, i - width);
      if (neighbours === 4) continue;
      if (col > 0 && habitat[i - width - 1]! > 0) join(i, i - width - 1);
      if (col + 1 < width && habitat[i - width + 1]! > 0) join(i, i - width + 1);
    }
  }
  const labels = new Uint32Array(n);
  const cells: number[] = [];
  for (let i = 0; i < n; i += 1) {
    if (!(habitat[i]! > 0)) continue;
    const root = rootOf(i);
    if (root === i) {
      cells.push(0);
      labels[i] = cells.length;
    } else labels[i] = labels[root]!;
    cells[labels[i]! - 1]! += 1;
  }
  return { labels, count: cells.length, cells: Uint32Array.from(cells) };
}
