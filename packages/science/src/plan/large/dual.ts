import {
  accountPrices,
  accountsOf,
  type LargeProblem,
  type OptionBuffer,
  optionBuffer,
  type RowAccounts,
} from './large-problem.ts';
import type { SmoothFunction } from './projected-newton.ts';
import { sampledUnit } from './sampled-unit.ts';

/** Shares of an option smaller than this do not enter the gradient. */
const NEGLIGIBLE = 1e-10;

/**
 * The dual of a large allocation, with one price y per row (>= 0 for `<=`):
 *
 *     D_0(y)   = sum over units of max over options (v - y . a), 0 being an option unless mandatory, + y . limit
 *     D_tau(y) = sum over units of tau ln(sum over options exp((v - y . a) / tau)) + y . limit  >= D_0(y)
 *
 * Every D_0(y) with admissible y bounds the best plan from above; D_tau is smooth. Prices are kept in units of value per limit:
 * x_r = y_r scale_r.
 */
export class AllocationDual {
  readonly problem: LargeProblem;
  /** Larger of |limit| and a small part of what options use of the row: what a price is counted in. */
  readonly scales: Float64Array;
  readonly #buffer: OptionBuffer;
  readonly #accounts: RowAccounts;

  constructor(problem: LargeProblem) {
    this.problem = problem;
    this.#buffer = optionBuffer(problem);
    this.#accounts = accountsOf(problem);
    this.scales = scalesOf(problem, this.#buffer);
  }

  /** D_0 at scaled prices: a proven bound. */
  bound(x: Float64Array): number {
    const { problem } = this;
    const { units, mandatory } = problem;
    const y = this.#prices(x);
    const prices = accountPrices(this.#accounts, y);
    const { values, starts, rows, amounts } = this.#buffer;
    let sum = 0;
    for (let unit = 0; unit < units; unit += 1) {
      const count = problem.fill(unit, this.#buffer);
      let best = mandatory[unit] === 1 ? Number.NEGATIVE_INFINITY : 0;
      for (let o = 0; o < count; o += 1) {
        let reduced = values[o]!;
        const end = starts[o + 1]!;
        for (let e = starts[o]!; e < end; e += 1) reduced -= prices[rows[e]!]! * amounts[e]!;
        if (reduced > best) best = reduced;
      }
      sum += best;
    }
    return sum + this.#constant(y);
  }

  /**
   * D_tau over every `stride`-th unit, as if those were all: limits shrink with them. Units that have one way and must take it are
   * counted whole, and out of the limits: a part of them could stand for more than all of a limit, and no price would help. Their
   * value, the same at all prices, is left out.
   */
  smoothed(tau: number, stride = 1): SmoothFunction {
    const { problem, scales } = this;
    const accounts = this.#accounts;
    const { units, mandatory, rows: shared } = problem;
    const buffer = this.#buffer;
    const { values, starts, rows, amounts } = buffer;
    const reduced = new Float64Array(problem.mostOptions);
    const { isFixed, limits } = this.#fixed();
    let [seen, free] = [0, 0];
    for (let unit = 0; unit < units; unit += 1) free += 1 - isFixed[unit]!;
    for (let base = 0; base < units; base += stride) seen += 1 - isFixed[sampledUnit(base, stride, units)]!;
    const share = free === 0 ? 1 : seen / free;
    const n = accounts.count;
    const mean = new Float64Array(n);
    const touched = new Int32Array(n);
    const seenAt = new Int32Array(n).fill(-1);
    const used = new Float64Array(n);
    const squares = new Float64Array(n * n);
    return (x, gradient, hessian) => {
      const y = this.#prices(x);
      const prices = accountPrices(accounts, y);
      used.fill(0);
      if (hessian !== null) squares.fill(0);
      seenAt.fill(-1);
      let sum = 0;
      for (let base = 0; base < units; base += stride) {
        const unit = sampledUnit(base, stride, units);
        if (isFixed[unit] === 1) continue;
        const count = problem.fill(unit, buffer);
        const must = mandatory[unit] === 1;
        let best = must ? Number.NEGATIVE_INFINITY : 0;
        for (let o = 0; o < count; o += 1) {
          let value = values[o]!;
          const end = starts[o + 1]!;
          for (let e = starts[o]!; e < end; e += 1) value -= prices[rows[e]!]! * amounts[e]!;
          reduced[o] = value;
          if (value > best) best = value;
        }
        let total = must ? 0 : Math.exp(-best / tau);
        const least = best - 25 * tau;
        for (let o = 0; o < count; o += 1) {
          if (reduced[o]! < least) {
            reduced[o] = 0;
            continue;
          }
          const weight = Math.exp((reduced[o]! - best) / tau);
          reduced[o] = weight;
          total += weight;
        }
        sum += best + tau * Math.log(total);
        const each = 1 / total;
        let touches = 0;
        for (let o = 0; o < count; o += 1) {
          const p = reduced[o]! * each;
          if (p < NEGLIGIBLE) continue;
          const from = starts[o]!;
          const end = starts[o + 1]!;
          for (let e = from; e < end; e += 1) {
            const account = rows[e]!;
            const amount = p * amounts[e]!;
            if (seenAt[account] !== unit) {
              seenAt[account] = unit;
              mean[account] = 0;
              touched[touches] = account;
              touches += 1;
            }
            mean[account]! += amount;
            if (hessian !== null)
              for (let f = from; f < end; f += 1) squares[account * n + rows[f]!]! += amount * amounts[f]!;
          }
        }
        for (let a = 0; a < touches; a += 1) {
          const account = touched[a]!;
          const amount = mean[account]!;
          used[account]! += amount;
          if (hessian !== null)
            for (let b = 0; b < touches; b += 1)
              squares[account * n + touched[b]!]! -= amount * mean[touched[b]!]!;
        }
      }
      if (hessian !== null) toRows(accounts, squares, hessian, (r, q) => tau * scales[r]! * scales[q]!);
      for (let r = 0; r < shared.length; r += 1) gradient[r] = share * limits[r]!;
      for (let a = 0; a < n; a += 1)
        for (let k = accounts.starts[a]!; k < accounts.starts[a + 1]!; k += 1)
          gradient[accounts.rows[k]!]! -= accounts.shares[k]! * used[a]!;
      for (let r = 0; r < shared.length; r += 1) gradient[r]! /= scales[r]!;
      return sum + share * limits.reduce((total, limit, r) => total + y[r]! * limit, 0);
    };
  }

  /** Units with one way that must take it, and the limits without what those use. */
  #fixed(): { readonly isFixed: Uint8Array; readonly limits: Float64Array } {
    const { units, mandatory, rows: shared } = this.problem;
    const { count: n, starts: from, rows: rowsOf, shares } = this.#accounts;
    const { starts, rows, amounts } = this.#buffer;
    const isFixed = new Uint8Array(units);
    const used = new Float64Array(n);
    for (let unit = 0; unit < units; unit += 1) {
      if (mandatory[unit] !== 1 || this.problem.fill(unit, this.#buffer) !== 1) continue;
      isFixed[unit] = 1;
      for (let e = starts[0]!; e < starts[1]!; e += 1) used[rows[e]!]! += amounts[e]!;
    }
    const limits = Float64Array.from(shared, ({ limit }) => limit);
    for (let a = 0; a < n; a += 1)
      for (let k = from[a]!; k < from[a + 1]!; k += 1) limits[rowsOf[k]!]! -= shares[k]! * used[a]!;
    return { isFixed, limits };
  }

  #prices(x: Float64Array): Float64Array {
    return x.map((value, r) => value / this.scales[r]!);
  }

  #constant(y: Float64Array): number {
    return this.problem.rows.reduce((sum, { limit }, r) => sum + y[r]! * limit, 0);
  }
}

/** A row is not counted in less than this part of what all units could use of it, nor units than these looked at. */
const LEAST_SCALE = 1e-2;
const LOOKED_AT = 500;

function scalesOf(problem: LargeProblem, buffer: OptionBuffer): Float64Array {
  const { units } = problem;
  const { count: n, starts, rows, shares } = accountsOf(problem);
  const stride = Math.max(1, Math.floor(units / LOOKED_AT));
  const usable = new Float64Array(n);
  for (let base = 0; base < units; base += stride) {
    const unit = sampledUnit(base, stride, units);
    const count = problem.fill(unit, buffer);
    for (let e = 0; e < buffer.starts[count]!; e += 1)
      usable[buffer.rows[e]!]! += (stride * Math.abs(buffer.amounts[e]!)) / count;
  }
  const byRow = new Float64Array(problem.rows.length);
  for (let a = 0; a < n; a += 1)
    for (let k = starts[a]!; k < starts[a + 1]!; k += 1)
      byRow[rows[k]!]! += Math.abs(shares[k]!) * usable[a]!;
  return byRow.map((all, r) => Math.max(Math.abs(problem.rows[r]!.limit), LEAST_SCALE * all) || 1);
}

/** Second derivatives by row from those by account, M S M' with M the shares of accounts in rows, each divided by its measure. */
function toRows(
  { count: n, starts, rows, shares }: RowAccounts,
  squares: Float64Array,
  hessian: Float64Array,
  measure: (r: number, q: number) => number,
): void {
  const size = Math.round(Math.sqrt(hessian.length));
  hessian.fill(0);
  for (let a = 0; a < n; a += 1)
    for (let b = 0; b < n; b += 1) {
      const square = squares[a * n + b]!;
      if (square === 0) continue;
      for (let k = starts[a]!; k < starts[a + 1]!; k += 1)
        for (let l = starts[b]!; l < starts[b + 1]!; l += 1)
          hessian[rows[k]! * size + rows[l]!]! += square * shares[k]! * shares[l]!;
    }
  for (let r = 0; r < size; r += 1) for (let q = 0; q < size; q += 1) hessian[r * size + q]! /= measure(r, q);
}
