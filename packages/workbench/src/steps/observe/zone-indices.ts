import type { ObserveSettings, RseiRecipe } from '@aftermine/science/observe';
import { INDEX_SCALE, LST_OFFSET, LST_SCALE } from './layers.ts';

/** An index that is summed up per zone and year, with the step its samples are kept in. */
export interface ZoneIndex {
  readonly id: string;
  readonly scale: number;
  readonly offset: number;
}

/** Clear looks and water (0 or 1) are summed up like indices. */
export const LOOKS = 'clear-looks';
export const WATER = 'water';

/** What is summed up, in the order it is kept in the tiles. */
export function zoneIndices(recipe: RseiRecipe, settings: ObserveSettings, withIndex: boolean): ZoneIndex[] {
  const ids = new Set<string>(recipe.components.map(({ id }) => id));
  ids.add('ndvi').add('nbr');
  if (settings.segment.index !== 'rsei') ids.add(settings.segment.index);
  if (settings.recovery.index !== 'rsei') ids.add(settings.recovery.index);
  const indices: ZoneIndex[] = [...ids].map((id) =>
    id === 'lst' ? { id, scale: LST_SCALE, offset: LST_OFFSET } : { id, scale: INDEX_SCALE, offset: 0 },
  );
  if (withIndex) indices.unshift({ id: 'rsei', scale: INDEX_SCALE, offset: 0 });
  return [...indices, { id: LOOKS, scale: 1, offset: 0 }, { id: WATER, scale: 1, offset: 0 }];
}
