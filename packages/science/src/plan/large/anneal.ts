import { chance } from '../../base/index.ts';
import { type LargeProblem, optionBuffer } from './large-problem.ts';

export interface AnnealOptions {
  /** Ways that lose more than this against the best of their unit are not looked at, in units of value. */
  readonly mostRegret: number;
  readonly moves: number;
  readonly seed: number;
  readonly shouldStop?: () => boolean;
}

/** Ways of a unit beyond this many, best first, are not looked at. */
const MOST_WAYS = 12;
/** Moves between two looks at temperature and penalties: a two-hundredth of all, at most this many. */
const LONGEST_ROUND = 50_000;
const ROUNDS = 200;

/** Temperature at the start, in what one typical amount costs, and the share of it at the end. */
const HOTTEST = 0.1;
const COLDEST = 1e-3;
/** What missing a typical amount costs beside its price: at the start, at least while looking about, and at the end. */
const FIRST_PENALTY = 2;
const LEAST_PENALTY = 0.5;
const LAST_PENALTY = 200;
/** Part of the moves after which penalties may no longer stay small. */
const LOOKING_ABOUT = 0.4;
/** After a round in which a row is missed its penalty rises by this, otherwise it falls. */
const RISE = 1.2;
const FALL = 1.05;
/** Part of a typical amount of each row that had better stay unused: what steps over it is no plan lost. */
const RESERVE = 0.02;

/**
 * Improves a choice by simulated annealing. With prices y the distance of a plan to the bound is, exactly,
 *
 *     bound - objective = sum over units (best reduced value - that of the way taken) + sum over rows y . (limit - used)
 *
 * so a plan is good where every unit takes a way nearly as good as its best and nothing is left of rows that have a price. Moves
 * change one unit at a time; missing a row costs more than it gains, the more the longer it stays missed. The best choice that
 * meets every row is returned.
 *
 * @param chosen option by unit, -1 for none; need not meet the rows
 * @returns null where no choice that meets every row was come by
 * @source Kirkpatrick, Gelatt & Vecchi 1983, doi:10.1126/science.220.4598.671
 */
export function anneal(
  problem: LargeProblem,
  y: Float64Array,
  chosen: Int32Array,
  { mostRegret, moves, seed, shouldStop = () => false }: AnnealOptions,
): Int32Array | null {
  const ways = waysOf(problem, y, chosen, mostRegret);
  const { movable, from, option, regret, starts, rows, amounts } = ways;
  const n = problem.rows.length;
  const slack = Float64Array.from(ways.slack);
  const equal = Uint8Array.from(problem.rows, ({ sense }) => (sense === '=' ? 1 : 0));
  // Missing a row costs more than what the missing part is worth, also where the price is 0.
  const miss = new Float64Array(n);
  let typical = 0;
  for (let r = 0; r < n; r += 1) typical += (Math.abs(y[r]!) * ways.typical[r]!) / n;
  const unitOf = Float64Array.from(ways.typical, (amount) => typical / amount);
  for (let r = 0; r < n; r += 1) miss[r] = Math.abs(y[r]!) + FIRST_PENALTY * unitOf[r]!;
  const slop = problem.rows.map(({ limit }) => 1e-9 * Math.max(1, Math.abs(limit)));
  const reserve = Float64Array.from(ways.typical, (amount, r) => (equal[r] === 1 ? 0 : RESERVE * amount));
  const costOf = (r: number, s: number): number =>
    equal[r] === 1
      ? miss[r]! * Math.abs(s)
      : s < reserve[r]!
        ? y[r]! * s + miss[r]! * (reserve[r]! - s)
        : y[r]! * s;
  const current = Int32Array.from(ways.current);
  let missed = 0;
  for (let r = 0; r < n; r += 1) if (isMissed(r, slack[r]!)) missed += 1;
  /** Bound less objective. */
  const distanceNow = (): number => {
    let sum = 0;
    for (let r = 0; r < n; r += 1) sum += y[r]! * slack[r]!;
    for (let m = 0; m < movable.length; m += 1) sum += regret[current[m]!]!;
    return sum;
  };
  let distance = distanceNow();
  let best: Int32Array | null = missed === 0 ? Int32Array.from(current) : null;
  let nearest = missed === 0 ? distance : Number.POSITIVE_INFINITY;

  const { uniform } = chance(seed);
  const change = new Float64Array(n);
  const touched = new Int32Array(n);
  let temperature = HOTTEST * typical;
  const length = Math.max(1, Math.min(LONGEST_ROUND, Math.ceil(moves / ROUNDS)));
  const rounds = Math.max(1, Math.ceil(moves / length));
  const cooling = COLDEST ** (1 / rounds);
  for (let round = 0; round < rounds && movable.length > 0 && !shouldStop(); round += 1) {
    for (let move = 0; move < length; move += 1) {
      const m = Math.floor(uniform() * movable.length);
      const first = from[m]!;
      const count = from[m + 1]! - first;
      const old = current[m]!;
      let next = first + Math.floor(uniform() * (count - 1));
      if (next >= old) next += 1;
      let touches = 0;
      for (let e = starts[old]!; e < starts[old + 1]!; e += 1) {
        const r = rows[e]!;
        if (change[r] === 0) touched[touches++] = r;
        change[r]! += amounts[e]!;
      }
      for (let e = starts[next]!; e < starts[next + 1]!; e += 1) {
        const r = rows[e]!;
        if (change[r] === 0) touched[touches++] = r;
        change[r]! -= amounts[e]!;
      }
      let delta = regret[next]! - regret[old]!;
      let farther = delta;
      for (let t = 0; t < touches; t += 1) {
        // A row that stands in the list twice is counted once.
        if (isRepeated(t)) continue;
        const r = touched[t]!;
        delta += costOf(r, slack[r]! + change[r]!) - costOf(r, slack[r]!);
        farther += y[r]! * change[r]!;
      }
      const accepted = delta <= 0 || uniform() < Math.exp(-delta / temperature);
      for (let t = 0; t < touches; t += 1) {
        const r = touched[t]!;
        if (accepted && change[r] !== 0) {
          const before = slack[r]!;
          const after = before + change[r]!;
          slack[r] = after;
          if (isMissed(r, before) !== isMissed(r, after)) missed += isMissed(r, after) ? 1 : -1;
        }
        change[r] = 0;
      }
      if (!accepted) continue;
      current[m] = next;
      distance += farther;
      if (missed === 0 && distance < nearest * KEEP) {
        nearest = distance;
        best ??= new Int32Array(current.length);
        best.set(current);
      }
    }
    temperature *= cooling;
    adapt(round / rounds);
    distance = distanceNow();
  }
  if (best === null) return null;
  const result = Int32Array.from(chosen);
  for (let m = 0; m < movable.length; m += 1) result[movable[m]!] = option[best[m]!]!;
  return result;

  function isMissed(r: number, s: number): boolean {
    return s < -slop[r]! || (equal[r] === 1 && s > slop[r]!);
  }

  function adapt(progress: number): void {
    const stiff = Math.max(0, (progress - LOOKING_ABOUT) / (1 - LOOKING_ABOUT));
    const least = LEAST_PENALTY * (LAST_PENALTY / LEAST_PENALTY) ** stiff;
    for (let r = 0; r < n; r += 1) {
      const price = Math.abs(y[r]!);
      const penalty = ((miss[r]! - price) / unitOf[r]!) * (isMissed(r, slack[r]!) ? RISE : 1 / FALL);
      miss[r] = price + Math.min(LAST_PENALTY, Math.max(least, penalty)) * unitOf[r]!;
    }
  }

  function isRepeated(t: number): boolean {
    for (let before = 0; before < t; before += 1) if (touched[before] === touched[t]) return true;
    return false;
  }
}

/** A better choice is kept only where it is better by this much: copying costs more than moving. */
const KEEP = 0.99;

interface Ways {
  /** Units with more than one way. */
  readonly movable: Int32Array;
  /** Ways of movable unit m are `from[m] .. from[m + 1]`. */
  readonly from: Int32Array;
  readonly current: Int32Array;
  /** By way: option of the unit (-1 none), what it loses, and its entries. */
  readonly option: Int32Array;
  readonly regret: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
  readonly slack: Float64Array;
  /** Root mean square of the amounts of each row. */
  readonly typical: Float64Array;
}

function waysOf(problem: LargeProblem, y: Float64Array, chosen: Int32Array, mostRegret: number): Ways {
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
    let best = Number.NEGATIVE_INFINITY;
    for (const { value } of reduced) best = Math.max(best, value);
    const near = reduced
      .filter(({ o, value }) => o === taken || best - value <= mostRegret)
      .sort((a, b) => b.value - a.value || a.o - b.o);
    const kept = near.slice(0, MOST_WAYS);
    if (!kept.some(({ o }) => o === taken)) kept.push(near.find(({ o }) => o === taken)!);
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
