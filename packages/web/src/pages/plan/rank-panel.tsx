import { OBJECTIVES, type Objective, type ObjectiveValues } from '@aftermine/science/plan';
import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import { numberText } from '../../parts/numbers.ts';
import { CATEGORIES } from '../../parts/palette.ts';
import { useSay } from '../../parts/use-say.ts';
import type { CompareProps } from './compare-props.ts';
import { optionName } from './option-name.ts';
import { type RankMethod, WEIGHT_SHIFT } from './rank-options.ts';
import { WeightSliders } from './weight-sliders.tsx';

/** Places of the options under weights one may move, with the band of places when weights change a little. */
export function RankPanel({
  options,
  bands,
  standing,
  weights,
  isOwn,
  method,
  onMethod,
  onWeight,
  onReset,
}: CompareProps & {
  readonly weights: ObjectiveValues;
  readonly isOwn: boolean;
  readonly method: RankMethod;
  readonly onMethod: (next: RankMethod) => void;
  readonly onWeight: (id: Objective, value: number) => void;
  readonly onReset: () => void;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const rows = options
    .flatMap(({ key }, i) => {
      const band = bands[i];
      return band == null ? [] : [{ key, name: optionName(key, say, t, standing), band }];
    })
    .sort((a, b) => a.band.rank - b.band.rank);
  const first = rows[0];
  const sentence =
    first === undefined
      ? ''
      : t(first.band.worst === 1 ? 'compare.stable' : 'compare.unstable', {
          name: first.name,
          worst: first.band.worst,
          percent: 100 * WEIGHT_SHIFT,
        });
  return (
    <Stack gap="sm" component="section" aria-label={t('compare.weights')}>
      <Title order={2}>{t('compare.weights')}</Title>
      <Text className="soft" size="sm">
        {t('compare.weights-lead', { percent: 100 * WEIGHT_SHIFT })}
      </Text>
      <Group gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('compare.method')}
          value={method}
          onChange={(next) => onMethod(next as RankMethod)}
          data={[
            { value: 'topsis', label: t('compare.method.topsis') },
            { value: 'sum', label: t('compare.method.sum') },
          ]}
        />
        <Button size="compact-sm" variant="subtle" disabled={!isOwn} onClick={onReset}>
          {t('compare.reset')}
        </Button>
      </Group>
      <WeightSliders
        weights={OBJECTIVES.map((id) => ({
          id,
          label: say(`objective-name.${id}`),
          value: weights[id],
        }))}
        onChange={(id, value) => onWeight(id as Objective, value)}
      />
      <Text role="status">{sentence}</Text>
      <Chart
        label={t('compare.rank-chart')}
        height={Math.max(160, 26 * rows.length + 60)}
        option={{
          grid: { left: 12, right: 24, top: 12, bottom: 36, containLabel: true },
          xAxis: {
            type: 'value',
            min: 1,
            max: Math.max(2, rows.length),
            interval: 1,
            minInterval: 1,
            name: t('compare.rank'),
            nameLocation: 'middle',
            nameGap: 24,
          },
          yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name) },
          tooltip: {
            trigger: 'axis',
            formatter: (marks: readonly { readonly dataIndex: number }[]) => {
              const row = rows[marks[0]?.dataIndex ?? 0]!;
              return `${row.name}\n${t('compare.in.rank', { rank: row.band.rank, best: row.band.best, worst: row.band.worst })}`;
            },
          },
          series: [
            {
              type: 'bar',
              stack: 'band',
              silent: true,
              itemStyle: { color: 'transparent' },
              data: rows.map(({ band }) => band.best),
            },
            {
              type: 'bar',
              stack: 'band',
              barWidth: 10,
              itemStyle: { color: '#b6d5c7' },
              data: rows.map(({ band }) => band.worst - band.best),
            },
            {
              type: 'scatter',
              symbol: 'circle',
              symbolSize: 12,
              itemStyle: { color: CATEGORIES[0] },
              data: rows.map(({ band }, i) => [band.rank, i]),
            },
          ],
        }}
        twin={{
          rows,
          idOf: ({ key }) => key,
          columns: [
            { id: 'name', title: say('plan-page.column.option'), value: ({ name }) => name, min: 160 },
            { id: 'rank', title: t('compare.rank'), value: ({ band }) => band.rank, number: true },
            { id: 'best', title: t('compare.rank-best'), value: ({ band }) => band.best, number: true },
            { id: 'worst', title: t('compare.rank-worst'), value: ({ band }) => band.worst, number: true },
            {
              id: 'score',
              title: t('compare.score'),
              value: ({ band }) => band.score,
              cell: ({ band }) => numberText(band.score, language, 3),
              number: true,
            },
          ],
        }}
      />
    </Stack>
  );
}
