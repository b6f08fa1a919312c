import type { LinearModel, LinearSolution, SolveOptions } from '@aftermine/science/plan';
import highsModule from 'highs';

// The declarations of `highs` are those of its CommonJS build; a module gets the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;

const NONE = new Float64Array();

/** Solves one model with HiGHS in this thread. Every model gives its memory back, also when it fails. */
export async function runHighs(model: LinearModel, options: SolveOptions = {}): Promise<LinearSolution> {
  const highs = await loadHighs();
  const columns = model.objective.length;
  const rows = model.rowLower.length;
  const finite = (values: Float64Array): Float64Array =>
    values.map((value) =>
      value === Number.POSITIVE_INFINITY
        ? highs.infinity
        : value === Number.NEGATIVE_INFINITY
          ? -highs.infinity
          : value,
    );
  const relaxed = options.relaxed === true || model.integer.every((whole) => whole === 0);
  const solving = highs.createModel({
    numCols: columns,
    numRows: rows,
    sense:
      model.sense === 'max'
        ? highs.constants.objectiveSense.maximize
        : highs.constants.objectiveSense.minimize,
    colCost: model.objective,
    colLower: finite(model.columnLower),
    colUpper: finite(model.columnUpper),
    rowLower: finite(model.rowLower),
    rowUpper: finite(model.rowUpper),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: columns,
      starts: model.starts,
      indices: model.rows,
      values: model.values,
    },
    ...(relaxed ? {} : { integrality: Int32Array.from(model.integer) }),
  });
  try {
    solving.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: options.gap ?? 0,
      mip_abs_gap: 0,
      ...(options.timeLimit === undefined ? {} : { time_limit: options.timeLimit }),
      ...(relaxed && options.method !== undefined ? { solver: options.method } : {}),
    });
    if (options.start !== undefined) solving.setSolution({ colValue: options.start });
    solving.run();
    if (solving.getModelStatus() === highs.constants.modelStatus.unboundedOrInfeasible) {
      // Presolve cannot tell which; the search can.
      solving.options.set({ presolve: 'off' });
      solving.run();
    }
    return solutionOf(highs, solving, relaxed);
  } finally {
    solving.dispose();
  }
}

function solutionOf(
  highs: Highs,
  solving: ReturnType<Highs['createModel']>,
  relaxed: boolean,
): LinearSolution {
  const { modelStatus } = highs.constants;
  const status = solving.getModelStatus();
  const nothing = { objective: null, bound: null, columns: NONE, prices: NONE };
  if (status === modelStatus.infeasible) return { status: 'infeasible', ...nothing };
  if (status === modelStatus.unbounded) return { status: 'unbounded', ...nothing };
  // A model without columns or rows has nothing to decide.
  if (status === modelStatus.empty) return { ...nothing, status: 'optimal', objective: 0, bound: 0 };
  if (status === modelStatus.unboundedOrInfeasible) return { status: 'unknown', ...nothing };
  const optimal = status === modelStatus.optimal;
  const has = optimal || Number(solving.info.get('primal_solution_status')) === 2;
  const dualBound = relaxed ? null : Number(solving.info.get('mip_dual_bound'));
  const bound =
    dualBound !== null && Math.abs(dualBound) < highs.infinity
      ? dualBound
      : optimal
        ? solving.getObjectiveValue()
        : null;
  if (!has) return { ...nothing, status: 'unknown', bound };
  const { colValue, rowDual } = solving.getSolution();
  return {
    status: optimal ? 'optimal' : 'feasible',
    objective: solving.getObjectiveValue(),
    bound,
    columns: colValue,
    prices: relaxed ? rowDual : NONE,
  };
}
