import { closeSync, fstatSync, openSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';
import type { Samples, SampleType, Window } from '@aftermine/science/raster';
import type { RasterFile, RasterInfo } from '../../ports/index.ts';
import type { BlockCache } from './block-cache.ts';
import { decodeBlock, type TakeBlock } from './decode-block.ts';
import { readBandMetadata } from './gdal-metadata.ts';
import { readGeoReference } from './geo-reference.ts';
import { makeSamples } from './sample-arrays.ts';
import { readImage, type TiffImage } from './tiff-image.ts';
import { readDirectories, TiffBytes } from './tiff-structure.ts';

const REDUCED = 1;
const MASK = 4;

/** Windows larger than this are refused: no caller of ours reads whole images of that size at once. */
const MAX_WINDOW_SAMPLES = 1 << 28;

let opened = 0;

/**
 * Opens a GeoTIFF and reads its structure.
 *
 * @throws NotFound `E-PRJ-002`; InvalidInput `E-TIF-001`..`E-TIF-004`; Unsupported `E-TIF-005`
 */
export function openTiff(path: string, cache: BlockCache): RasterFile {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    throw new AftermineError('NotFound', 'E-PRJ-002', { where: path, cause });
  }
  try {
    const file = new TiffBytes(fd, fstatSync(fd).size, path);
    const directories = readDirectories(file);
    const first = readImage(directories[0]!, path);
    assertWhole(first, file);
    const overviews: TiffImage[] = [];
    for (const directory of directories.slice(1)) {
      const kind = directory.number(254) ?? 0;
      if ((kind & REDUCED) === 0 || (kind & MASK) !== 0) continue;
      overviews.push(readImage(directory, path));
    }
    overviews.sort((a, b) => b.width - a.width);
    return new TiffRaster(file, first, overviews, cache);
  } catch (error) {
    closeSync(fd);
    if (error instanceof AftermineError) throw error;
    throw new AftermineError('InvalidInput', 'E-TIF-003', {
      where: path,
      got: (error as Error).message,
      cause: error,
    });
  }
}

/** A file whose copying broke off still has a good head; its last blocks lie beyond its end. */
function assertWhole(image: TiffImage, file: TiffBytes): void {
  const { offsets, lengths } = image;
  let end = 0;
  for (let i = 0; i < offsets.length; i += 1) {
    const length = lengths[i] ?? 0;
    if (length > 0) end = Math.max(end, offsets[i]! + length);
  }
  if (!(end <= file.size))
    throw new AftermineError('InvalidInput', 'E-TIF-002', {
      where: file.path,
      expected: end,
      got: file.size,
    });
}

/** The no-data value of the tag, as the samples hold it: 32-bit floats know fewer digits than its text. */
function readNodata(text: string | null, type: SampleType): number | null {
  const bare = text?.trim() ?? '';
  if (bare === '') return null;
  if (/^[-+]?nan$/i.test(bare)) return Number.NaN;
  const value = Number(bare.replace(/^([-+]?)inf(inity)?$/i, '$1Infinity'));
  if (Number.isNaN(value)) return null;
  return type === 'float32' ? Math.fround(value) : value;
}

class TiffRaster implements RasterFile {
  readonly info: RasterInfo;
  readonly #file: TiffBytes;
  readonly #image: TiffImage;
  readonly #overviews: readonly TiffImage[];
  readonly #cache: BlockCache;
  readonly #id = (opened += 1);
  readonly #nodata: number | null;

  constructor(file: TiffBytes, image: TiffImage, overviews: readonly TiffImage[], cache: BlockCache) {
    this.#file = file;
    this.#image = image;
    this.#overviews = overviews;
    this.#cache = cache;
    const { directory } = image;
    this.#nodata = readNodata(directory.text(42113), image.type);
    this.info = {
      path: file.path,
      width: image.width,
      height: image.height,
      bands: readBandMetadata(directory.text(42112), image.bandCount),
      type: image.type,
      nodata: this.#nodata,
      ...readGeoReference(directory, image.width, image.height),
      blockWidth: image.blockWidth,
      blockHeight: image.blockHeight,
      compression: image.compression,
      interleave: image.interleave,
      overviews: overviews.length,
    };
  }

  read(band: number, window: Window): Promise<Samples> {
    return this.#read(this.#image, 0, band, window);
  }

  async readOverview(
    band: number,
    level: number,
  ): Promise<{ width: number; height: number; samples: Samples }> {
    const image = this.#overviews[level];
    if (image === undefined)
      throw new AftermineError('InvalidInput', 'E-TIF-007', {
        where: this.#file.path,
        expected: this.#overviews.length,
        got: level,
      });
    const { width, height } = image;
    return {
      width,
      height,
      samples: await this.#read(image, level + 1, band, { col: 0, row: 0, width, height }),
    };
  }

  async close(): Promise<void> {
    this.#cache.forget(this.#id);
    closeSync(this.#file.fd);
  }

  async #read(image: TiffImage, level: number, band: number, window: Window): Promise<Samples> {
    const { col, row, width, height } = window;
    const inside =
      col >= 0 &&
      row >= 0 &&
      width > 0 &&
      height > 0 &&
      col + width <= image.width &&
      row + height <= image.height;
    if (!inside || !(band >= 0 && band < image.bandCount) || width * height > MAX_WINDOW_SAMPLES) {
      throw new AftermineError('InvalidInput', 'E-TIF-007', {
        where: this.#file.path,
        expected: `${image.width} x ${image.height} x ${image.bandCount}`,
        got: `${col},${row} ${width} x ${height} band ${band}`,
      });
    }
    const out = makeSamples(image.type, width * height);
    const { blockWidth, blockHeight, blocksAcross, blocksDown } = image;
    const chunky = image.interleave === 'pixel';
    const step = chunky ? image.bandCount : 1;
    const shift = chunky ? band : 0;
    const plane = chunky ? 0 : band * blocksAcross * blocksDown;
    const put = (block: Samples | null, bx: number, by: number): void => {
      const left = Math.max(col, bx * blockWidth);
      const right = Math.min(col + width, (bx + 1) * blockWidth);
      const top = Math.max(row, by * blockHeight);
      const bottom = Math.min(row + height, (by + 1) * blockHeight);
      if (block === null) {
        const fill = this.#nodata ?? 0;
        for (let r = top; r < bottom; r += 1)
          out.fill(fill, (r - row) * width + left - col, (r - row) * width + right - col);
        return;
      }
      const pitch = blockWidth * step;
      for (let r = top; r < bottom; r += 1) {
        let from = (r - by * blockHeight) * pitch + (left - bx * blockWidth) * step + shift;
        const to = (r - row) * width + left - col;
        const count = right - left;
        if (step === 1) out.set(block.subarray(from, from + count) as never, to);
        else for (let i = 0; i < count; i += 1, from += step) out[to + i] = block[from]!;
      }
    };
    // Of a whole image of one band each block comes once, so none is kept.
    const once = step === 1 && width === image.width && height === image.height;
    for (let by = Math.floor(row / blockHeight); by * blockHeight < row + height; by += 1) {
      for (let bx = Math.floor(col / blockWidth); bx * blockWidth < col + width; bx += 1) {
        const index = plane + by * blocksAcross + bx;
        const decode = <T>(take: TakeBlock<T>): Promise<T> => decodeBlock(this.#file, image, index, take);
        if (once) await decode((block) => put(block, bx, by));
        else
          put(
            await this.#cache.get(this.#id, level, index, () =>
              decode((block, lent) => (lent && block !== null ? block.slice() : block)),
            ),
            bx,
            by,
          );
      }
    }
    return out;
  }
}
