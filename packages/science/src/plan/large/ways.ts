import { type LargeProblem, optionBuffer } from './large-problem.ts';

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
  /** By way: option of the unit (-1 none), what it loses, and its entries. */
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
 * Ways that lose no more than `mostRegret` against the best of their unit at prices y, and the way taken.
 *
 * @param chosen option by unit, -1 for none
 * @param always units for which taking nothing, and the best option, are ways whatever they lose
 */
export function waysOf(
  problem: LargeProblem,
  y: Float64Array,
  chosen: Int32Array,
  mostRegret: number,
  always: (unit: number) => boolean,
): Ways {
  const buffer = optionBuffer(problem);
  const { values, starts, rows, amounts } = buffer;
  const n = problem.rows.length;
  const slack = Float64Array.from(problem.rows, ({ limit }) => limit);
  const [squares, seen] = [new Float64Array(n), new Float64Array(n)];
  const movable: number[] = [];
  const from: number[] = [0];
  const current: number[] = [];
  const option: number[] = [];
  const regret: number[] = [];
  const wayStarts: number[] = [0];
  const wayRows: number[] = [];
  const wayAmounts: number[] = [];
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
    const reduced = Array.from({ length: count }, (_, o) => {
      let value = values[o]!;
      for (let e = starts[o]!; e < starts[o + 1]!; e += 1) value -= y[rows[e]!]! * amounts[e]!;
      return { o, value };
    });
    if (problem.mandatory[unit] === 0) reduced.push({ o: -1, value: 0 });
    reduced.sort((a, b) => b.value - a.value || a.o - b.o);
    const best = reduced[0]!.value;
    const extra = always(unit);
    const firstOption = reduced.find(({ o }) => o >= 0)?.o;
    const kept: typeof reduced = [];
    for (const [rank, way] of reduced.entries()) {
      const near = rank < MOST_WAYS && best - way.value <= mostRegret;
      if (near || way.o === taken || (extra && (way.o < 0 || way.o === firstOption))) kept.push(way);
    }
    if (kept.length < 2) continue;
    movable.push(unit);
    for (const { o, value } of kept) {
      if (o === taken) current.push(option.length);
      option.push(o);
      regret.push(best - value);
      if (o >= 0)
        for (let e = starts[o]!; e < starts[o + 1]!; e += 1) {
          wayRows.push(rows[e]!);
          wayAmounts.push(amounts[e]!);
        }
      wayStarts.push(wayRows.length);
    }
    from.push(option.length);
  }
  return {
    movable: Int32Array.from(movable),
    from: Int32Array.from(from),
    current: Int32Array.from(current),
    option: Int32Array.from(option),
    regret: Float64Array.from(regret),
    starts: Int32Array.from(wayStarts),
    rows: Int32Array.from(wayRows),
    amounts: Float64Array.from(wayAmounts),
    slack,
    typical: squares.map((sum, r) => (sum > 0 ? Math.sqrt(sum / seen[r]!) : 1)),
  };
}
