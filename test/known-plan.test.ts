import { chance } from '@aftermine/science/base';
import { parseAllocation, type SolveLinear, solveLargeInstance } from '@aftermine/science/plan';
import { describe, expect, test } from 'vitest';

/** A solver that never comes by anything. */
const helpless: SolveLinear = async () => ({
  status: 'unknown',
  objective: null,
  bound: null,
  columns: new Float64Array(),
  prices: new Float64Array(),
});

/** Thirty units and six equalities that one hidden choice meets, and hardly another. */
function hiddenPlan(seed: number) {
  const { uniform } = chance(seed);
  const rows = Array.from({ length: 6 }, (_, r) => ({ id: `r${r}`, sense: '=' as const, limit: 0 }));
  const options = Array.from({ length: 30 }, (_, u) => ({
    unit: `U${u}`,
    package: 'P',
    year: 2026,
    value: uniform(),
    use: Object.fromEntries(rows.map(({ id }) => [id, Math.round(1e6 * uniform())])),
  }));
  const taken = options.filter(() => uniform() < 0.5);
  for (const row of rows) row.limit = taken.reduce((sum, { use }) => sum + use[row.id]!, 0);
  const instance = parseAllocation(
    {
      format: 'aftermine-allocation/1',
      sense: 'max',
      options,
      rows,
      mandatory: [],
    },
    'made',
  );
  return { instance, taken };
}

describe('a plan that is known', () => {
  test('is kept where the search comes by none', async () => {
    for (const seed of [1, 2, 3]) {
      const { instance, taken } = hiddenPlan(seed);
      const options = { gap: 1e-3, seed: 1, left: () => 60 };
      const without = await solveLargeInstance(instance, helpless, options);
      expect(without.objective).toBeNull();
      const known = taken.map(({ unit, package: of, year }) => ({ unit, package: of, year }));
      const { objective, choice, bound } = await solveLargeInstance(instance, helpless, {
        ...options,
        known,
      });
      expect(objective).toBeCloseTo(
        taken.reduce((sum, { value }) => sum + value, 0),
        9,
      );
      expect(choice).toEqual(known);
      expect(bound).toBeGreaterThanOrEqual(objective! - 1e-9);
    }
  });

  test('that is offered no more begins nothing, and misses rows it does not meet', async () => {
    const { instance, taken } = hiddenPlan(4);
    const half = taken.slice(1).map(({ unit }) => ({ unit, package: 'P', year: 2026 }));
    const strange = [{ unit: 'U0', package: 'Q', year: 2026 }];
    for (const known of [half, strange]) {
      const { objective } = await solveLargeInstance(instance, helpless, {
        gap: 1e-3,
        seed: 1,
        left: () => 60,
        known,
      });
      expect(objective).toBeNull();
    }
  });
});
