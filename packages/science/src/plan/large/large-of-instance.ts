import type { AllocationInstance } from '../allocation/index.ts';
import type { Compartments } from './compartments.ts';
import type { LargeProblem, LargeRow } from './large-problem.ts';

/** Rows beyond those of the instance (works, groups) get prices up to this many in all. */
const MOST_PRICED = 600;

/** An instance in the form of the dual, and the way back. */
export interface LargeInstance {
  readonly problem: LargeProblem;
  /** Rows before this one get prices: first those of the instance in their order, then those of works and groups. */
  readonly priced: number;
  readonly compartments: Compartments | null;
  /** Units of the instance in order of appearance; the shared works follow as units of their own. */
  readonly units: readonly string[];
  /** Options of unit u are `columns[starts[u]] ..`: an option of the instance, or options.length + a work. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** 1 for max, -1 for min: values are turned by it. */
  readonly sign: 1 | -1;
  /** Prices of the instance's rows from those of the problem. */
  pricesOf(y: Float64Array): Readonly<Record<string, number>>;
}

/**
 * An instance as a large problem. `min` turns the values, `>=` the signs of its row. A rest that carries over makes row r of a
 * chain the sum of what is used up to r against the sum of limits up to r, which is the same. Shared works are units whose
 * options are their years; that option j needs work w by its year t is, with N_t units that may need w by t,
 *
 *     sum over options needing w up to t x_j <= N_t sum over years up to t y_w
 *
 * and a group that excludes each other is a row `<= 1`. Compartments with their least number of units and their borders are no
 * rows: the bound leaves them out, which keeps it a bound, since borders only cost and least numbers only forbid.
 */
export function largeOfInstance(instance: AllocationInstance): LargeInstance {
  const { options, works = [], exclusive = [] } = instance;
  const sign = instance.sense === 'max' ? 1 : -1;
  const { rows, rowEntries, pricesOf } = instanceRows(instance, sign);
  const entries = [...options, ...works].map(({ use }) => {
    const own: [row: number, amount: number][] = [];
    for (const [id, amount] of Object.entries(use))
      if (amount !== 0) for (const [row, turn] of rowEntries.get(id)!) own.push([row, turn * amount]);
    return own;
  });
  const byUnit = groupBy(options.map(({ unit }) => unit));
  const units = [...byUnit.keys()];
  const byWork = groupBy(works.map(({ id }) => id));
  const members = [
    ...byUnit.values(),
    ...[...byWork.values()].map((list) => list.map((w) => options.length + w)),
  ];

  const extra: LargeRow[] = [];
  const needing = new Map<string, number[]>([...byWork.keys()].map((id) => [id, []]));
  options.forEach(({ needs = [] }, j) => {
    for (const id of new Set(needs)) needing.get(id)!.push(j);
  });
  for (const [id, own] of byWork) {
    const wanting = needing.get(id)!;
    for (const year of [...new Set(wanting.map((j) => options[j]!.year))].sort((a, b) => a - b)) {
      const row = rows.length + extra.length;
      const early = wanting.filter((j) => options[j]!.year <= year);
      const count = new Set(early.map((j) => options[j]!.unit)).size;
      for (const j of early) entries[j]!.push([row, 1]);
      for (const w of own) if (works[w]!.year <= year) entries[options.length + w]!.push([row, -count]);
      extra.push({ sense: '<=', limit: 0 });
    }
  }
  for (const group of exclusive) {
    const row = rows.length + extra.length;
    for (const { unit, package: of } of group)
      for (const j of byUnit.get(unit)!)
        if (of === undefined || options[j]!.package === of) entries[j]!.push([row, 1]);
    extra.push({ sense: '<=', limit: 1 });
  }

  const starts = new Int32Array(members.length + 1);
  members.forEach((list, u) => {
    starts[u + 1] = starts[u]! + list.length;
  });
  const columns = Int32Array.from(members.flat());
  const mandatory = new Set(instance.mandatory);
  const worth = (column: number): number =>
    sign * (column < options.length ? options[column]! : works[column - options.length]!).value;
  const all = flatten(columns, entries, worth);
  return {
    problem: {
      units: members.length,
      rows: [...rows, ...extra],
      mandatory: Uint8Array.from(members, (_, u) => (u < units.length && mandatory.has(units[u]!) ? 1 : 0)),
      mostOptions: Math.max(1, ...members.map(({ length }) => length)),
      mostEntries: most(starts, all.starts),
      fill(unit, into) {
        const [from, to] = [starts[unit]!, starts[unit + 1]!];
        const first = all.starts[from]!;
        into.values.set(all.values.subarray(from, to));
        into.rows.set(all.rows.subarray(first, all.starts[to]!));
        into.amounts.set(all.amounts.subarray(first, all.starts[to]!));
        for (let o = 0; o <= to - from; o += 1) into.starts[o] = all.starts[from + o]! - first;
        return to - from;
      },
    },
    priced: Math.max(rows.length, Math.min(MOST_PRICED, rows.length + extra.length)),
    compartments: compartmentsOf(instance, units, members.length),
    units,
    starts,
    columns,
    sign,
    pricesOf,
  };
}

/** Rows of the instance turned to `<=` or `=`, and where an amount of each goes. */
function instanceRows(instance: AllocationInstance, sign: number) {
  const at = new Map(instance.rows.map(({ id }, r) => [id, r]));
  const rows: LargeRow[] = instance.rows.map(({ sense, limit }) =>
    sense === '>=' ? { sense: '<=', limit: 0 - limit } : { sense, limit },
  );
  const rowEntries = new Map(
    instance.rows.map(({ id, sense }, r): [string, (readonly [number, number])[]] => [
      id,
      [[r, sense === '>=' ? -1 : 1]],
    ]),
  );
  for (const chain of instance.carryOver ?? []) {
    const places = chain.map((id) => at.get(id)!);
    let limit = 0;
    for (const [k, r] of places.entries()) {
      limit += instance.rows[r]!.limit;
      rows[r] = { sense: '<=', limit };
      rowEntries.set(
        chain[k]!,
        places.slice(k).map((later) => [later, 1]),
      );
    }
  }
  const pricesOf = (y: Float64Array): Readonly<Record<string, number>> =>
    Object.fromEntries(
      instance.rows.map(({ id }) => {
        let price = 0;
        for (const [r, turn] of rowEntries.get(id)!) price += sign * turn * y[r]!;
        return [id, price === 0 ? 0 : price];
      }),
    );
  return { rows, rowEntries, pricesOf };
}

function compartmentsOf(
  { compartments = [], boundary = [] }: AllocationInstance,
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

function flatten(
  columns: Int32Array,
  entries: readonly (readonly [number, number])[][],
  worth: (column: number) => number,
) {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, at) => {
    starts[at + 1] = starts[at]! + entries[column]!.length;
  });
  const rows = new Int32Array(starts[columns.length]!);
  const amounts = new Float64Array(rows.length);
  columns.forEach((column, at) => {
    for (const [k, [row, amount]] of entries[column]!.entries()) {
      rows[starts[at]! + k] = row;
      amounts[starts[at]! + k] = amount;
    }
  });
  return { starts, rows, amounts, values: Float64Array.from(columns, worth) };
}

function most(units: Int32Array, entries: Int32Array): number {
  let found = 1;
  for (let u = 0; u + 1 < units.length; u += 1)
    found = Math.max(found, entries[units[u + 1]!]! - entries[units[u]!]!);
  return found;
}

function groupBy(names: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  names.forEach((name, i) => {
    const list = groups.get(name);
    if (list === undefined) groups.set(name, [i]);
    else list.push(i);
  });
  return groups;
}
