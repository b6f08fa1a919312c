import { AftermineError } from '@aftermine/science/base';
import type { SampleType } from '@aftermine/science/raster';
import { damaged, type TiffDirectory } from './tiff-structure.ts';

/** Compression schemes by TIFF number. */
export const COMPRESSION: Readonly<Record<number, string>> = {
  1: 'none',
  5: 'lzw',
  7: 'jpeg',
  8: 'deflate',
  32773: 'packbits',
  32946: 'deflate',
  34887: 'lerc',
  50000: 'zstd',
};

/** The layout of one image of a TIFF. */
export interface TiffImage {
  readonly directory: TiffDirectory;
  readonly width: number;
  readonly height: number;
  readonly bandCount: number;
  readonly type: SampleType;
  readonly sampleBytes: number;
  readonly interleave: 'pixel' | 'band';
  readonly compression: string;
  readonly predictor: number;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  readonly tiled: boolean;
  /** Byte place and length of each block; length 0 means a block without data. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
}

/** Sides longer than this, or blocks larger, are refused before anything is allocated. */
const MAX_SIDE = 4_000_000;
const MAX_BANDS = 4096;
const MAX_BLOCK_BYTES = 1 << 28;

/**
 * Reads the layout of an image and checks that it can be true.
 *
 * @throws InvalidInput `E-TIF-003` for a contradiction, `E-TIF-004` for absurd sizes; Unsupported `E-TIF-005` for
 * sample types or compressions that are not read
 */
export function readImage(directory: TiffDirectory, path: string): TiffImage {
  const required = (tag: number, name: string): number => {
    const value = directory.number(tag);
    if (value === null || !Number.isInteger(value) || value < 1) throw damaged(path, `${name} ${value}`);
    return value;
  };
  const width = required(256, 'width');
  const height = required(257, 'height');
  const bandCount = directory.has(277) ? required(277, 'bands') : 1;
  if (width > MAX_SIDE || height > MAX_SIDE || bandCount > MAX_BANDS) {
    throw new AftermineError('InvalidInput', 'E-TIF-004', {
      where: path,
      got: `${width} x ${height} x ${bandCount}`,
      expected: `${MAX_SIDE} x ${MAX_SIDE} x ${MAX_BANDS}`,
    });
  }
  const type = sampleType(directory, bandCount, path);
  const sampleBytes = Number(/\d+/.exec(type)![0]) / 8;
  const compressionNumber = directory.number(259) ?? 1;
  const compression = COMPRESSION[compressionNumber];
  if (compression === undefined)
    throw new AftermineError('Unsupported', 'E-TIF-005', {
      where: path,
      got: `compression ${compressionNumber}`,
    });
  const interleave = directory.number(284) === 2 ? 'band' : 'pixel';
  const tiled = directory.has(322);
  const blockWidth = tiled ? required(322, 'tile width') : width;
  const blockHeight = tiled
    ? required(323, 'tile height')
    : Math.min(height, Math.max(1, directory.number(278) ?? height));
  const perBlock = interleave === 'pixel' ? bandCount : 1;
  if (blockWidth * blockHeight * perBlock * sampleBytes > MAX_BLOCK_BYTES) {
    throw new AftermineError('InvalidInput', 'E-TIF-004', {
      where: path,
      got: `block ${blockWidth} x ${blockHeight} x ${perBlock}`,
      expected: `${MAX_BLOCK_BYTES} bytes`,
    });
  }
  const blocksAcross = Math.ceil(width / blockWidth);
  const blocksDown = Math.ceil(height / blockHeight);
  const expected = blocksAcross * blocksDown * (interleave === 'band' ? bandCount : 1);
  const offsets = directory.numbers(tiled ? 324 : 273);
  const lengths = directory.numbers(tiled ? 325 : 279);
  if (offsets === null || lengths === null) throw damaged(path, 'no block offsets');
  if (offsets.length < expected || lengths.length < expected)
    throw damaged(path, `${Math.min(offsets.length, lengths.length)} blocks instead of ${expected}`);
  const predictor = directory.number(317) ?? 1;
  if (predictor !== 1 && predictor !== 2 && predictor !== 3)
    throw new AftermineError('Unsupported', 'E-TIF-005', { where: path, got: `predictor ${predictor}` });
  return {
    directory,
    width,
    height,
    bandCount,
    type,
    sampleBytes,
    interleave,
    compression,
    predictor,
    blockWidth,
    blockHeight,
    blocksAcross,
    blocksDown,
    tiled,
    offsets,
    lengths,
  };
}

function sampleType(directory: TiffDirectory, bandCount: number, path: string): SampleType {
  const bits = directory.numbers(258) ?? [1];
  const formats = directory.numbers(339) ?? [1];
  const [bit, format] = [bits[0]!, formats[0]!];
  const alike =
    bits.slice(0, bandCount).every((value) => value === bit) &&
    formats.slice(0, bandCount).every((value) => value === format);
  const names: Readonly<Record<string, SampleType>> = {
    '1-8': 'uint8',
    '1-16': 'uint16',
    '1-32': 'uint32',
    '2-8': 'int8',
    '2-16': 'int16',
    '2-32': 'int32',
    '3-32': 'float32',
    '3-64': 'float64',
  };
  // Format 4 means "undefined"; readers take it as unsigned.
  const name = names[`${format === 4 ? 1 : format}-${bit}`];
  if (name === undefined || !alike)
    throw new AftermineError('Unsupported', 'E-TIF-005', {
      where: path,
      got: `bits ${bits.slice(0, 4).join(',')} format ${format}`,
    });
  return name;
}
