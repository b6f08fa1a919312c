import { type Unknown, unknown } from '../base/index.ts';
import { type Coverage, weightedQuantiles } from '../raster/index.ts';
import type { IndicatorId } from './declare.ts';
import type { Evidence, IndicatorValue } from './types.ts';

/** Layers of one grid, row by row; NaN is no data. */
export interface TerrainLayers {
  readonly width: number;
  /** Metres. */
  readonly heights: Float32Array;
  readonly slopeDegrees: Float32Array;
  /** Factor of safety of the screen. */
  readonly stability: Float32Array;
  /** Soil loss, t ha-1 yr-1; unknown where cover or rain are. */
  readonly erosion: Float32Array | Unknown;
  /** Sediment that reaches a stream, t ha-1 yr-1; NaN on streams. */
  readonly sediment: Float32Array | Unknown;
  /** File of the terrain model. */
  readonly source: string;
}

export type TerrainIndicator = Extract<
  IndicatorId,
  'slope-mean' | 'slope-p90' | 'steep-share' | 'relief' | 'stability-factor' | 'erosion' | 'sediment-yield'
>;

/** Slope from which ground counts as steep, degrees. */
const STEEP_DEGREES = 25;

/**
 * What the terrain says of one polygon; every cell weighs by its covered share.
 *
 * - slope-mean, slope-p90: mean and 90th percentile of slope
 * - steep-share: share of the land steeper than 25 degrees
 * - relief: highest less lowest ground
 * - stability-factor: 10th percentile of the factor of safety of the screen
 * - erosion, sediment-yield: mean soil loss, and mean of what of it reaches a stream; the spread is the 5th to 95th percentile of
 *   the cells
 *
 * @param layers null without a terrain model, and then `zone` as well: all are unknown `no-terrain`
 * @returns unknown `off-terrain` where no cell of the polygon has data
 */
export function terrainIndicators(
  layers: TerrainLayers | null,
  zone: Coverage | null,
): Readonly<Record<TerrainIndicator, IndicatorValue>> {
  if (layers === null || zone === null) return allUnknown(unknown('no-terrain'));
  const { heights, slopeDegrees, stability, erosion, sediment, width, source } = layers;
  const slope = gather(slopeDegrees, width, zone);
  if (slope === null) return allUnknown(unknown('off-terrain'));
  const evidence: Evidence = { kind: 'raster', source, count: slope.values.length };
  const known = (value: number, low: number | null = null, high: number | null = null): IndicatorValue => ({
    kind: 'known',
    value,
    low,
    high,
    evidence,
  });
  const [p05, p90, p95] = weightedQuantiles(slope.values, slope.weights, [0.05, 0.9, 0.95]);
  let [steep, total] = [0, 0];
  slope.values.forEach((value, i) => {
    total += slope.weights[i]!;
    if (value > STEEP_DEGREES) steep += slope.weights[i]!;
  });
  const ground = gather(heights, width, zone);
  const factor = gather(stability, width, zone);
  return {
    'slope-mean': known(slope.mean, p05, p95),
    'slope-p90': known(p90!),
    'steep-share': known(steep / total),
    relief: ground === null ? unknown('off-terrain') : known(ground.values.at(-1)! - ground.values[0]!),
    'stability-factor':
      factor === null
        ? unknown('off-terrain')
        : known(weightedQuantiles(factor.values, factor.weights, [0.1])[0]!),
    erosion: lossOf(erosion, width, zone, source),
    'sediment-yield': lossOf(sediment, width, zone, source),
  };
}

function lossOf(
  layer: Float32Array | Unknown,
  width: number,
  zone: Coverage,
  source: string,
): IndicatorValue {
  if ('kind' in layer) return layer;
  const loss = gather(layer, width, zone);
  if (loss === null) return unknown('no-cover');
  const [low, high] = weightedQuantiles(loss.values, loss.weights, [0.05, 0.95]);
  return {
    kind: 'known',
    value: loss.mean,
    low: low!,
    high: high!,
    evidence: { kind: 'raster', source, count: loss.values.length },
  };
}

interface Gathered {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly mean: number;
}

/** Values of the cells of a polygon, ascending, with their weights; null where none has data. */
function gather(layer: Float32Array, width: number, { window, share }: Coverage): Gathered | null {
  const found: number[] = [];
  const weight: number[] = [];
  let [sum, total] = [0, 0];
  for (let r = 0; r < window.height; r += 1) {
    const from = (window.row + r) * width + window.col;
    for (let c = 0; c < window.width; c += 1) {
      const w = share[r * window.width + c]!;
      const value = layer[from + c]!;
      if (w === 0 || Number.isNaN(value)) continue;
      found.push(value);
      weight.push(w);
      sum += w * value;
      total += w;
    }
  }
  if (found.length === 0) return null;
  const order = Uint32Array.from(found, (_, i) => i).sort((a, b) => found[a]! - found[b]!);
  return {
    values: Float64Array.from(order, (i) => found[i]!),
    weights: Float64Array.from(order, (i) => weight[i]!),
    mean: sum / total,
  };
}

function allUnknown(reason: Unknown): Record<TerrainIndicator, IndicatorValue> {
  return {
    'slope-mean': reason,
    'slope-p90': reason,
    'steep-share': reason,
    relief: reason,
    'stability-factor': reason,
    erosion: reason,
    'sediment-yield': reason,
  };
}
