import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import type { Samples } from '@aftermine/science/raster';
import { decodePicture } from './decode-picture.ts';
import { inflate } from './inflate.ts';
import { undoPredictor } from './predictor.ts';
import { asSamples } from './sample-arrays.ts';
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
 * Decompresses one block and undoes predictor and byte order.
 *
 * @returns blockWidth * rows * bands samples (rows cut short by the image end are absent in strips), or null for a
 * block without data
 * @throws InvalidInput `E-TIF-002` for a block beyond the end of the file, `E-TIF-006` for one that is damaged or
 * larger than it may be; Unsupported `E-TIF-005`
 */
export async function decodeBlock(file: TiffBytes, image: TiffImage, index: number): Promise<Samples | null> {
  const length = image.lengths[index]!;
  if (length === 0) return null;
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
  const rowBytes = image.blockWidth * perPixel * image.sampleBytes;
  // The commonest layout by far is summed up where it was inflated, before it is copied out.
  const summed =
    image.compression === 'deflate' &&
    image.predictor === 2 &&
    image.sampleBytes === 2 &&
    perPixel === 1 &&
    rowBytes % 16 === 0 &&
    file.littleEndian;
  const sumRowBytes = summed ? rowBytes : 0;
  let bytes: Uint8Array;
  try {
    bytes = await decompress(file, image, raw, rows, expected, sumRowBytes);
  } catch (cause) {
    if (cause instanceof AftermineError) throw cause;
    const got = cause instanceof Error ? cause.message : String(cause);
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where, got, cause });
  }
  if (bytes.byteLength < expected)
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where, expected, got: bytes.byteLength });
  const exact = bytes.byteLength === expected ? bytes : bytes.subarray(0, expected);
  if (image.compression === 'lerc' || image.compression === 'jpeg') return asSamples(image.type, exact);
  if (summed) return asSamples(image.type, exact);
  return undoPredictor(exact, {
    type: image.type,
    predictor: image.predictor,
    littleEndian: file.littleEndian,
    rowSamples: image.blockWidth * perPixel,
    perPixel,
  });
}

async function decompress(
  file: TiffBytes,
  image: TiffImage,
  raw: Uint8Array,
  rows: number,
  expected: number,
  sumRowBytes: number,
): Promise<Uint8Array> {
  switch (image.compression) {
    case 'none':
      return raw;
    case 'deflate':
      return inflateExactly(raw, expected, sumRowBytes);
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
 * Inflates into a buffer of the size expected: no growing, no joining; a bomb is cut off there. What our own decoder
 * does not take is judged by zlib, so that a broken block is told in zlib's words.
 */
export function inflateExactly(raw: Uint8Array, expected: number, sumRowBytes = 0): Uint8Array {
  const own = inflate(raw, expected, SLACK, sumRowBytes);
  if (own !== null) return own.slice();
  const bytes = inflateSync(raw, {
    chunkSize: Math.max(64, expected + 1),
    maxOutputLength: expected + SLACK,
  });
  if (sumRowBytes > 0 && bytes.byteLength >= expected)
    undoPredictor(bytes.subarray(0, expected), {
      type: 'uint16',
      predictor: 2,
      littleEndian: true,
      rowSamples: sumRowBytes / 2,
      perPixel: 1,
    });
  return bytes;
}
