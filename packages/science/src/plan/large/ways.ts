import { GrowingColumn } from '../growing-column.ts';
import { type LargeProblem, type OptionBuffer, optionBuffer } from './large-problem.ts';

/** Ways of a unit beyond this many, best first, are not looked at. */
const MOST_WAYS = 12;

/** The nearly best ways of every unit that has a choice, with what they lose and use. */
export interface Ways {
  /** Units with more than one way. */
  readonly movable: Int32Array;
  /** Ways of movable unit m are `from[m] .. from[m + 1]`. */
  readonly from: Int32Array;
  /** Way taken by movable unit m. */
  readonly current: Int32Array;
  /** By way: option of the unit (-1 none), what it loses, and its entries in the rows that matter. */
  readonly option: Int32Array;
  readonly regret: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
  /** Limit less use of each row by the choice. */
  readonly slack: Float64Array;
  /** Root mean square of the amounts of each row. */
  readonly typical: Float64Array;
}

/**
 * Ways that lose no more than `mostRegret` against the best of their unit at prices y, and the way taken. A row without a price that
 * keeps its reserve whatever ways are taken matters to nobody: it has no entries.
 *
 * @param chosen option by unit, -1 for none
 * @param always units for which taking nothing, and the best option, are ways whatever they lose
 * @param reserve part of a typical amount of each row that had better stay unused
 */
export function waysOf(
  problem: LargeProblem,
  y: Float64Array,
  chosen: Int32Array,
  mostRegret: number,
  always: (unit: number) => boolean,
  reserve: number,
): Ways {
  const buffer = optionBuffer(problem);
  const { values, starts, rows, amounts } = buffer;
  const n = problem.rows.length;
  const slack = Float64Array.from(problem.rows, ({ limit }) => limit);
  const [squares, seen, most] = [new Float64Array(n), new Float64Array(n), new MostUse(n)];
  const movable = new GrowingColumn((length) => new Int32Array(length));
  const from = new GrowingColumn((length) => new Int32Array(length));
  const current = new GrowingColumn((length) => new Int32Array(length));
  const option = new GrowingColumn((length) => new Int32Array(length));
  const regret = new GrowingColumn((length) => new Float64Array(length));
  const reduced = new Float64Array(problem.mostOptions);
  const worthOf = (o: number): number => (o < 0 ? 0 : reduced[o]!);
  const byValue = (a: number, b: number): number => worthOf(b) - worthOf(a) || a - b;
  from.push(0);
  for (let unit = 0; unit < problem.units; unit += 1) {
    const count = problem.fill(unit, buffer);
    const taken = chosen[unit]!;
    if (taken >= 0)
      for (let e = starts[taken]!; e < starts[taken + 1]!; e += 1) {
        const r = rows[e]!;
        slack[r]! -= amounts[e]!;
        squares[r]! += amounts[e]! ** 2;
        seen[r]! += 1;
      }
    // Doing nothing comes first among equals.
    const none = problem.mandatory[unit] === 0 ? -1 : 0;
    let best = none < 0 ? 0 : Number.NEGATIVE_INFINITY;
    let first = -1;
    for (let o = 0; o < count; o += 1) {
      let value = values[o]!;
      for (let e = starts[o]!; e < starts[o + 1]!; e += 1) value -= y[rows[e]!]! * amounts[e]!;
      reduced[o] = value;
      if (value > best) best = value;
      if (first < 0 || value > reduced[first]!) first = o;
    }
    const near: number[] = [];
    for (let o = none; o < count; o += 1) if (best - worthOf(o) <= mostRegret) near.push(o);
    near.sort(byValue);
    const kept = near.slice(0, MOST_WAYS);
    const extra = always(unit);
    const further: number[] = [];
    for (let o = none; o < count; o += 1)
      if ((o === taken || (extra && (o < 0 || o === first))) && !kept.includes(o)) further.push(o);
    kept.push(...further.sort(byValue));
    most.add(kept, buffer);
    if (kept.length < 2) continue;
    movable.push(unit);
    for (const o of kept) {
      if (o === taken) current.push(option.length);
      option.push(o);
      regret.push(best - worthOf(o));
    }
    from.push(option.length);
  }
  const typical = squares.map((sum, r) => (sum > 0 ? Math.sqrt(sum / seen[r]!) : 1));
  const matters = Uint8Array.from(problem.rows, ({ sense, limit }, r) =>
    sense === '<=' && y[r] === 0 && limit - most.uses[r]! >= reserve * typical[r]! ? 0 : 1,
  );
  const ways = { movable: movable.done(), from: from.done(), option: option.done() };
  return {
    ...ways,
    current: current.done(),
    regret: regret.done(),
    ...entriesOf(problem, ways, matters),
    slack,
    typical,
  };
}

/** Entries of ways in the rows that matter. */
function entriesOf(
  problem: LargeProblem,
  { movable, from, option }: Pick<Ways, 'movable' | 'from' | 'option'>,
  matters: Uint8Array,
): Pick<Ways, 'starts' | 'rows' | 'amounts'> {
  const buffer = optionBuffer(problem);
  const starts = new Int32Array(option.length + 1);
  const rows = new GrowingColumn((length) => new Int32Array(length));
  const amounts = new GrowingColumn((length) => new Float64Array(length));
  movable.forEach((unit, m) => {
    problem.fill(unit, buffer);
    for (let way = from[m]!; way < from[m + 1]!; way += 1) {
      const o = option[way]!;
      if (o >= 0)
        for (let e = buffer.starts[o]!; e < buffer.starts[o + 1]!; e += 1) {
          if (matters[buffer.rows[e]!] === 0) continue;
          rows.push(buffer.rows[e]!);
          amounts.push(buffer.amounts[e]!);
        }
      starts[way + 1] = rows.length;
    }
  });
  return { starts, rows: rows.done(), amounts: amounts.done() };
}

/** The most that the ways of all units can use of each row together. */
class MostUse {
  readonly uses: Float64Array;
  readonly #own: Float64Array;
  readonly #ways: Int32Array;

  constructor(rows: number) {
    this.uses = new Float64Array(rows);
    this.#own = new Float64Array(rows);
    this.#ways = new Int32Array(rows);
  }

  /** @param options ways of a unit, -1 for none */
  add(options: readonly number[], { starts, rows, amounts }: OptionBuffer): void {
    for (const o of options)
      if (o >= 0)
        for (let e = starts[o]!; e < starts[o + 1]!; e += 1) {
          const r = rows[e]!;
          this.#own[r] = this.#ways[r] === 0 ? amounts[e]! : Math.max(this.#own[r]!, amounts[e]!);
          this.#ways[r]! += 1;
        }
    for (const o of options)
      if (o >= 0)
        for (let e = starts[o]!; e < starts[o + 1]!; e += 1) {
          const r = rows[e]!;
          if (this.#ways[r] === 0) continue;
          // A way that does not name the row uses nothing of it.
          this.uses[r]! += this.#ways[r]! < options.length ? Math.max(0, this.#own[r]!) : this.#own[r]!;
          this.#ways[r] = 0;
        }
  }
}
