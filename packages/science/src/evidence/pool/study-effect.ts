import { AftermineError } from '../../base/index.ts';

/** One effect of one study, ready to be pooled. */
export interface StudyEffect {
  /** Id of the paper or trial; no two effects that are pooled together share it. */
  readonly study: string;
  readonly estimate: number;
  /** Sampling variance, > 0. */
  readonly variance: number;
}

/** True for an effect that can be weighed: sizes within 1e100, so that sums and powers of weights stay numbers. */
export function isPoolable({ estimate, variance }: Pick<StudyEffect, 'estimate' | 'variance'>): boolean {
  return Math.abs(estimate) <= 1e100 && variance >= 1e-60 && variance <= 1e100;
}

/**
 * Refuses effects that cannot be pooled: no finite estimate, a variance that is not positive, or two effects of one study, which
 * are not independent (`aggregateByPaper` makes one of them).
 *
 * @throws InvalidInput `E-EFF-003`, Conflict `E-EFF-004`
 */
export function requirePoolable(effects: readonly StudyEffect[]): void {
  const seen = new Set<string>();
  for (const { study, estimate, variance } of effects) {
    if (!isPoolable({ estimate, variance }))
      throw new AftermineError('InvalidInput', 'E-EFF-003', {
        where: study,
        got: `${estimate}, ${variance}`,
      });
    if (seen.has(study)) throw new AftermineError('Conflict', 'E-EFF-004', { where: study });
    seen.add(study);
  }
}
