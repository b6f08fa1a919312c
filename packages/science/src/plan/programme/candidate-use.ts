import { readyMonth } from '../price/bill-of-package.ts';
import type { PackageOutcome } from '../result.ts';
import { irrigation, type OutcomeContext } from '../value/option-outcome.ts';
import type { AccountBook, Amounts } from './accounts.ts';
import type { Candidate } from './candidates.ts';
import { type Fund, payersOf } from './funds.ts';

/** Places of the rows that candidates use; undefined where there is no such row. */
export interface UsedRows {
  /** Basins with the units they serve (null: all) and their rows by year. */
  readonly water: readonly {
    readonly units: ReadonlySet<string> | null;
    readonly byYear: readonly (number | undefined)[];
  }[];
  readonly topsoil: number | undefined;
  readonly crews: readonly (number | undefined)[];
  readonly farmland: number | undefined;
  /** Floors of local work by village (null: all) and year. */
  readonly jobs: readonly {
    readonly village: string | null;
    readonly byYear: readonly (number | undefined)[];
  }[];
  readonly demand: ReadonlyMap<string, number | undefined>;
  /** Rows of money that only the funds of a mask may pay, due in a year by its place; beyond the programme none is due. */
  readonly money: (payers: number, t: number) => readonly number[];
}

/** What the use of the rows rests on. */
export interface UseRules {
  readonly funds: readonly Fund[];
  readonly years: readonly number[];
  readonly context: OutcomeContext;
  readonly book: AccountBook;
  readonly rows: UsedRows;
}

/** Keys of accounts that count in one row alone follow those of money. */
const FIRST_ROW_KEY = 2 ** 20;

interface MoneyLine {
  readonly cost: number;
  readonly offset: number;
  /** -1 where the concession pays. */
  readonly payers: number;
  readonly isUpkeep: boolean;
  readonly labour: number;
}

/** What a candidate uses of the rows by the year in which it begins; what does not depend on the year is looked up once. */
export class CandidateUse {
  readonly #candidate: Candidate;
  readonly #rules: UseRules;
  readonly #lines: readonly MoneyLine[];
  readonly #months: number;

  constructor(candidate: Candidate, rules: UseRules) {
    const { context, funds } = rules;
    this.#candidate = candidate;
    this.#rules = rules;
    this.#months = readyMonth(candidate.tasks);
    this.#lines = candidate.bill.map((line): MoneyLine => {
      const cost = line.quantity * context.costOf(line.item);
      return {
        cost,
        offset: line.offset,
        payers: line.payer === 'public' ? payersOf(funds, candidate, line) : -1,
        isUpkeep: line.kind === 'upkeep',
        labour: ((cost * line.item.labour) / context.library.costs.personYear) * context.localShare,
      };
    });
  }

  /** Adds what it uses when it begins in a year. */
  at(
    year: number,
    outcome: Pick<PackageOutcome, 'topsoilM3' | 'farmlandHa' | 'permanentJobs'>,
    into: Amounts,
  ): void {
    const { years, rows, funds } = this.#rules;
    const { unit, one } = this.#candidate;
    const first = years[0]!;
    const last = years.length - 1;
    const t = year - first;
    if (funds.length > 0)
      for (const { cost, offset, payers, isUpkeep } of this.#lines) {
        if (payers < 0) continue;
        // Upkeep after the programme is set aside in its last year.
        const due = isUpkeep ? Math.min(t + offset, last) : Math.min(t + offset, last + 1);
        into.add(this.#money(payers, due), cost);
      }
    // Plants drink from the year in which they are planted; land that is irrigated after the programme only is held against the
    // supply of its last year.
    const planted = Math.min(last, t + Math.max(0, Math.ceil(this.#months / 12) - 1));
    const establishing = one.establishing?.establishes?.water;
    const watering = irrigation(unit, one);
    for (const { units, byYear } of rows.water) {
      if (units !== null && !units.has(unit.id)) continue;
      for (let at = planted; at <= last; at += 1) {
        into.add(this.#row(byYear[at]), watering);
        if (establishing !== undefined && at < planted + establishing.years)
          into.add(this.#row(byYear[at]), unit.areaHa * establishing.m3PerHaYear);
      }
    }
    into.add(this.#row(rows.topsoil), outcome.topsoilM3);
    into.add(this.#row(rows.crews[t]), unit.areaHa);
    into.add(this.#row(rows.farmland), outcome.farmlandHa);
    if (rows.jobs.length > 0) this.#addJobs(t, outcome.permanentJobs, into);
    into.add(this.#row(rows.demand.get(one.endUse)), unit.areaHa);
  }

  #addJobs(t: number, permanentJobs: number, into: Amounts): void {
    const { years, rows } = this.#rules;
    const ready = t + Math.ceil(this.#months / 12);
    const labour = new Float64Array(years.length);
    for (const line of this.#lines)
      if (t + line.offset < years.length) labour[t + line.offset]! += line.labour;
    for (const { village, byYear } of rows.jobs) {
      if (village !== null && village !== this.#candidate.unit.village) continue;
      for (let at = 0; at < years.length; at += 1)
        into.add(this.#row(byYear[at]), labour[at]! + (at >= ready ? permanentJobs : 0));
    }
  }

  #money(payers: number, t: number): number {
    const { book, rows, years } = this.#rules;
    return book.open(payers * (years.length + 1) + t, () => rows.money(payers, t));
  }

  #row(row: number | undefined): number {
    return row === undefined ? -1 : this.#rules.book.open(FIRST_ROW_KEY + row, () => [row]);
  }
}
