import { type SceneProblem, sceneProblem } from '@aftermine/science/observe';
import type { Tiles } from '../../ports/index.ts';

/** Scenes whose pixels could not be decoded in some composite, once each, by id. */
export function damagedScenes(tiles: Tiles, composites: readonly string[]): SceneProblem[] {
  const ids = new Set<string>();
  for (const key of composites) {
    const tile = tiles.open(key);
    for (const id of (tile.meta as { damaged: string[] }).damaged) ids.add(id);
    tile.close();
  }
  return [...ids].sort().map((id) => sceneProblem('error', 'damaged-pixels', id));
}
