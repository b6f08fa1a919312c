import type { UnitFigure } from '@aftermine/science/report/season';

/** One year of the course of a unit, closeness in per cent; null where that year has no such value. */
export interface FanRow {
  readonly year: number;
  readonly seen: number | null;
  readonly seenLow: number | null;
  readonly seenHigh: number | null;
  readonly held: number | null;
  readonly heldLow: number | null;
  readonly heldHigh: number | null;
  readonly promised: number | null;
  readonly adopted: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly alerts: number;
}

/** Half of a normal band of 80 % in that of 50 %. */
const HALF = 0.526;

/**
 * The figure of a unit as rows of years, for chart and table alike. The fan begins at what the filter holds in the season, so that it
 * opens from there; a year that was not seen has no sighting, never one in between.
 */
export function fanRows(figure: UnitFigure): readonly FanRow[] {
  const { first, last, season } = figure;
  const at = <T extends { readonly year: number }>(all: readonly T[], year: number): T | undefined =>
    all.find((one) => one.year === year);
  const percent = (value: number | undefined): number | null =>
    value === undefined ? null : Math.round(1000 * value) / 10;
  const rows: FanRow[] = [];
  for (let year = first; year <= last; year += 1) {
    const seen = at(figure.sightings, year);
    const held = at(figure.filtered, year);
    const fan = at(figure.fan, year);
    const opens = year === season && figure.fan.length > 0 ? held : undefined;
    const near = (end: 'low' | 'high'): number | undefined =>
      opens === undefined ? undefined : opens.mean + HALF * (opens[end] - opens.mean);
    rows.push({
      year,
      seen: percent(seen?.seen),
      seenLow: percent(seen?.low),
      seenHigh: percent(seen?.high),
      held: percent(held?.mean),
      heldLow: percent(held?.low),
      heldHigh: percent(held?.high),
      promised: percent((at(figure.promised, year) ?? at(figure.promisedBefore, year))?.closeness),
      adopted: percent(at(figure.adopted, year)?.closeness),
      p10: percent(fan?.p10 ?? opens?.low),
      p25: percent(fan?.p25 ?? near('low')),
      p50: percent(fan?.p50 ?? opens?.mean),
      p75: percent(fan?.p75 ?? near('high')),
      p90: percent(fan?.p90 ?? opens?.high),
      alerts: figure.alarms.filter((one) => one.year === year).length,
    });
  }
  return rows;
}
