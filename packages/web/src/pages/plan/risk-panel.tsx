import type { PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import { percentText } from '../../parts/numbers.ts';
import { CATEGORIES } from '../../parts/palette.ts';
import { useSay } from '../../parts/use-say.ts';
import { CRITERIA, criterionCell, criterionHeading } from './objectives.ts';

/** How far what this plan brings may vary: whiskers of each outcome, as shares of its median. */
export function RiskPanel({ plan, words }: { readonly plan: PlanResult; readonly words: PlanWords }) {
  const { t, language } = useTexts();
  const say = useSay();
  const { risk } = plan;
  if (risk === null)
    return (
      <section>
        <Title order={2}>{say('plan-page.risk')}</Title>
        <Text className="soft">{say('plan-page.risk.none')}</Text>
      </section>
    );
  const rows = CRITERIA.flatMap((what) => (what === 'carbon' ? [] : [{ what, spread: risk.outcomes[what] }]));
  const share = (value: number, median: number): number =>
    median === 0 ? 0 : (100 * (value - median)) / Math.abs(median);
  return (
    <Stack gap="sm" component="section" aria-label={say('plan-page.risk')}>
      <Title order={2}>{say('plan-page.risk')}</Title>
      <Text className="soft" size="sm">
        {say('plan-page.risk.lead', { draws: risk.draws })}{' '}
        {risk.overBudget !== null &&
          say('plan-page.risk.over-budget', {
            percent: percentText(risk.overBudget, language).replace(' %', ''),
          })}
      </Text>
      <Chart
        label={t('compare.whiskers')}
        height={240}
        option={{
          grid: { left: 12, right: 24, top: 12, bottom: 40, containLabel: true },
          xAxis: { type: 'value', name: t('compare.whiskers-axis'), nameLocation: 'middle', nameGap: 26 },
          yAxis: {
            type: 'category',
            inverse: true,
            data: rows.map(({ what }) => criterionHeading(what, words)),
          },
          tooltip: {
            trigger: 'item',
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const { what, spread } = rows[dataIndex]!;
              return `${criterionHeading(what, words)}\n${criterionCell(what, spread.p5, words)} – ${criterionCell(what, spread.p50, words)} – ${criterionCell(what, spread.p95, words)}`;
            },
          },
          series: [
            {
              type: 'custom',
              data: rows.map(({ spread }, i) => [
                i,
                share(spread.p5, spread.p50),
                share(spread.p25, spread.p50),
                share(spread.p75, spread.p50),
                share(spread.p95, spread.p50),
              ]),
              encode: { x: [1, 2, 3, 4], y: 0 },
              renderItem: (
                _: unknown,
                api: {
                  value: (at: number) => number;
                  coord: (point: readonly [number, number]) => readonly [number, number];
                },
              ) => {
                const at = api.value(0);
                const [low, left, right, high] = [1, 2, 3, 4].map((k) => api.coord([api.value(k), at])) as [
                  readonly [number, number],
                  readonly [number, number],
                  readonly [number, number],
                  readonly [number, number],
                ];
                const middle = api.coord([0, at]);
                const y = low[1];
                const line = (x1: number, y1: number, x2: number, y2: number) => ({
                  type: 'line',
                  shape: { x1, y1, x2, y2 },
                  style: { stroke: '#222', lineWidth: 1.5 },
                });
                return {
                  type: 'group',
                  children: [
                    line(low[0], y, high[0], y),
                    line(low[0], y - 6, low[0], y + 6),
                    line(high[0], y - 6, high[0], y + 6),
                    {
                      type: 'rect',
                      shape: { x: left[0], y: y - 8, width: right[0] - left[0], height: 16 },
                      style: { fill: CATEGORIES[4], stroke: '#222' },
                    },
                    line(middle[0], y - 9, middle[0], y + 9),
                  ],
                };
              },
            },
          ],
        }}
        twin={{
          rows,
          idOf: ({ what }) => what,
          columns: [
            {
              id: 'what',
              title: say('plan-page.column.outcome'),
              value: ({ what }) => criterionHeading(what, words),
              min: 180,
            },
            ...(['p5', 'p25', 'p50', 'p75', 'p95', 'mean', 'sd'] as const).map((key) => ({
              id: key,
              title: say(`plan-page.quantile.${key}`),
              value: ({ spread }: (typeof rows)[number]) => spread[key],
              cell: ({ what, spread }: (typeof rows)[number]) => criterionCell(what, spread[key], words),
              number: true,
            })),
          ],
        }}
      />
      <Text size="sm">{say('plan-page.risk.no-range')}</Text>
    </Stack>
  );
}
