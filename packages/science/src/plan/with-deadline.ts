import type { LinearSolution, SolveLinear } from './linear-model.ts';

const OUT_OF_TIME: LinearSolution = {
  status: 'unknown',
  objective: null,
  bound: null,
  columns: new Float64Array(),
  prices: new Float64Array(),
};

/** Less than this is not worth starting a solver for, in seconds. */
const TOO_LITTLE = 0.01;

/** A solver that is given no more than the seconds left; asked when none are left, it says `unknown`. */
export function withDeadline(solve: SolveLinear, left: () => number): SolveLinear {
  return async (model, options = {}) => {
    const timeLimit = Math.min(options.timeLimit ?? Number.POSITIVE_INFINITY, left());
    if (timeLimit === Number.POSITIVE_INFINITY) return solve(model, options);
    return timeLimit < TOO_LITTLE ? OUT_OF_TIME : solve(model, { ...options, timeLimit });
  };
}
