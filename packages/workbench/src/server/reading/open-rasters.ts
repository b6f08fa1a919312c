import { statSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';
import type { Samples, Window } from '@aftermine/science/raster';
import type { RasterFile, RasterInfo, Rasters } from '../../ports/index.ts';

/** Decoded planes that are kept, bytes. A year of a 2,000 x 2,000 layer is 8 MB. */
const CAPACITY = 192 << 20;
/** Structures of files that are kept. */
const KEPT_INFOS = 512;
/** Planes of more samples are read window by window and not kept whole. */
const MAX_PLANE = 16e6;

/** One level of a band, or a part of it, as the file holds it. */
export interface LevelPlane {
  readonly samples: Samples;
  /** Place and size of `samples` in the level. */
  readonly window: Window;
}

/**
 * Reads rasters for pictures: structures and decoded planes are kept, files are not, so that a run may replace them at any time.
 * What was kept is told apart by size and time of the file.
 */
export class OpenRasters {
  readonly #rasters: Rasters;
  readonly #infos = new Map<string, RasterInfo>();
  readonly #planes = new Map<string, Promise<LevelPlane>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  constructor(rasters: Rasters) {
    this.#rasters = rasters;
  }

  /**
   * Tag that changes with the file.
   *
   * @throws NotFound `E-PRJ-002` where the file is gone
   */
  tag(path: string): string {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stat === undefined) throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
    return `${stat.size.toString(36)}-${stat.mtimeNs.toString(36)}`;
  }

  async info(path: string): Promise<RasterInfo> {
    const key = `${path}\n${this.tag(path)}`;
    const known = this.#infos.get(key);
    if (known !== undefined) return known;
    const info = await this.#use(path, async (file) => file.info);
    this.#infos.set(key, info);
    if (this.#infos.size > KEPT_INFOS) this.#infos.delete(this.#infos.keys().next().value!);
    return info;
  }

  /**
   * Samples of some bands at a level (0 = full size), at least those of `window`; whole levels where they are of moderate size.
   *
   * @param size width and height of the level
   */
  async planes(
    path: string,
    bands: readonly number[],
    level: number,
    size: { readonly width: number; readonly height: number },
    window: Window,
  ): Promise<LevelPlane[]> {
    const whole = level > 0 || size.width * size.height <= MAX_PLANE;
    const part = whole ? { col: 0, row: 0, ...size } : window;
    const key = `${path}\n${this.tag(path)}\n${level}\n${part.col},${part.row},${part.width},${part.height}`;
    const missing = bands.filter((band) => !this.#planes.has(`${key}\n${band}`));
    if (missing.length > 0) {
      const read = this.#use(path, (file) => readBands(file, missing, level, part));
      missing.forEach((band, i) => {
        const name = `${key}\n${band}`;
        const plane = read.then((planes) => planes[i]!);
        this.#planes.set(name, plane);
        plane.then(
          ({ samples }) => this.#keep(name, samples.byteLength),
          () => this.#planes.delete(name),
        );
      });
    }
    return Promise.all(
      bands.map((band) => {
        const name = `${key}\n${band}`;
        const plane = this.#planes.get(name)!;
        this.#planes.delete(name);
        this.#planes.set(name, plane);
        return plane;
      }),
    );
  }

  #keep(name: string, size: number): void {
    this.#sizes.set(name, size);
    this.#bytes += size;
    for (const oldest of this.#planes.keys()) {
      if (this.#bytes <= CAPACITY) break;
      const bytes = this.#sizes.get(oldest);
      if (bytes === undefined) continue;
      this.#bytes -= bytes;
      this.#planes.delete(oldest);
      this.#sizes.delete(oldest);
    }
  }

  async #use<T>(path: string, work: (file: RasterFile) => Promise<T>): Promise<T> {
    const file = await this.#rasters.open(path);
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  }
}

/** Bands of one level. Strips of blocks: the bands of a pixel-interleaved file lie in the same blocks, which are decoded once. */
async function readBands(
  file: RasterFile,
  bands: readonly number[],
  level: number,
  window: Window,
): Promise<LevelPlane[]> {
  if (level > 0) {
    const planes: LevelPlane[] = [];
    for (const band of bands) {
      const { width, height, samples } = await file.readOverview(band, level - 1);
      planes.push({ samples, window: { col: 0, row: 0, width, height } });
    }
    return planes;
  }
  if (bands.length === 1) return [{ samples: await file.read(bands[0]!, window), window }];
  const { blockHeight } = file.info;
  const outs: Samples[] = [];
  for (let row = window.row; row < window.row + window.height; ) {
    const next = Math.min(window.row + window.height, (Math.floor(row / blockHeight) + 1) * blockHeight);
    for (const [i, band] of bands.entries()) {
      const strip = await file.read(band, { ...window, row, height: next - row });
      outs[i] ??= new (strip.constructor as new (length: number) => Samples)(window.width * window.height);
      outs[i].set(strip as never, (row - window.row) * window.width);
    }
    row = next;
  }
  return outs.map((samples) => ({ samples, window }));
}
