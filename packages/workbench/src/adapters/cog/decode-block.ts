import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import type { Samples, SampleType } from '@aftermine/science/raster';
import { fromArrayBuffer } from 'geotiff';
import { damaged, type TiffBytes } from './tiff-structure.ts';
import type { TiffImage } from './tiff-image.ts';
import { undoPredictor } from './predictor.ts';

const ARRAYS = {
  uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array, int16: Int16Array,
  uint32: Uint32Array, int32: Int32Array, float32: Float32Array, float64: Float64Array,
} as const;

/** An empty array of a sample type. */
export function makeSamples(type: SampleType, length: number): Samples {
  return new ARRAYS[type](length);
}

/** Views bytes as samples; copies only when they are not aligned. */
export function asSamples(type: SampleType, bytes: Uint8Array): Samples {
  const make = ARRAYS[type];
  const size = make.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  return new make(aligned.buffer as ArrayBuffer, aligned.byteOffset, Math.floor(aligned.byteLength / size));
}

/**
 * Decompresses one block and undoes predictor and byte order.
 *
 * @returns blockWidth * blockHeight * bands samples (rows cut short by the image end are absent in strips), or null
 * for a block without data
 * @throws InvalidInput `E-TIF-002`, `E-TIF-006` for a block that is damaged or larger than it may be
 */
export async function decodeBlock(file: TiffBytes, image: TiffImage, index: number): Promise<Samples | null> {
  const length = image.lengths[index]!;
  if (length === 0) return null;
  const perPixel = image.interleave === 'pixel' ? image.bandCount : 1;
  const row = Math.floor((index % (image.blocksAcross * image.blocksDown)) / image.blocksAcross);
  const rows = image.tiled ? image.blockHeight : Math.min(image.blockHeight, image.height - row * image.blockHeight);
  const expected = image.blockWidth * rows * perPixel * image.sampleBytes;
  if (length > file.size) throw damaged(file.path, `block of ${length} bytes`);
  const raw = file.bytes(image.offsets[index]!, length);
  let bytes: Uint8Array;
  try {
    bytes = await decompress(file, image, raw, expected, index);
  } catch (cause) {
    if (cause instanceof AftermineError) throw cause;
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where: `${file.path}#block ${index}`, got: (cause as Error).message, cause });
  }
  if (bytes.byteLength < expected) {
    throw new AftermineError('InvalidInput', 'E-TIF-006', { where: `${file.path}#block ${index}`, expected, got: bytes.byteLength });
  }
  const exact = bytes.byteLength === expected ? bytes : bytes.subarray(0, expected);
  return undoPredictor(exact, image, rows, perPixel, file.littleEndian);
}

async function decompress(file: TiffBytes, image: TiffImage, raw: Uint8Array, expected: number, index: number): Promise<Uint8Array> {
  switch (image.compression) {
    case 'none':
      return raw;
    case 'deflate':
      return inflateExactly(raw, expected);
    case 'zstd':
      return zstdDecompressSync(raw, { maxOutputLength: expected + 1024 });
    case 'packbits':
      return unpackBits(raw, expected);
    default:
      return decodeElsewhere(file, image, index, expected);
  }
}

/** Inflates into a buffer of the size expected: no growing, no joining; a bomb is cut off there. */
export function inflateExactly(raw: Uint8Array, expected: number): Uint8Array {
  return inflateSync(raw, { chunkSize: Math.max(64, expected + 1), maxOutputLength: expected + 1024 });
}

function unpackBits(raw: Uint8Array, expected: number): Uint8Array {
  const out = new Uint8Array(expected);
  let at = 0;
  for (let i = 0; i < raw.length && at < expected; ) {
    const head = raw[i]! > 127 ? raw[i]! - 256 : raw[i]!;
    i += 1;
    if (head >= 0) {
      const run = raw.subarray(i, Math.min(i + head + 1, i + expected - at));
      out.set(run, at);
      at += run.length;
      i += head + 1;
    } else if (head !== -128) {
      const end = Math.min(expected, at + 1 - head);
      out.fill(raw[i] ?? 0, at, end);
      at = end;
      i += 1;
    }
  }
  return out.subarray(0, at);
}

/** LZW, LERC and JPEG through the `geotiff` library, from a one-block file made in memory. */
async function decodeElsewhere(_file: TiffBytes, image: TiffImage, index: number, expected: number): Promise<Uint8Array> {
  const whole = _file.bytes(0, _file.size);
  const tiff = await fromArrayBuffer(whole.buffer as ArrayBuffer);
  const picture = await tiff.getImage(0);
  if (picture.getWidth() !== image.width) throw new AftermineError('Unsupported', 'E-TIF-005', { where: _file.path, got: `${image.compression} overview` });
  const across = index % image.blocksAcross;
  const down = Math.floor(index / image.blocksAcross) % image.blocksDown;
  const plane = Math.floor(index / (image.blocksAcross * image.blocksDown));
  const window = [
    across * image.blockWidth,
    down * image.blockHeight,
    Math.min(image.width, (across + 1) * image.blockWidth),
    Math.min(image.height, (down + 1) * image.blockHeight),
  ];
  const samples = image.interleave === 'pixel' ? undefined : [plane];
  const data = (await picture.readRasters({ window, interleave: true, ...(samples === undefined ? {} : { samples }) })) as unknown as Samples & { width: number };
  const perPixel = image.interleave === 'pixel' ? image.bandCount : 1;
  const out = makeSamples(image.type, expected / image.sampleBytes);
  const width = window[2]! - window[0]!;
  const height = window[3]! - window[1]!;
  for (let r = 0; r < height; r += 1) {
    for (let c = 0; c < width * perPixel; c += 1) out[r * image.blockWidth * perPixel + c] = data[r * width * perPixel + c]!;
  }
  return new Uint8Array(out.buffer, out.byteOffset, out.byteLength);
}
