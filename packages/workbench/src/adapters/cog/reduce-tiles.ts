import type { Samples } from '@aftermine/science/raster';
import type { LayerSpec } from '../../ports/index.ts';
import { emptyTile } from './encode-tile.ts';

/** The four tiles one tile of the next overview is made from; null where there is no data or no tile. */
export type Children = readonly [Samples | null, Samples | null, Samples | null, Samples | null];

/**
 * One tile of half the resolution.
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
  const { tileSize, nodata, type } = spec;
  const bands = spec.bands.length;
  const out = emptyTile(spec);
  const half = tileSize / 2;
  const whole = !type.startsWith('float');
  const isMissing = (value: number): boolean => value === nodata || value !== value;
  children.forEach((child, corner) => {
    if (child === null) return;
    const originCol = (corner % 2) * half;
    const originRow = corner >= 2 ? half : 0;
    const right = width - (corner % 2) * tileSize;
    const bottom = height - (corner >= 2 ? tileSize : 0);
    for (let r = 0; r < half; r += 1) {
      if (2 * r >= bottom) break;
      for (let c = 0; c < half; c += 1) {
        if (2 * c >= right) break;
        const to = ((originRow + r) * tileSize + originCol + c) * bands;
        const from = (2 * r * tileSize + 2 * c) * bands;
        const hasRight = 2 * c + 1 < right;
        const hasBelow = 2 * r + 1 < bottom;
        for (let b = 0; b < bands; b += 1) {
          const first = child[from + b]!;
          if (spec.overviews === 'nearest') {
            out[to + b] = first;
            continue;
          }
          let sum = 0;
          let count = 0;
          if (!isMissing(first)) {
            sum += first;
            count += 1;
          }
          if (hasRight) {
            const value = child[from + bands + b]!;
            if (!isMissing(value)) {
              sum += value;
              count += 1;
            }
          }
          if (hasBelow) {
            const value = child[from + tileSize * bands + b]!;
            if (!isMissing(value)) {
              sum += value;
              count += 1;
            }
            if (hasRight) {
              const corner4 = child[from + (tileSize + 1) * bands + b]!;
              if (!isMissing(corner4)) {
                sum += corner4;
                count += 1;
              }
            }
          }
          if (count > 0) out[to + b] = whole ? Math.round(sum / count) : sum / count;
        }
      }
    }
  });
  return out;
}
