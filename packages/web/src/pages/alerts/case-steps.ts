import type { ActionState, LedgerEntry } from '@aftermine/science/control';

/** The order of a case that is seen through. */
export const STEPS = [
  'new',
  'check',
  'rectify',
  'recheck',
  'closed',
] as const satisfies readonly ActionState[];

const ENTERS: Partial<Record<LedgerEntry['kind'], (typeof STEPS)[number]>> = {
  raised: 'new',
  acknowledged: 'check',
  reopened: 'check',
  'action-added': 'rectify',
  'recheck-failed': 'rectify',
  rectified: 'recheck',
  'recheck-scheduled': 'recheck',
  closed: 'closed',
  overridden: 'closed',
};

/** When a case last came to each step; null for steps it has not come to, or fell back behind. */
export function stepTimes(
  history: readonly LedgerEntry[],
): readonly { readonly step: (typeof STEPS)[number]; readonly at: string | null }[] {
  const times = new Map<(typeof STEPS)[number], string>();
  for (const { kind, at } of history) {
    const step = ENTERS[kind];
    if (step === undefined) continue;
    for (const later of STEPS.slice(STEPS.indexOf(step) + 1)) times.delete(later);
    times.set(step, at);
  }
  return STEPS.map((step) => ({ step, at: times.get(step) ?? null }));
}
