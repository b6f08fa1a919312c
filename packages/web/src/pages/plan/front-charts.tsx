import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import { type Brushes, BrushSliders, isWithin, rangesOf } from './brush-sliders.tsx';
import type { CompareProps } from './compare-props.ts';
import { frontScatter, parallelLines } from './front-options.ts';
import { CRITERIA, type Criterion, criterionCell, criterionHeading } from './objectives.ts';
import { optionName } from './option-name.ts';
import { isComparable, type PlanOption } from './plan-options.ts';

/** Scatter over two axes one may choose, and one line per plan over all of them. Sliders brush both. */
export function FrontCharts({ words, options: all, view, standing }: CompareProps) {
  const { t } = useTexts();
  const say = useSay();
  const options = useMemo(() => all.filter(isComparable), [all]);
  const [brushes, setBrushes] = useState<Brushes>({});
  const ranges = useMemo(() => rangesOf(options), [options]);
  const named = useMemo(
    () => new Map(options.map(({ key }) => [key, optionName(key, say, t, standing)])),
    [options, say, t, standing],
  );
  const within = useMemo(
    () => new Set(options.filter((one) => isWithin(one, brushes)).map(({ key }) => key)),
    [options, brushes],
  );
  const { axes } = view;
  const look = {
    options,
    words,
    nameOf: (key: string): string => named.get(key) ?? key,
    isIn: (key: string): boolean => within.has(key),
    isMarked: (key: string): boolean => view.pinned.includes(key) || key === view.picked,
    texts: {
      differs: (count: number): string => t('compare.differs-short', { count }),
      more: (count: number): string => t('compare.differs-more', { count }),
      live: say('plan-page.front.legend.front'),
      out: say('plan-page.front.legend.dominated'),
      own: standing === null ? say('plan-page.front.legend.this') : (named.get('this') ?? ''),
      nothing: say('plan-page.front.legend.nothing'),
    },
  };
  const columns: readonly Column<PlanOption>[] = [
    { id: 'name', title: say('plan-page.column.option'), value: ({ key }) => look.nameOf(key), min: 160 },
    ...CRITERIA.map(
      (what): Column<PlanOption> => ({
        id: what,
        title: criterionHeading(what, words),
        value: ({ values }) => values[what],
        cell: ({ values }) => criterionCell(what, values[what], words),
        number: true,
        min: 130,
      }),
    ),
  ];
  const twin = { rows: options, columns, idOf: ({ key }: PlanOption) => key };
  const choices = CRITERIA.map((value) => ({ value, label: criterionHeading(value, words) }));
  const pick = ({ data }: { data?: unknown }): void => {
    const key = (data as { key?: string } | undefined)?.key;
    if (key !== undefined) view.pick(key);
  };
  return (
    <Stack gap="sm" component="section" aria-label={say('plan-page.front')}>
      <Title order={2}>{say('plan-page.front')}</Title>
      <Group gap="md" align="flex-end">
        {(['x', 'y'] as const).map((axis) => (
          <Select
            key={axis}
            w={260}
            label={say(`plan-page.front.${axis === 'x' ? 'across' : 'up'}`)}
            data={choices}
            value={axes[axis]}
            allowDeselect={false}
            onChange={(next) => view.setAxes({ [axis]: next as Criterion })}
          />
        ))}
      </Group>
      <details>
        <summary>{t('compare.brush')}</summary>
        <BrushSliders words={words} ranges={ranges} brushes={brushes} onBrush={setBrushes} />
        <Group gap="sm" mt={4}>
          <Text size="sm" role="status">
            {t('compare.brushed', { shown: within.size, all: options.length })}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setBrushes({})}>
            {t('compare.brush-all')}
          </Button>
        </Group>
      </details>
      <div
        style={{
          display: 'grid',
          gap: 16,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(460px, 100%), 1fr))',
        }}
      >
        <Chart
          label={say('plan-page.front.chart', {
            x: criterionHeading(axes.x, words),
            y: criterionHeading(axes.y, words),
          })}
          option={frontScatter(look, axes)}
          height={360}
          twin={twin}
          onPick={pick}
        />
        <Chart
          label={t('compare.parallel')}
          option={parallelLines(look)}
          height={360}
          twin={twin}
          onPick={pick}
        />
      </div>
    </Stack>
  );
}
