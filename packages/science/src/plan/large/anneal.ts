import { chance } from '../../base/index.ts';
import { type Compartments, TreatedCompartments } from './compartments.ts';
import type { LargeProblem } from './large-problem.ts';
import { proposeTogether } from './propose-together.ts';
import { waysOf } from './ways.ts';

export interface AnnealOptions {
  /** Ways that lose more than this against the best of their unit are not looked at, in units of value. */
  readonly mostRegret: number;
  /** Value of a typical unit: what missing a row is held against where no row has a price. */
  readonly worth: number;
  readonly moves: number;
  /** Part of a typical amount of each row that had better stay unused: what steps over it is no plan lost. */
  readonly reserve: number;
  /** Temperature at the start, in what one typical amount costs: the hotter, the less is left of the choice it starts from. */
  readonly heat: number;
  readonly seed: number;
  readonly compartments?: Compartments | null;
  readonly shouldStop?: () => boolean;
}

/** Moves between two looks at temperature and penalties: a two-hundredth of all, at most this many. */
const LONGEST_ROUND = 50_000;
const ROUNDS = 200;

/** Temperature at the end, in what one typical amount costs. */
const COLDEST = 1e-4;
/** What missing a typical amount costs beside its price: at the start, at least while looking about, and at the end. */
const FIRST_PENALTY = 2;
const LEAST_PENALTY = 0.5;
const LAST_PENALTY = 200;
/** Least that a typical amount is held to cost, in values of a unit. */
const LEAST_TYPICAL = 1e-3;
/** Part of the moves that open or close a whole compartment. */
const TOGETHER = 0.05;
/** Part of the moves after which penalties may no longer stay small. */
const LOOKING_ABOUT = 0.4;
/** Moves are told apart by a number up to this. */
const LAST_STAMP = 2 ** 30;
/** After a round in which a row is missed its penalty rises by this, otherwise it falls. */
const RISE = 1.2;
const FALL = 1.05;

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
  {
    mostRegret,
    worth,
    moves,
    seed,
    heat,
    reserve: kept,
    compartments = null,
    shouldStop = () => false,
  }: AnnealOptions,
): Int32Array | null {
  const grouped = (unit: number): boolean => (compartments?.of[unit] ?? -1) >= 0;
  const ways = waysOf(problem, y, chosen, mostRegret, grouped, kept);
  const treated = compartments && new TreatedCompartments(compartments, (unit) => chosen[unit]! >= 0);
  const { movable, from, option, regret, starts, rows, amounts } = ways;
  const n = problem.rows.length;
  const slack = Float64Array.from(ways.slack);
  const equal = Uint8Array.from(problem.rows, ({ sense }) => (sense === '=' ? 1 : 0));
  // Missing a row costs more than what the missing part is worth, also where the price is 0.
  const miss = new Float64Array(n);
  let typical = LEAST_TYPICAL * worth;
  for (let r = 0; r < n; r += 1) typical += (Math.abs(y[r]!) * ways.typical[r]!) / n;
  let lackCost = FIRST_PENALTY * typical;
  const unitOf = Float64Array.from(ways.typical, (amount) => typical / amount);
  for (let r = 0; r < n; r += 1) miss[r] = Math.abs(y[r]!) + FIRST_PENALTY * unitOf[r]!;
  const slop = problem.rows.map(({ limit }) => 1e-9 * Math.max(1, Math.abs(limit)));
  const reserve = Float64Array.from(ways.typical, (amount, r) => (equal[r] === 1 ? 0 : kept * amount));
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
    let sum = treated?.borderCost ?? 0;
    for (let r = 0; r < n; r += 1) sum += y[r]! * slack[r]!;
    for (let m = 0; m < movable.length; m += 1) sum += regret[current[m]!]!;
    return sum;
  };
  let distance = distanceNow();
  const meetsAll = (): boolean => missed === 0 && (treated === null || treated.lacking === 0);
  let best: Int32Array | null = meetsAll() ? Int32Array.from(current) : null;
  let nearest = best !== null ? distance : Number.POSITIVE_INFINITY;

  const { uniform } = chance(seed);
  /** What each row costs as it is. */
  const now = Float64Array.from(slack, (s, r) => costOf(r, s));
  const change = new Float64Array(n);
  const after = new Float64Array(n);
  const touched = new Int32Array(n);
  const touchedIn = new Int32Array(n).fill(-1);
  let stamp = -1;
  const [who, next]: [number[], number[]] = [[], []];
  const movableOf = new Int32Array(problem.units).fill(-1);
  movable.forEach((unit, m) => {
    movableOf[unit] = m;
  });
  let temperature = heat * typical;
  const length = Math.max(1, Math.min(LONGEST_ROUND, Math.ceil(moves / ROUNDS)));
  const rounds = Math.max(1, Math.ceil(moves / length));
  const cooling = (COLDEST / heat) ** (1 / rounds);
  for (let round = 0; round < rounds && movable.length > 0 && !shouldStop(); round += 1) {
    for (let move = 0; move < length; move += 1) {
      let count = 1;
      if (treated !== null && uniform() < TOGETHER)
        count = proposeTogether(treated, ways, current, movableOf, uniform, who, next);
      else {
        const m = Math.floor(uniform() * movable.length);
        const first = from[m]!;
        who[0] = m;
        next[0] = first + Math.floor(uniform() * (from[m + 1]! - first - 1));
        if (next[0]! >= current[m]!) next[0]! += 1;
      }
      let touches = 0;
      let delta = 0;
      const [borderCost, lacking] = treated === null ? [0, 0] : [treated.borderCost, treated.lacking];
      stamp = stamp === LAST_STAMP ? 0 : stamp + 1;
      if (stamp === 0) touchedIn.fill(-1);
      for (let k = 0; k < count; k += 1) {
        const [old, way] = [current[who[k]!]!, next[k]!];
        for (let e = starts[old]!; e < starts[old + 1]!; e += 1) {
          const r = rows[e]!;
          if (touchedIn[r] !== stamp) {
            touchedIn[r] = stamp;
            touched[touches] = r;
            touches += 1;
            change[r] = 0;
          }
          change[r]! += amounts[e]!;
        }
        for (let e = starts[way]!; e < starts[way + 1]!; e += 1) {
          const r = rows[e]!;
          if (touchedIn[r] !== stamp) {
            touchedIn[r] = stamp;
            touched[touches] = r;
            touches += 1;
            change[r] = 0;
          }
          change[r]! -= amounts[e]!;
        }
        delta += regret[way]! - regret[old]!;
        if (treated !== null) toggle(who[k]!, old, way);
      }
      if (treated !== null) delta += treated.borderCost - borderCost;
      let farther = delta;
      if (treated !== null) delta += lackCost * (treated.lacking - lacking);
      for (let t = 0; t < touches; t += 1) {
        const r = touched[t]!;
        const s = slack[r]! + change[r]!;
        const cost = costOf(r, s);
        after[r] = cost;
        delta += cost - now[r]!;
        farther += y[r]! * change[r]!;
      }
      const accepted = delta <= 0 || uniform() < Math.exp(-delta / temperature);
      if (accepted)
        for (let t = 0; t < touches; t += 1) {
          const r = touched[t]!;
          const before = slack[r]!;
          const s = before + change[r]!;
          slack[r] = s;
          now[r] = after[r]!;
          if (isMissed(r, before) !== isMissed(r, s)) missed += isMissed(r, s) ? 1 : -1;
        }
      if (!accepted) {
        if (treated !== null) for (let k = 0; k < count; k += 1) toggle(who[k]!, next[k]!, current[who[k]!]!);
        continue;
      }
      for (let k = 0; k < count; k += 1) current[who[k]!] = next[k]!;
      distance += farther;
      if (distance < nearest * KEEP && meetsAll()) {
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

  function toggle(m: number, old: number, way: number): void {
    const [before, after] = [option[old]! >= 0, option[way]! >= 0];
    if (before !== after) treated!.change(movable[m]!, after ? 1 : -1);
  }

  function isMissed(r: number, s: number): boolean {
    return s < -slop[r]! || (equal[r] === 1 && s > slop[r]!);
  }

  function adapt(progress: number): void {
    const stiff = Math.max(0, (progress - LOOKING_ABOUT) / (1 - LOOKING_ABOUT));
    if (treated !== null && treated.lacking > 0) lackCost = Math.min(lackCost * RISE, LAST_PENALTY * typical);
    const least = LEAST_PENALTY * (LAST_PENALTY / LEAST_PENALTY) ** stiff;
    for (let r = 0; r < n; r += 1) {
      const price = Math.abs(y[r]!);
      const penalty = ((miss[r]! - price) / unitOf[r]!) * (isMissed(r, slack[r]!) ? RISE : 1 / FALL);
      miss[r] = price + Math.min(LAST_PENALTY, Math.max(least, penalty)) * unitOf[r]!;
      now[r] = costOf(r, slack[r]!);
    }
  }
}

/** A better choice is kept only where it is better by this much: copying costs more than moving. */
const KEEP = 0.99;
