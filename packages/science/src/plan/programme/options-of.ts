import type { AllocationResult } from '../allocation/result.ts';
import { OptionOutcomes } from '../value/option-outcome.ts';
import { RowAmounts } from './accounts.ts';
import type { Candidate } from './candidates.ts';
import type { Programme, ProgrammeOption, ProgrammeOptions, ProgrammeWork } from './programme.ts';

/** A programme whose options are only in its table. */
type Tabled = Omit<Programme, 'options'>;

/** Reads the table of a programme: what an option uses, and options as objects. */
export class OptionReader {
  readonly #programme: Tabled;
  readonly #ids: readonly string[];
  readonly #use: RowAmounts;

  constructor(programme: Tabled) {
    this.#programme = programme;
    this.#ids = programme.rows.map(({ id }) => id);
    this.#use = new RowAmounts(programme.rows.length);
  }

  /** What an option uses by place of the row; good until the next is asked for. */
  amountsOf(option: number): RowAmounts {
    const { table, accountRows } = this.#programme;
    const { entries, accounts, amounts } = table;
    const use = this.#use;
    use.clear();
    for (let e = entries[option]!; e < entries[option + 1]!; e += 1)
      use.add(accountRows[accounts[e]!]!, amounts[e]!);
    return use;
  }

  /** What an option uses by id of the row. */
  useOf(option: number): Readonly<Record<string, number>> {
    return this.amountsOf(option).record(this.#ids);
  }

  yearOf(option: number): number {
    return this.#programme.start + this.#programme.table.years[option]!;
  }

  /**
   * @param candidate of the table
   * @param of what it is
   */
  optionsOf(candidate: number, of: Candidate): readonly ProgrammeOption[] {
    const { table, context } = this.#programme;
    const { unit, one, bill, tasks } = of;
    const first = table.options[candidate]!;
    const count = table.options[candidate + 1]! - first;
    if (count === 0) return [];
    const outcomes = new OptionOutcomes(unit, one, bill, tasks, context);
    return Array.from({ length: count }, (_, k) => this.optionAt(first + k, candidate, of, outcomes));
  }

  optionAt(
    option: number,
    candidate: number,
    of: Candidate,
    outcomes = new OptionOutcomes(of.unit, of.one, of.bill, of.tasks, this.#programme.context),
  ): ProgrammeOption {
    const { table } = this.#programme;
    const year = this.yearOf(option);
    return {
      candidate: of,
      year,
      outcome: outcomes.at(year),
      value: table.values[option]!,
      use: this.useOf(option),
      needs: table.needs.get(candidate) ?? [],
    };
  }
}

/** The options of a table; they become objects when somebody first looks at one, which only programmes of some hundred units bear. */
export class TableOptions implements ProgrammeOptions {
  readonly #programme: Tabled;
  #all: readonly ProgrammeOption[] | null = null;

  constructor(programme: Tabled) {
    this.#programme = programme;
  }

  get length(): number {
    return this.#programme.table.count;
  }

  [Symbol.iterator](): ArrayIterator<ProgrammeOption> {
    return this.#objects()[Symbol.iterator]();
  }

  map<T>(make: (option: ProgrammeOption, i: number) => T): T[] {
    return this.#objects().map(make);
  }

  flatMap<T>(make: (option: ProgrammeOption, i: number) => T | readonly T[]): T[] {
    return this.#objects().flatMap(make);
  }

  filter(holds: (option: ProgrammeOption, i: number) => boolean): ProgrammeOption[] {
    return this.#objects().filter(holds);
  }

  find(holds: (option: ProgrammeOption, i: number) => boolean): ProgrammeOption | undefined {
    return this.#objects().find(holds);
  }

  #objects(): readonly ProgrammeOption[] {
    if (this.#all === null) {
      const reader = new OptionReader(this.#programme);
      const { table, waysOf, units } = this.#programme;
      this.#all = units.flatMap((_, u) =>
        waysOf(u).candidates.flatMap((one, k) => reader.optionsOf(table.candidates[u]! + k, one)),
      );
    }
    return this.#all;
  }
}

/** Options of a programme that an allocation chose, in its order. */
export function chosenOptions(
  programme: Programme,
  { choice }: Pick<AllocationResult, 'choice'>,
): readonly ProgrammeOption[] {
  const { table } = programme;
  const reader = new OptionReader(programme);
  const unitAt = new Map(programme.units.map(({ unit }, u) => [unit.id, u]));
  return choice.map((one) => {
    const u = unitAt.get(one.unit)!;
    const { candidates } = programme.waysOf(u);
    const k = candidates.findIndex((candidate) => candidate.one.id === one.package);
    const candidate = table.candidates[u]! + k;
    let option = table.options[candidate]!;
    while (reader.yearOf(option) !== one.year) option += 1;
    return reader.optionAt(option, candidate, candidates[k]!);
  });
}

/** Shared works of a programme that an allocation builds. */
export function chosenWorks(
  programme: Programme,
  { works }: Pick<AllocationResult, 'works'>,
): readonly ProgrammeWork[] {
  return programme.works.filter((one) => works.some(({ id, year }) => id === one.id && year === one.year));
}
