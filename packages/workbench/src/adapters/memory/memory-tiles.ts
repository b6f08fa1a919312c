import { AftermineError } from '@aftermine/science/base';
import type { TileContent, TileHandle, Tiles } from '../../ports/index.ts';

/** The in-memory twin of `FileTiles`. */
export class MemoryTiles implements Tiles {
  readonly #tiles = new Map<string, TileContent>();

  has(key: string): boolean {
    return this.#tiles.has(key);
  }

  write(key: string, content: TileContent): void {
    this.#tiles.set(key, structuredClone(content));
  }

  open(key: string): TileHandle {
    const content = this.#tiles.get(key);
    if (content === undefined) throw new AftermineError('NotFound', 'E-PRJ-010', { where: key });
    return {
      meta: content.meta,
      names: Object.keys(content.sections).sort(),
      section(name) {
        const bytes = content.sections[name];
        if (bytes === undefined)
          throw new AftermineError('NotFound', 'E-PRJ-010', { where: `${key}#${name}` });
        return bytes;
      },
      close: () => {},
    };
  }
}
