import { type AllocationInstance, parseAllocation, ratePlan, solveAllocation } from '@aftermine/science/plan';
import highsModule from 'highs';
import { afterAll, describe, expect, test } from 'vitest';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';
import { instanceAsLp } from './instance-as-lp.ts';
import { type RandomSize, randomInstance } from './random-instance.ts';

const loadHighs = highsModule as unknown as typeof highsModule.default;

/** What HiGHS proves of the instance, written anew as text; null where it proves that there is no plan. */
async function provenByHighs(instance: AllocationInstance): Promise<number | null> {
  const highs = await loadHighs();
  const answer = highs.solve(instanceAsLp(instance), { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: 100 });
  if (answer.Status === 'Infeasible') return null;
  expect(answer.Status).toBe('Optimal');
  return answer.ObjectiveValue;
}

describe('random programmes with every kind of row, against what HiGHS proves of them', () => {
  const solver = new HighsSolver();
  afterAll(() => solver.close());

  test.each<[seed: number, size: RandomSize]>([
    [1, { units: 30, packages: 3, years: 3, money: 0.3 }],
    [2, { units: 30, packages: 3, years: 3, money: 0.6, sense: 'min' }],
    [3, { units: 60, packages: 2, years: 2, money: 0.6 }],
    [4, { units: 80, packages: 2, years: 2, money: 0.4, plain: true }],
    [5, { units: 45, packages: 2, years: 2, money: 0.6, sense: 'min' }],
    [6, { units: 400, packages: 1, years: 2, money: 0.9, plain: true }],
    [7, { units: 30, packages: 3, years: 3, money: 0.3, floors: 3 }],
    [8, { units: 60, packages: 3, years: 3, money: 0.4, floors: 2.5, plain: true }],
    [9, { units: 400, packages: 2, years: 3, money: 0.5, floors: 4, plain: true }],
  ])(
    'programme %i %o',
    async (seed, size) => {
      const instance = parseAllocation(randomInstance(seed, size), `programme ${seed}`);
      const proven = await provenByHighs(instance);
      const result = await solveAllocation(instance, solver.solve);
      if (proven === null) {
        expect(result.status).toBe('infeasible');
        const conflict = result.infeasible!.conflict!;
        expect(conflict.length).toBeGreaterThan(0);
        // The demands named are impossible by themselves: all others waived, HiGHS finds no plan either.
        expect(await provenByHighs(only(instance, conflict))).toBeNull();
        return;
      }
      expect(result).toMatchObject({ status: 'optimal', gap: 0 });
      expect(Math.abs(result.objective! - proven)).toBeLessThan(1e-6 * Math.max(1, Math.abs(proven)));
      const chosen = instance.options.filter((one) =>
        result.choice.some((c) => c.unit === one.unit && c.package === one.package && c.year === one.year),
      );
      const rated = ratePlan(instance, chosen, result.works);
      expect(rated.missed).toEqual([]);
      expect(rated.objective).toBeCloseTo(result.objective!, 6);
    },
    240_000,
  );
});

/** The instance with the named demands and no others. */
function only(
  instance: AllocationInstance,
  demands: readonly { readonly kind: string; readonly id: string }[],
): AllocationInstance {
  const has = (kind: string, id: string): boolean =>
    demands.some((one) => one.kind === kind && one.id === id);
  const rows = instance.rows.filter(({ id }) => has('row', id));
  const kept = new Set(rows.map(({ id }) => id));
  const narrow = <T extends { readonly use: Readonly<Record<string, number>> }>(one: T): T => ({
    ...one,
    use: Object.fromEntries(Object.entries(one.use).filter(([id]) => kept.has(id))),
  });
  return {
    ...instance,
    options: instance.options.map(narrow),
    works: instance.works?.map(narrow),
    rows,
    mandatory: instance.mandatory.filter((id) => has('mandatory', id)),
    exclusive: instance.exclusive?.filter((_, i) => has('exclusive', String(i))),
    compartments: instance.compartments?.map(({ least, ...one }) =>
      has('compartment', one.id) ? { ...one, least } : one,
    ),
    carryOver: (instance.carryOver ?? [])
      .map((chain) => chain.filter((id) => kept.has(id)))
      .filter(({ length }) => length > 1),
  };
}
