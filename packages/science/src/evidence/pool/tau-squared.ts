import { findRootAbove } from './find-root.ts';
import { residualSumAt, type WeightedFit, weightedFit } from './weighted-fit.ts';

/**
 * How the variance between studies is estimated: `EE` none is assumed (one common effect), `DL` DerSimonian and Laird, `REML`
 * restricted maximum likelihood, `ML` maximum likelihood, `PM` Paule and Mandel.
 */
export type PoolMethod = 'EE' | 'DL' | 'REML' | 'ML' | 'PM';

/** Variance between studies and the fit that goes with it. */
export interface TauSquared {
  readonly tau2: number;
  /** From the expected information; null for the methods that give none. */
  readonly standardError: number | null;
  readonly fit: WeightedFit;
}

/** A step this small beside the variances ends the iteration: far below what any print shows. */
const STEP = 1e-13;

/**
 * Variance between studies about a regression on p columns (one column of ones: about a mean). With P of the weights at hand:
 *
 *     DL    max(0, (Q - (k-p)) / tr P),  Q and P at tau2 = 0
 *     PM    tau2 where y'Py = k - p; 0 where Q < k - p already
 *     REML  tau2 += (y'PPy - tr P) / tr PP,  to convergence
 *     ML    tau2 += (y'PPy - tr W) / tr WW,  to convergence
 *
 * The iterations start at DL, at 0 and at the plain scatter of the effects, never leave tau2 >= 0, and halve a step that would
 * lower the likelihood; the highest top counts, for a likelihood of few studies can have two.
 *
 * @returns null where the columns do not span
 * @source DL: DerSimonian and Laird 1986, doi:10.1016/0197-2456(86)90046-2; PM: Paule and Mandel 1982, doi:10.6028/jres.087.022; REML, ML and Fisher scoring: Raudenbush 2009 in The Handbook of Research Synthesis, and Viechtbauer 2005, doi:10.3102/10769986030003261
 */
export function tauSquared(
  y: readonly number[],
  v: readonly number[],
  columns: readonly (readonly number[])[],
  method: PoolMethod,
): TauSquared | null {
  const fitAt = (tau2: number): WeightedFit | null => weightedFit(y, v, columns, tau2);
  const common = fitAt(0);
  if (common === null) return null;
  const spare = y.length - columns.length;
  if (method === 'EE' || spare <= 0) return { tau2: 0, standardError: null, fit: common };
  if (method === 'PM') {
    const excess = (tau2: number): number => residualSumAt(y, v, columns, tau2) - spare;
    const tau2 = excess(0) <= 0 ? 0 : findRootAbove(excess, 0, Math.max(...v));
    return { tau2, standardError: null, fit: fitAt(tau2)! };
  }
  const simple = Math.max(0, (common.residualSum - spare) / common.traceP);
  if (method === 'DL') return { tau2: simple, standardError: null, fit: fitAt(simple)! };
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const scatter = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / spare;
  return [simple, 0, scatter]
    .map((start) => scored(fitAt, start, Math.min(...v), method))
    .reduce((best, other) =>
      likelihoodOf(method, other.fit) > likelihoodOf(method, best.fit) + 1e-9 ? other : best,
    );
}

function likelihoodOf(method: 'REML' | 'ML', fit: WeightedFit): number {
  return method === 'REML' ? fit.restrictedLogLikelihood : fit.logLikelihood;
}

/** Fisher scoring with a guard on the likelihood. */
function scored(
  fitAt: (tau2: number) => WeightedFit | null,
  start: number,
  scale: number,
  method: 'REML' | 'ML',
): TauSquared {
  const likelihood = (fit: WeightedFit): number => likelihoodOf(method, fit);
  const traces = (fit: WeightedFit): readonly [first: number, second: number] =>
    method === 'REML'
      ? [fit.traceP, fit.tracePP]
      : [fit.weights.reduce((sum, w) => sum + w, 0), fit.weights.reduce((sum, w) => sum + w * w, 0)];
  let tau2 = start;
  let fit = fitAt(tau2)!;
  for (let round = 0; round < 2000; round += 1) {
    const [first, second] = traces(fit);
    let next = Math.max(0, tau2 + (fit.residualSum2 - first) / second);
    let nextFit = fitAt(next)!;
    const floor = likelihood(fit) - 1e-12 * (1 + Math.abs(likelihood(fit)));
    for (let halving = 0; likelihood(nextFit) < floor && halving < 60; halving += 1) {
      next = (next + tau2) / 2;
      nextFit = fitAt(next)!;
    }
    const step = Math.abs(next - tau2);
    tau2 = next;
    fit = nextFit;
    if (step <= STEP * (tau2 + scale)) break;
  }
  return { tau2, standardError: Math.sqrt(2 / traces(fit)[1]), fit };
}
