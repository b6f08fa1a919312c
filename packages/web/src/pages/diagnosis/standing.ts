import type { Finding, FindingSeverity } from '@aftermine/science/diagnose';

/** How a unit, or one side of it, stands: its gravest problem; `open` where only questions are left, `clean` without either. */
export type Standing = Exclude<FindingSeverity, 'info'> | 'open' | 'clean';

/** Gravest first. */
export const STANDINGS: readonly Standing[] = ['critical', 'major', 'minor', 'open', 'clean'];

export function standingOf(findings: readonly Pick<Finding, 'verdict' | 'severity'>[]): Standing {
  const problems = findings.filter(({ verdict }) => verdict === 'problem');
  for (const standing of ['critical', 'major', 'minor'] as const)
    if (problems.some(({ severity }) => severity === standing)) return standing;
  return findings.length > problems.length ? 'open' : 'clean';
}

/** Sorts by danger first and need second: 5 for critical down to 1 for clean, plus the priority 0..1. */
export function riskRank(standing: Standing, priority: number | null): number {
  return STANDINGS.length - STANDINGS.indexOf(standing) + Math.min(0.999, Math.max(0, priority ?? 0));
}
