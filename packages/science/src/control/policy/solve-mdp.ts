import { AftermineError } from '../../base/index.ts';
import { requireEntries, requireNumber } from '../../choice/choice-input.ts';

/** A decision a year: in state s, action a brings a gain and leads to states by chance. */
export interface DecisionProcess {
  /** Money at once, by state, then action. */
  readonly gains: readonly (readonly number[])[];
  /** By action, then state: the chance of each next state. A row sums to 1, or is all 0 where the action ends it. */
  readonly chances: readonly (readonly (readonly number[])[])[];
  /** What a year from now counts for today, 0 <= beta < 1. */
  readonly discount: number;
}

export interface ProcessSolution {
  /** V by state: discounted money from there on. */
  readonly values: readonly number[];
  /** Best action by state; of equal ones the first. */
  readonly actions: readonly number[];
  /** Q by state, then action: that action now, the best ones after. */
  readonly actionValues: readonly (readonly number[])[];
  readonly iterations: number;
}

const MOST_ITERATIONS = 100_000;

/**
 * V(s) = max over a of gain(s, a) + beta sum over t of chance(a, s, t) V(t), by value iteration: the right side is applied
 * until beta / (1 - beta) times the greatest change is below the tolerance, which bounds the error of V.
 *
 * @param tolerance of V, money
 * @throws InvalidInput `E-CHO-102`, `E-CTL-502` for chances that do not sum to 1 or 0; Misaligned `E-CHO-101`
 * @source Puterman 1994, Markov decision processes, doi:10.1002/9780470316887
 */
export function valueIteration(process: DecisionProcess, tolerance = 1e-10): ProcessSolution {
  checkProcess(process);
  requireNumber('tolerance', tolerance, { above: 0 });
  const { discount } = process;
  let values: readonly number[] = process.gains.map(() => 0);
  let iterations = 0;
  for (let left = Number.POSITIVE_INFINITY; left > tolerance && iterations < MOST_ITERATIONS; ) {
    const next = actionValuesOf(process, values).map((row) => Math.max(...row));
    const change = Math.max(...next.map((value, s) => Math.abs(value - values[s]!)));
    left = (discount / (1 - discount)) * change;
    values = next;
    iterations += 1;
  }
  const actionValues = actionValuesOf(process, values);
  return { values, actions: actionValues.map(firstBest), actionValues, iterations };
}

/**
 * The same by policy iteration: the value of a policy from linear equations, then the best action against it, until none
 * changes. Ends after finitely many steps with V exact to rounding.
 *
 * @throws as `valueIteration`
 */
export function policyIteration(process: DecisionProcess): ProcessSolution {
  checkProcess(process);
  let actions: readonly number[] = process.gains.map(firstBest);
  let values = valueOfPolicy(process, actions);
  for (let iterations = 1; ; iterations += 1) {
    const actionValues = actionValuesOf(process, values);
    const size = Math.max(...values.map(Math.abs), 1);
    // Keep an action unless another is better by more than rounding, or two equal ones would take turns
    const next = actionValues.map((row, s) => {
      const best = firstBest(row);
      return row[best]! > row[actions[s]!]! + 1e-12 * size ? best : actions[s]!;
    });
    if (next.every((action, s) => action === actions[s]) || iterations >= MOST_ITERATIONS)
      return { values, actions, actionValues, iterations };
    actions = next;
    values = valueOfPolicy(process, actions);
  }
}

/**
 * V of a fixed policy: (I - beta P) V = gain, by Gaussian elimination with row pivots.
 *
 * @param actions one by state
 */
export function valueOfPolicy(process: DecisionProcess, actions: readonly number[]): number[] {
  requireEntries('actions', actions, process.gains.length);
  const rows = actions.map((action, s) => [
    ...process.chances[action]![s]!.map((chance, t) => (s === t ? 1 : 0) - process.discount * chance),
    process.gains[s]![action]!,
  ]);
  return solveLinear(rows);
}

/** Solves n equations given as rows of n coefficients and a right side. */
function solveLinear(rows: number[][]): number[] {
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]!;
    for (let row = 0; row < n; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / lead[column]!;
      if (factor !== 0) rows[row] = rows[row]!.map((value, k) => value - factor * lead[k]!);
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

function actionValuesOf(
  { gains, chances, discount }: DecisionProcess,
  values: readonly number[],
): number[][] {
  return gains.map((row, s) =>
    row.map((gain, action) => {
      const next = chances[action]![s]!;
      let sum = 0;
      for (let t = 0; t < next.length; t += 1) sum += next[t]! * values[t]!;
      return gain + discount * sum;
    }),
  );
}

function firstBest(row: readonly number[]): number {
  return row.indexOf(Math.max(...row));
}

function checkProcess({ gains, chances, discount }: DecisionProcess): void {
  requireNumber('discount', discount, { low: 0, high: 1 - 1e-9 });
  const states = gains.length;
  requireNumber('states', states, { low: 1 });
  gains.forEach((row, s) => {
    requireEntries(`gains[${s}]`, row, chances.length);
    for (const gain of row) requireNumber(`gains[${s}]`, gain);
  });
  chances.forEach((matrix, action) => {
    requireEntries(`chances[${action}]`, matrix, states);
    matrix.forEach((row, s) => {
      const where = `chances[${action}][${s}]`;
      requireEntries(where, row, states);
      const sum = row.reduce((total, chance) => total + requireNumber(where, chance, { low: 0, high: 1 }), 0);
      if (Math.abs(sum - 1) > 1e-9 && sum !== 0)
        throw new AftermineError('InvalidInput', 'E-CTL-502', { where, expected: 1, got: sum });
    });
  });
}
