import { AftermineError, type Language, say } from '@aftermine/science/base';
import { type FrontPlan, OBJECTIVES, type PlanResult } from '@aftermine/science/plan';
import type { Outcome } from './host.ts';
import { amount, listOf, packageName } from './plan-texts.ts';

/** The plan that was solved last, among those compared, and the programme in force beside it. */
const CURRENT = 'plan';
const IN_FORCE = 'in-force';
const NAMES: Readonly<Record<string, string>> = {
  [CURRENT]: 'plan-compare.current',
  [IN_FORCE]: 'plan-compare.force',
};

/**
 * Sets plans side by side: objectives first, then the units on which they differ. Without ids: the plan, the balanced plan of the
 * front and the greedy baseline. A programme in force stands first; its figures rest on what its seasons taught.
 *
 * @throws NotFound `E-PLN-315` for a plan that the front does not have
 */
export function comparePlanLines(
  result: PlanResult,
  ids: readonly string[],
  language: Language,
  inForce: PlanResult | null = null,
): Outcome {
  const all = new Map<string, Pick<FrontPlan, 'id' | 'objectives' | 'cost' | 'choice' | 'dominatedBy'>>([
    ...(inForce === null ? [] : [[IN_FORCE, { ...currentPlan(inForce), id: IN_FORCE }] as const]),
    [CURRENT, currentPlan(result)],
    ...(result.front?.plans ?? []).map((plan) => [plan.id, plan] as const),
  ]);
  const wanted =
    ids.length > 0
      ? [...new Set([...(inForce === null ? [] : [IN_FORCE]), CURRENT, ...ids])]
      : [...new Set([IN_FORCE, CURRENT, result.front?.balanced, 'greedy'])].filter(
          (id): id is string => id != null && all.has(id),
        );
  const plans = wanted.map((id) => {
    const plan = all.get(id);
    if (plan === undefined)
      throw new AftermineError('NotFound', 'E-PLN-315', {
        where: 'plan compare',
        expected: [...all.keys()].join(', '),
        got: id,
      });
    return plan;
  });
  const differing = result.units.flatMap(({ id }) => {
    const choices = plans.map(({ choice }) => choice[id] ?? null);
    return new Set(choices).size > 1 ? [{ unit: id, choices }] : [];
  });
  const nameOf = (id: string): string => (NAMES[id] === undefined ? id : say(language, NAMES[id]));
  const human = plans.map((plan) =>
    say(language, 'plan-front.plan', {
      id: nameOf(plan.id),
      ...Object.fromEntries(OBJECTIVES.map((id) => [id, amount(plan.objectives[id], language)])),
      cost: amount(plan.cost, language),
      mark: plan.dominatedBy === null ? '' : say(language, 'plan-front.dominated', { by: plan.dominatedBy }),
    }),
  );
  if (inForce !== null) human.push(say(language, 'plan-compare.force-note'));
  const tellChoice = (choice: string | null): string => {
    if (choice === null) return say(language, 'plan-compare.nothing');
    const at = choice.lastIndexOf('@');
    return `${packageName(choice.slice(0, at), result, language)} ${choice.slice(at + 1)}`;
  };
  if (differing.length === 0) human.push(say(language, 'plan-compare.same'));
  for (const { unit, choices } of differing)
    human.push(
      say(language, 'plan-compare.unit', {
        unit,
        choices: listOf(
          choices.map((choice, i) => `${nameOf(wanted[i]!)}: ${tellChoice(choice)}`),
          language,
        ),
      }),
    );
  return { data: { plans, differing }, human };
}

function currentPlan(
  result: PlanResult,
): Pick<FrontPlan, 'id' | 'objectives' | 'cost' | 'choice' | 'dominatedBy'> {
  return {
    id: CURRENT,
    objectives: result.totals.objectives,
    cost: result.totals.publicCost,
    choice: Object.fromEntries(
      result.units.map(({ id, choice }) => [id, choice === null ? null : `${choice.id}@${choice.year}`]),
    ),
    dominatedBy: null,
  };
}
