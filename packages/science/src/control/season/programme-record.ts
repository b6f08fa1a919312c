import type { PlanResult, PlanSettings, PlanUnit } from '../../plan/index.ts';
import type { UnitPromise } from '../forecast/types.ts';

/** The programme as it is in force: what was adopted once, and what each season made of it. */
export interface ProgrammeRecord {
  /** Last year observed when it was adopted: closeness `now` of the first promises was seen then. */
  readonly observedTo: number;
  readonly settings: PlanSettings;
  /** Hash of library and cost file it was made from. */
  readonly libraryHash: string;
  /** Units as the diagnosis saw them when the programme was adopted; gates and prices rest on these. */
  readonly units: readonly PlanUnit[];
  /** The plan in force. */
  readonly plan: PlanResult;
  /** What was adopted, to hold each season against. */
  readonly adopted: readonly AdoptedUnit[];
  readonly promises: readonly UnitPromise[];
  /** Corrective works paid or bound so far, and years of shared works that stand. */
  readonly repairs: readonly { readonly unit: string; readonly year: number; readonly cost: number }[];
  /** Seasons that were closed, in order. */
  readonly seasons: readonly number[];
}

/** What the adopted plan does on one unit. */
export interface AdoptedUnit {
  readonly unit: string;
  readonly package: string;
  readonly year: number;
  readonly areaHa: number;
  /** Public money by year, as pairs. */
  readonly publicCost: readonly (readonly [year: number, cost: number])[];
  readonly localPersonYears: number;
  readonly farmlandHa: number;
}

/** What a plan is to the programme: carried out, the one that was adopted, or a draft that changes nothing. */
export interface PlanStanding {
  readonly kind: 'force' | 'adopted' | 'draft';
  /** First year of the programme. */
  readonly start: number;
  /** Last closed season. */
  readonly season: number;
}

/** Standing of the plan of the programme in force. */
export function standingInForce({ plan, seasons }: Pick<ProgrammeRecord, 'plan' | 'seasons'>): PlanStanding {
  return { kind: 'force', start: plan.start, season: seasons.at(-1) ?? plan.start };
}

/** Standing of a plan that was solved: the one adopted does the same on every unit from the same year; another is a draft. */
export function standingOfSolved(
  programme: Pick<ProgrammeRecord, 'plan' | 'seasons' | 'adopted'>,
  solved: Pick<PlanResult, 'units'>,
): PlanStanding {
  const adopted = new Map(programme.adopted.map((one) => [one.unit, `${one.package}@${one.year}`]));
  const chosen = solved.units.filter(({ choice }) => choice?.year != null);
  const isAdopted =
    chosen.length === adopted.size &&
    chosen.every(({ id, choice }) => adopted.get(id) === `${choice!.id}@${choice!.year}`);
  return { ...standingInForce(programme), kind: isAdopted ? 'adopted' : 'draft' };
}

/** What a plan does, unit by unit, in the few figures that seasons are held against. */
export function adoptedUnits(plan: PlanResult): readonly AdoptedUnit[] {
  return plan.units.flatMap(({ id, areaHa, choice, bill }): AdoptedUnit[] => {
    if (choice === null || choice.year === null) return [];
    const byYear = new Map<number, number>();
    for (const { year, cost, payer } of bill)
      if (payer === 'public') byYear.set(year, (byYear.get(year) ?? 0) + cost);
    return [
      {
        unit: id,
        package: choice.id,
        year: choice.year,
        areaHa,
        publicCost: [...byYear].sort(([a], [b]) => a - b),
        localPersonYears: choice.outcome?.localPersonYears ?? 0,
        farmlandHa: choice.outcome?.farmlandHa ?? 0,
      },
    ];
  });
}
