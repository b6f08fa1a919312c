import { normalQuantile } from '../../base/index.ts';
import { type AxisTick, axisTicks, ratioTicks } from './axis-ticks.ts';
import { type EffectMeasure, isLogRatio } from './effect-size.ts';
import type { PooledEffect } from './pool-effects.ts';
import type { StudyEffect } from './study-effect.ts';
import type { TrimAndFill } from './trim-and-fill.ts';

/** A study in a funnel plot. */
export interface FunnelPoint {
  readonly label: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Made up by trim and fill; drawn hollow. */
  readonly isFilled: boolean;
}

/** A funnel plot as numbers: effects against their errors, and where 95 % would lie without heterogeneity and bias. */
export interface FunnelFigure {
  readonly measure: EffectMeasure;
  readonly points: readonly FunnelPoint[];
  /** Tip of the funnel. */
  readonly centre: number;
  /** Largest standard error shown: the foot of the funnel. */
  readonly widest: number;
  /** Ends of the funnel at its foot. */
  readonly footLow: number;
  readonly footHigh: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly AxisTick[];
  readonly errorTicks: readonly AxisTick[];
}

/** The funnel plot of the studies, with those that trim and fill made up, where given. */
export function funnelFigure(
  measure: EffectMeasure,
  effects: readonly StudyEffect[],
  pooled: PooledEffect,
  filling: TrimAndFill | null = null,
): FunnelFigure {
  const point =
    (isFilled: boolean) =>
    ({ study, estimate, variance }: StudyEffect): FunnelPoint => ({
      label: study,
      estimate,
      standardError: Math.sqrt(variance),
      isFilled,
    });
  const points = [...effects.map(point(false)), ...(filling?.filled ?? []).map(point(true))];
  const widest = 1.05 * Math.max(...points.map(({ standardError }) => standardError), 1e-9);
  const reach = normalQuantile(0.975) * widest;
  const centre = pooled.estimate;
  const values = [centre - reach, centre + reach, ...points.map(({ estimate }) => estimate)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [low, high] = [least - 0.04 * (most - least), most + 0.04 * (most - least)];
  return {
    measure,
    points,
    centre,
    widest,
    footLow: centre - reach,
    footHigh: centre + reach,
    low,
    high,
    ticks: isLogRatio(measure) ? ratioTicks(low, high) : axisTicks(low, high),
    errorTicks: axisTicks(0, widest),
  };
}
