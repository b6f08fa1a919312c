import type { TrendFigure } from '@aftermine/science/report/observation';
import type { ChartOption } from '../../parts/chart-engine.ts';
import type { OwnSeries } from './read-own-series.ts';
import type { TrendRow } from './trend-rows.ts';

/** Names of the lines in the language of the page. */
export interface TrendLabels {
  readonly median: string;
  readonly quartiles: string;
  readonly reference: string;
  readonly trend: string;
  readonly fitted: string;
  readonly breakpoint: string;
  readonly promised: string;
  readonly target: string;
  readonly expected: string;
  readonly expectedSpan: string;
  readonly pixels: string;
  readonly unseen: string;
  readonly event: (kind: string) => string;
  readonly number: (value: number | null) => string;
}

export interface TrendEvent {
  readonly year: number;
  readonly kind: string;
  readonly detail: string | null;
}

const INK = {
  median: '#0b5d5b',
  reference: '#8a6100',
  trend: '#5b6664',
  fitted: '#b5452c',
  promised: '#0072b2',
  target: '#7a3e9d',
};
const OWN_INK = ['#d55e00', '#cc79a7', '#56b4e9', '#444444'];
const SYMBOLS: Readonly<Record<string, { symbol: string; colour: string; turn: number }>> = {
  damaged: { symbol: 'triangle', colour: '#a3261f', turn: 180 },
  loss: { symbol: 'triangle', colour: '#d9776f', turn: 180 },
  reclaimed: { symbol: 'triangle', colour: '#1d5c4d', turn: 0 },
  gain: { symbol: 'triangle', colour: '#7fb39f', turn: 0 },
  works: { symbol: 'rect', colour: '#1d5c4d', turn: 0 },
  alert: { symbol: 'diamond', colour: '#a3261f', turn: 0 },
};

/** The chart of a zone: what was seen with its spread, what it is measured against, what was fitted, promised and done. */
export function trendOption(
  figure: TrendFigure,
  rows: readonly TrendRow[],
  events: readonly TrendEvent[],
  own: readonly OwnSeries[],
  picked: number | null,
  labels: TrendLabels,
): ChartOption {
  const years = rows.map(({ year }) => String(year));
  const at = (year: number): string => String(year);
  const line = (
    name: string,
    colour: string,
    data: readonly (number | null)[],
    more: Readonly<Record<string, unknown>> = {},
  ) => ({
    name,
    type: 'line',
    data,
    symbol: 'none',
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 1.6, ...(more['lineStyle'] as object | undefined) },
    emphasis: { disabled: true },
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'lineStyle')),
  });
  const band = (
    name: string,
    id: string,
    colour: string,
    low: readonly (number | null)[],
    high: readonly (number | null)[],
  ) => [
    line(`${name} `, colour, low, {
      stack: id,
      stackStrategy: 'all',
      lineStyle: { width: 0 },
      silent: true,
      tooltip: { show: false },
    }),
    line(
      name,
      colour,
      high.map((top, i) => (top === null || low[i] == null ? null : top - low[i])),
      {
        stack: id,
        stackStrategy: 'all',
        lineStyle: { width: 0 },
        areaStyle: { color: colour, opacity: 0.16 },
        silent: true,
      },
    ),
  ];
  const unseen = rows.filter(({ year, median }) => median === null && year <= figure.last);
  const has = (pick: (row: TrendRow) => number | null): boolean => rows.some((row) => pick(row) !== null);
  const trendLine = figure.line;
  const kinds = [...new Set(events.map(({ kind }) => kind))];
  const series: unknown[] = [
    unseenYears(
      unseen.map(({ year }) => years.indexOf(String(year))),
      labels,
    ),
    ...band(
      labels.quartiles,
      'spread',
      INK.median,
      rows.map(({ p25 }) => p25),
      rows.map(({ p75 }) => p75),
    ),
    line(
      labels.median,
      INK.median,
      rows.map(({ median }) => median),
      {
        symbol: 'circle',
        symbolSize: 6,
        z: 5,
        markArea: {
          silent: true,
          itemStyle: { color: hatch() },
          data: unseen.map(({ year }) => [{ xAxis: at(year) }, { xAxis: at(year) }]),
        },
        ...(picked === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: '#1c211f', type: 'solid', width: 1 },
                label: { formatter: '{b}', position: 'insideEndTop' },
                data: [{ xAxis: at(picked), name: at(picked) }],
              },
            }),
      },
    ),
  ];
  if (figure.reference.length > 0)
    series.push(
      line(
        labels.reference,
        INK.reference,
        rows.map(({ reference }) => reference),
        { lineStyle: { type: 'dashed' } },
      ),
    );
  if (trendLine !== null)
    series.push(
      line(
        labels.trend,
        INK.trend,
        rows.map(({ year }) =>
          year === trendLine.from ? trendLine.start : year === trendLine.to ? trendLine.end : null,
        ),
        { connectNulls: true, lineStyle: { type: 'dotted', width: 2 } },
      ),
    );
  if (figure.fitted.length > 1)
    series.push(
      line(
        labels.fitted,
        INK.fitted,
        rows.map(({ vertex }) => vertex),
        {
          connectNulls: true,
          symbol: 'diamond',
          showAllSymbol: true,
          symbolSize: 8,
          lineStyle: { width: 2 },
        },
      ),
      breakpoints(figure, years, labels),
    );
  if (has(({ target }) => target))
    series.push(
      line(
        labels.target,
        INK.target,
        rows.map(({ target }) => target),
        { lineStyle: { type: [2, 4], width: 2 } },
      ),
    );
  if (has(({ promised }) => promised))
    series.push(
      line(
        labels.promised,
        INK.promised,
        rows.map(({ promised }) => promised),
        { lineStyle: { width: 2, type: [8, 3] } },
      ),
    );
  if (has(({ p50 }) => p50))
    series.push(
      whiskers(rows, labels),
      line(
        labels.expected,
        INK.promised,
        rows.map(({ p50 }) => p50),
        { symbol: 'emptyCircle', symbolSize: 7 },
      ),
    );
  own.forEach(({ name }, i) => {
    series.push(
      line(
        name,
        OWN_INK[i % OWN_INK.length]!,
        rows.map((row) => row.own[i] ?? null),
        { connectNulls: false, symbol: 'rect', symbolSize: 5 },
      ),
    );
  });
  for (const kind of kinds) {
    const look = SYMBOLS[kind] ?? { symbol: 'circle', colour: '#444', turn: 0 };
    series.push({
      name: labels.event(kind),
      type: 'scatter',
      symbol: look.symbol,
      symbolRotate: look.turn,
      symbolSize: 10,
      itemStyle: { color: look.colour },
      xAxisIndex: 2,
      yAxisIndex: 2,
      data: events
        .filter((event) => event.kind === kind)
        .map(({ year, detail }) => ({ value: [at(year), kinds.indexOf(kind)], name: detail ?? '' })),
    });
  }
  series.push({
    name: labels.pixels,
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barWidth: '70%',
    itemStyle: { color: '#9db8ad' },
    data: rows.map(({ validCount }) => validCount),
  });
  const axis = (gridIndex: number, isLabelled: boolean) => ({
    type: 'category',
    gridIndex,
    data: years,
    axisTick: { show: false },
    axisLabel: { show: isLabelled },
    axisLine: { show: gridIndex !== 2 },
  });
  const height = Math.max(1, kinds.length) * 14;
  const most = Math.max(1, ...rows.map(({ pixelCount }) => pixelCount ?? 0));
  return {
    aria: { enabled: true },
    legend: {
      type: 'scroll',
      top: 0,
      itemWidth: 18,
      itemHeight: 10,
      data: (series as { name: string }[]).map(({ name }) => name).filter((name) => name === name.trimEnd()),
    },
    grid: [
      { left: 52, right: 16, top: 34 + height, bottom: 84 },
      { left: 52, right: 16, height: 34, bottom: 24 },
      { left: 52, right: 16, top: 32, height },
    ],
    xAxis: [axis(0, true), axis(1, false), axis(2, false)],
    yAxis: [
      {
        type: 'value',
        min: axisEnd(rows, figure, 'lo'),
        max: axisEnd(rows, figure, 'hi'),
        axisLabel: { formatter: (value: number) => labels.number(value) },
      },
      {
        type: 'value',
        gridIndex: 1,
        min: 0,
        max: most,
        splitLine: { show: false },
        axisLabel: { showMinLabel: false, fontSize: 10 },
        interval: most,
      },
      { type: 'value', gridIndex: 2, min: -0.5, max: kinds.length - 0.5, show: false },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      trigger: 'axis',
      formatter: (asked: readonly { axisValue?: string }[]) =>
        tipOf(rows, events, own, labels, Number(asked[0]?.axisValue)),
    },
    series,
  } as ChartOption;
}

function axisEnd(rows: readonly TrendRow[], { lo, hi }: TrendFigure, end: 'lo' | 'hi'): number {
  const values = rows.flatMap(({ own }) => own).filter((value) => value !== null);
  return end === 'lo' ? Math.min(lo, ...values) : Math.max(hi, ...values);
}

/** The year of a turn may lie anywhere in its interval. */
function breakpoints(figure: TrendFigure, years: readonly string[], labels: TrendLabels): unknown {
  return {
    name: labels.breakpoint,
    type: 'custom',
    itemStyle: { color: INK.fitted },
    z: 1,
    silent: true,
    data: figure.fitted
      .slice(1, -1)
      .map(({ value, low, high }) => [years.indexOf(String(low)), years.indexOf(String(high)), value]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (_: unknown, api: RenderApi) => {
      const [x1, y] = api.coord([api.value(0), api.value(2)]);
      const [x2] = api.coord([api.value(1), api.value(2)]);
      return {
        type: 'rect',
        shape: { x: Math.min(x1, x2) - 3, y: y - 4, width: Math.abs(x2 - x1) + 6, height: 8 },
        style: { fill: INK.fitted, opacity: 0.3 },
      };
    },
  };
}

/** The span of each expected year: 8 of 10 courses thin, half of them thick. */
function whiskers(rows: readonly TrendRow[], labels: TrendLabels): unknown {
  return {
    name: labels.expectedSpan,
    type: 'custom',
    itemStyle: { color: INK.promised },
    silent: true,
    data: rows.flatMap(({ p10, p90 }, i) => (p10 === null || p90 === null ? [] : [[i, p10, p90]])),
    encode: { x: 0, y: [1, 2] },
    renderItem: (_: unknown, api: RenderApi) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      return {
        type: 'rect',
        shape: { x: x - 4, y: high, width: 8, height: Math.max(1, low - high) },
        style: { fill: INK.promised, opacity: 0.28 },
      };
    },
  };
}

/** Years in which nothing was seen: hatched over the whole height, nothing is filled in. */
function unseenYears(places: readonly number[], labels: TrendLabels): unknown {
  return {
    name: labels.unseen,
    type: 'custom',
    itemStyle: { color: '#b9bfb9' },
    silent: true,
    z: 0,
    clip: false,
    data: places.map((i) => [i]),
    encode: { x: 0 },
    renderItem: (
      { coordSys }: { coordSys: { y: number; height: number } },
      api: RenderApi & { size: (at: [number, number]) => [number, number] },
    ) => {
      const [x] = api.coord([api.value(0), 0]);
      const [width] = api.size([1, 0]);
      return {
        type: 'rect',
        shape: { x: x - width / 2, y: coordSys.y, width, height: coordSys.height },
        style: { fill: hatch() },
      };
    },
  };
}

interface RenderApi {
  readonly value: (i: number) => number;
  readonly coord: (at: [number, number]) => [number, number];
}

function tipOf(
  rows: readonly TrendRow[],
  events: readonly TrendEvent[],
  own: readonly OwnSeries[],
  labels: TrendLabels,
  year: number,
): string {
  const row = rows.find((one) => one.year === year);
  if (row === undefined) return '';
  const { number } = labels;
  return [
    String(year),
    row.median === null
      ? (row.reason ?? '')
      : `${labels.median} ${number(row.median)}  (${number(row.p25)} … ${number(row.p75)})`,
    ...(row.validCount === null ? [] : [`${labels.pixels} ${row.validCount} / ${row.pixelCount}`]),
    ...(
      [
        [labels.reference, row.reference],
        [labels.target, row.target],
        [labels.promised, row.promised],
      ] as const
    ).flatMap(([name, value]) => (value === null ? [] : [`${name} ${number(value)}`])),
    ...(row.p50 === null
      ? []
      : [`${labels.expected} ${number(row.p50)}  (${number(row.p10)} … ${number(row.p90)})`]),
    ...own.flatMap(({ name }, i) => (row.own[i] == null ? [] : [`${name} ${number(row.own[i])}`])),
    ...events
      .filter((event) => event.year === year)
      .map(({ kind, detail }) => [labels.event(kind), detail].filter(Boolean).join(': ')),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function hatch(): { image: HTMLCanvasElement; repeat: 'repeat' } {
  const canvas = document.createElement('canvas');
  canvas.width = 8;
  canvas.height = 8;
  const context = canvas.getContext('2d')!;
  context.strokeStyle = '#b9bfb9';
  context.lineWidth = 2;
  for (const shift of [-8, 0, 8]) {
    context.beginPath();
    context.moveTo(shift, 8);
    context.lineTo(shift + 8, 0);
    context.stroke();
  }
  return { image: canvas, repeat: 'repeat' };
}
