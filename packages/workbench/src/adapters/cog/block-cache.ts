import type { Samples } from '@aftermine/science/raster';

/**
 * The last decoded blocks of all open rasters, up to a number of bytes: bands of a pixel-interleaved file are
 * asked for one after the other, and windows cut across blocks.
 */
export class BlockCache {
  readonly #capacity: number;
  readonly #blocks = new Map<string, Samples>();
  #bytes = 0;

  constructor(capacityBytes = 16 << 20) {
    this.#capacity = capacityBytes;
  }

  async get(
    file: number,
    level: number,
    index: number,
    make: () => Promise<Samples | null>,
  ): Promise<Samples | null> {
    const key = `${file}/${level}/${index}`;
    const known = this.#blocks.get(key);
    if (known !== undefined) {
      this.#blocks.delete(key);
      this.#blocks.set(key, known);
      return known;
    }
    const made = await make();
    if (made === null || made.byteLength > this.#capacity) return made;
    this.#blocks.set(key, made);
    this.#bytes += made.byteLength;
    for (const [oldest, block] of this.#blocks) {
      if (this.#bytes <= this.#capacity) break;
      this.#blocks.delete(oldest);
      this.#bytes -= block.byteLength;
    }
    return made;
  }

  /** Drops the blocks of a file that is closed. */
  forget(file: number): void {
    for (const [key, block] of this.#blocks) {
      if (!key.startsWith(`${file}/`)) continue;
      this.#blocks.delete(key);
      this.#bytes -= block.byteLength;
    }
  }
}
