import type { Samples } from '@aftermine/science/raster';
import { asSamples } from './decode-block.ts';
import type { TiffImage } from './tiff-image.ts';

type Layout = Pick<TiffImage, 'type' | 'sampleBytes' | 'predictor' | 'compression' | 'blockWidth'>;

/** Bytes of a block as samples, with predictor 1, 2 (differences) or 3 (float) undone, in place where possible. */
export function undoPredictor(bytes: Uint8Array, layout: Layout, rows: number, perPixel: number, littleEndian: boolean): Samples {
  // What the other decoder hands back is finished already.
  const finished = layout.compression === 'lzw' || layout.compression === 'lerc' || layout.compression === 'jpeg' || layout.compression === 'webp';
  if (finished) return asSamples(layout.type, bytes);
  const width = layout.blockWidth * perPixel;
  if (layout.predictor === 3) return undoFloat(bytes, layout, rows, width, perPixel);
  if (!littleEndian && layout.sampleBytes > 1) swap(bytes, layout.sampleBytes);
  const samples = asSamples(layout.type, bytes);
  if (layout.predictor === 2) undoDifferences(samples, rows, width, perPixel);
  return samples;
}

/** Running sums along each row, band by band; typed arrays wrap around as the encoder did. */
function undoDifferences(samples: Samples, rows: number, width: number, perPixel: number): void {
  for (let row = 0; row < rows; row += 1) {
    const start = row * width;
    const end = start + width;
    if (perPixel === 1) {
      let sum = samples[start]!;
      for (let i = start + 1; i < end; i += 1) {
        sum = (sum + samples[i]!) | 0;
        samples[i] = sum;
      }
    } else {
      for (let i = start + perPixel; i < end; i += 1) samples[i] = samples[i]! + samples[i - perPixel]!;
    }
  }
}

/** Predictor 3: byte planes, most significant first, differenced along the whole row of bytes. */
function undoFloat(bytes: Uint8Array, layout: Layout, rows: number, width: number, perPixel: number): Samples {
  const size = layout.sampleBytes;
  const rowBytes = width * size;
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const start = row * rowBytes;
    for (let i = start + perPixel; i < start + rowBytes; i += 1) bytes[i] = (bytes[i]! + bytes[i - perPixel]!) & 255;
    for (let plane = 0; plane < size; plane += 1) {
      const from = start + plane * width;
      let to = start + size - 1 - plane;
      for (let i = 0; i < width; i += 1, to += size) out[to] = bytes[from + i]!;
    }
  }
  return asSamples(layout.type, out);
}

/** Differences in place, the inverse of `undoDifferences`, for writing. */
export function applyDifferences(samples: Samples, rows: number, width: number, perPixel: number): void {
  for (let row = 0; row < rows; row += 1) {
    const start = row * width;
    for (let i = start + width - 1; i >= start + perPixel; i -= 1) samples[i] = samples[i]! - samples[i - perPixel]!;
  }
}

/** Predictor 3 for writing: little-endian float samples to differenced byte planes. */
export function applyFloatPlanes(bytes: Uint8Array, rows: number, width: number, perPixel: number, size: number): Uint8Array {
  const rowBytes = width * size;
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const start = row * rowBytes;
    for (let plane = 0; plane < size; plane += 1) {
      const to = start + plane * width;
      let from = start + size - 1 - plane;
      for (let i = 0; i < width; i += 1, from += size) out[to + i] = bytes[from]!;
    }
    for (let i = start + rowBytes - 1; i >= start + perPixel; i -= 1) out[i] = (out[i]! - out[i - perPixel]!) & 255;
  }
  return out;
}

function swap(bytes: Uint8Array, size: number): void {
  for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
}
