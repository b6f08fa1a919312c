import type { RasterFile, Rasters } from '../../ports/index.ts';

/** Keeps the last few rasters open, so that neighbouring blocks do not parse the same header again. */
export class RasterShelf {
  readonly #rasters: Rasters;
  readonly #capacity: number;
  readonly #open = new Map<string, RasterFile>();

  constructor(rasters: Rasters, capacity = 96) {
    this.#rasters = rasters;
    this.#capacity = capacity;
  }

  async get(path: string): Promise<RasterFile> {
    const known = this.#open.get(path);
    if (known !== undefined) {
      this.#open.delete(path);
      this.#open.set(path, known);
      return known;
    }
    const file = await this.#rasters.open(path);
    this.#open.set(path, file);
    if (this.#open.size > this.#capacity) {
      const [oldest, stale] = this.#open.entries().next().value as [string, RasterFile];
      this.#open.delete(oldest);
      await stale.close();
    }
    return file;
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) await file.close();
    this.#open.clear();
  }
}
