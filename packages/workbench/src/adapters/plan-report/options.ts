import type { ObjectiveValues } from '@aftermine/science/plan';
import { GREEDY } from '@aftermine/science/plan';
import { type Comparison, dominates } from './objective-columns.ts';
import type { PlanPage } from './plan-page.ts';

/** One line of the consequence table, one point of the scatter. */
export interface PlanOption {
  /** `this` and `nothing`, or the id of a plan of the front. */
  readonly key: string;
  readonly kind: 'this' | 'front' | 'nothing';
  readonly label: string;
  readonly values: Readonly<Record<Comparison, number>>;
  readonly gap: number | null;
  readonly closeness: number | null;
  readonly isBalanced: boolean;
  /** Option that is at least as good everywhere and better somewhere; an id that names no option stands for itself. */
  readonly dominatedBy: PlanOption | string | null;
}

/** What can be done instead: this plan, the plans of the front, and leaving the land alone, against which all are counted. */
export function planOptions({ result, say }: PlanPage): readonly PlanOption[] {
  const { front, totals } = result;
  const none: ObjectiveValues = { ecology: 0, carbon: 0, livelihood: 0, npv: 0 };
  const options: PlanOption[] = [
    {
      key: 'this',
      kind: 'this',
      label: say('option.this'),
      values: { cost: totals.publicCost, ...totals.objectives },
      gap: result.gap,
      closeness: null,
      isBalanced: false,
      dominatedBy: null,
    },
    ...(front?.plans ?? []).map(
      ({ id, objectives, cost, gap, closeness, dominatedBy }): PlanOption => ({
        key: id,
        kind: 'front',
        label: id === GREEDY ? say('option.greedy') : say('option.front', { id }),
        values: { cost, ...objectives },
        gap,
        closeness,
        isBalanced: front!.balanced === id,
        dominatedBy,
      }),
    ),
    {
      key: 'nothing',
      kind: 'nothing',
      label: say('option.nothing'),
      values: { cost: 0, ...none },
      gap: null,
      closeness: null,
      isBalanced: false,
      dominatedBy: null,
    },
  ];
  return options.map((option) => {
    const told = option.dominatedBy;
    if (typeof told === 'string')
      return { ...option, dominatedBy: options.find(({ key }) => key === told) ?? told };
    const better = options.find((other) => other !== option && dominates(other.values, option.values));
    return { ...option, dominatedBy: better ?? null };
  });
}
