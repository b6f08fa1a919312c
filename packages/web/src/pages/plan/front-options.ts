import type { PlanWords } from '@aftermine/science/report/plan';
import type { ChartOption } from '../../parts/chart-engine.ts';
import { CATEGORIES } from '../../parts/palette.ts';
import { CRITERIA, type Criterion, criterionCell, criterionHeading } from './objectives.ts';
import { differencesOf, type PlanOption } from './plan-options.ts';

/** Differences named in a tooltip. */
const MOST_TOLD = 6;

/** What both pictures of the front are drawn from. */
export interface FrontLook {
  readonly options: readonly PlanOption[];
  readonly words: PlanWords;
  readonly nameOf: (key: string) => string;
  /** Let through by the brushes. */
  readonly isIn: (key: string) => boolean;
  /** Pinned or picked. */
  readonly isMarked: (key: string) => boolean;
  readonly texts: {
    readonly differs: (count: number) => string;
    readonly more: (count: number) => string;
    readonly live: string;
    readonly out: string;
    readonly own: string;
    readonly nothing: string;
  };
}

const GREY = '#8a938e';

/** Money as headings count it, so that axes carry their unit. */
function drawn(what: Criterion, value: number, { money }: PlanWords): number {
  return what === 'cost' || what === 'npv' ? value / money.divisor : value;
}

/** Name, values and where it differs from this plan: plain text, drawn by the chart. */
function tooltip(option: PlanOption, { options, words, nameOf, texts }: FrontLook): string {
  const own = options.find(({ key }) => key === 'this')!;
  const differences = option === own ? [] : differencesOf(own, option);
  return [
    nameOf(option.key),
    ...CRITERIA.map(
      (what) => `${criterionHeading(what, words)}: ${criterionCell(what, option.values[what], words)}`,
    ),
    ...(differences.length === 0 ? [] : [texts.differs(differences.length)]),
    ...differences.slice(0, MOST_TOLD).map(({ unit, other }) => `${unit}: ${words.choice(other)}`),
    ...(differences.length > MOST_TOLD ? [texts.more(differences.length - MOST_TOLD)] : []),
  ].join('\n');
}

/** Options as dots: this plan, the front, dominated ones, and doing nothing, told apart by shape too. */
export function frontScatter(
  look: FrontLook,
  { x, y }: { readonly x: Criterion; readonly y: Criterion },
): ChartOption {
  const { options, words, nameOf, isIn, isMarked, texts } = look;
  const groups = [
    {
      name: texts.own,
      symbol: 'diamond',
      colour: CATEGORIES[1],
      has: ({ key }: PlanOption) => key === 'this',
    },
    {
      name: texts.live,
      symbol: 'circle',
      colour: CATEGORIES[0],
      has: ({ key, dominatedBy }: PlanOption) => key !== 'this' && key !== 'nothing' && dominatedBy === null,
    },
    {
      name: texts.out,
      symbol: 'triangle',
      colour: GREY,
      has: ({ key, dominatedBy }: PlanOption) => key !== 'this' && key !== 'nothing' && dominatedBy !== null,
    },
    {
      name: texts.nothing,
      symbol: 'rect',
      colour: '#444444',
      has: ({ key }: PlanOption) => key === 'nothing',
    },
  ];
  return {
    grid: { left: 12, right: 24, top: 40, bottom: 36, containLabel: true },
    legend: { top: 0, data: groups.map(({ name }) => name) },
    xAxis: { name: criterionHeading(x, words), nameLocation: 'middle', nameGap: 26, scale: true },
    yAxis: { name: criterionHeading(y, words), nameLocation: 'middle', nameGap: 52, scale: true },
    tooltip: {
      trigger: 'item',
      formatter: ({ data }: { data: { key: string } }) =>
        tooltip(options.find(({ key }) => key === data.key)!, look),
    },
    series: groups.map(({ name, symbol, colour, has }) => ({
      type: 'scatter',
      name,
      symbol,
      itemStyle: { color: colour },
      data: options.filter(has).map((option) => ({
        key: option.key,
        name: nameOf(option.key),
        value: [drawn(x, option.values[x], words), drawn(y, option.values[y], words)],
        symbolSize: isMarked(option.key) ? 18 : 12,
        itemStyle: {
          color: colour,
          opacity: isIn(option.key) ? 0.9 : 0.15,
          borderColor: isMarked(option.key) ? '#0b57a4' : '#fff',
          borderWidth: isMarked(option.key) ? 2.5 : 1,
        },
        label: {
          show: isMarked(option.key) || option.key === 'this',
          formatter: nameOf(option.key),
          position: 'top',
          color: '#222',
        },
      })),
    })),
  };
}

/** One line per option over cost and all objectives; upwards is better on every axis. */
export function parallelLines(look: FrontLook): ChartOption {
  const { options, words, nameOf, isIn, isMarked } = look;
  return {
    parallel: { left: 50, right: 70, top: 46, bottom: 24 },
    parallelAxis: CRITERIA.map((what, dim) => ({
      dim,
      name: criterionHeading(what, words).replace(/[,（(].*$/, ''),
      inverse: what === 'cost',
      nameLocation: what === 'cost' ? 'start' : 'end',
      nameTextStyle: { color: '#222' },
      scale: true,
      axisLabel: { hideOverlap: true },
    })),
    tooltip: {
      trigger: 'item',
      formatter: ({ data }: { data: { key: string } }) =>
        tooltip(options.find(({ key }) => key === data.key)!, look),
    },
    series: {
      type: 'parallel',
      smooth: false,
      data: options.map((option) => ({
        key: option.key,
        name: nameOf(option.key),
        value: CRITERIA.map((what) => drawn(what, option.values[what], words)),
        lineStyle: {
          color: option.key === 'this' ? CATEGORIES[1] : option.dominatedBy === null ? CATEGORIES[0] : GREY,
          type: option.dominatedBy === null ? 'solid' : 'dashed',
          width: isMarked(option.key) || option.key === 'this' ? 3 : 1.5,
          opacity: isIn(option.key) ? 0.85 : 0.08,
        },
      })),
    },
  };
}
