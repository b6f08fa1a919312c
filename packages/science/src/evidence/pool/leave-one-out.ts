import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import { type PooledEffect, type PoolOptions, poolEffects } from './pool-effects.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';

/** The pooled effect of all studies but one. */
export interface WithoutStudy {
  readonly study: string;
  readonly pooled: PooledEffect;
}

/**
 * Pools the effects again without each study in turn: does the conclusion hang on one of them?
 *
 * @returns in the order of the effects; unknown `too-few-studies` for fewer than 2
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`; Conflict `E-EFF-004`
 */
export function leaveOneOut(
  effects: readonly StudyEffect[],
  options: PoolOptions = {},
): readonly WithoutStudy[] | Unknown {
  requirePoolable(effects);
  if (effects.length < 2) return unknown('too-few-studies', { k: effects.length, need: 2 });
  return effects.flatMap(({ study }) => {
    const pooled = poolEffects(
      effects.filter((other) => other.study !== study),
      options,
    );
    return isUnknown(pooled) ? [] : [{ study, pooled }];
  });
}
