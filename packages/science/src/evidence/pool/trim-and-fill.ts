import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import { mixedModel } from './mixed-model.ts';
import { type PooledEffect, type PoolOptions, poolEffects } from './pool-effects.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';

/** What the funnel would hold if it were symmetric. */
export interface TrimAndFill {
  /** k0: studies that seem to be missing. */
  readonly missing: number;
  /** Side of the funnel they are missing on. */
  readonly side: 'left' | 'right';
  /** The missing studies, mirror images of those without counterpart. Made up: for the picture and `pooled` alone. */
  readonly filled: readonly StudyEffect[];
  /** Pooled with them. */
  readonly pooled: PooledEffect;
}

/**
 * Trim and fill with the estimator L0:
 *
 *     k0 = round((4 S - k (k+1)) / (2k - 1)),  S sum of the ranks of |y_i - mu| with y_i > mu
 *
 * mu without the k0 most extreme studies, repeated until k0 no longer changes; then their mirror images about mu are added. The
 * side is the one that the slope of the effect on its standard error points away from.
 *
 * @returns unknown `too-few-studies` for fewer than 3 studies
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`; Conflict `E-EFF-004`
 * @source Duval and Tweedie 2000, doi:10.1111/j.0006-341X.2000.00455.x
 */
export function trimAndFill(
  effects: readonly StudyEffect[],
  options: PoolOptions = {},
): TrimAndFill | Unknown {
  requirePoolable(effects);
  const k = effects.length;
  if (k < 3) return unknown('too-few-studies', { k, need: 3 });
  const side = sideOf(effects, options);
  const mirror = side === 'right' ? -1 : 1;
  const sorted = effects
    .map((effect) => ({ ...effect, estimate: mirror * effect.estimate }))
    .sort((a, b) => a.estimate - b.estimate);
  let missing = 0;
  let mean = 0;
  const tried = new Set<number>();
  // A cycle between counts would never settle; the first count seen twice ends it.
  while (!tried.has(missing)) {
    tried.add(missing);
    const pooled = poolEffects(sorted.slice(0, k - missing), options);
    if (isUnknown(pooled)) return pooled;
    mean = pooled.estimate;
    const centred = sorted.map(({ estimate }) => estimate - mean);
    const order = centred
      .map((value, at) => ({ size: Math.abs(value), at }))
      .sort((a, b) => a.size - b.size || a.at - b.at);
    const ranks = order.reduce((sum, { at }, rank) => (centred[at]! > 0 ? sum + rank + 1 : sum), 0);
    missing = Math.min(k - 1, Math.max(0, roundHalfEven((4 * ranks - k * (k + 1)) / (2 * k - 1))));
  }
  const filled = sorted.slice(k - missing).map(({ study, estimate, variance }) => ({
    study: `${study} (mirrored)`,
    estimate: mirror * (2 * mean - estimate),
    variance,
  }));
  const pooled = poolEffects([...effects, ...filled], options);
  return isUnknown(pooled) ? pooled : { missing, side, filled, pooled };
}

function sideOf(effects: readonly StudyEffect[], options: PoolOptions): 'left' | 'right' {
  const model = mixedModel(
    effects.map(({ estimate }) => estimate),
    effects.map(({ variance }) => variance),
    [
      { name: 'limit', values: effects.map(() => 1) },
      { name: 'slope', values: effects.map(({ variance }) => Math.sqrt(variance)) },
    ],
    options,
  );
  return model !== null && model.coefficients[1]!.estimate < 0 ? 'right' : 'left';
}

/** Halves go to the even neighbour, as in the published analyses this is compared with. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
