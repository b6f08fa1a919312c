import { type LargeProblem, optionBuffer } from './large-problem.ts';
import { sampledUnit } from './sampled-unit.ts';

/** Options with a smaller share of their unit are not taken. */
const LEAST_SHARE = 0.01;

/**
 * One option per unit from the shares p = softmax((v - y . a) / tau), so that what is used of each row stays at what the shares
 * would use: unit by unit the option is taken that brings the running difference back towards 0 (error diffusion). Options
 * with a share are nearly equally good, so little value is lost.
 *
 * @param y prices of the rows
 * @returns option by unit, -1 for none
 */
export function roundShares(problem: LargeProblem, y: Float64Array, tau: number): Int32Array {
  const buffer = optionBuffer(problem);
  const { values, starts, rows, amounts } = buffer;
  const { units, mandatory } = problem;
  const n = problem.rows.length;
  const chosen = new Int32Array(units).fill(-1);
  const shares = new Float64Array(problem.mostOptions);
  const typical = typicalAmounts(problem);
  /** Used less expected, in typical amounts. */
  const ahead = new Float64Array(n);
  const moved = new Float64Array(n);
  for (let unit = 0; unit < units; unit += 1) {
    const count = problem.fill(unit, buffer);
    const must = mandatory[unit] === 1;
    let best = must ? Number.NEGATIVE_INFINITY : 0;
    for (let o = 0; o < count; o += 1) {
      let reduced = values[o]!;
      for (let e = starts[o]!; e < starts[o + 1]!; e += 1) reduced -= y[rows[e]!]! * amounts[e]!;
      shares[o] = reduced;
      if (reduced > best) best = reduced;
    }
    let none = must ? 0 : Math.exp(-best / tau);
    let total = none;
    for (let o = 0; o < count; o += 1) {
      shares[o] = Math.exp((shares[o]! - best) / tau);
      total += shares[o]!;
    }
    none /= total;
    for (let o = 0; o < count; o += 1) {
      shares[o]! /= total;
      for (let e = starts[o]!; e < starts[o + 1]!; e += 1)
        ahead[rows[e]!]! -= (shares[o]! * amounts[e]!) / typical[rows[e]!]!;
    }
    let least = Number.POSITIVE_INFINITY;
    let at = -1;
    // Among many ways alike none has a large share.
    let enough = none;
    for (let o = 0; o < count; o += 1) enough = Math.max(enough, shares[o]!);
    enough = Math.min(enough, LEAST_SHARE);
    if (!must && none >= enough) least = 0;
    for (let o = 0; o < count; o += 1) {
      if (shares[o]! < enough) continue;
      // How much the sum of squared differences grows; an option may name a row more than once.
      let change = 0;
      for (let e = starts[o]!; e < starts[o + 1]!; e += 1) {
        const row = rows[e]!;
        const step = amounts[e]! / typical[row]!;
        const from = ahead[row]! + moved[row]!;
        change += step * (2 * from + step);
        moved[row]! += step;
      }
      for (let e = starts[o]!; e < starts[o + 1]!; e += 1) moved[rows[e]!] = 0;
      if (change < least) {
        least = change;
        at = o;
      }
    }
    chosen[unit] = at;
    if (at < 0) continue;
    for (let e = starts[at]!; e < starts[at + 1]!; e += 1)
      ahead[rows[e]!]! += amounts[e]! / typical[rows[e]!]!;
  }
  return chosen;
}

/** Root mean square of the amounts of each row over a part of the units; 1 where none was seen. */
function typicalAmounts(problem: LargeProblem): Float64Array {
  const buffer = optionBuffer(problem);
  const n = problem.rows.length;
  const squares = new Float64Array(n);
  const counts = new Float64Array(n);
  const stride = Math.max(1, Math.floor(problem.units / 500));
  for (let base = 0; base < problem.units; base += stride) {
    const unit = sampledUnit(base, stride, problem.units);
    const count = problem.fill(unit, buffer);
    for (let e = 0; e < buffer.starts[count]!; e += 1) {
      squares[buffer.rows[e]!]! += buffer.amounts[e]! ** 2;
      counts[buffer.rows[e]!]! += 1;
    }
  }
  return squares.map((sum, r) => (sum > 0 ? Math.sqrt(sum / counts[r]!) : 1));
}
