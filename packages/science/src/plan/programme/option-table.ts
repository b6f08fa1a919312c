import { GrowingColumn } from '../growing-column.ts';
import type { Amounts } from './accounts.ts';

/**
 * Options of a programme as columns, in the order of the units, their candidates and the years: a large programme has millions. What
 * a candidate is, is derived anew where somebody asks.
 */
export interface OptionTable {
  /** Options in all. */
  readonly count: number;
  /** Candidates of unit u are `candidates[u] .. candidates[u + 1]`. */
  readonly candidates: Int32Array;
  /** By candidate: its place among all that is possible on the unit, and its package as a place in `packageIds`. */
  readonly places: Uint16Array;
  readonly packages: Int32Array;
  readonly packageIds: readonly string[];
  /** 1 where it leaves a danger as it is. */
  readonly leavesDanger: Uint8Array;
  /** Shared works by candidate, where it needs any. */
  readonly needs: ReadonlyMap<number, readonly string[]>;
  /** Options of candidate c are `options[c] .. options[c + 1]`. */
  readonly options: Int32Array;
  /** By option: place of its year in the programme, and weighted value. */
  readonly years: Uint8Array;
  readonly values: Float64Array;
  /** Entries of option o are `entries[o] .. entries[o + 1]`: accounts, each once, and amounts. */
  readonly entries: Int32Array;
  readonly accounts: Uint16Array;
  readonly amounts: Float64Array;
}

/** True where some package of the unit may begin in some year. */
export function hasOptions({ candidates, options }: OptionTable, unit: number): boolean {
  return options[candidates[unit + 1]!]! > options[candidates[unit]!]!;
}

/** Writes a table: units, their candidates, their options, each after the other. */
export class OptionTableWriter {
  readonly #candidates = new GrowingColumn((length) => new Int32Array(length));
  readonly #places = new GrowingColumn((length) => new Uint16Array(length));
  readonly #packages = new GrowingColumn((length) => new Int32Array(length));
  readonly #packageIds = new Map<string, number>();
  readonly #leavesDanger = new GrowingColumn((length) => new Uint8Array(length));
  readonly #needs = new Map<number, readonly string[]>();
  readonly #options = new GrowingColumn((length) => new Int32Array(length));
  readonly #years = new GrowingColumn((length) => new Uint8Array(length));
  readonly #values = new GrowingColumn((length) => new Float64Array(length));
  readonly #entries = new GrowingColumn((length) => new Int32Array(length));
  readonly #accounts = new GrowingColumn((length) => new Uint16Array(length));
  readonly #amounts = new GrowingColumn((length) => new Float64Array(length));

  addUnit(): void {
    this.#candidates.push(this.#places.length);
  }

  addCandidate(place: number, id: string, leavesDanger: boolean, needs: readonly string[]): void {
    if (needs.length > 0) this.#needs.set(this.#places.length, needs);
    this.#options.push(this.#values.length);
    this.#places.push(place);
    this.#leavesDanger.push(Number(leavesDanger));
    let known = this.#packageIds.get(id);
    if (known === undefined) {
      known = this.#packageIds.size;
      this.#packageIds.set(id, known);
    }
    this.#packages.push(known);
  }

  addOption(year: number, value: number, use: Amounts): void {
    this.#years.push(year);
    this.#values.push(value);
    this.#entries.push(this.#amounts.length);
    for (let i = 0; i < use.count; i += 1) {
      this.#accounts.push(use.accounts[i]!);
      this.#amounts.push(use.values[i]!);
    }
  }

  done(): OptionTable {
    this.#candidates.push(this.#places.length);
    this.#options.push(this.#values.length);
    this.#entries.push(this.#amounts.length);
    return {
      count: this.#values.length,
      candidates: this.#candidates.done(),
      places: this.#places.done(),
      packages: this.#packages.done(),
      packageIds: [...this.#packageIds.keys()],
      leavesDanger: this.#leavesDanger.done(),
      needs: this.#needs,
      options: this.#options.done(),
      years: this.#years.done(),
      values: this.#values.done(),
      entries: this.#entries.done(),
      accounts: this.#accounts.done(),
      amounts: this.#amounts.done(),
    };
  }
}
