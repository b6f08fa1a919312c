import { isUnknown } from '@aftermine/science/base';
import { DECLARATIONS, isIndexId } from '@aftermine/science/observe';
import {
  indexName,
  indexScale,
  indexShortName,
  numberText,
  pValueText,
  SIGNIFICANCE_LEVEL,
  seriesOf,
  signedText,
  yearsOf,
} from '@aftermine/science/report/observation';
import { mannKendall } from '@aftermine/science/series';
import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EvidenceMark, type Trace } from '../../parts/evidence-drawer.tsx';
import { CATEGORIES } from '../../parts/palette.ts';
import { FitFacts } from './fit-facts.tsx';
import { testTrace } from './trend-trace.ts';
import type { TrendState } from './use-trend.ts';

interface IndexRow {
  readonly id: string;
  readonly name: string;
  readonly n: number;
  readonly slope: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly tau: number | null;
  readonly way: 'up' | 'down' | 'none';
}

/** The same zone by every index that was computed, and how the ecological index was fitted. */
export function MethodComparison({ state }: { readonly state: TrendState }) {
  const { t, language } = useTexts();
  const { record, zone, indices, wetness } = state;
  const lines = useMemo(
    () =>
      indices.map((id) => {
        const known = yearsOf(seriesOf(record, id), zone).flatMap(({ year, median }) =>
          median === null ? [] : [{ year, median }],
        );
        const mean = known.reduce((sum, { median }) => sum + median, 0) / Math.max(1, known.length);
        const sd = Math.sqrt(
          known.reduce((sum, { median }) => sum + (median - mean) ** 2, 0) / Math.max(1, known.length - 1),
        );
        return { id, known, mean, sd };
      }),
    [record, zone, indices],
  );
  const rows = useMemo(
    () =>
      lines.map(({ id, known }): IndexRow => {
        const trend = mannKendall(
          known.map(({ year }) => year),
          known.map(({ median }) => median),
        );
        const way = isIndexId(id) ? DECLARATIONS[id].direction : id === 'rsei' ? 'good-when-high' : 'neutral';
        const common = {
          id,
          name: indexName(record, id, language),
          n: known.length,
          way:
            way === 'neutral'
              ? ('none' as const)
              : way === 'good-when-high'
                ? ('up' as const)
                : ('down' as const),
        };
        return isUnknown(trend)
          ? { ...common, slope: null, low: null, high: null, p: null, tau: null }
          : {
              ...common,
              slope: trend.slopePerYear,
              low: trend.slopeLow,
              high: trend.slopeHigh,
              p: trend.p,
              tau: trend.tau,
            };
      }),
    [lines, record, language],
  );
  const years = record.years;
  const twin = useMemo(
    () =>
      years.map((year) => ({
        year,
        values: lines.map(({ known, mean, sd }) => {
          const found = known.find((one) => one.year === year);
          return found === undefined || sd === 0 ? null : (found.median - mean) / sd;
        }),
      })),
    [years, lines],
  );
  const option = useMemo(
    () => ({
      legend: { top: 0 },
      grid: { left: 44, right: 12, top: 32, bottom: 28 },
      xAxis: { type: 'category', data: years.map(String) },
      yAxis: { type: 'value' },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? numberText(language, value, 2) : '–',
      },
      series: lines.map(({ id }, i) => ({
        name: indexShortName(record, id, language),
        type: 'line',
        symbol: ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'][i % 6],
        symbolSize: 5,
        itemStyle: { color: CATEGORIES[i % CATEGORIES.length] },
        data: twin.map(({ values }) => values[i]),
      })),
    }),
    [years, lines, twin, record, language],
  );
  const columns = useMemo((): Column<IndexRow>[] => {
    const slope = (row: IndexRow, value: number | null): string =>
      value === null ? '–' : signedText(language, value, indexScale(row.id).digits + 2);
    const traceOf = (row: IndexRow, value: string): Trace =>
      testTrace(
        record,
        row.id,
        { n: row.n, p: row.p! },
        [record.years[0]!, record.years.at(-1)!],
        { title: `${row.name} (${zone.label})`, value },
        language,
        wetness,
      );
    return [
      { id: 'name', title: t('trend.index'), value: ({ name }) => name, min: 160, grow: 1.6 },
      {
        id: 'slope',
        title: t('trend.slope'),
        value: ({ slope }) => slope,
        cell: (row) => (
          <>
            {slope(row, row.slope)}
            {row.p !== null && (
              <EvidenceMark title={row.name} trace={() => traceOf(row, slope(row, row.slope))} />
            )}
          </>
        ),
        number: true,
      },
      {
        id: 'span',
        title: '95 %',
        value: ({ low }) => low,
        cell: (row) => (row.low === null ? '–' : `${slope(row, row.low)} … ${slope(row, row.high)}`),
        number: true,
        min: 150,
      },
      {
        id: 'p',
        title: 'p',
        value: ({ p }) => p,
        cell: ({ p }) =>
          p === null ? '–' : `${pValueText(language, p)}${p < SIGNIFICANCE_LEVEL ? ' *' : ''}`,
        number: true,
      },
      {
        id: 'tau',
        title: t('trend.tau'),
        value: ({ tau }) => tau,
        cell: ({ tau }) => (tau === null ? '–' : signedText(language, tau, 2)),
        number: true,
      },
      { id: 'n', title: 'n', value: ({ n }) => n, number: true, min: 56 },
      { id: 'way', title: t('trend.sign'), value: ({ way }) => t(`trend.sign.${way}`) },
    ];
  }, [t, language, record, zone, wetness]);
  return (
    <Stack gap="md">
      <Chart
        label={t('part.named', { name: zone.label, value: t('trend.methods-chart') })}
        option={option}
        height={280}
        twin={{
          rows: twin,
          idOf: ({ year }) => String(year),
          columns: [
            { id: 'year', title: t('trend.column.year'), value: ({ year }) => year },
            ...lines.map(({ id }, i) => ({
              id,
              title: indexShortName(record, id, language),
              value: ({ values }: (typeof twin)[number]) => values[i] ?? null,
              cell: ({ values }: (typeof twin)[number]) =>
                values[i] == null ? '–' : numberText(language, values[i]!, 2),
              number: true,
            })),
          ],
        }}
      />
      <DataTable
        label={t('trend.methods-table')}
        rows={rows}
        columns={columns}
        idOf={({ id }) => id}
        height={300}
      />
      <FitFacts state={state} />
    </Stack>
  );
}
