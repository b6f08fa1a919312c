import { say } from '@aftermine/science/base';
import { OBJECTIVES, type Objective, type ObjectiveValues } from '@aftermine/science/plan';
import { numberText, signedText } from '@aftermine/science/report/observation';
import type { PlanPage } from './plan-page.ts';

/** Objectives and cost: what options are compared in. */
export type Comparison = 'cost' | Objective;
export const COMPARISONS: readonly Comparison[] = ['cost', ...OBJECTIVES];

/** Decimals of an objective in a table. */
const DIGITS: Readonly<Record<Objective, number>> = { ecology: 1, carbon: 0, livelihood: 1, npv: 0 };

/** Heading of a column, with its unit. */
export function comparisonHeading({ language, money }: PlanPage, what: Comparison): string {
  return say(language, `objective.${what}`, { money: money.unit });
}

export function comparisonCell(page: PlanPage, what: Comparison, value: number): string {
  if (what === 'cost' || what === 'npv') return page.money.cell(value);
  return numberText(page.language, value, DIGITS[what]);
}

/** A difference with its sign and unit. */
export function differenceText(page: PlanPage, what: Objective, value: number): string {
  if (what === 'npv') return `+${page.money.text(value)}`;
  return say(page.language, `objective-amount.${what}`, {
    value: signedText(page.language, value, DIGITS[what]),
  });
}

/** An objective with its unit. */
export function objectiveText(page: PlanPage, what: Objective, value: number): string {
  if (what === 'npv') return page.money.text(value);
  return say(page.language, `objective-amount.${what}`, {
    value: numberText(page.language, value, DIGITS[what]),
  });
}

/** True where `one` is at least as good everywhere and better somewhere. */
export function dominates(one: ObjectiveValues, other: ObjectiveValues): boolean {
  return (
    OBJECTIVES.every((objective) => one[objective] >= other[objective]) &&
    OBJECTIVES.some((objective) => one[objective] > other[objective])
  );
}
