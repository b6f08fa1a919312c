import { isUnknown, normalQuantile } from '../../base/index.ts';
import { type AxisTick, axisTicks, ratioTicks } from './axis-ticks.ts';
import { type EffectMeasure, isLogRatio } from './effect-size.ts';
import type { PooledEffect } from './pool-effects.ts';
import type { StudyEffect } from './study-effect.ts';

/** One line of a forest plot, on the scale of the measure (logarithm for ratios). */
export interface ForestRow {
  readonly label: string;
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  /** Share in the pooled effect. */
  readonly weightPercent: number;
}

/** A forest plot as numbers: every study, the pooled effect, where a further study is expected, and the axis. */
export interface ForestFigure {
  readonly measure: EffectMeasure;
  readonly rows: readonly ForestRow[];
  readonly pooled: PooledEffect;
  /** Ends of the axis on the scale of the measure; always around 0. */
  readonly low: number;
  readonly high: number;
  /** For ratios, labelled as ratios. */
  readonly ticks: readonly AxisTick[];
}

/**
 * The forest plot of studies and what they were pooled to. Intervals of studies are normal, at the level of the pooled effect.
 * A very wide one does not widen the axis without end: it is held at the span of the estimates beyond both ends, and the
 * picture shows an arrow.
 *
 * @param effects in the order in which they were pooled
 * @param labels by study, where they differ from its id
 */
export function forestFigure(
  measure: EffectMeasure,
  effects: readonly StudyEffect[],
  pooled: PooledEffect,
  labels: Readonly<Record<string, string>> = {},
): ForestFigure {
  const quantile = normalQuantile((1 + pooled.level) / 2);
  const rows = effects.map(({ study, estimate, variance }, i) => ({
    label: labels[study] ?? study,
    estimate,
    ciLow: estimate - quantile * Math.sqrt(variance),
    ciHigh: estimate + quantile * Math.sqrt(variance),
    weightPercent: pooled.weightsPercent[i] ?? 0,
  }));
  const { prediction } = pooled;
  const firm = [
    0,
    pooled.ciLow,
    pooled.ciHigh,
    ...rows.map(({ estimate }) => estimate),
    ...(isUnknown(prediction) ? [] : [prediction.low, prediction.high]),
  ];
  const [least, most] = [Math.min(...firm), Math.max(...firm)];
  const span = most - least || 1;
  const low = Math.max(least - span, Math.min(least, ...rows.map(({ ciLow }) => ciLow))) - 0.03 * span;
  const high = Math.min(most + span, Math.max(most, ...rows.map(({ ciHigh }) => ciHigh))) + 0.03 * span;
  return {
    measure,
    rows,
    pooled,
    low,
    high,
    ticks: isLogRatio(measure) ? ratioTicks(low, high) : axisTicks(low, high),
  };
}
