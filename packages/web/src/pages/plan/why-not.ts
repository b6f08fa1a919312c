import { OBJECTIVES, type UnitAlternative } from '@aftermine/science/plan';

/** Why an alternative was not chosen. */
export type WhyNot =
  /** One of its gates is closed, or not known. */
  | 'gate'
  /** The choice is at least as good in every objective and in cost, and better somewhere. */
  | 'dominated'
  /** Worth as much or more, but what it uses would earn more elsewhere. */
  | 'too-dear'
  /** Brings less in the weights of the plan. */
  | 'less-worth'
  /** Nothing is done on the unit, because of a limit or because it is not worth it. */
  | 'left';

const cost = ({ outcome }: UnitAlternative): number =>
  (outcome?.publicCost ?? 0) + (outcome?.concessionCost ?? 0);

/** The reason, from the graver to the finer: a gate first, then dominance, then money, then value. */
export function whyNot(one: UnitAlternative, choice: UnitAlternative | null): WhyNot {
  if (one.state === 'fail' || one.state === 'insufficient') return 'gate';
  if (choice === null) return (one.reducedValue ?? 0) <= 0 && (one.value ?? 0) > 0 ? 'too-dear' : 'left';
  if (one.outcome !== null && choice.outcome !== null) {
    const [mine, chosen] = [one.outcome.objectives, choice.outcome.objectives];
    const isNowhereBetter = OBJECTIVES.every((id) => chosen[id] >= mine[id]) && cost(choice) <= cost(one);
    const isSomewhereWorse = OBJECTIVES.some((id) => chosen[id] > mine[id]) || cost(choice) < cost(one);
    if (isNowhereBetter && isSomewhereWorse) return 'dominated';
  }
  return (one.value ?? 0) >= (choice.value ?? 0) ? 'too-dear' : 'less-worth';
}
