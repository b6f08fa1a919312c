import type { PlanUnit } from '../facts/plan-unit.ts';
import { isDanger } from '../packages/answers-problem.ts';
import type { ObjectiveValues } from '../result.ts';
import type { PlanSettings } from '../settings.ts';
import { Amounts, RowAmounts } from './accounts.ts';
import type { CandidateUse } from './candidate-use.ts';
import type { Candidate } from './candidates.ts';
import type { Fund } from './funds.ts';
import type { Limits } from './limits.ts';
import { weightedValue } from './objective-scales.ts';
import { type OptionTable, OptionTableWriter } from './option-table.ts';
import { pruneCandidates, type ValuedCandidate } from './prune-candidates.ts';
import type { Steering } from './steering.ts';
import { type StudyRules, studyUnit, type UnitStudy } from './study-unit.ts';

/** What all units share. */
export interface SharedRules {
  readonly limits: Limits;
  readonly funds: readonly Fund[];
  readonly years: readonly number[];
  readonly weights: ObjectiveValues;
  readonly scales: ObjectiveValues;
  readonly steering: Steering | undefined;
}

/**
 * Options of all units: of what is sound on each the packages that can matter, in every year in which they may begin. Nothing of a
 * unit is kept but its columns.
 */
export function tableOfUnits(
  units: readonly PlanUnit[],
  rules: StudyRules,
  shared: SharedRules,
): { readonly table: OptionTable; readonly setBack: Uint16Array } {
  const writer = new OptionTableWriter();
  const setBack = new Uint16Array(units.length);
  const offers = new Offers(rules, shared);
  units.forEach((unit, u) => {
    const study = studyUnit(unit, rules);
    setBack[u] = study.setBack;
    offers.write(study, writer);
  });
  return { table: writer.done(), setBack };
}

/** A sound candidate of a unit with what it uses. */
type Sound = ValuedCandidate & { readonly of: CandidateUse };

/** What is offered of a unit. */
class Offers {
  readonly #rules: StudyRules;
  readonly #shared: SharedRules;
  readonly #floors: Uint8Array;
  readonly #worksOf: (candidate: Candidate) => readonly string[];
  readonly #amounts = new Amounts();
  readonly #byRow: RowAmounts;
  /** Room for what the candidates of a unit use by row; filled again for each unit. */
  readonly #uses: Float64Array[] = [];

  constructor(rules: StudyRules, shared: SharedRules) {
    const { rows } = shared.limits;
    this.#rules = rules;
    this.#shared = shared;
    this.#floors = Uint8Array.from(rows, ({ sense }) => (sense === '<=' ? 0 : 1));
    this.#worksOf = worksNeeded(rules.settings);
    this.#byRow = new RowAmounts(rows.length);
  }

  write(study: UnitStudy, writer: OptionTableWriter): void {
    const { steering } = this.#shared;
    const { unit } = study.derived;
    writer.addUnit();
    const begun = this.#rules.committed.get(unit.id);
    if (begun !== undefined) {
      const only = this.#valued(study, study.sound[0]!);
      this.#writeCandidate(study, only, [begun.year], writer);
      return;
    }
    const payable = study.sound.filter((place) => this.#isPayable(study.derived.candidates[place]!));
    const valued = (payable.length > 0 ? payable : study.sound).map((place) => this.#valued(study, place));
    const best = pruneCandidates(valued, this.#rules.settings.packagesPerUnit, this.#floors);
    // What the plan in force chose stays in question, or a change of plan could not be told from a choice left out.
    const planned = steering?.planned.get(unit.id);
    const before = valued.find(({ candidate }) => candidate.one.id === planned?.package);
    const kept = before === undefined || best.includes(before) ? best : [...best, before];
    for (const one of kept)
      this.#writeCandidate(study, one, payable.length > 0 ? this.#yearsOf(one.candidate) : [], writer);
  }

  #valued({ derived, outcomes, first }: UnitStudy, place: number): Sound {
    const { years, limits, weights, scales } = this.#shared;
    const candidate = derived.candidates[place]!;
    const outcome = first[place]!;
    const of = limits.of(candidate);
    this.#amounts.clear();
    this.#byRow.clear();
    of.at(years[0]!, outcome, this.#amounts);
    this.#byRow.addAll(this.#amounts, limits.book.rows);
    return {
      candidate,
      place,
      outcome,
      later: years.length === 1 ? outcome : outcomes[place]!.at(years.at(-1)!),
      value: weightedValue(outcome.objectives, weights, scales),
      use: this.#useOf(place),
      needs: this.#worksOf(candidate),
      of,
    };
  }

  /** The amounts at hand, kept for a candidate. */
  #useOf(place: number): Float64Array {
    const use = this.#uses[place] ?? new Float64Array(this.#byRow.amounts.length);
    this.#uses[place] = use;
    use.set(this.#byRow.amounts);
    return use;
  }

  #writeCandidate(
    { outcomes }: UnitStudy,
    { candidate, place, of, needs }: Sound,
    years: readonly number[],
    writer: OptionTableWriter,
  ): void {
    const { weights, scales, steering, years: all } = this.#shared;
    const { unit, one } = candidate;
    const planned = steering?.planned.get(unit.id);
    writer.addCandidate(place, one.id, one.unresolved.some(isDanger), needs);
    for (const year of years) {
      const outcome = outcomes[place]!.at(year);
      const value = weightedValue(outcome.objectives, weights, scales);
      // What a choice gains for being the one that was planned: a share, since values of units are small where there are many.
      const isPlanned = planned?.package === one.id && planned.year === year;
      const loyalty = isPlanned ? steering!.churn * Math.abs(value) : 0;
      this.#amounts.clear();
      of.at(year, outcome, this.#amounts);
      writer.addOption(year - all[0]!, value + loyalty, this.#amounts);
    }
  }

  /** Years in which a candidate may begin. */
  #yearsOf({ unit, bill }: Candidate): readonly number[] {
    const { years, steering, funds } = this.#shared;
    const fixed = (this.#rules.locks.get(unit.id) ?? []).flatMap(({ year }) =>
      year === undefined ? [] : [year],
    );
    let last = Number.POSITIVE_INFINITY;
    // Public works that end after the programme would be paid by nobody; a concession pays its own.
    if (funds.length > 0)
      for (const { kind, offset, payer } of bill)
        if (payer === 'public' && kind !== 'upkeep') last = Math.min(last, years.at(-1)! - offset);
    const from = steering?.from ?? years[0]!;
    return years.filter((year) => year >= from && year <= last && fixed.every((one) => one === year));
  }

  /** True where every public payment has a fund that may make it; without funds money is not counted. */
  #isPayable(candidate: Candidate): boolean {
    const { funds } = this.#shared;
    return (
      funds.length === 0 ||
      candidate.bill.every(
        (line) => line.payer === 'concession' || funds.some((fund) => fund.pays(candidate, line)),
      )
    );
  }
}

/** Shared works that a candidate needs. */
function worksNeeded({ works }: PlanSettings): (candidate: Candidate) => readonly string[] {
  const asked = works.map(({ id, units, endUses, measures }) => ({
    id,
    units: units === undefined ? null : new Set(units),
    endUses,
    measures,
  }));
  return ({ unit, one }) =>
    asked.flatMap(({ id, units, endUses, measures }) => {
      const concerned =
        (units === null || units.has(unit.id)) &&
        (endUses === undefined || endUses.includes(one.endUse)) &&
        (measures === undefined || measures.some((measure) => one.measures.includes(measure)));
      return concerned ? [id] : [];
    });
}
