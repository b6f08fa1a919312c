import { OBJECTIVES, type ObjectiveValues, type PlanResult } from '@aftermine/science/plan';
import type { Criterion } from './objectives.ts';

/** Id of the baseline that takes value for money in turn. */
export const GREEDY = 'greedy';

/** One plan that one could decide for: one row, one dot, one line. */
export interface PlanOption {
  /** `this`, `force`, `nothing`, or the id of a plan of the front. */
  readonly key: string;
  readonly values: Readonly<Record<Criterion, number>>;
  readonly gap: number | null;
  readonly isBalanced: boolean;
  /** Key of an option that is at least as good in every objective and better somewhere. */
  readonly dominatedBy: string | null;
  /** Package and year by unit, `<package>@<year>`; null for nothing. */
  readonly choice: Readonly<Record<string, string | null>>;
}

export function choiceOf({ units }: Pick<PlanResult, 'units'>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    units.map(({ id, choice }) => [id, choice === null ? null : `${choice.id}@${choice.year ?? ''}`]),
  );
}

/** True where `one` is at least as good everywhere and better somewhere. */
export function dominates(one: ObjectiveValues, other: ObjectiveValues): boolean {
  return OBJECTIVES.every((id) => one[id] >= other[id]) && OBJECTIVES.some((id) => one[id] > other[id]);
}

/**
 * What can be done: the plan as solved last, the programme in force, the plans of the front, and leaving the land alone, against
 * which all are counted. Figures of the programme rest on what its seasons taught, those of the others on what was known when they
 * were solved: it neither betters another nor is bettered.
 */
export function planOptions(plan: PlanResult, inForce: PlanResult | null): readonly PlanOption[] {
  const none = Object.fromEntries(plan.units.map(({ id }) => [id, null]));
  const own = choiceOf(plan);
  const carried = inForce === null ? null : choiceOf(inForce);
  const all: PlanOption[] = [
    {
      key: 'this',
      values: { cost: plan.totals.publicCost, ...plan.totals.objectives },
      gap: plan.gap,
      isBalanced: false,
      dominatedBy: null,
      choice: own,
    },
    ...(inForce !== null && inForce !== plan
      ? [
          {
            key: 'force',
            values: { cost: inForce.totals.publicCost, ...inForce.totals.objectives },
            gap: inForce.gap,
            isBalanced: false,
            dominatedBy: null,
            choice: carried!,
          },
        ]
      : []),
    ...(plan.front?.plans ?? []).map(
      ({ id, objectives, cost, gap, dominatedBy, choice }): PlanOption => ({
        key: id,
        values: { cost, ...objectives },
        gap,
        isBalanced: plan.front!.balanced === id,
        dominatedBy,
        choice,
      }),
    ),
    {
      key: 'nothing',
      values: { cost: 0, ecology: 0, carbon: 0, livelihood: 0, npv: 0 },
      gap: null,
      isBalanced: false,
      dominatedBy: null,
      choice: none,
    },
  ];
  return all.map((option) =>
    option.dominatedBy !== null || !isComparable(option)
      ? option
      : {
          ...option,
          dominatedBy:
            all.find(
              (other) => other !== option && isComparable(other) && dominates(other.values, option.values),
            )?.key ?? null,
        },
  );
}

/** False for the programme in force: its figures rest on other knowledge than those of the other options. */
export function isComparable({ key }: Pick<PlanOption, 'key'>): boolean {
  return key !== 'force';
}

/** Units on which two options differ. */
export function differencesOf(
  one: Pick<PlanOption, 'choice'>,
  other: Pick<PlanOption, 'choice'>,
): readonly { readonly unit: string; readonly one: string | null; readonly other: string | null }[] {
  return Object.keys({ ...one.choice, ...other.choice }).flatMap((unit) => {
    const pair = { unit, one: one.choice[unit] ?? null, other: other.choice[unit] ?? null };
    return pair.one === pair.other ? [] : [pair];
  });
}

/** Best value of each criterion among options that nothing dominates, leaving out doing nothing. */
export function bestOf(options: readonly PlanOption[]): Readonly<Record<Criterion, number>> {
  const live = options.filter(
    (option) => option.key !== 'nothing' && option.dominatedBy === null && isComparable(option),
  );
  const best = (what: Criterion): number => {
    const values = live.map(({ values: of }) => of[what]);
    return what === 'cost' ? Math.min(...values) : Math.max(...values);
  };
  return {
    cost: best('cost'),
    ecology: best('ecology'),
    carbon: best('carbon'),
    livelihood: best('livelihood'),
    npv: best('npv'),
  };
}
