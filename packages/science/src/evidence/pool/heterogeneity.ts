import { chiSquareUpperTail } from './chi-square.ts';
import type { PoolMethod } from './tau-squared.ts';
import { type TauSquaredInterval, tauSquaredInterval } from './tau-squared-interval.ts';
import { weightedFit } from './weighted-fit.ts';

/** How much studies differ beyond chance. */
export interface Heterogeneity {
  /** Cochran's Q, or what is left of it beside moderators (QE). */
  readonly q: number;
  readonly degreesOfFreedom: number;
  /** P of a Q at least as large without variance between studies. */
  readonly p: number;
  readonly tau2: number;
  /** Null for the methods that give none. */
  readonly tau2StandardError: number | null;
  /** By profiling Q, at the level of the other intervals. */
  readonly tau2Interval: TauSquaredInterval;
  /** Share of the variance that lies between studies, per cent. */
  readonly i2Percent: number;
  /** Total variance over sampling variance, >= 1 where tau2 is estimated. */
  readonly h2: number;
}

/**
 * Measures of heterogeneity about a regression on p columns:
 *
 *     s2 = (k-p) / tr P at tau2 = 0, the typical sampling variance
 *     I2 = 100 tau2 / (tau2 + s2),  H2 = 1 + tau2 / s2        where tau2 is estimated
 *     I2 = max(0, 100 (Q - (k-p)) / Q),  H2 = Q / (k-p)        for `EE`
 *
 * @param of tau2 and how it was estimated; the columns span and k > p
 * @source Higgins and Thompson 2002, doi:10.1002/sim.1186
 */
export function heterogeneityOf(
  y: readonly number[],
  v: readonly number[],
  columns: readonly (readonly number[])[],
  of: {
    readonly method: PoolMethod;
    readonly level: number;
    readonly tau2: number;
    readonly tau2StandardError: number | null;
  },
): Heterogeneity {
  const common = weightedFit(y, v, columns, 0)!;
  const q = common.residualSum;
  const degreesOfFreedom = y.length - columns.length;
  const typical = degreesOfFreedom / common.traceP;
  const share = (between: number): number => (100 * between) / (between + typical);
  return {
    q,
    degreesOfFreedom,
    p: chiSquareUpperTail(q, degreesOfFreedom),
    tau2: of.tau2,
    tau2StandardError: of.tau2StandardError,
    tau2Interval: tauSquaredInterval(y, v, columns, of.level)!,
    i2Percent:
      of.method !== 'EE' ? share(of.tau2) : q === 0 ? 0 : Math.max(0, (100 * (q - degreesOfFreedom)) / q),
    h2: of.method === 'EE' ? q / degreesOfFreedom : 1 + of.tau2 / typical,
  };
}
