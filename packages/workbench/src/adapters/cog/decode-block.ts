import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import type { Samples } from '@aftermine/science/raster';
import { decodePicture } from './decode-picture.ts';
import { inflate, type RowPrediction } from './inflate.ts';
import { type BlockLayout, undoPredictor } from './predictor.ts';
import { asSamples, sampleBytes } from './sample-arrays.ts';
import type { TiffImage } from './tiff-image.ts';
import type { TiffBytes } from './tiff-structure.ts';
import { unpackBits } from './unpack-bits.ts';
import { unpackLzw } from './unpack-lzw.ts';

/**
 * The most one byte of input can stand for. A block that claims more lies, and is refused before the memory it
 * asks for is taken. Deflate: a match of 258 bytes in two bits. LZW: a 12-bit code for a string of 3837 bytes.
 */
const MOST_PER_BYTE: Readonly<Record<string, number>> = { none: 1, packbits: 64, deflate: 1032, lzw: 2558 };

/**
 * Takes the samples of a block, null for one without data. Samples that are lent lie where the next block will: they
 * are copied at once or lost.
 */
export type TakeBlock<T> = (samples: Samples | null, lent: boolean) => T;

/**
 * Decompresses one block and undoes predictor and byte order.
 *
 * @param take gets blockWidth * rows * bands samples (rows cut short by the image end are absent in strips)
 * @returns what `take` makes of them
 * @throws InvalidInput `E-TIF-002` for a block beyond the end of the file, `E-TIF-006` for one that is damaged or
 * larger than it may be; Unsupported `E-TIF-005`
 */
export async function decodeBlock<T>(
  file: TiffBytes,
  image: TiffImage,
  index: number,
  take: TakeBlock<T>,
): Promise<T> {
  const length = image.lengths[index]!;
  if (length === 0) return take(null, false);
  const perPixel = image.interleave === 'pixel' ? image.bandCount : 1;
  const row = Math.floor((index % (image.blocksAcross * image.blocksDown)) / image.blocksAcross);
  const rows = image.tiled
    ? image.blockHeight
    : Math.min(image.blockHeight, image.height - row * image.blockHeight);
  const expected = image.blockWidth * rows * perPixel * image.sampleBytes;
  const where = `${file.path}#block ${index}`;
  const most = MOST_PER_BYTE[image.compression];
  if (most !== undefined && length * most < expected)
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where, expected, got: length });
  const raw = file.bytes(image.offsets[index]!, length);
  const layout: BlockLayout = {
    type: image.type,
    predictor: image.predictor,
    littleEndian: file.littleEndian,
    rowSamples: image.blockWidth * perPixel,
    perPixel,
  };
  if (image.compression === 'deflate') {
    const prediction = predictionOf(layout);
    const own = inflate(raw, expected, SLACK, prediction);
    if (own !== null && own.byteLength === expected)
      return take(prediction === null ? undoPredictor(own, layout) : asSamples(image.type, own), true);
  }
  let bytes: Uint8Array;
  try {
    bytes = await decompress(file, image, raw, rows, expected);
  } catch (cause) {
    if (cause instanceof AftermineError) throw cause;
    const got = cause instanceof Error ? cause.message : String(cause);
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where, got, cause });
  }
  if (bytes.byteLength < expected)
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where, expected, got: bytes.byteLength });
  const exact = bytes.byteLength === expected ? bytes : bytes.subarray(0, expected);
  if (image.compression === 'lerc' || image.compression === 'jpeg')
    return take(asSamples(image.type, exact), false);
  return take(undoPredictor(exact, layout), false);
}

/** The commonest layouts by far are undone where they were inflated, before they are copied out; null for others. */
function predictionOf({
  type,
  predictor,
  littleEndian,
  rowSamples,
  perPixel,
}: BlockLayout): RowPrediction | null {
  if (perPixel !== 1) return null;
  const rowBytes = rowSamples * sampleBytes(type);
  if (predictor === 2 && sampleBytes(type) === 2 && littleEndian && rowBytes % 16 === 0)
    return { predictor, rowBytes };
  return predictor === 3 && type === 'float32' && rowBytes % 64 === 0 ? { predictor, rowBytes } : null;
}

async function decompress(
  file: TiffBytes,
  image: TiffImage,
  raw: Uint8Array,
  rows: number,
  expected: number,
): Promise<Uint8Array> {
  switch (image.compression) {
    case 'none':
      return raw;
    case 'deflate':
      return inflateByZlib(raw, expected);
    case 'zstd':
      return zstdDecompressSync(raw, { maxOutputLength: expected + 1024 });
    case 'packbits':
      return unpackBits(raw, expected);
    case 'lzw':
      return unpackLzw(raw, expected);
    default:
      return decodePicture(
        image,
        raw,
        rows,
        image.interleave === 'pixel' ? image.bandCount : 1,
        file.littleEndian,
        file.path,
      );
  }
}

/** More than this behind the bytes expected is a bomb, or no block of ours. */
const SLACK = 1024;

/**
 * Inflates and undoes the predictor, in memory of its own. What our own decoder does not take is judged by zlib, so that a
 * broken block is told in zlib's words.
 *
 * @throws Error of zlib
 */
export function inflateSamples(raw: Uint8Array, expected: number, layout: BlockLayout): Samples {
  const prediction = predictionOf(layout);
  const own = inflate(raw, expected, SLACK, prediction);
  if (own === null || own.byteLength < expected) return undoPredictor(inflateByZlib(raw, expected), layout);
  const bytes = own.slice();
  return prediction === null ? undoPredictor(bytes, layout) : asSamples(layout.type, bytes);
}

/** Inflates into a buffer of the size expected: no growing, no joining; a bomb is cut off there. */
function inflateByZlib(raw: Uint8Array, expected: number): Uint8Array {
  return inflateSync(raw, { chunkSize: Math.max(64, expected + 1), maxOutputLength: expected + SLACK });
}
