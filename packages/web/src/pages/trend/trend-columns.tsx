import type { useTexts } from '../../app/language.ts';
import type { Column } from '../../parts/data-table.tsx';
import type { OwnSeries } from './read-own-series.ts';
import type { TrendLabels } from './trend-option.ts';
import type { TrendRow } from './trend-rows.ts';

/** The columns of the chart's table: those that have a value in some year. */
export function trendColumns(
  rows: readonly TrendRow[],
  own: readonly OwnSeries[],
  labels: TrendLabels,
  t: ReturnType<typeof useTexts>['t'],
): Column<TrendRow>[] {
  const number = (id: string, title: string, value: (row: TrendRow) => number | null): Column<TrendRow> => ({
    id,
    title,
    value,
    cell: (row) => labels.number(value(row)),
    number: true,
  });
  const all: Column<TrendRow>[] = [
    number('median', labels.median, ({ median }) => median),
    number('p25', t('trend.column.low'), ({ p25 }) => p25),
    number('p75', t('trend.column.high'), ({ p75 }) => p75),
    {
      id: 'pixels',
      title: labels.pixels,
      value: ({ validCount }) => validCount,
      cell: ({ validCount, pixelCount }) => (validCount === null ? '–' : `${validCount} / ${pixelCount}`),
      number: true,
    },
    number('reference', labels.reference, ({ reference }) => reference),
    number('vertex', labels.fitted, ({ vertex }) => vertex),
    number('promised', labels.promised, ({ promised }) => promised),
    number('target', labels.target, ({ target }) => target),
    number('p10', `${labels.expected} 10 %`, ({ p10 }) => p10),
    number('p50', labels.expected, ({ p50 }) => p50),
    number('p90', `${labels.expected} 90 %`, ({ p90 }) => p90),
    ...own.map(({ name }, i) => number(`own-${name}`, name, (row) => row.own[i] ?? null)),
    { id: 'reason', title: t('trend.column.why'), value: ({ reason }) => reason, min: 200, grow: 2 },
  ];
  return [
    { id: 'year', title: t('trend.column.year'), value: ({ year }) => year, min: 64 },
    ...all.filter(({ value }) => rows.some((row) => value(row) !== null)),
  ];
}
