/** What a finished piece of work left behind: named byte sections and a small record. */
export interface TileContent {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, Uint8Array>>;
}

/** A finished piece of work, opened for reading section by section. */
export interface TileHandle {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
  /**
   * The bytes of one section, checked against its checksum.
   *
   * @param scratch memory to read into when it is large enough; the answer is then a part of it
   */
  section(name: string, scratch?: Uint8Array): Uint8Array;
  close(): void;
}

/**
 * Finished work, kept by key. A key is the hash of everything the result depends on (recipe version, inputs,
 * block, parameters), so a tile that is present is right, and present tiles are the only state a run has.
 */
export interface Tiles {
  /** True when a whole, undamaged-looking tile is there. A torn or foreign file counts as absent. */
  has(key: string): boolean;
  /** All at once or not at all: temporary file, fsync, rename. */
  write(key: string, content: TileContent): void;
  /** Throws NotFound `E-PRJ-010` when the tile is absent or its header is damaged. */
  open(key: string): TileHandle;
}
