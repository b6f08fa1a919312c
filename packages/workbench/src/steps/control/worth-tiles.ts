import { canonicalJson } from '@aftermine/science/base';
import type { FutureWorth, WorthInput } from '@aftermine/science/control';
import type { Hasher, Tiles } from '../../ports/index.ts';

/** Version of the recipe: raise it when results of the same inputs change. */
const RECIPE = 'future-worth/1';

/** Futures that are worked out, one tile each: what a run leaves behind whenever it ends. */
export interface WorthTiles {
  /** Null where the future is still to be worked out. */
  read(future: number): FutureWorth | null;
  write(worth: FutureWorth): void;
}

/** Tiles of the futures of one programme; their keys hold everything a future depends on, and not how many there are. */
export function worthTiles(tiles: Tiles, hash: Hasher, version: string, input: WorthInput): WorthTiles {
  const { plan, units, library, settings, control, worth, observedTo, seasonAt, looks, seed } = input;
  const programme = hash(
    canonicalJson({
      recipe: RECIPE,
      version,
      plan,
      units,
      library: library.hash,
      settings,
      control,
      worth,
      observedTo,
      seasonAt,
      looks: [...looks].sort(([a], [b]) => (a < b ? -1 : 1)),
      seed,
    }),
  );
  const keyOf = (future: number): string => hash(canonicalJson({ programme, future }));
  return {
    read(future) {
      const key = keyOf(future);
      if (!tiles.has(key)) return null;
      const tile = tiles.open(key);
      const { worth: found } = tile.meta as { readonly worth: FutureWorth };
      tile.close();
      return found;
    },
    write: (one) => tiles.write(keyOf(one.future), { meta: { worth: one }, sections: {} }),
  };
}
