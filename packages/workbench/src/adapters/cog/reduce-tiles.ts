import type { Samples } from '@aftermine/science/raster';
import type { LayerSpec } from '../../ports/index.ts';
import { emptyTile } from './encode-tile.ts';

/** The four tiles one tile of the next overview is made from; null where there is no data or no tile. */
export type Children = readonly [Samples | null, Samples | null, Samples | null, Samples | null];

/**
 * One tile of half the resolution: the mean of the valid pixels among four, or the top left one (`nearest`).
 *
 * @param children top left, top right, bottom left, bottom right
 * @param width pixels of the level above that lie inside the image, counted from the left of the first child
 * @param height likewise downward
 * @returns null when there is nothing but no data
 */
export function reduceTiles(
  spec: LayerSpec,
  children: Children,
  width: number,
  height: number,
): Samples | null {
  if (children.every((child) => child === null)) return null;
  const { tileSize } = spec;
  const half = tileSize / 2;
  const out = emptyTile(spec);
  children.forEach((child, corner) => {
    if (child === null) return;
    const [right, below] = [corner % 2, corner >> 1];
    const columns = Math.min(tileSize, width - right * tileSize);
    const rows = Math.min(tileSize, height - below * tileSize);
    const to = (below * half * tileSize + right * half) * spec.bands.length;
    if (spec.overviews === 'nearest') pickQuarter(spec, child, columns, rows, out, to);
    else averageQuarter(spec, child, columns, rows, out, to);
  });
  return out;
}

function pickQuarter(
  spec: LayerSpec,
  child: Samples,
  columns: number,
  rows: number,
  out: Samples,
  start: number,
): void {
  const bands = spec.bands.length;
  const pitch = spec.tileSize * bands;
  for (let r = 0; r < rows; r += 2) {
    for (let c = 0; c < columns; c += 2) {
      const from = r * pitch + c * bands;
      const to = start + (r >> 1) * pitch + (c >> 1) * bands;
      for (let b = 0; b < bands; b += 1) out[to + b] = child[from + b]!;
    }
  }
}

function averageQuarter(
  spec: LayerSpec,
  child: Samples,
  columns: number,
  rows: number,
  out: Samples,
  start: number,
): void {
  const bands = spec.bands.length;
  const pitch = spec.tileSize * bands;
  const whole = !spec.type.startsWith('float');
  const nodata = spec.nodata;
  for (let r = 0; r < rows; r += 2) {
    const down = r + 1 < rows ? pitch : 0;
    for (let c = 0; c < columns; c += 2) {
      const across = c + 1 < columns ? bands : 0;
      const from = r * pitch + c * bands;
      const to = start + (r >> 1) * pitch + (c >> 1) * bands;
      for (let b = 0; b < bands; b += 1) {
        let sum = 0;
        let count = 0;
        let valid = 0;
        for (let corner = 0; corner < 4; corner += 1) {
          if ((corner & 1 && across === 0) || (corner & 2 && down === 0)) continue;
          const value = child[from + b + (corner & 1 ? across : 0) + (corner & 2 ? down : 0)]!;
          if (value === nodata || Number.isNaN(value)) continue;
          sum += value;
          count += 1;
          valid = value;
        }
        if (count === 0) continue;
        const mean = whole ? Math.round(sum / count) : sum / count;
        // A mean that happens to equal the no-data value would hide what was seen.
        out[to + b] = mean === nodata ? valid : mean;
      }
    }
  }
}
