/** A plane made smaller. */
export interface ShrunkPlane {
  readonly width: number;
  readonly height: number;
  readonly samples: ArrayLike<number>;
}

/**
 * A plane at 1/`factor` of its size: the mean of the valid samples of each block (`mean`), or the sample in its middle for
 * years and counts (`nearest`). A block without a valid sample is no data (`nodata`, or NaN when that is null). The last
 * block of a row or column may be smaller.
 *
 * @param samples row-major, width * height
 */
export function shrinkPlane(
  samples: ArrayLike<number>,
  width: number,
  height: number,
  factor: number,
  nodata: number | null,
  rule: 'mean' | 'nearest',
): ShrunkPlane {
  if (factor <= 1) return { width, height, samples };
  const outWidth = Math.ceil(width / factor);
  const outHeight = Math.ceil(height / factor);
  const out = new Float32Array(outWidth * outHeight);
  const middle = Math.floor(factor / 2);
  for (let row = 0; row < outHeight; row += 1) {
    for (let col = 0; col < outWidth; col += 1) {
      const at = row * outWidth + col;
      if (rule === 'nearest') {
        const y = Math.min(height - 1, row * factor + middle);
        out[at] = samples[y * width + Math.min(width - 1, col * factor + middle)]!;
        continue;
      }
      let sum = 0;
      let count = 0;
      for (let y = row * factor; y < Math.min(height, (row + 1) * factor); y += 1) {
        for (let x = col * factor; x < Math.min(width, (col + 1) * factor); x += 1) {
          const sample = samples[y * width + x]!;
          if (sample === nodata || Number.isNaN(sample)) continue;
          sum += sample;
          count += 1;
        }
      }
      out[at] = count === 0 ? (nodata ?? Number.NaN) : sum / count;
    }
  }
  return { width: outWidth, height: outHeight, samples: out };
}
