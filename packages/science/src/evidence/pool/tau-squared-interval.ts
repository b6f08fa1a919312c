import { chiSquareQuantile } from './chi-square.ts';
import { findRootAbove } from './find-root.ts';
import { residualSumAt, weightedFit } from './weighted-fit.ts';

/** Interval of the variance between studies. Both ends are 0 where even no variance explains effects that agree too well. */
export interface TauSquaredInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of the variance between studies by profiling Q: the tau2 at which y'Py equals the upper and the lower quantile of
 * chi-square with k - p degrees of freedom. It does not depend on how tau2 itself was estimated.
 *
 * @param level 0.95 for 95 %
 * @returns null where k <= p or the columns do not span
 * @source Viechtbauer 2007, doi:10.1002/sim.2514
 */
export function tauSquaredInterval(
  y: readonly number[],
  v: readonly number[],
  columns: readonly (readonly number[])[],
  level: number,
): TauSquaredInterval | null {
  const spare = y.length - columns.length;
  if (spare <= 0 || weightedFit(y, v, columns, 0) === null) return null;
  const at = (share: number): number => {
    const limit = chiSquareQuantile(share, spare);
    const excess = (tau2: number): number => residualSumAt(y, v, columns, tau2) - limit;
    return excess(0) <= 0 ? 0 : findRootAbove(excess, 0, Math.max(...v));
  };
  return { low: at((1 + level) / 2), high: at((1 - level) / 2) };
}
