import type { ZoneYear } from '@aftermine/science/observe';
import type { TrendFigure } from '@aftermine/science/report/observation';
import type { PromiseLines } from './promise-on-index.ts';
import type { OwnSeries } from './read-own-series.ts';

/** Everything the chart shows of one year. */
export interface TrendRow {
  readonly year: number;
  readonly median: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  readonly validCount: number | null;
  readonly pixelCount: number | null;
  readonly reason: string | null;
  readonly reference: number | null;
  /** Vertex of the fitted trajectory. */
  readonly vertex: number | null;
  readonly promised: number | null;
  readonly target: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly own: readonly (number | null)[];
}

/** Years from the first observed to the last observed or expected, each with all that is known of it. */
export function trendRows(
  figure: TrendFigure,
  zoneYears: readonly ZoneYear[],
  promise: PromiseLines | null,
  own: readonly OwnSeries[],
  zoneId: string,
): TrendRow[] {
  const last = Math.max(figure.last, promise?.target.at(-1)?.year ?? 0);
  const counted = new Map(zoneYears.map((one) => [one.year, one]));
  const seen = new Map(figure.years.map((one) => [one.year, one]));
  const valueIn = <T extends { readonly year: number }>(
    list: readonly T[] | undefined,
    year: number,
    value: (one: T) => number,
  ): number | null => {
    const found = list?.find((one) => one.year === year);
    return found === undefined ? null : value(found);
  };
  return Array.from({ length: last - figure.first + 1 }, (_, i): TrendRow => {
    const year = figure.first + i;
    const one = seen.get(year);
    const count = counted.get(year);
    return {
      year,
      median: one?.median ?? null,
      p25: one?.p25 ?? null,
      p75: one?.p75 ?? null,
      validCount: count?.validCount ?? null,
      pixelCount: count?.pixelCount ?? null,
      reason: one?.reason ?? null,
      reference: valueIn(figure.reference, year, ({ median }) => median),
      vertex: valueIn(figure.fitted, year, ({ value }) => value),
      promised: valueIn(promise?.promised, year, ({ value }) => value),
      target: valueIn(promise?.target, year, ({ value }) => value),
      p10: valueIn(promise?.fan, year, ({ p10 }) => p10),
      p50: valueIn(promise?.fan, year, ({ p50 }) => p50),
      p90: valueIn(promise?.fan, year, ({ p90 }) => p90),
      own: own.map(({ points }) =>
        valueIn(
          points.filter(({ id }) => id === zoneId),
          year,
          ({ value }) => value,
        ),
      ),
    };
  });
}

/** The rows as CSV with a head; unknown is an empty cell and its reason stands in words. */
export function trendCsv(
  rows: readonly TrendRow[],
  own: readonly OwnSeries[],
  zoneId: string,
  index: string,
): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const head = [
    'id',
    'index',
    'year',
    'median',
    'p25',
    'p75',
    'valid_pixels',
    'pixels',
    'reference_median',
    'fitted_vertex',
    'promised',
    'target',
    'expected_p10',
    'expected_p50',
    'expected_p90',
    'reason',
    ...own.map(({ name }) => name),
  ];
  const lines = rows.map((row) => [
    zoneId === '' ? 'boundary' : zoneId,
    index,
    row.year,
    row.median,
    row.p25,
    row.p75,
    row.validCount,
    row.pixelCount,
    row.reference,
    row.vertex,
    row.promised,
    row.target,
    row.p10,
    row.p50,
    row.p90,
    row.reason,
    ...row.own,
  ]);
  return `${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
