import {
  AllocationDual,
  type LargeProblem,
  type LinearModel,
  optionBuffer,
  solveLarge,
} from '@aftermine/science/plan';
import { afterAll, describe, expect, test } from 'vitest';
import { madeProgramme } from '../bench/made-programme.ts';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';

const solver = new HighsSolver();
afterAll(() => solver.close());

/** The whole problem as a model, columns by unit and option. */
function modelOf(problem: LargeProblem): LinearModel {
  const { units, rows, mandatory } = problem;
  const buffer = optionBuffer(problem);
  const [objective, at, values, starts]: number[][] = [[], [], [], [0]];
  for (let unit = 0; unit < units; unit += 1) {
    const count = problem.fill(unit, buffer);
    for (let o = 0; o < count; o += 1) {
      objective!.push(buffer.values[o]!);
      for (let e = buffer.starts[o]!; e < buffer.starts[o + 1]!; e += 1) {
        at!.push(buffer.rows[e]!);
        values!.push(buffer.amounts[e]!);
      }
      at!.push(rows.length + unit);
      values!.push(1);
      starts!.push(at!.length);
    }
  }
  const columns = objective!.length;
  return {
    sense: 'max',
    objective: Float64Array.from(objective!),
    columnLower: new Float64Array(columns),
    columnUpper: new Float64Array(columns).fill(1),
    integer: new Uint8Array(columns).fill(1),
    rowLower: Float64Array.from([
      ...rows.map(({ sense, limit }) => (sense === '=' ? limit : Number.NEGATIVE_INFINITY)),
      ...Array.from(mandatory, (must) => (must === 1 ? 1 : Number.NEGATIVE_INFINITY)),
    ]),
    rowUpper: Float64Array.from([...rows.map(({ limit }) => limit), ...Array.from(mandatory, () => 1)]),
    starts: Int32Array.from(starts!),
    rows: Int32Array.from(at!),
    values: Float64Array.from(values!),
  };
}

function misses(problem: LargeProblem, used: Float64Array): readonly number[] {
  return problem.rows.flatMap(({ sense, limit }, r) => {
    const over = used[r]! - limit;
    return over > 1e-6 || (sense === '=' && over < -1e-6) ? [r] : [];
  });
}

describe('large allocation', () => {
  test('120 units x 12 x 10: the bound is that of the split relaxation, every row is met', async () => {
    const problem = madeProgramme(120);
    const relaxed = await solver.solve(modelOf(problem), { relaxed: true });
    const { bound, objective, gap, used, status } = solveLarge(problem);
    expect(bound).toBeGreaterThanOrEqual(relaxed.objective! * (1 - 1e-9));
    expect(bound / relaxed.objective! - 1).toBeLessThan(1e-4);
    expect(status).toBe('feasible');
    expect(gap).toBeLessThan(0.06);
    expect(objective!).toBeLessThanOrEqual(bound);
    expect(misses(problem, used)).toEqual([]);
  });

  test('every admissible price bounds the plan from above, the best ones most tightly', () => {
    const problem = madeProgramme(200);
    const { objective, prices, bound } = solveLarge(problem);
    const dual = new AllocationDual(problem);
    const at = Float64Array.from(prices, (price, r) => price * dual.scales[r]!);
    expect(dual.bound(at)).toBeCloseTo(bound, 6);
    for (const factor of [0, 0.5, 0.9, 1.1, 3]) {
      const other = dual.bound(at.map((x) => x * factor));
      expect(other).toBeGreaterThanOrEqual(bound);
      expect(other).toBeGreaterThan(objective!);
    }
  });

  test('the same seed gives the same plan', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => solveLarge(madeProgramme(150), { seed }));
    expect([...again!.chosen]).toEqual([...one!.chosen]);
    expect([...other!.chosen]).not.toEqual([...one!.chosen]);
    expect(other!.bound).toBe(one!.bound);
  });
});
