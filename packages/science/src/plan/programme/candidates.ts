import type { PlanUnit } from '../facts/plan-unit.ts';
import type { EndUse, Library, Measure } from '../library/index.ts';
import { type DerivedPackage, derivePackages } from '../packages/derive-packages.ts';
import type { Mend } from '../packages/mend.ts';
import { type BillTemplate, billOfPackage } from '../price/bill-of-package.ts';
import { quantityOf } from '../price/quantity.ts';
import type { GateResult } from '../result.ts';
import { type PackageTask, schedulePackage } from '../schedule/schedule-package.ts';
import type { PlanSettings } from '../settings.ts';

/** A possible package of a unit with its bill and its place in the year. */
export interface Candidate {
  readonly unit: PlanUnit;
  readonly one: DerivedPackage;
  readonly bill: readonly BillTemplate[];
  readonly tasks: readonly PackageTask[];
}

export interface UnitCandidates {
  readonly unit: PlanUnit;
  readonly candidates: readonly Candidate[];
  readonly barred: readonly { readonly endUse: string; readonly gates: readonly GateResult[] }[];
  /** Packages left out because they would set back what has grown. */
  readonly setBack: number;
}

/** Everything that could be done on a unit: packages derived from the library, priced and put in time. */
export function candidatesOf(
  unit: PlanUnit,
  library: Library,
  settings: PlanSettings,
  start: number,
): UnitCandidates {
  const prices = new Map(library.costs.items.map(({ id, cost }) => [id, cost[1]]));
  const costOf = (measure: Measure, use: EndUse, mends: readonly Mend[]): number =>
    measure.quantities.reduce(
      (sum, quantity) =>
        sum +
        (prices.get(quantity.item) ?? 0) * quantityOf(quantity, unit, use, mends, settings.benchHeightM),
      0,
    );
  const { packages, barred } = derivePackages(unit, library, {
    year: start,
    registerComplete: settings.basicFarmland === 'as-registered',
    required: settings.requires[unit.id] ?? [],
    endUses: offeredUses(library, settings),
    costOf,
  });
  const bills = { benchHeightM: settings.benchHeightM, haulKm: settings.topsoil?.haulKm ?? 2 };
  return {
    unit,
    barred,
    setBack: 0,
    candidates: packages.map((one) => {
      const tasks = schedulePackage(one.parts);
      return {
        unit,
        one,
        tasks,
        bill: billOfPackage(library, unit, one.use, one.parts, one.mends, tasks, bills),
      };
    }),
  };
}

/** End uses in question: those of the settings, commercial ones only where somebody wants them. */
export function offeredUses(library: Library, settings: PlanSettings): readonly EndUse[] {
  return library.endUses.filter(
    ({ id, needsDemand }) =>
      (settings.endUses === undefined || settings.endUses.includes(id)) &&
      (!needsDemand || (settings.demand[id] ?? 0) > 0),
  );
}
