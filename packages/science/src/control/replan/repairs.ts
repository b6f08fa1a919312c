import type { PlannedUnit, PlanResult } from '../../plan/index.ts';
import type { Repair } from '../season/season-record.ts';
import type { ControlSettings } from '../settings.ts';

export interface RepairCase {
  readonly unit: string;
  /** Alarm it answers; null where the forecast alone asks for it. */
  readonly alarm: string | null;
  /** Corrective action, an id of the catalogue under `corrective.*`. */
  readonly action: string;
  /** Probability that closeness stays below the limit of the settings. */
  readonly probability: number;
  readonly exposure: number;
}

/**
 * Corrective works of the coming year: units whose recovery stays below a limit with a stated probability, dearest need first, as
 * far as the money goes that is left.
 *
 *     need = probability x exposure x area / cost
 *     cost = share of the public works of the package in force
 *
 * @param left public money left in the programme; null without a budget
 */
export function proposeRepairs(
  cases: readonly RepairCase[],
  plan: PlanResult,
  year: number,
  left: number | null,
  settings: ControlSettings['replan']['replant'],
): readonly Repair[] {
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const wanted = cases.flatMap((one): (Repair & { readonly need: number })[] => {
    const unit = units.get(one.unit);
    if (unit?.choice == null || one.probability < settings.probability) return [];
    const cost = repairCost(unit, settings.share);
    if (!(cost > 0)) return [];
    const { unit: id, action, probability, alarm, exposure } = one;
    return [
      {
        unit: id,
        action,
        year,
        cost,
        probability,
        alarm,
        need: (probability * Math.max(exposure, 0.05) * unit.areaHa) / cost,
      },
    ];
  });
  wanted.sort((a, b) => b.need - a.need || (a.unit < b.unit ? -1 : 1));
  let money = left ?? Number.POSITIVE_INFINITY;
  return wanted.flatMap(({ need: _, ...repair }) => {
    if (repair.cost > money) return [];
    money -= repair.cost;
    return [repair];
  });
}

/** What a corrective work on a unit costs: a share of the public works of its package. */
export function repairCost({ bill }: Pick<PlannedUnit, 'bill'>, share: number): number {
  return (
    share *
    bill.reduce(
      (sum, { cost, kind, payer }) => (payer === 'public' && kind === 'works' ? sum + cost : sum),
      0,
    )
  );
}
