import { type Unknown, unknown } from '../../base/index.ts';
import type { Heterogeneity } from './heterogeneity.ts';
import { type Coefficient, type JointTest, mixedModel } from './mixed-model.ts';
import type { PoolOptions } from './pool-effects.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';
import type { PoolMethod } from './tau-squared.ts';

/** An effect and the group its study belongs to. */
export interface GroupedEffect extends StudyEffect {
  readonly group: string;
}

/** The mean effect of one group. */
export interface SubgroupMean extends Coefficient {
  /** Studies of the group. */
  readonly k: number;
}

/** Mean effects by group with one variance between studies for all groups. */
export interface SubgroupMeans {
  readonly method: PoolMethod;
  readonly k: number;
  readonly law: 'z' | 't';
  /** In alphabetical order of the groups. */
  readonly groups: readonly SubgroupMean[];
  readonly tau2: number;
  readonly residual: Heterogeneity;
  /** QM: that all means are 0. */
  readonly allZero: JointTest;
  /** That all means are the same; the question a reader has. */
  readonly allAlike: JointTest;
}

/**
 * Mean effects by group: a regression without intercept on one column per group, tau2 shared by all of them.
 *
 * @returns unknown `one-group`; `too-few-studies` where there are no more studies than groups
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`; Conflict `E-EFF-004`
 * @source Borenstein and Higgins 2013, doi:10.1007/s11121-013-0377-7
 */
export function subgroupMeans(
  effects: readonly GroupedEffect[],
  options: PoolOptions = {},
): SubgroupMeans | Unknown {
  requirePoolable(effects);
  const names = [...new Set(effects.map(({ group }) => group))].sort();
  if (names.length < 2) return unknown('one-group');
  const model = mixedModel(
    effects.map(({ estimate }) => estimate),
    effects.map(({ variance }) => variance),
    names.map((name) => ({ name, values: effects.map(({ group }) => (group === name ? 1 : 0)) })),
    options,
  );
  if (model === null) return unknown('too-few-studies', { k: effects.length, need: names.length + 1 });
  return {
    method: model.method,
    k: model.k,
    law: model.law,
    groups: model.coefficients.map((mean) => ({
      ...mean,
      k: effects.filter(({ group }) => group === mean.name).length,
    })),
    tau2: model.tau2,
    residual: model.heterogeneity,
    allZero: model.joint(names.map((_, i) => names.map((__, j) => (i === j ? 1 : 0))))!,
    allAlike: model.joint(
      names.slice(1).map((_, i) => names.map((__, j) => (j === 0 ? -1 : j === i + 1 ? 1 : 0))),
    )!,
  };
}
