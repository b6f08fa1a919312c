import { chargeFunds, fundsOf } from '../../plan/index.ts';
import { moneyLeftOver } from '../replan/money-left-over.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import type { Repair, SeasonResult } from './season-record.ts';

/** Public money of the programme that is bound by what has begun and by repairs, and what is left; null without a budget. */
export function moneyLeft(
  { plan, repairs }: ProgrammeRecord,
  year: number,
): { readonly bound: number; readonly left: number | null } {
  const bound =
    plan.units.reduce(
      (sum, { choice, bill }) =>
        choice?.year == null || choice.year > year
          ? sum
          : sum + bill.reduce((all, { cost, payer }) => (payer === 'public' ? all + cost : all), 0),
      0,
    ) + repairs.reduce((sum, { cost }) => sum + cost, 0);
  const money = plan.rows.filter(({ id }) => /^budget:\d{4}$/.test(id));
  if (money.length === 0) return { bound, left: null };
  // Rows of a plan that was made again are short by what repairs took already.
  const all = money.reduce((sum, { limit }) => sum + limit, 0);
  const charged = repairs.reduce((sum, { cost }) => sum + cost, 0);
  return { bound, left: all - (bound - charged) };
}

/** Money bound and left once the corrective works of a season are bound too. */
export function moneyAfter(
  programme: ProgrammeRecord,
  year: number,
  repairs: readonly Repair[],
): SeasonResult['money'] {
  const { bound, left } = moneyLeft(programme, year);
  const cost = repairs.reduce((sum, one) => sum + one.cost, 0);
  return { bound: bound + cost, left: left === null ? null : left - cost };
}

/** Money that the plan in force leaves over once corrective works so far and those of the season are paid. */
export function purseAfter(
  answered: readonly Repair[],
  { plan, repairs, settings }: ProgrammeRecord,
  year: number,
): (cost: number) => boolean {
  const years = Array.from({ length: plan.years }, (_, i) => plan.start + i);
  const { funds } = chargeFunds(fundsOf(settings, years), repairs, settings.carryOver);
  const purse = moneyLeftOver(plan, funds, year, settings.carryOver);
  return answered.every(({ cost }) => purse(cost)) ? purse : () => false;
}
