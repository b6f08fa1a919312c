import { AftermineError, isUnknown, type Unknown, unknown } from '../../base/index.ts';
import type { Heterogeneity } from './heterogeneity.ts';
import { type Coefficient, type JointTest, mixedModel } from './mixed-model.ts';
import { type PoolOptions, poolEffects } from './pool-effects.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';
import type { PoolMethod } from './tau-squared.ts';

/** An effect and the value of what may change it; null where the study does not report it. */
export interface ModeratedEffect extends StudyEffect {
  readonly moderator: number | null;
}

/** How an effect changes with one moderator. */
export interface MetaRegression {
  readonly method: PoolMethod;
  /** Studies that report the moderator. */
  readonly k: number;
  /** Studies left out because they do not. */
  readonly leftOut: number;
  readonly law: 'z' | 't';
  /** Effect where the moderator is 0. */
  readonly intercept: Coefficient;
  /** Change of the effect per unit of the moderator. */
  readonly slope: Coefficient;
  readonly tau2: number;
  /** What the moderator leaves: its `q` is QE. */
  readonly residual: Heterogeneity;
  /** QM: that the slope is 0. */
  readonly moderation: JointTest;
  /** Share of tau2 that the moderator explains, per cent, >= 0; unknown `no-variance-to-explain` where there was none. */
  readonly r2Percent: number | Unknown;
}

/**
 * Regression of effects on one moderator:
 *
 *     y_i = b0 + b1 x_i + u_i + e_i,  R2 = 100 max(0, tau2_0 - tau2) / tau2_0
 *
 * tau2_0 is the variance between the same studies without the moderator.
 *
 * @returns unknown `too-few-studies` for fewer than 3 studies with the moderator, `moderator-constant` where it is alike in all
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`; Conflict `E-EFF-004`
 * @source Thompson and Higgins 2002, doi:10.1002/sim.1187; R2: Raudenbush 2009, The Handbook of Research Synthesis
 */
export function metaRegression(
  effects: readonly ModeratedEffect[],
  options: PoolOptions = {},
): MetaRegression | Unknown {
  requirePoolable(effects);
  for (const { study, moderator } of effects)
    if (moderator !== null && !Number.isFinite(moderator))
      throw new AftermineError('InvalidInput', 'E-EFF-005', {
        where: `${study}:moderator`,
        expected: '-Inf < x < Inf',
        got: String(moderator),
      });
  const used = effects.filter((effect) => effect.moderator !== null);
  if (used.length < 3) return unknown('too-few-studies', { k: used.length, need: 3 });
  const x = used.map(({ moderator }) => moderator!);
  if (Math.max(...x) === Math.min(...x)) return unknown('moderator-constant');
  // The moderator is centred for the fit: years such as 1998 would make the columns look alike.
  const centre = x.reduce((sum, value) => sum + value, 0) / x.length;
  const model = mixedModel(
    used.map(({ estimate }) => estimate),
    used.map(({ variance }) => variance),
    [
      { name: 'mean', values: x.map(() => 1) },
      { name: 'slope', values: x.map((value) => value - centre) },
    ],
    options,
  );
  if (model === null) return unknown('moderator-constant');
  const without = poolEffects(used, options);
  if (isUnknown(without)) return without;
  return {
    method: model.method,
    k: used.length,
    leftOut: effects.length - used.length,
    law: model.law,
    intercept: model.combine('intercept', [1, -centre]),
    slope: model.coefficients[1]!,
    tau2: model.tau2,
    residual: model.heterogeneity,
    moderation: model.joint([[0, 1]])!,
    r2Percent:
      without.tau2 === 0
        ? unknown('no-variance-to-explain')
        : Math.max(0, (100 * (without.tau2 - model.tau2)) / without.tau2),
  };
}
