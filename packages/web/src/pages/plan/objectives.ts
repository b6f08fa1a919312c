import { say } from '@aftermine/science/base';
import { OBJECTIVES, type Objective } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { signedAmountText } from '@aftermine/science/report/plan';
import { numberText } from '../../parts/numbers.ts';

/** Objectives and cost: what options are compared in. */
export type Criterion = 'cost' | Objective;
export const CRITERIA: readonly Criterion[] = ['cost', ...OBJECTIVES];

const DIGITS: Readonly<Record<Objective, number>> = { ecology: 1, carbon: 0, livelihood: 1, npv: 0 };

/** Heading of a column, with its unit. */
export function criterionHeading(what: Criterion, { language, money }: PlanWords): string {
  return say(language, `objective.${what}`, { money: money.unit });
}

/** The number alone; money as the heading counts it. */
export function criterionCell(what: Criterion, value: number, { language, money }: PlanWords): string {
  return what === 'cost' || what === 'npv' ? money.cell(value) : numberText(value, language, DIGITS[what]);
}

/** An objective with its unit. */
export function objectiveText(what: Objective, value: number, { language, money }: PlanWords): string {
  return what === 'npv'
    ? money.text(value)
    : say(language, `objective-amount.${what}`, { value: numberText(value, language, DIGITS[what]) });
}

/** A difference with its sign and unit. */
export function differenceText(what: Criterion, value: number, { language, money }: PlanWords): string {
  if (what === 'cost' || what === 'npv') return `${value > 0 ? '+' : ''}${money.text(value)}`;
  return say(language, `objective-amount.${what}`, { value: signedAmountText(language, value) });
}
