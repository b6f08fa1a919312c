import { isUnknown } from '../../base/index.ts';
import { NEVER_OBSERVED } from '../effect/course-of-package.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { DerivedPackage } from '../packages/derive-packages.ts';

/**
 * Share of the income and of the permanent jobs of an end use that the package brings about. Land that already is what it is meant
 * to become, and stands as near to the reference as that use can, bears its grass and feeds its sheep without any package:
 *
 *     share = 1 - min(1, closeness now / asymptote of the use)
 *
 * Everything is new where the land becomes something else, where measures had to meet a gate of the use first (land without its
 * water is no irrigated farmland yet), and for uses that somebody has to want.
 */
export function newShare(unit: PlanUnit, { use, mends }: Pick<DerivedPackage, 'use' | 'mends'>): number {
  if (use.needsDemand || unit.target !== use.land || mends.length > 0 || use.asymptote <= 0) return 1;
  const now = isUnknown(unit.recoveryNow) ? NEVER_OBSERVED : unit.recoveryNow;
  return 1 - Math.min(1, Math.max(0, now) / use.asymptote);
}
