import type { Choice } from '../allocation/result.ts';
import type { RowAmounts } from '../programme/accounts.ts';
import type { Candidate, UnitCandidates } from '../programme/candidates.ts';
import { OptionReader } from '../programme/options-of.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';

/** A package of a unit in the year in which it is worth most. */
export interface Rival {
  readonly candidate: Candidate;
  /** Place of the candidate and of the option in the table. */
  readonly at: number;
  readonly option: number;
  readonly reduced: number;
}

/** What the options of a unit come to at the prices of a plan. */
export interface Standing {
  readonly options: number;
  /** Whether any is worth something, whether any keeps every limit by itself, and the best reduced value of those. */
  readonly isWorth: boolean;
  readonly fits: boolean;
  readonly bestFitting: number;
}

export interface UnitRivals {
  readonly choice: ProgrammeOption | null;
  /** Other packages that keep every limit by themselves, best first. */
  readonly others: readonly Rival[];
  readonly standing: Standing;
}

/** Compares the options of units at the prices of a plan, straight from the table. */
export class Rivals {
  readonly #programme: Programme;
  readonly #reader: OptionReader;
  /** By row; 0 where it has none. */
  readonly #prices: Float64Array;
  /** Greatest amount of a row that something may use alone; rows of a chain are held together. */
  readonly #limits: Float64Array;
  readonly #chains: readonly (readonly { readonly row: number; readonly limit: number }[])[];

  constructor(programme: Programme, prices: Readonly<Record<string, number>>) {
    const { rows, carryOver } = programme;
    this.#programme = programme;
    this.#reader = new OptionReader(programme);
    this.#prices = Float64Array.from(rows, ({ id }) => prices[id] ?? 0);
    const at = new Map(rows.map(({ id }, r) => [id, r]));
    const chained = new Set(carryOver.flat());
    const limitOf = ({ sense, limit }: Programme['rows'][number]): number =>
      sense === '<=' ? limit : Number.POSITIVE_INFINITY;
    this.#limits = Float64Array.from(rows, (row) =>
      chained.has(row.id) ? Number.POSITIVE_INFINITY : limitOf(row),
    );
    this.#chains = carryOver.map((chain) => {
      let limit = 0;
      return chain.map((id) => {
        const row = at.get(id)!;
        limit += limitOf(rows[row]!);
        return { row, limit };
      });
    });
  }

  of(u: number, { candidates }: UnitCandidates, pick: Choice | undefined): UnitRivals {
    const { table } = this.#programme;
    const first = table.candidates[u]!;
    let choice: ProgrammeOption | null = null;
    const others: Rival[] = [];
    let [options, isWorth, fits, bestFitting] = [0, false, false, Number.NEGATIVE_INFINITY];
    candidates.forEach((candidate, k) => {
      const at = first + k;
      let best = -1;
      let reduced = Number.NEGATIVE_INFINITY;
      for (let option = table.options[at]!; option < table.options[at + 1]!; option += 1) {
        options += 1;
        if (table.values[option]! > 0) isWorth = true;
        const use = this.#reader.amountsOf(option);
        if (!this.#fits(use)) continue;
        fits = true;
        const own = this.#reduced(table.values[option]!, use);
        if (best < 0 || own > reduced) [best, reduced] = [option, own];
      }
      bestFitting = Math.max(bestFitting, reduced);
      if (candidate.one.id === pick?.package)
        choice = this.optionAt(this.#optionIn(at, pick.year), at, candidate);
      else if (best >= 0) others.push({ candidate, at, option: best, reduced });
    });
    others.sort((a, b) => b.reduced - a.reduced || (a.candidate.one.id < b.candidate.one.id ? -1 : 1));
    return { choice, others, standing: { options, isWorth, fits, bestFitting } };
  }

  optionAt(option: number, at: number, candidate: Candidate): ProgrammeOption {
    return this.#reader.optionAt(option, at, candidate);
  }

  /** What a rival uses, by id of the row. */
  useOf({ option }: Rival): Readonly<Record<string, number>> {
    return this.#reader.useOf(option);
  }

  #optionIn(at: number, year: number): number {
    let option = this.#programme.table.options[at]!;
    while (this.#reader.yearOf(option) !== year) option += 1;
    return option;
  }

  #reduced(value: number, { count, rows, amounts }: RowAmounts): number {
    let left = value;
    for (let i = 0; i < count; i += 1) left -= this.#prices[rows[i]!]! * amounts[rows[i]!]!;
    return left;
  }

  /**
   * Whether an option keeps every upper limit if nothing else is done: what takes more water or crews than there are is no rival of
   * the choice, however much it would be worth. What may be carried over is held against all the years up to its own.
   */
  #fits({ count, rows, amounts }: RowAmounts): boolean {
    for (let i = 0; i < count; i += 1)
      if (!isWithin(amounts[rows[i]!]!, this.#limits[rows[i]!]!)) return false;
    for (const chain of this.#chains) {
      let used = 0;
      for (const { row, limit } of chain) {
        used += amounts[row]!;
        if (!isWithin(used, limit)) return false;
      }
    }
    return true;
  }
}

function isWithin(used: number, limit: number): boolean {
  return used <= limit + 1e-6 * Math.max(1, Math.abs(limit));
}
