import type { CashYear, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import type { ChartOption } from '../../parts/chart-engine.ts';
import type { Column } from '../../parts/data-table.tsx';
import { CATEGORIES } from '../../parts/palette.ts';
import { useSay } from '../../parts/use-say.ts';
import { spanYears } from './schedule-rows.ts';

interface Band {
  readonly id: string;
  readonly label: string;
  readonly stack: 'spent' | 'paid';
  readonly colour: string;
  readonly of: (year: CashYear) => number;
}

const SPENT = ['#3b433e', '#7c8781', '#b9c1bc'];
const MISSING = '#a3261f';

/** Money by year under the same axis: left what is spent, right what pays for it. The table has all years of the horizon. */
export function CashPanel({ plan, words }: { readonly plan: PlanResult; readonly words: PlanWords }) {
  const { t, language } = useTexts();
  const say = useSay();
  const years = useMemo(() => [...plan.finance.years].sort((a, b) => a.year - b.year), [plan.finance.years]);
  const funds = [...new Set(years.flatMap(({ sources }) => Object.keys(sources)))];
  const all: readonly Band[] = [
    ...(['works', 'upkeep', 'capital'] as const).map((kind, i) => ({
      id: kind,
      label: say(`plan-page.cash.${kind}`),
      stack: 'spent' as const,
      colour: SPENT[i]!,
      of: (year: CashYear) => year[kind],
    })),
    ...funds.map((fund, i) => ({
      id: `fund ${fund}`,
      label: words.fund(fund),
      stack: 'paid' as const,
      colour: CATEGORIES[i % CATEGORIES.length]!,
      of: ({ sources }: CashYear) => sources[fund] ?? 0,
    })),
    {
      id: 'missing',
      label: say('plan-page.cash.missing'),
      stack: 'paid',
      colour: MISSING,
      of: ({ uncovered }: CashYear) => uncovered,
    },
  ];
  const bands = all.filter(({ of }) => years.some((year) => of(year) > 0));
  const shown = Array.from({ length: spanYears(plan) }, (_, i) => plan.start + i);
  const byYear = new Map(years.map((year) => [year.year, year]));
  const { money } = words;
  const amount = (band: Band, year: number): number => {
    const one = byYear.get(year);
    return one === undefined ? 0 : band.of(one);
  };
  const option: ChartOption = {
    grid: { left: 240, right: 16, top: 34, bottom: 24 },
    legend: { top: 0, left: 240 },
    xAxis: { type: 'category', data: shown.map(String) },
    yAxis: { type: 'value' },
    tooltip: {
      trigger: 'axis',
      formatter: (marks: readonly { readonly dataIndex: number }[]) => {
        const year = shown[marks[0]?.dataIndex ?? 0]!;
        return [
          String(year),
          ...bands
            .filter((band) => amount(band, year) > 0)
            .map((band) => `${band.label}: ${money.text(amount(band, year))}`),
        ].join('\n');
      },
    },
    series: bands.map((band) => ({
      type: 'bar',
      name: band.label,
      stack: band.stack,
      itemStyle: { color: band.colour },
      data: shown.map((year) => amount(band, year) / money.divisor),
    })),
  };
  const uncovered = years.filter((year) => year.uncovered > 0);
  const columns: readonly Column<CashYear>[] = [
    { id: 'year', title: say('plan-page.column.year'), value: ({ year }) => year, min: 64 },
    ...[
      ...bands,
      { id: 'revenue', label: say('plan-page.cash.revenue'), of: ({ revenue }: CashYear) => revenue },
      { id: 'balance', label: say('plan-page.cash.balance'), of: ({ balance }: CashYear) => balance },
    ].map(
      ({ id, label, of }): Column<CashYear> => ({
        id,
        title: label,
        value: of,
        cell: (year) => money.cell(of(year)),
        number: true,
        min: 104,
      }),
    ),
  ];
  return (
    <>
      {uncovered.length > 0 && (
        <Alert color="orange" role="status" mb="xs">
          {say('plan-page.cash.uncovered', {
            years: uncovered.map(({ year }) => String(year)).join(language === 'zh' ? '、' : ', '),
            amount: money.text(uncovered.reduce((sum, year) => sum + year.uncovered, 0)),
          })}
        </Alert>
      )}
      <div style={{ overflowX: 'auto' }}>
        <div style={{ minWidth: 720 }}>
          <Chart
            label={t('schedule.cash', { unit: money.unit, year: String(plan.priceYear) })}
            option={option}
            height={260}
            twin={{ rows: years, columns, idOf: ({ year }) => String(year) }}
          />
        </div>
      </div>
    </>
  );
}
