import {
  AllocationDual,
  type LargeProblem,
  type LinearModel,
  optionBuffer,
  parseAllocation,
  ratePlan,
  solveAllocation,
  solveExact,
  solveLarge,
  solveLargeInstance,
  withDeadline,
} from '@aftermine/science/plan';
import { afterAll, describe, expect, test } from 'vitest';
import { madeProgramme } from '../bench/made-programme.ts';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';
import { randomInstance } from './random-instance.ts';

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

describe('large allocation of instances', () => {
  const still = { gap: 0.02, seed: 1, left: () => Number.POSITIVE_INFINITY };
  /** Fails where a solver is asked: prices and annealing have to do. */
  const nobody = async (): Promise<never> => {
    throw new Error('asked');
  };

  test.each(['max', 'min'] as const)(
    '%s: the proven optimum lies between plan and bound, every demand is met',
    async (sense) => {
      for (const [seed, units] of [
        [1, 30],
        [2, 60],
      ] as const) {
        const size = { units, packages: 2, years: 2, money: 0.5, sense };
        const instance = parseAllocation(randomInstance(seed, size), 'random');
        const best = await solveExact(instance, solver.solve);
        expect(best.status).toBe('optimal');
        const found = await solveLargeInstance(instance, solver.solve, still);
        const sign = sense === 'max' ? 1 : -1;
        expect(sign * found.objective!).toBeLessThanOrEqual(sign * best.objective! + 1e-6);
        expect(sign * found.bound!).toBeGreaterThanOrEqual(sign * best.objective! - 1e-6);
        const chosen = instance.options.filter((one) =>
          found.choice.some((c) => c.unit === one.unit && c.package === one.package && c.year === one.year),
        );
        const { objective, missed, worksMissing } = ratePlan(instance, chosen, found.works);
        expect([missed, worksMissing]).toEqual([[], 0]);
        expect(objective).toBeCloseTo(found.objective!, 6);
      }
    },
    120_000,
  );

  const count = (limit: number, mandatory: readonly string[] = []) =>
    parseAllocation(
      {
        format: 'aftermine-allocation/1',
        options: Array.from({ length: 60 }, (_, u) => ({
          unit: `U${u}`,
          package: 'P',
          year: 2026,
          value: u,
          use: { treated: 1 },
        })),
        rows: [{ id: 'treated', sense: '=', limit }],
        mandatory,
      },
      'count',
    );

  test('exactly seven of sixty, the first of them mandatory, without asking a solver', async () => {
    const { choice, objective, prices } = await solveLargeInstance(count(7, ['U0']), nobody, still);
    expect(choice.map(({ unit }) => unit)).toEqual(['U0', 'U54', 'U55', 'U56', 'U57', 'U58', 'U59']);
    expect(objective).toBe(54 + 55 + 56 + 57 + 58 + 59);
    expect(prices['treated']).toBeGreaterThanOrEqual(53 - 0.1);
    expect(prices['treated']).toBeLessThanOrEqual(54 + 0.1);
  });

  test('prices prove that sixty-one of sixty cannot be', async () => {
    expect((await solveLargeInstance(count(61), nobody, still)).status).toBe('infeasible');
  });
});

describe('solving under a deadline', () => {
  test('time that is over is not used; time that is left is what the solver gets', async () => {
    const asked: (number | undefined)[] = [];
    let left = 3;
    const timed = withDeadline(
      async (model, options) => {
        asked.push(options?.timeLimit);
        return solver.solve(model, options);
      },
      () => left,
    );
    const model = modelOf(madeProgramme(3));
    await timed(model, { relaxed: true });
    await timed(model, { relaxed: true, timeLimit: 1 });
    left = 0;
    expect((await timed(model)).status).toBe('unknown');
    expect(asked).toEqual([3, 1]);
  });

  test('a conflict is named within the time', async () => {
    const size = { units: 60, packages: 3, years: 3, money: 0.4, floors: 3 };
    const instance = parseAllocation(randomInstance(4, size), 'random');
    const started = performance.now();
    const elapsed = (): number => (performance.now() - started) / 1000;
    const { status, infeasible } = await solveAllocation(instance, solver.solve, { timeLimit: 4, elapsed });
    expect(status).toBe('infeasible');
    expect(infeasible!.conflict!.length).toBeGreaterThan(0);
    expect(elapsed()).toBeLessThan(8);
  });
});
