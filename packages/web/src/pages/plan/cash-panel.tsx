import type { CashYear, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Alert, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
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
  readonly stack: 'spent' | 'paid' | 'income';
  readonly colour: string;
  readonly of: (year: CashYear) => number;
}

/** Paid by whoever runs a use for profit; the rest is public money and funds. */
const CONCESSION = 'concession';
const VIEWS = ['public', 'concession', 'all'] as const;
const INCOME = '#0072b2';
const SPENT = ['#3b433e', '#7c8781', '#b9c1bc'];
const MISSING = '#a3261f';

/**
 * Money by year under the same axis: left what is spent, right what pays for it. What a concession builds and earns can be a hundred
 * times what public money pays, so each has a scale of its own. The table has all years of the horizon and all money.
 */
export function CashPanel({ plan, words }: { readonly plan: PlanResult; readonly words: PlanWords }) {
  const { t, language } = useTexts();
  const say = useSay();
  const [asked, setAsked] = useState<(typeof VIEWS)[number]>('public');
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
  const income: Band = {
    id: 'revenue',
    label: say('plan-page.cash.revenue'),
    stack: 'income',
    colour: INCOME,
    of: ({ revenue }) => revenue,
  };
  const isMixed =
    bands.some(({ id }) => id === `fund ${CONCESSION}`) || years.some(({ revenue }) => revenue > 0);
  const view = isMixed ? asked : 'all';
  const paidBy = (year: CashYear): number => year.sources[CONCESSION] ?? 0;
  // The concession pays the capital of its use, and works of it only where no public money does.
  const publicPart: readonly Band[] = [
    {
      id: 'public-spent',
      label: t('schedule.cash.public-spent'),
      stack: 'spent',
      colour: SPENT[0]!,
      of: (year) => year.works + year.upkeep + year.capital - paidBy(year),
    },
    ...bands.filter(({ id, stack }) => stack === 'paid' && id !== `fund ${CONCESSION}`),
  ];
  const concessionPart: readonly Band[] = [
    {
      id: 'concession-spent',
      label: t('schedule.cash.concession-spent'),
      stack: 'spent',
      colour: SPENT[1]!,
      of: paidBy,
    },
    income,
  ];
  const drawn = { public: publicPart, concession: concessionPart, all: [...bands, income] }[view].filter(
    ({ of }) => years.some((year) => of(year) > 0.5),
  );
  const lastYear = Math.max(plan.start + spanYears(plan) - 1, ...years.map(({ year }) => year));
  const shown =
    view === 'concession'
      ? Array.from({ length: lastYear - plan.start + 1 }, (_, i) => plan.start + i)
      : Array.from({ length: spanYears(plan) }, (_, i) => plan.start + i);
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
          ...drawn
            .filter((band) => amount(band, year) > 0)
            .map((band) => `${band.label}: ${money.text(amount(band, year))}`),
        ].join('\n');
      },
    },
    series: drawn.map((band) => ({
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
      { id: 'revenue', label: income.label, of: income.of },
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
      {isMixed && (
        <>
          <div className="scroll-box on-page">
            <SegmentedControl
              size="xs"
              mt="sm"
              mb={4}
              aria-label={t('schedule.cash.view')}
              value={view}
              onChange={(next) => setAsked(next as (typeof VIEWS)[number])}
              data={VIEWS.map((value) => ({ value, label: t(`schedule.cash.view.${value}`) }))}
            />
          </div>
          <Text size="xs" className="soft" mb={4}>
            {t(`schedule.cash.lead.${view}`)}
          </Text>
        </>
      )}
      <div className="scroll-box on-page">
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
