import type { AllocationInstance } from '../allocation/index.ts';
import type { Compartments } from './compartments.ts';
import { type Entry, groupRows, needRows } from './extra-rows.ts';
import type { LargeProblem, LargeRow, RowAccounts } from './large-problem.ts';

/** Rows beyond those of the instance (works, groups) get prices up to this many in all. */
const MOST_PRICED = 600;

/** What of an allocation is no option. */
export type AllocationFrame = Omit<AllocationInstance, 'options'>;

/** Options of an allocation as columns. An option is named by a number below `count`; not every number need be one. */
export interface AllocationColumns {
  readonly count: number;
  /** Units that have options, in order; options of unit u are `ids[starts[u]] .. ids[starts[u + 1]]`. */
  readonly units: readonly string[];
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  /** By option: its value, and its entries `entries[o] .. entries[o + 1]`, each account once. */
  readonly values: Float64Array;
  readonly entries: Int32Array;
  readonly accounts: Uint16Array | Int32Array;
  readonly amounts: Float64Array;
  /** Rows of the instance in which each account counts. */
  readonly accountRows: readonly (readonly number[])[];
  yearOf(option: number): number;
  packageOf(option: number): string;
  needsOf(option: number): readonly string[];
}

/** An allocation in the form of the dual, and the way back. */
export interface LargeInstance {
  readonly problem: LargeProblem;
  /** Rows before this one get prices: first those of the instance in their order, then those of works and groups. */
  readonly priced: number;
  readonly compartments: Compartments | null;
  /** Options of unit u are `columns[starts[u]] ..`: an option by its number, or `options` + a work. Works follow as units. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** Numbers of options are below this. */
  readonly options: number;
  /** 1 for max, -1 for min: values are turned by it. */
  readonly sign: 1 | -1;
  /** Prices of the instance's rows from those of the problem. */
  pricesOf(y: Float64Array): Readonly<Record<string, number>>;
}

/**
 * An allocation as a large problem. `min` turns the values, `>=` the signs of its row. A rest that carries over makes row r of a
 * chain the sum of what is used up to r against the sum of limits up to r, which is the same. Shared works are units whose
 * options are their years; that option j needs work w by its year t is, with N_t units that may need w by t,
 *
 *     sum over options needing w up to t x_j <= N_t sum over years up to t y_w
 *
 * and a group that excludes each other is a row `<= 1`. Compartments with their least number of units and their borders are no
 * rows: the bound leaves them out, which keeps it a bound, since borders only cost and least numbers only forbid.
 */
export function largeOfColumns(frame: AllocationFrame, columns: AllocationColumns): LargeInstance {
  const { works = [] } = frame;
  const sign = frame.sense === 'max' ? 1 : -1;
  const { rows, targets, pricesOf } = rowsOfFrame(frame, sign);
  // Accounts of the options first, then one for each row that works use, then one for each row of works and groups.
  const book = new AccountRows();
  for (const own of columns.accountRows) book.add(own.flatMap((row) => targets[row]!));
  const rowAccount = new Map<string, number>();
  const accountOfRow = (id: string, row: number): number => {
    let account = rowAccount.get(id);
    if (account === undefined) {
      account = book.add(targets[row]!);
      rowAccount.set(id, account);
    }
    return account;
  };
  const rowAt = new Map(frame.rows.map(({ id }, r) => [id, r]));
  const workEntries = works.map(({ use }) =>
    Object.entries(use).flatMap(([id, amount]): Entry[] =>
      amount === 0 ? [] : [[accountOfRow(id, rowAt.get(id)!), amount]],
    ),
  );
  const extra: LargeRow[] = [];
  const further = new Map<number, Entry[]>();
  const openRow = (limit: number): number => {
    const row = rows.length + extra.length;
    extra.push({ sense: '<=', limit });
    return book.add([[row, 1]]);
  };
  needRows(frame, columns, openRow, further, workEntries);
  groupRows(frame, columns, openRow, further);

  const byWork = new Map<string, number[]>();
  works.forEach(({ id }, w) => {
    const list = byWork.get(id);
    if (list === undefined) byWork.set(id, [w]);
    else list.push(w);
  });
  const units = columns.units.length;
  const starts = new Int32Array(units + byWork.size + 1);
  starts.set(columns.starts);
  const ids = new Int32Array(columns.ids.length + works.length);
  ids.set(columns.ids);
  let end = columns.ids.length;
  for (const [k, own] of [...byWork.values()].entries()) {
    for (const w of own) {
      ids[end] = columns.count + w;
      end += 1;
    }
    starts[units + k + 1] = end;
  }
  const mandatory = new Uint8Array(starts.length - 1);
  const must = new Set(frame.mandatory);
  columns.units.forEach((id, u) => {
    if (must.has(id)) mandatory[u] = 1;
  });
  const { values, entries, accounts, amounts } = columns;
  let [mostOptions, mostEntries] = [1, 1];
  for (let u = 0; u + 1 < starts.length; u += 1) {
    let needed = 0;
    for (let at = starts[u]!; at < starts[u + 1]!; at += 1) {
      const id = ids[at]!;
      needed +=
        id < columns.count
          ? entries[id + 1]! - entries[id]! + (further.get(id)?.length ?? 0)
          : workEntries[id - columns.count]!.length;
    }
    mostOptions = Math.max(mostOptions, starts[u + 1]! - starts[u]!);
    mostEntries = Math.max(mostEntries, needed);
  }
  return {
    problem: {
      units: mandatory.length,
      rows: [...rows, ...extra],
      mandatory,
      mostOptions,
      mostEntries,
      accounts: book.done(),
      fill(unit, into) {
        const first = starts[unit]!;
        const count = starts[unit + 1]! - first;
        let filled = 0;
        const put = (list: readonly Entry[]): void => {
          for (const [account, amount] of list) {
            into.rows[filled] = account;
            into.amounts[filled] = amount;
            filled += 1;
          }
        };
        for (let o = 0; o < count; o += 1) {
          const id = ids[first + o]!;
          into.starts[o] = filled;
          if (unit < units) {
            into.values[o] = sign * values[id]!;
            const until = entries[id + 1]!;
            for (let e = entries[id]!; e < until; e += 1) {
              into.rows[filled] = accounts[e]!;
              into.amounts[filled] = amounts[e]!;
              filled += 1;
            }
            if (further.size > 0) put(further.get(id) ?? []);
          } else {
            into.values[o] = sign * works[id - columns.count]!.value;
            put(workEntries[id - columns.count]!);
          }
        }
        into.starts[count] = filled;
        return count;
      },
    },
    priced: Math.max(rows.length, Math.min(MOST_PRICED, rows.length + extra.length)),
    compartments: compartmentsOf(frame, columns.units, mandatory.length),
    starts,
    columns: ids,
    options: columns.count,
    sign,
    pricesOf,
  };
}

/** Accounts as they are added, and the rows they count in. */
class AccountRows {
  readonly #starts: number[] = [0];
  readonly #rows: number[] = [];
  readonly #shares: number[] = [];

  /** @param targets rows and shares; a row that stands twice counts the sum */
  add(targets: readonly (readonly [row: number, share: number])[]): number {
    const shares = new Map<number, number>();
    for (const [row, share] of targets) shares.set(row, (shares.get(row) ?? 0) + share);
    for (const [row, share] of shares) {
      this.#rows.push(row);
      this.#shares.push(share);
    }
    return this.#starts.push(this.#rows.length) - 2;
  }

  done(): RowAccounts {
    return {
      count: this.#starts.length - 1,
      starts: Int32Array.from(this.#starts),
      rows: Int32Array.from(this.#rows),
      shares: Float64Array.from(this.#shares),
    };
  }
}

/** Rows of the frame turned to `<=` or `=`, and where an amount of each goes. */
function rowsOfFrame(frame: AllocationFrame, sign: number) {
  const at = new Map(frame.rows.map(({ id }, r) => [id, r]));
  const rows: LargeRow[] = frame.rows.map(({ sense, limit }) =>
    sense === '>=' ? { sense: '<=', limit: 0 - limit } : { sense, limit },
  );
  const targets = frame.rows.map(({ sense }, r): (readonly [row: number, share: number])[] => [
    [r, sense === '>=' ? -1 : 1],
  ]);
  for (const chain of frame.carryOver ?? []) {
    const places = chain.map((id) => at.get(id)!);
    let limit = 0;
    for (const [k, r] of places.entries()) {
      limit += frame.rows[r]!.limit;
      rows[r] = { sense: '<=', limit };
      targets[r] = places.slice(k).map((later) => [later, 1]);
    }
  }
  const pricesOf = (y: Float64Array): Readonly<Record<string, number>> =>
    Object.fromEntries(
      frame.rows.map(({ id }, r) => {
        let price = 0;
        for (const [row, share] of targets[r]!) price += sign * share * y[row]!;
        return [id, price === 0 ? 0 : price];
      }),
    );
  return { rows, targets, pricesOf };
}

function compartmentsOf(
  { compartments = [], boundary = [] }: AllocationFrame,
  units: readonly string[],
  count: number,
): Compartments | null {
  if (compartments.length === 0) return null;
  const unitAt = new Map(units.map((unit, u) => [unit, u]));
  const of = new Int32Array(count).fill(-1);
  const at = new Map<string, number>();
  for (const [c, { id, units: own }] of compartments.entries()) {
    at.set(id, c);
    for (const unit of own) of[unitAt.get(unit)!] = c;
  }
  return {
    of,
    least: Int32Array.from(compartments, ({ least = 1 }) => least),
    borders: boundary.map(({ a, b, penalty }) => ({ a: at.get(a)!, b: at.get(b)!, penalty })),
  };
}
