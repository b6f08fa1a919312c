import { AftermineError } from '../../base/index.ts';
import { requireNumber } from '../../choice/choice-input.ts';

/** Best effort on one state x: max int e^(-rho t) (payoff(x) - k u^2 / 2) dt, dx = b u + growth(x). */
export interface StateControl {
  /** rho > 0, a year. */
  readonly discountRate: number;
  /** b > 0: what one unit of effort adds to the state in a year. */
  readonly effect: number;
  /** k > 0: an effort u costs k u^2 / 2 a year. */
  readonly effortCost: number;
  /** Least and most effort a year. */
  readonly effortLow: number;
  readonly effortHigh: number;
  /** What the state does without effort, a year. */
  readonly growth: (x: number) => number;
  /** Money a year of being at x. */
  readonly payoff: (x: number) => number;
}

/** Evenly spaced states from `low` to `high`, `cells` intervals. */
export interface StateGrid {
  readonly low: number;
  readonly high: number;
  readonly cells: number;
}

export interface StatePolicy {
  /** States, ascending; the other lists run along them. */
  readonly states: readonly number[];
  /** V: discounted money from there on under the best effort. */
  readonly values: readonly number[];
  /** u: best effort a year. */
  readonly efforts: readonly number[];
  /** b u + growth, a year. */
  readonly drifts: readonly number[];
  readonly iterations: number;
  /** Greatest remainder of rho V = max(...) over the grid, money a year. */
  readonly residual: number;
}

interface Choice {
  readonly effort: number;
  readonly drift: number;
  readonly worth: number;
}

const MOST_ITERATIONS = 500;
/** Relative change of V that counts as none. */
const STILL = 1e-13;

/**
 * The Hamilton-Jacobi-Bellman equation of one state on a grid:
 *
 *     rho V = max over u of payoff(x) - k u^2 / 2 + s+ (V_(i+1) - V_i) / h - s- (V_i - V_(i-1)) / h,  s = b u + growth(x)
 *
 * The difference looks where the drift goes (upwind), so the scheme is monotone and comes to the viscosity solution as
 * h falls, kinks of thresholds included; the error is of order h. The maximum is exact: the best effort among those that
 * drift up, the best among those that drift down, and the better of the two. Solved by Howard's policy iteration, each step
 * a tridiagonal system. No effort may leave the grid: at its ends only efforts that point inward are allowed.
 *
 * @throws InvalidInput `E-CHO-102`; Infeasible `E-CTL-501` where no allowed effort keeps the state on the grid
 * @source Crandall and Lions 1984, Mathematics of Computation 43, 1-19, doi:10.1090/S0025-5718-1984-0744921-8; Achdou et al. 2022, Review of Economic Studies 89, 45-86, doi:10.1093/restud/rdab002 (upwind scheme); Howard 1960, Dynamic programming and Markov processes, ISBN 978-0-262-08009-5
 */
export function solveHjb(control: StateControl, grid: StateGrid): StatePolicy {
  check(control, grid);
  const { discountRate: rho, payoff, growth } = control;
  const { low, high, cells } = grid;
  const h = (high - low) / cells;
  const states = Array.from({ length: cells + 1 }, (_, i) => (i === cells ? high : low + i * h));
  const growths = states.map(growth);
  const payoffs = states.map(payoff);
  let values = states.map((_, i) => payoffs[i]! / rho);
  let choices: readonly Choice[] = [];
  const improve = (): readonly Choice[] =>
    states.map((_, i) => {
      const up = i < cells ? (values[i + 1]! - values[i]!) / h : null;
      const down = i > 0 ? (values[i]! - values[i - 1]!) / h : null;
      return best(control, states[i]!, growths[i]!, up, down);
    });
  let iterations = 0;
  for (
    let change = Number.POSITIVE_INFINITY;
    change > STILL && iterations < MOST_ITERATIONS;
    iterations += 1
  ) {
    choices = improve();
    const next = valuesOf(control, choices, payoffs, h);
    const size = Math.max(...next.map(Math.abs), Number.MIN_VALUE);
    change = Math.max(...next.map((value, i) => Math.abs(value - values[i]!))) / size;
    values = next;
  }
  const last = improve();
  return {
    states,
    values,
    efforts: choices.map(({ effort }) => effort),
    drifts: choices.map(({ drift }) => drift),
    iterations,
    residual: Math.max(...last.map(({ worth }, i) => Math.abs(payoffs[i]! + worth - rho * values[i]!))),
  };
}

/** The best effort at one state, given the slope of V ahead and behind; null beyond the grid. */
function best(
  control: StateControl,
  state: number,
  growth: number,
  up: number | null,
  down: number | null,
): Choice {
  const { effect: b, effortCost: k, effortLow, effortHigh } = control;
  // The effort that stands still: above it the state rises
  const still = -growth / b;
  const tried = (slope: number | null, from: number, to: number): Choice | null => {
    if (slope === null || from > to) return null;
    const effort = Math.min(to, Math.max(from, (b * slope) / k));
    const drift = effort === still ? 0 : b * effort + growth;
    return { effort, drift, worth: slope * drift - (k * effort ** 2) / 2 };
  };
  const rising = tried(up, Math.max(effortLow, still), effortHigh);
  const falling = tried(down, effortLow, Math.min(effortHigh, still));
  if (rising !== null && falling !== null) return rising.worth >= falling.worth ? rising : falling;
  const only = rising ?? falling;
  if (only === null)
    throw new AftermineError('Infeasible', 'E-CTL-501', {
      where: `x = ${state}`,
      expected: up === null ? `drift <= 0` : `drift >= 0`,
      got: growth + b * (up === null ? effortLow : effortHigh),
    });
  return only;
}

/** V of a policy: a tridiagonal system, strictly diagonally dominant, by Thomas' algorithm. */
function valuesOf(
  { discountRate, effortCost }: StateControl,
  choices: readonly Choice[],
  payoffs: readonly number[],
  h: number,
): number[] {
  const count = choices.length;
  const above = new Float64Array(count);
  const values = new Array<number>(count).fill(0);
  for (let i = 0; i < count; i += 1) {
    const { effort, drift } = choices[i]!;
    const [toUp, toDown] = [Math.max(0, drift) / h, Math.max(0, -drift) / h];
    const pivot = discountRate + toUp + toDown - toDown * (i > 0 ? above[i - 1]! : 0);
    above[i] = toUp / pivot;
    const right = payoffs[i]! - (effortCost * effort ** 2) / 2;
    values[i] = (right + toDown * (i > 0 ? values[i - 1]! : 0)) / pivot;
  }
  for (let i = count - 2; i >= 0; i -= 1) values[i] = values[i]! + above[i]! * values[i + 1]!;
  return values;
}

function check(control: StateControl, { low, high, cells }: StateGrid): void {
  requireNumber('discountRate', control.discountRate, { above: 0 });
  requireNumber('effect', control.effect, { above: 0 });
  requireNumber('effortCost', control.effortCost, { above: 0 });
  requireNumber('effortLow', control.effortLow);
  requireNumber('effortHigh', control.effortHigh, { low: control.effortLow });
  requireNumber('grid.low', low);
  requireNumber('grid.high', high, { above: low });
  requireNumber('grid.cells', cells, { low: 2, high: 100_000 });
}
