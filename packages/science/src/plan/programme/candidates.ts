import type { PlanUnit } from '../facts/plan-unit.ts';
import type { EndUse, Library } from '../library/index.ts';
import { type DerivedPackage, derivePackages } from '../packages/derive-packages.ts';
import { LibraryIndex } from '../packages/library-index.ts';
import { PackageKinds } from '../packages/package-kinds.ts';
import { type BillTemplate, priceBook, readyMonth, UnitBills } from '../price/bill-of-package.ts';
import { quantityOf } from '../price/quantity.ts';
import type { GateResult } from '../result.ts';
import type { PackageTask } from '../schedule/schedule-package.ts';
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
}

/** Makes everything that could be done on a unit: packages derived from the library, priced and put in time. */
export type CandidateMaker = (unit: PlanUnit) => UnitCandidates;

/** A maker of candidates; what does not depend on the unit is looked up once. */
export function candidateMaker(library: Library, settings: PlanSettings, start: number): CandidateMaker {
  const book = priceBook(library);
  const kinds = new PackageKinds();
  const index = new LibraryIndex(library);
  const endUses = offeredUses(library, settings);
  const bills = { benchHeightM: settings.benchHeightM, haulKm: settings.topsoil?.haulKm ?? 2 };
  return (unit) => {
    const {
      packages,
      kinds: own,
      barred,
    } = derivePackages(unit, library, {
      year: start,
      registerComplete: settings.basicFarmland === 'as-registered',
      required: settings.requires[unit.id] ?? [],
      endUses,
      costOf: (measure, use, mends) => {
        let sum = 0;
        for (const quantity of measure.quantities)
          sum +=
            (book.items.get(quantity.item)?.cost[1] ?? 0) *
            quantityOf(quantity, unit, use, mends, settings.benchHeightM);
        return sum;
      },
      kinds,
      index,
    });
    const unitBills = new UnitBills(book, unit, bills);
    return {
      unit,
      barred,
      candidates: packages.map((one, i) => {
        const { tasks, stages } = own[i]!;
        return { unit, one, tasks, bill: unitBills.bill(one.use, stages, one.mends, readyMonth(tasks)) };
      }),
    };
  };
}

/** Everything that could be done on one unit. */
export function candidatesOf(
  unit: PlanUnit,
  library: Library,
  settings: PlanSettings,
  start: number,
): UnitCandidates {
  return candidateMaker(library, settings, start)(unit);
}

/** End uses in question: those of the settings, commercial ones only where somebody wants them. */
export function offeredUses(library: Library, settings: PlanSettings): readonly EndUse[] {
  return library.endUses.filter(
    ({ id, needsDemand }) =>
      (settings.endUses === undefined || settings.endUses.includes(id)) &&
      (!needsDemand || (settings.demand[id] ?? 0) > 0),
  );
}
