import { Button, Group, Skeleton, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../app/language.ts';
import { withAxisNumbers } from './axis-numbers.ts';
import type { ChartOption, EChartsType } from './chart-engine.ts';
import { type Column, DataTable } from './data-table.tsx';

interface ChartProps<Row> {
  /** One plain sentence: what the picture shows. Read aloud instead of it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height?: number;
  /** The same numbers as a table: every chart has its twin. */
  readonly twin: {
    readonly rows: readonly Row[];
    readonly columns: readonly Column<Row>[];
    readonly idOf: (row: Row) => string;
  };
  /** Clicks on marks, as the chart engine tells them. */
  readonly onPick?: (event: {
    seriesName?: string;
    name?: string;
    dataIndex: number;
    data?: unknown;
  }) => void;
  /** Clicks anywhere over the first axis of categories: the place of the category. */
  readonly onPlace?: (index: number) => void;
  readonly tools?: ReactNode;
}

/** A chart with its table twin. Drawn on canvas; its tooltip is drawn too, because the page allows no inline style. */
export function Chart<Row>({ label, option, height = 300, twin, onPick, onPlace, tools }: ChartProps<Row>) {
  const { t } = useTexts();
  const [asTable, setAsTable] = useState(false);
  return (
    <section aria-label={label}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Group gap={4}>
          {tools}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => setAsTable(!asTable)}
            aria-pressed={asTable}
          >
            {asTable ? t('part.as-chart') : t('part.as-table')}
          </Button>
        </Group>
      </Group>
      {asTable ? (
        <DataTable label={label} rows={twin.rows} columns={twin.columns} idOf={twin.idOf} height={height} />
      ) : (
        <Canvas
          label={label}
          option={option}
          height={height}
          {...(onPick === undefined ? {} : { onPick })}
          {...(onPlace === undefined ? {} : { onPlace })}
        />
      )}
    </section>
  );
}

function Canvas({
  label,
  option,
  height,
  onPick,
  onPlace,
}: {
  label: string;
  option: ChartOption;
  height: number;
  onPick?: ChartProps<never>['onPick'];
  onPlace?: ChartProps<never>['onPlace'];
}) {
  const { language } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const place = useRef(onPlace);
  place.current = onPlace;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    let watch: ResizeObserver | undefined;
    const begin = (makeChart: typeof import('./chart-engine.ts')['makeChart'], on: HTMLElement): void => {
      const made = makeChart(on);
      chart.current = made;
      made.on('click', (event) => pick.current?.(event as never));
      made.getZr().on('click', ({ offsetX, offsetY }) => {
        const at = [offsetX, offsetY];
        if (place.current === undefined || !made.containPixel({ gridIndex: 0 }, at)) return;
        const [index] = made.convertFromPixel({ gridIndex: 0 }, at) as unknown as number[];
        if (index !== undefined && Number.isFinite(index)) place.current(Math.round(index));
      });
      setReady(true);
    };
    void import('./chart-engine.ts').then(({ makeChart }) => {
      const on = box.current;
      if (gone || on === null) return;
      // A box that is not laid out yet would be drawn at the size of a stamp: the first drawing waits for its size.
      watch = new ResizeObserver(() => {
        if (on.clientWidth === 0 || on.clientHeight === 0) return;
        if (chart.current === null) begin(makeChart, on);
        else chart.current.resize();
      });
      watch.observe(on);
    });
    return () => {
      gone = true;
      watch?.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (!ready) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption(
      {
        animation: !still,
        animationDuration: 200,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
        ...withAxisNumbers(option, language),
        tooltip: { renderMode: 'richText', confine: true, ...(option['tooltip'] as object | undefined) },
      },
      { notMerge: true },
    );
  }, [option, ready, language]);
  return (
    <div style={{ position: 'relative', height }}>
      {!ready && <Skeleton h={height} pos="absolute" inset={0} />}
      <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />
    </div>
  );
}
