import type { UnitFigure } from '@aftermine/science/report/season';
import type { ChartOption } from '../../parts/chart-engine.ts';
import type { FanRow } from './fan-rows.ts';

/** Names of what a fan chart draws, in the language of the page. */
export type FanWords = Readonly<
  Record<
    | 'value'
    | 'heldBand'
    | 'held'
    | 'fan80'
    | 'fan50'
    | 'median'
    | 'promised'
    | 'adopted'
    | 'seen'
    | 'alert'
    | 'goal'
    | 'acceptance'
    | 'season',
    string
  >
>;

const [TEAL, BROWN, INK, RED] = ['#0b5d5b', '#8a6100', '#14201d', '#a3261f'] as const;

/** The course of a unit as a chart: bands, lines that differ by their dashes, sightings with error bars, alerts as triangles. */
export function fanOption(rows: readonly FanRow[], figure: UnitFigure, words: FanWords): ChartOption {
  const value = (of: (row: FanRow) => number | null): (number | null)[] => rows.map(of);
  const spread = (low: keyof FanRow, high: keyof FanRow): (number | null)[] =>
    rows.map((row) =>
      row[low] === null || row[high] === null ? null : Number(row[high]) - Number(row[low]),
    );
  const band = (
    name: string,
    stack: string,
    low: keyof FanRow,
    high: keyof FanRow,
    color: string,
  ): object[] => [
    {
      type: 'line',
      stack,
      data: rows.map((row) => row[low]),
      lineStyle: { opacity: 0 },
      symbol: 'none',
      silent: true,
      tooltip: { show: false },
    },
    {
      type: 'line',
      name,
      stack,
      data: spread(low, high),
      lineStyle: { opacity: 0 },
      areaStyle: { color, opacity: 1 },
      itemStyle: { color },
      symbol: 'none',
      silent: true,
    },
  ];
  const line = (name: string, of: (row: FanRow) => number | null, color: string, type: unknown): object => ({
    type: 'line',
    name,
    data: value(of),
    lineStyle: { color, width: 2, type },
    itemStyle: { color },
    symbol: 'none',
    z: 4,
  });
  const mark = (year: number | null, text: string): object[] =>
    year === null || year < figure.first || year > figure.last
      ? []
      : [
          {
            xAxis: String(year),
            label: { formatter: `${text} ${year}`, position: 'insideEndTop' },
            lineStyle: { type: 'dotted', color: '#3d4745' },
          },
        ];
  const marks = [
    {
      yAxis: 100 * figure.target,
      label: { formatter: words.goal, position: 'insideEndTop' },
      lineStyle: { type: [9, 3, 2, 3], color: INK },
    },
    ...mark(figure.acceptanceYear, words.acceptance),
    ...mark(figure.season, words.season),
  ];
  const shown = [
    words.seen,
    words.held,
    words.heldBand,
    words.promised,
    ...(figure.adopted.length > 1 ? [words.adopted] : []),
    ...(figure.fan.length > 0 ? [words.median, words.fan80, words.fan50] : []),
    ...(figure.alarms.length > 0 ? [words.alert] : []),
  ];
  return {
    grid: { left: 46, right: 16, top: 64, bottom: 28 },
    legend: { data: shown, top: 0, left: 0, type: 'scroll', itemHeight: 10, textStyle: { fontSize: 11 } },
    tooltip: { trigger: 'axis', formatter: (params: unknown) => tooltipText(params, rows, words) },
    xAxis: { type: 'category', data: rows.map(({ year }) => String(year)) },
    yAxis: { type: 'value', name: words.value, min: 0, max: Math.round(100 * figure.top) },
    series: [
      ...band(words.fan80, 'fan80', 'p10', 'p90', '#d5e4e1'),
      ...band(words.fan50, 'fan50', 'p25', 'p75', '#a3c6c1'),
      ...band(words.heldBand, 'held', 'heldLow', 'heldHigh', '#c3cac7'),
      line(words.promised, ({ promised }) => promised, BROWN, [8, 4]),
      ...(figure.adopted.length > 1
        ? [line(words.adopted, ({ adopted }) => adopted, BROWN, [1.5, 3.5])]
        : []),
      line(words.median, ({ p50 }) => p50, TEAL, [4, 2.5]),
      {
        ...line(words.held, ({ held }) => held, TEAL, 'solid'),
        markLine: { symbol: 'none', data: marks, silent: true },
      },
      {
        type: 'custom',
        data: rows.map((row, i) => [i, row.seenLow, row.seenHigh]),
        renderItem: errorBar,
        silent: true,
        z: 5,
        tooltip: { show: false },
      },
      {
        type: 'scatter',
        name: words.seen,
        data: value(({ seen }) => seen),
        symbolSize: 7,
        itemStyle: { color: '#fff', borderColor: INK, borderWidth: 1.5 },
        z: 6,
      },
      {
        type: 'scatter',
        name: words.alert,
        data: rows.map((row) => (row.alerts === 0 ? null : Math.round(100 * figure.top))),
        symbol: 'triangle',
        symbolSize: 12,
        symbolOffset: [0, 8],
        itemStyle: { color: RED },
        z: 7,
      },
    ],
  };
}

/** The custom series of the chart engine: an upright bar with feet. */
function errorBar(
  _: unknown,
  api: { value(i: number): number; coord(at: [number, number]): [number, number] },
): object | null {
  const [low, high] = [api.value(1), api.value(2)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  const [x, top] = api.coord([api.value(0), high]);
  const [, bottom] = api.coord([api.value(0), low]);
  const path = `M${x} ${top}V${bottom}M${x - 3} ${top}h6M${x - 3} ${bottom}h6`;
  return { type: 'path', shape: { pathData: path }, style: { stroke: INK, lineWidth: 1.2, fill: null } };
}

function tooltipText(params: unknown, rows: readonly FanRow[], words: FanWords): string {
  const [first] = params as readonly { readonly dataIndex: number }[];
  const row = first === undefined ? undefined : rows[first.dataIndex];
  if (row === undefined) return '';
  const line = (name: string, middle: number | null, low: number | null, high: number | null): string[] =>
    middle === null ? [] : [`${name}: ${middle} %${low === null ? '' : ` (${low}–${high})`}`];
  return [
    String(row.year),
    ...line(words.seen, row.seen, row.seenLow, row.seenHigh),
    ...line(words.held, row.held, row.heldLow, row.heldHigh),
    ...line(words.promised, row.promised, null, null),
    ...(row.held === null || row.seen === null ? line(words.median, row.p50, row.p10, row.p90) : []),
    ...(row.alerts > 0 ? [`${words.alert}: ${row.alerts}`] : []),
  ].join('\n');
}
