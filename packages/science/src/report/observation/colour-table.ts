/** A table of colours and, for each colour at 5 bits a channel, the entry nearest to it. */
export interface ColourTable {
  readonly colours: readonly (readonly [red: number, green: number, blue: number])[];
  readonly nearest: Uint8Array;
}

const BITS = 5;
const SIDE = 1 << BITS;
const CELLS = SIDE ** 3;

interface Box {
  readonly cells: number[];
  readonly weight: number;
}

/**
 * A table of at most `size` colours for many pictures at once, so that one byte a pixel shows them all and a colour means
 * the same in each. Median cut on a histogram of 32 x 32 x 32 cells: the box with the most weight times spread is cut at its
 * weighted middle along its widest channel until there are enough.
 *
 * @param pictures bytes red, green, blue a pixel; `seen` 0 = leave out
 * After Heckbert 1982, doi:10.1145/965145.801294.
 */
export function colourTable(
  pictures: readonly { readonly rgb: Uint8Array; readonly seen: Uint8Array }[],
  size: number,
): ColourTable {
  const weights = new Float64Array(CELLS);
  for (const { rgb, seen } of pictures) {
    for (let i = 0; i < seen.length; i += 1) {
      if (seen[i] === 1) {
        const cell = cellOf(rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!);
        weights[cell] = weights[cell]! + 1;
      }
    }
  }
  const used: number[] = [];
  for (let cell = 0; cell < CELLS; cell += 1) if (weights[cell]! > 0) used.push(cell);
  const boxes: Box[] = used.length === 0 ? [] : [boxOf(used, weights)];
  while (boxes.length < size) {
    let widest = -1;
    let most = 0;
    boxes.forEach((box, i) => {
      const score = box.cells.length < 2 ? 0 : Math.sqrt(box.weight) * spreadOf(box.cells).width;
      if (score > most) {
        most = score;
        widest = i;
      }
    });
    if (widest < 0) break;
    const [a, b] = cut(boxes[widest]!, weights);
    boxes.splice(widest, 1, a, b);
  }
  const colours = boxes.map((box) => meanColour(box.cells, weights));
  const nearest = new Uint8Array(CELLS);
  for (let cell = 0; cell < CELLS; cell += 1) nearest[cell] = nearestOf(colours, cell);
  return { colours, nearest };
}

/** Entry of the table for one colour. */
export function entryOf(table: ColourTable, red: number, green: number, blue: number): number {
  return table.nearest[cellOf(red, green, blue)]!;
}

function cellOf(red: number, green: number, blue: number): number {
  return ((red >> 3) << (2 * BITS)) | ((green >> 3) << BITS) | (blue >> 3);
}

function channel(cell: number, c: number): number {
  return (cell >> ((2 - c) * BITS)) & (SIDE - 1);
}

function boxOf(cells: number[], weights: Float64Array): Box {
  return { cells, weight: cells.reduce((sum, cell) => sum + weights[cell]!, 0) };
}

function spreadOf(cells: readonly number[]): { channel: number; width: number } {
  let best = { channel: 0, width: -1 };
  for (let c = 0; c < 3; c += 1) {
    let [lo, hi] = [SIDE, -1];
    for (const cell of cells) {
      const value = channel(cell, c);
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
    if (hi - lo > best.width) best = { channel: c, width: hi - lo };
  }
  return best;
}

function cut(box: Box, weights: Float64Array): [Box, Box] {
  const { channel: c } = spreadOf(box.cells);
  const cells = [...box.cells].sort((a, b) => channel(a, c) - channel(b, c) || a - b);
  let sum = 0;
  let at = 0;
  while (at < cells.length - 1 && sum + weights[cells[at]!]! <= box.weight / 2) {
    sum += weights[cells[at]!]!;
    at += 1;
  }
  at = Math.max(1, at);
  return [boxOf(cells.slice(0, at), weights), boxOf(cells.slice(at), weights)];
}

function meanColour(cells: readonly number[], weights: Float64Array): [number, number, number] {
  const sums = [0, 0, 0];
  let total = 0;
  for (const cell of cells) {
    const weight = weights[cell]!;
    total += weight;
    for (let c = 0; c < 3; c += 1) sums[c] = sums[c]! + weight * (channel(cell, c) * 8 + 4);
  }
  return [Math.round(sums[0]! / total), Math.round(sums[1]! / total), Math.round(sums[2]! / total)];
}

function nearestOf(colours: readonly (readonly [number, number, number])[], cell: number): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < colours.length; i += 1) {
    const [red, green, blue] = colours[i]!;
    const d =
      (red - channel(cell, 0) * 8 - 4) ** 2 +
      (green - channel(cell, 1) * 8 - 4) ** 2 +
      (blue - channel(cell, 2) * 8 - 4) ** 2;
    if (d < least) {
      least = d;
      best = i;
    }
  }
  return best;
}
