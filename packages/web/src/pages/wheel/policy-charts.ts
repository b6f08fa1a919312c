import { say } from '@aftermine/science/base';
import { EFFORT_PLAYS, type PolicyPanel } from '@aftermine/science/control';
import type { Language, useTexts } from '../../app/language.ts';
import type { ChartOption } from '../../parts/chart-engine.ts';

/** A figure of the panel: what is drawn, and the same as rows of numbers. */
export interface PolicyChart {
  readonly label: string;
  readonly option: ChartOption;
  /** First a name or a number on the axis, then values in the order of `heads`. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [string, ...number[]])[];
}

type T = ReturnType<typeof useTexts>['t'];

const COLOURS = ['#0072b2', '#d55e00', '#009e73'] as const;

/** Figures of the parts that are numbers over something; parts without one have none. */
export function policyCharts(
  { effort, concession, holding, threshold }: PolicyPanel,
  language: Language,
  t: T,
): Readonly<Partial<Record<string, PolicyChart>>> {
  return {
    effort: bars(
      t('wheel.policy.quality'),
      [t('wheel.policy.quality')],
      EFFORT_PLAYS.map((play) => [
        say(language, `policy.play.${play}`),
        figure(effort.plays[play].longRunQuality),
      ]),
    ),
    concession: lines(
      t('wheel.policy.efforts'),
      [
        t('wheel.policy.years'),
        t('wheel.policy.land'),
        t('wheel.policy.industry'),
        t('wheel.policy.government'),
      ],
      concession.rows.map(({ years, nash }) => [
        String(years),
        figure(nash.enterprise),
        figure(nash.industry),
        figure(nash.government),
      ]),
    ),
    holding: bars(
      t('wheel.policy.holding'),
      [t('wheel.policy.quality-axis')],
      [
        [t('wheel.policy.holding-alone'), figure(holding.alone.longRunQuality)],
        [t('wheel.policy.holding-two'), figure(holding.two.longRunQuality)],
        [t('wheel.policy.holding-together'), figure(holding.together.longRunQuality)],
      ],
    ),
    threshold: lines(
      t('wheel.policy.threshold'),
      [t('wheel.policy.quality-axis'), t('wheel.policy.effort')],
      // A hundred points say as much as all of the grid.
      Array.from(threshold.outcome.states)
        .map((state, i): [string, number] => [
          String(figure(state)),
          figure(threshold.outcome.efforts[i] ?? 0),
        ])
        .filter((_, i, all) => i % Math.max(1, Math.floor(all.length / 100)) === 0),
    ),
  };
}

function bars(label: string, heads: readonly string[], rows: PolicyChart['rows']): PolicyChart {
  return {
    label,
    heads: ['', ...heads],
    rows,
    option: {
      grid: { left: 8, right: 40, top: 8, bottom: 24, containLabel: true },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'value' },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(([name]) => name),
        axisLabel: { width: 210, overflow: 'break', fontSize: 11 },
      },
      series: [
        {
          type: 'bar',
          data: rows.map(([, value]) => value),
          itemStyle: { color: COLOURS[0] },
          label: { show: true, position: 'right', fontSize: 11 },
        },
      ],
    },
  };
}

function lines(label: string, heads: readonly string[], rows: PolicyChart['rows']): PolicyChart {
  const names = heads.slice(1);
  return {
    label,
    heads,
    rows,
    option: {
      grid: { left: 48, right: 16, top: names.length > 1 ? 36 : 16, bottom: 42 },
      ...(names.length > 1 ? { legend: { top: 0, left: 0, itemHeight: 10 } } : {}),
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        name: heads[0],
        nameLocation: 'middle',
        nameGap: 26,
        data: rows.map(([at]) => at),
      },
      yAxis: { type: 'value' },
      series: names.map((name, i) => ({
        type: 'line',
        name,
        data: rows.map((row) => row[i + 1]),
        symbol: rows.length > 20 ? 'none' : (['circle', 'rect', 'triangle'] as const)[i % 3],
        symbolSize: 7,
        lineStyle: { color: COLOURS[i % 3], type: (['solid', 'dashed', 'dotted'] as const)[i % 3] },
        itemStyle: { color: COLOURS[i % 3] },
      })),
    },
  };
}

function figure(value: number): number {
  return Number(value.toPrecision(4));
}
