import type { ObservationResult, ZoneYear } from '@aftermine/science/observe';
import { leadingIndex, seriesOf } from '@aftermine/science/report/observation';
import type { LayerEntry } from './layer-entries.ts';

/** The index whose values of units belong to a layer: its own where it has a series, else the leading one. */
export function indexOfLayer(record: ObservationResult, entry: LayerEntry | null): string {
  const own = entry === null ? '' : entry.kind === 'rsei' ? 'rsei' : entry.name;
  return own !== '' && (seriesOf(record, own)?.boundary.length ?? 0) > 0 ? own : leadingIndex(record);
}

/** Every unit's year of an index, by unit. */
export function unitsOfYear(
  record: ObservationResult,
  index: string,
  year: number,
): ReadonlyMap<string, ZoneYear> {
  const found = new Map<string, ZoneYear>();
  for (const [unit, years] of Object.entries(seriesOf(record, index)?.units ?? {})) {
    const one = years.find((other) => other.year === year);
    if (one !== undefined) found.set(unit, one);
  }
  return found;
}
