import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import { getDecoder } from 'geotiff';
import type { TiffImage } from './tiff-image.ts';

const LERC = 34_887;
const JPEG = 7;
const JPEG_TABLES = 347;
const LERC_PARAMETERS = 50_674;
const PHOTOMETRIC = 262;
const YCBCR = 6;
/** Second LERC parameter: what the blob was compressed with once more. */
const ADDED_DEFLATE = 1;
const ADDED_ZSTD = 2;

/**
 * Decodes a LERC or JPEG block with the decoders of the `geotiff` library, which believe the sizes that the block
 * itself states: so these are compared with the directory before.
 *
 * @param rows of this block; the last strip of an image may have fewer than the others
 * @throws Unsupported `E-TIF-005` for big-endian LERC; Error for blocks that contradict the directory
 */
export async function decodePicture(
  image: TiffImage,
  raw: Uint8Array,
  rows: number,
  perPixel: number,
  littleEndian: boolean,
  path: string,
): Promise<Uint8Array> {
  const { directory, blockWidth, blockHeight } = image;
  const parameters = {
    tileWidth: blockWidth,
    tileHeight: blockHeight,
    planarConfiguration: image.interleave === 'pixel' ? 1 : 2,
    bitsPerSample: new Array<number>(image.bandCount).fill(image.sampleBytes * 8),
    predictor: 1,
  };
  const expected = blockWidth * rows * perPixel * image.sampleBytes;
  if (image.compression === 'lerc') {
    // The common writer swaps the bytes before it encodes, which makes other numbers of them.
    if (!littleEndian && image.sampleBytes > 1)
      throw new AftermineError('Unsupported', 'E-TIF-005', { where: path, got: 'LERC in big-endian order' });
    const blob = bareLerc(raw, directory.numbers(LERC_PARAMETERS)?.[1] ?? 0, expected);
    assertLercSize(blob, blockWidth, blockHeight);
    const decoder = await getDecoder(LERC, { ...parameters, LercParameters: [4, 0] } as never);
    return new Uint8Array((await decoder.decodeBlock(ownBuffer(blob))) as ArrayBuffer);
  }
  assertJpegSize(raw, blockWidth, blockHeight, perPixel);
  const tables = directory.numbers(JPEG_TABLES);
  const decoder = await getDecoder(JPEG, {
    ...parameters,
    ...(tables === null ? {} : { JPEGTables: Uint8Array.from(tables) }),
  } as never);
  const pixels = new Uint8Array((await decoder.decodeBlock(ownBuffer(raw))) as ArrayBuffer);
  if (perPixel === 3 && directory.number(PHOTOMETRIC) === YCBCR) colours(pixels);
  return pixels;
}

/** Luma and two colour differences to red, green and blue, in place (ITU-R BT.601, full range, as in JFIF). */
function colours(pixels: Uint8Array): void {
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let i = 0; i + 2 < pixels.length; i += 3) {
    const luma = pixels[i]!;
    const blue = pixels[i + 1]! - 128;
    const red = pixels[i + 2]! - 128;
    clamped[i] = luma + 1.402 * red;
    clamped[i + 1] = luma - 0.344_136 * blue - 0.714_136 * red;
    clamped[i + 2] = luma + 1.772 * blue;
  }
}

function bareLerc(raw: Uint8Array, added: number, expected: number): Uint8Array {
  // A LERC blob that saves nothing holds the samples and small headers.
  const limit = { maxOutputLength: 2 * expected + 65_536 };
  if (added === ADDED_DEFLATE) return inflateSync(raw, limit);
  if (added === ADDED_ZSTD) return zstdDecompressSync(raw, limit);
  return raw;
}

/** Header of LERC 2: magic, version, from version 3 on a checksum, then rows and columns. */
function assertLercSize(blob: Uint8Array, width: number, height: number): void {
  const magic = String.fromCharCode(...blob.subarray(0, 6));
  if (magic !== 'Lerc2 ') throw new Error(`LERC begins with ${JSON.stringify(magic)}`);
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const at = view.getInt32(6, true) >= 3 ? 14 : 10;
  const [rows, columns] = [view.getInt32(at, true), view.getInt32(at + 4, true)];
  if (columns !== width || rows > height || rows < 1) throw new Error(`LERC block of ${columns} x ${rows}`);
}

/** Width, height and components in the frame header; one frame only, since each takes memory when it is announced. */
function assertJpegSize(raw: Uint8Array, width: number, height: number, perPixel: number): void {
  let frames = 0;
  for (let i = 2; i + 9 < raw.length; ) {
    // Between segments, and in coded data, a marker is 0xff and a byte that is neither 0 nor 0xff.
    const marker = raw[i + 1]!;
    if (raw[i] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd9)) {
      i += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const rows = (raw[i + 5]! << 8) | raw[i + 6]!;
      const columns = (raw[i + 7]! << 8) | raw[i + 8]!;
      frames += 1;
      if (frames > 1 || columns !== width || rows > height || rows < 1 || raw[i + 9] !== perPixel)
        throw new Error(`JPEG frame ${frames} of ${columns} x ${rows} x ${raw[i + 9]}`);
    }
    i += 2 + ((raw[i + 2]! << 8) | raw[i + 3]!);
  }
  if (frames === 0) throw new Error('JPEG without a frame');
}

/** The library takes whole buffers only. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
