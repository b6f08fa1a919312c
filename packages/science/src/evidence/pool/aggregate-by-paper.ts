import { AftermineError } from '../../base/index.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';

/** One effect of a paper that may have several. */
export interface PaperEffect {
  readonly paper: string;
  readonly estimate: number;
  readonly variance: number;
}

/** The one effect of a paper, and how many findings it is made of. */
export interface AggregatedEffect extends StudyEffect {
  readonly findings: number;
}

/** Correlation assumed between findings of one paper where nobody reports it. */
export const WITHIN_PAPER_CORRELATION = 0.5;

/**
 * One effect per paper, so that several findings of one paper do not pass for several studies:
 *
 *     y = (1/m) sum y_i,  v = (1/m^2) sum_i sum_j r_ij sqrt(v_i v_j),  r_ii = 1, r_ij = rho
 *
 * The plain mean, not the weighted one: with correlated findings of unequal variance the weights of the latter can turn
 * negative, and the effect of the paper leaves the range of its findings.
 *
 * @param rho correlation between findings of one paper, 0..1
 * @returns papers in the order of their first finding
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`
 * @source Borenstein, Hedges, Higgins and Rothstein 2009, ch. 24, doi:10.1002/9780470743386
 */
export function aggregateByPaper(
  effects: readonly PaperEffect[],
  rho: number = WITHIN_PAPER_CORRELATION,
): readonly AggregatedEffect[] {
  if (!(rho >= 0 && rho <= 1))
    throw new AftermineError('InvalidInput', 'E-EFF-005', { where: 'rho', expected: '0..1', got: rho });
  const papers = new Map<string, PaperEffect[]>();
  for (const effect of effects) {
    requirePoolable([{ study: effect.paper, estimate: effect.estimate, variance: effect.variance }]);
    const of = papers.get(effect.paper);
    if (of === undefined) papers.set(effect.paper, [effect]);
    else of.push(effect);
  }
  return [...papers].map(([study, findings]) => {
    const m = findings.length;
    const sumOfVariances = findings.reduce((sum, one) => sum + one.variance, 0);
    const sumOfErrors = findings.reduce((sum, one) => sum + Math.sqrt(one.variance), 0);
    return {
      study,
      estimate: findings.reduce((sum, one) => sum + one.estimate, 0) / m,
      variance: (sumOfVariances * (1 - rho) + rho * sumOfErrors ** 2) / (m * m),
      findings: m,
    };
  });
}
