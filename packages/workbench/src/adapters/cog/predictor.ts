import type { Samples, SampleType } from '@aftermine/science/raster';
import { asSamples, sampleBytes } from './sample-arrays.ts';

/** How the bytes of a block stand for samples. */
export interface BlockLayout {
  readonly type: SampleType;
  /** 1 none, 2 differences between neighbours, 3 differenced byte planes of floats. */
  readonly predictor: number;
  readonly littleEndian: boolean;
  /** Samples from one row to the next. */
  readonly rowSamples: number;
  /** Samples from one pixel to its neighbour: the bands of a pixel-interleaved block, else 1. */
  readonly perPixel: number;
}

/**
 * Bytes of a block as samples, with byte order and predictor undone; in place, except where planes are put
 * together. Differences are of the bit patterns, for floats too, and wrap around.
 *
 * @source TIFF 6.0 section 14; Adobe Photoshop TIFF Technical Note 3 (predictor 3)
 */
export function undoPredictor(bytes: Uint8Array, layout: BlockLayout): Samples {
  const { type, predictor, rowSamples, perPixel } = layout;
  // Planes run from the most significant byte on, whatever the byte order of the file.
  if (predictor === 3) return undoFloatPlanes(bytes, layout);
  if (!layout.littleEndian) swapBytes(bytes, sampleBytes(type));
  const samples = asSamples(type, bytes);
  if (predictor === 2) undoDifferences(samples, rowSamples, perPixel);
  return samples;
}

/** Running sums along each row, band by band. */
function undoDifferences(samples: Samples, rowSamples: number, perPixel: number): void {
  const words = bitPatterns(samples);
  if (words instanceof Uint16Array) {
    const paired = perPixel === 1 && rowSamples % 2 === 0 && words.byteOffset % 4 === 0;
    if (paired) sumPairs(new Int32Array(words.buffer, words.byteOffset, words.length / 2), rowSamples / 2);
    else sum16(words, rowSamples, perPixel);
  } else if (words instanceof Uint8Array) sum8(words, rowSamples, perPixel);
  else if (words instanceof Uint32Array) sum32(words, rowSamples, perPixel);
  else
    for (let start = 0; start < words.length; start += rowSamples)
      for (let i = start + perPixel; i < start + rowSamples; i += 1)
        words[i] = words[i]! + words[i - perPixel]!;
}

function bitPatterns(samples: Samples): Uint8Array | Uint16Array | Uint32Array | BigUint64Array {
  const { buffer, byteOffset, length } = samples;
  switch (samples.BYTES_PER_ELEMENT) {
    case 1:
      return new Uint8Array(buffer, byteOffset, length);
    case 2:
      return new Uint16Array(buffer, byteOffset, length);
    case 4:
      return new Uint32Array(buffer, byteOffset, length);
    default:
      return new BigUint64Array(buffer, byteOffset, length);
  }
}

/** Two 16-bit samples at a time: half the loads and stores of the hottest loop of reading. */
function sumPairs(pairs: Int32Array, rowPairs: number): void {
  const end = pairs.length;
  for (let start = 0; start < end; start += rowPairs) {
    let sum = 0;
    for (let i = start; i < start + rowPairs; i += 1) {
      const pair = pairs[i]!;
      const first = (sum + pair) | 0;
      sum = (first + (pair >>> 16)) | 0;
      pairs[i] = (sum << 16) | (first & 0xffff);
    }
  }
}

// Three times the same loop, so that each sees one kind of array only.
function sum8(words: Uint8Array, rowSamples: number, perPixel: number): void {
  for (let start = 0; start < words.length; start += rowSamples)
    for (let band = start; band < start + perPixel; band += 1) {
      let sum = 0;
      for (let i = band; i < start + rowSamples; i += perPixel) words[i] = sum = (sum + words[i]!) | 0;
    }
}

function sum16(words: Uint16Array, rowSamples: number, perPixel: number): void {
  for (let start = 0; start < words.length; start += rowSamples)
    for (let band = start; band < start + perPixel; band += 1) {
      let sum = 0;
      for (let i = band; i < start + rowSamples; i += perPixel) words[i] = sum = (sum + words[i]!) | 0;
    }
}

function sum32(words: Uint32Array, rowSamples: number, perPixel: number): void {
  for (let start = 0; start < words.length; start += rowSamples)
    for (let band = start; band < start + perPixel; band += 1) {
      let sum = 0;
      for (let i = band; i < start + rowSamples; i += perPixel) words[i] = sum = (sum + words[i]!) | 0;
    }
}

/** Predictor 3: byte planes, most significant first, differenced along the whole row of bytes. */
function undoFloatPlanes(bytes: Uint8Array, layout: BlockLayout): Samples {
  const { type, rowSamples, perPixel } = layout;
  const size = sampleBytes(type);
  const rowBytes = rowSamples * size;
  sum8(bytes, rowBytes, perPixel);
  const out = new Uint8Array(bytes.length);
  for (let start = 0; start < bytes.length; start += rowBytes) {
    for (let plane = 0; plane < size; plane += 1) {
      const from = start + plane * rowSamples;
      let to = start + size - 1 - plane;
      for (let i = from; i < from + rowSamples; i += 1, to += size) out[to] = bytes[i]!;
    }
  }
  return asSamples(type, out);
}

/** Differences in place, the inverse of running sums, for writing whole numbers. */
export function applyDifferences(samples: Samples, rowSamples: number, perPixel: number): void {
  for (let start = 0; start < samples.length; start += rowSamples) {
    for (let i = start + rowSamples - 1; i >= start + perPixel; i -= 1)
      samples[i] = samples[i]! - samples[i - perPixel]!;
  }
}

/** Predictor 3 for writing: little-endian float samples to differenced byte planes. */
export function applyFloatPlanes(
  bytes: Uint8Array,
  rowSamples: number,
  perPixel: number,
  size: number,
): Uint8Array {
  const rowBytes = rowSamples * size;
  const out = new Uint8Array(bytes.length);
  for (let start = 0; start < bytes.length; start += rowBytes) {
    for (let plane = 0; plane < size; plane += 1) {
      const to = start + plane * rowSamples;
      let from = start + size - 1 - plane;
      for (let i = to; i < to + rowSamples; i += 1, from += size) out[i] = bytes[from]!;
    }
    for (let i = start + rowBytes - 1; i >= start + perPixel; i -= 1) out[i] = out[i]! - out[i - perPixel]!;
  }
  return out;
}

/** Reverses the bytes of every sample, in place. */
function swapBytes(bytes: Uint8Array, size: number): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === 2) view.swap16();
  else if (size === 4) view.swap32();
  else if (size === 8) view.swap64();
}
