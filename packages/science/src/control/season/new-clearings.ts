import { labelPatches } from '../../diagnose/index.ts';

export interface ClearingOptions {
  /** Fall of the index against its own past beyond which land is taken for disturbed. */
  readonly fall: number;
  /** Smallest patch, pixels. */
  readonly leastPixels: number;
  /** What the reference areas fell by in the same season: a poor year is no clearing. */
  readonly referenceFall: number;
}

export interface Clearing {
  readonly pixels: number;
  /** Mean column and row. */
  readonly col: number;
  readonly row: number;
  /** Mean fall over the patch, that of the reference taken out. */
  readonly fall: number;
}

/**
 * Patches where the index fell this season against the median of up to three seasons before, beyond what the reference areas fell:
 *
 *     d = median(before) - now - reference fall     patch where d >= fall
 *
 * @param now index of the season, row by row; NaN where it was not seen
 * @param before the seasons before, newest first
 * @param look 1 where clearing would be news: inside the boundary, outside units and permitted areas
 * @returns largest first
 */
export function newClearings(
  now: Float32Array,
  before: readonly Float32Array[],
  look: Uint8Array,
  width: number,
  { fall, leastPixels, referenceFall }: ClearingOptions,
): readonly Clearing[] {
  const marked = new Uint8Array(now.length);
  const fell = new Float32Array(now.length);
  for (let i = 0; i < now.length; i += 1) {
    if (look[i] === 0 || Number.isNaN(now[i]!)) continue;
    const past = medianOf(before, i);
    const d = past - now[i]! - referenceFall;
    if (!(d >= fall)) continue;
    marked[i] = 1;
    fell[i] = d;
  }
  const { labels, count, cells } = labelPatches(marked, width, 8);
  const sums = Array.from({ length: count }, () => ({ col: 0, row: 0, fall: 0 }));
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i]!;
    if (label === 0) continue;
    const sum = sums[label - 1]!;
    sum.col += i % width;
    sum.row += Math.floor(i / width);
    sum.fall += fell[i]!;
  }
  return sums
    .map((sum, k): Clearing => {
      const pixels = cells[k]!;
      return { pixels, col: sum.col / pixels, row: sum.row / pixels, fall: sum.fall / pixels };
    })
    .filter(({ pixels }) => pixels >= leastPixels)
    .sort((a, b) => b.pixels - a.pixels || a.row - b.row || a.col - b.col);
}

/** Median of the seasons that saw a pixel; NaN where none did. */
function medianOf(layers: readonly Float32Array[], i: number): number {
  const values: number[] = [];
  for (const layer of layers) if (!Number.isNaN(layer[i]!)) values.push(layer[i]!);
  if (values.length === 0) return Number.NaN;
  values.sort((a, b) => a - b);
  const m = values.length >> 1;
  return values.length % 2 === 1 ? values[m]! : (values[m - 1]! + values[m]!) / 2;
}
