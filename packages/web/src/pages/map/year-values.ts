import type { ObservationResult } from '@aftermine/science/observe';
import { leadingIndex, seriesOf } from '@aftermine/science/report/observation';
import type { UnitValues } from 'aftermine/contract';
import type { LayerEntry } from './layer-entries.ts';

/** The index a layer shows; empty where it shows none. */
export function ownIndex(entry: LayerEntry | null): string {
  return entry === null ? '' : entry.kind === 'rsei' ? 'rsei' : entry.name;
}

/** The index whose values of units belong to a layer: its own where it has a series, else the leading one. */
export function indexOfLayer(record: ObservationResult, entry: LayerEntry | null): string {
  const own = ownIndex(entry);
  return own !== '' && (seriesOf(record, own)?.boundary.length ?? 0) > 0 ? own : leadingIndex(record);
}

/** A unit in one year; values are null together where it was not seen. */
export interface UnitValue {
  readonly median: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  readonly validCount: number;
  readonly pixelCount: number;
}

/** What the server tells of a year, by unit. */
export function valuesByUnit(values: UnitValues): ReadonlyMap<string, UnitValue> {
  const { units, median, p25, p75, validCount, pixelCount } = values;
  return new Map(
    units.map((unit, i) => [
      unit,
      {
        median: median[i] ?? null,
        p25: p25[i] ?? null,
        p75: p75[i] ?? null,
        validCount: validCount[i] ?? 0,
        pixelCount: pixelCount[i] ?? 0,
      },
    ]),
  );
}

/** Every unit's year of an index, by unit. */
export function unitsOfYear(
  record: ObservationResult,
  index: string,
  year: number,
): ReadonlyMap<string, UnitValue> {
  const found = new Map<string, UnitValue>();
  for (const [unit, years] of Object.entries(seriesOf(record, index)?.units ?? {})) {
    const one = years.find((other) => other.year === year);
    if (one !== undefined) found.set(unit, one);
  }
  return found;
}
