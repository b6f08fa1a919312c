import { chance } from '@aftermine/science/base';
import {
  type AllocationInstance,
  type AllocationResult,
  allocationModel,
  type Demand,
  explainInfeasible,
  parseAllocation,
  solveExact,
} from '@aftermine/science/plan';
import { afterAll, describe, expect, test } from 'vitest';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';

const solver = new HighsSolver();
afterAll(() => solver.close());

interface Size {
  readonly units: number;
  readonly packages: number;
  readonly years: number;
  /** Share of what everything would take. */
  readonly tightness: number;
}

/** A programme with every kind of row the format knows, from a seed. */
function programme(seed: number, { units, packages, years, tightness }: Size): AllocationInstance {
  const random = chance(seed).uniform;
  // Whole numbers make ties, which the small programmes are for; measured amounts do not.
  const whole = (from: number, to: number): number =>
    units <= 10 ? from + Math.floor(random() * (to - from + 1)) : from + random() * (to - from);
  const options: AllocationInstance['options'] = [];
  for (let u = 0; u < units; u += 1)
    for (let p = 0; p < packages; p += 1) {
      const [cost, value, water] = [whole(5, 40), whole(1, 60), whole(0, 9)];
      for (let y = 0; y < years; y += 1) {
        const use: Record<string, number> = { [`budget:${y}`]: cost, [`water:${y}`]: water };
        if (p === 0) use['farmland'] = whole(1, 5);
        if (p === 1) use[`jobs:${y}`] = whole(1, 6);
        options.push({
          unit: `U${u}`,
          package: `P${p}`,
          year: 2026 + y,
          value: value * 0.95 ** y,
          use,
          ...(u % 5 === 1 && p === 1 ? { needs: ['road'] } : {}),
        });
      }
    }
  const perYear = (units * 20 * tightness) / years;
  const chain = Array.from({ length: years }, (_, y) => `budget:${y}`);
  return parseAllocation(
    {
      format: 'aftermine-allocation/1',
      options,
      rows: [
        ...chain.map((id) => ({ id, sense: '<=', limit: Math.round(perYear) })),
        ...chain.map((_, y) => ({ id: `water:${y}`, sense: '<=', limit: Math.round(perYear / 5) })),
        { id: 'farmland', sense: '>=', limit: Math.round(units * tightness * 0.3) },
        ...chain.map((_, y) => ({ id: `jobs:${y}`, sense: '>=', limit: 1 })),
      ],
      mandatory: ['U0'],
      works: chain.map((id, y) => ({ id: 'road', year: 2026 + y, value: -3, use: { [id]: 10 } })),
      exclusive: [
        [
          { unit: 'U1', package: 'P0' },
          { unit: 'U2', package: 'P0' },
        ],
      ],
      compartments: [
        { id: 'A', units: ['U0', 'U1'] },
        { id: 'B', units: ['U2', 'U3'], least: 2 },
      ],
      boundary: [{ a: 'A', b: 'B', penalty: 4 }],
      carryOver: [chain],
    },
    'seed',
  );
}

/** The best plan by trying every one; null where none is possible. Demands not kept are not asked for. */
function bestByTrying(
  instance: AllocationInstance,
  keep: (demand: Demand) => boolean = () => true,
): number | null {
  const units = [...new Set(instance.options.map(({ unit }) => unit))];
  const ways = units.map((unit) => [null, ...instance.options.filter((one) => one.unit === unit)]);
  const works = instance.works ?? [];
  const workIds = [...new Set(works.map(({ id }) => id))];
  const workWays = workIds.map((id) => [null, ...works.filter((one) => one.id === id)]);
  let best: number | null = null;
  const tryAll = (at: number, chosen: AllocationInstance['options'], built: typeof works): void => {
    if (at < units.length) {
      for (const way of ways[at]!) tryAll(at + 1, way === null ? chosen : [...chosen, way], built);
      return;
    }
    if (at < units.length + workIds.length) {
      for (const way of workWays[at - units.length]!)
        tryAll(at + 1, chosen, way === null ? built : [...built, way]);
      return;
    }
    const value = worthOf(instance, chosen, built, keep);
    if (value !== null && (best === null || value > best)) best = value;
  };
  tryAll(0, [], []);
  return best;
}

function worthOf(
  instance: AllocationInstance,
  chosen: AllocationInstance['options'],
  built: NonNullable<AllocationInstance['works']>,
  keep: (demand: Demand) => boolean,
): number | null {
  const treated = new Map(chosen.map((one) => [one.unit, one]));
  for (const unit of instance.mandatory)
    if (keep({ kind: 'mandatory', id: unit }) && !treated.has(unit)) return null;
  for (const { needs = [], year } of chosen)
    for (const id of needs) if (!built.some((one) => one.id === id && one.year <= year)) return null;
  for (const [i, group] of (instance.exclusive ?? []).entries()) {
    const count = group.filter(({ unit, package: of }) => {
      const one = treated.get(unit);
      return one !== undefined && (of === undefined || one.package === of);
    }).length;
    if (keep({ kind: 'exclusive', id: String(i) }) && count > 1) return null;
  }
  const used = new Map(instance.rows.map(({ id }) => [id, 0]));
  for (const { use } of [...chosen, ...built])
    for (const [id, amount] of Object.entries(use)) used.set(id, used.get(id)! + amount);
  const chains = instance.carryOver ?? [];
  for (const chain of chains) {
    let rest = 0;
    for (const id of chain) {
      if (!keep({ kind: 'row', id })) {
        rest = 0;
        continue;
      }
      rest += instance.rows.find((row) => row.id === id)!.limit - used.get(id)!;
      if (rest < -1e-6) return null;
    }
  }
  for (const { id, sense, limit } of instance.rows) {
    if (!keep({ kind: 'row', id }) || chains.flat().includes(id)) continue;
    const amount = used.get(id)!;
    if (sense !== '>=' && amount > limit + 1e-6) return null;
    if (sense !== '<=' && amount < limit - 1e-6) return null;
  }
  const open = new Set<string>();
  for (const { id, units, least } of instance.compartments ?? []) {
    const count = units.filter((unit) => treated.has(unit)).length;
    if (count > 0) open.add(id);
    if (count > 0 && least !== undefined && count < least && keep({ kind: 'compartment', id })) return null;
  }
  let value = 0;
  for (const one of [...chosen, ...built]) value += one.value;
  for (const { a, b, penalty } of instance.boundary ?? []) if (open.has(a) !== open.has(b)) value -= penalty;
  return value;
}

/** What a result is worth when worked out apart from the solver; null where it breaks a demand. */
function worthOfResult(instance: AllocationInstance, result: AllocationResult): number | null {
  const chosen = instance.options.filter((one) =>
    result.choice.some((c) => c.unit === one.unit && c.package === one.package && c.year === one.year),
  );
  const built = (instance.works ?? []).filter((one) =>
    result.works.some(({ id, year }) => id === one.id && year === one.year),
  );
  return worthOf(instance, chosen, built, () => true);
}

describe('exact allocation', () => {
  test.each(Array.from({ length: 12 }, (_, i) => i))(
    'small programme %i: as good as the best of all plans, or impossible where none is',
    async (seed) => {
      const size = { units: 5, packages: 2, years: 2, tightness: 0.35 + 0.06 * (seed % 6) };
      const instance = programme(seed, size);
      const best = bestByTrying(instance);
      const result = await solveExact(instance, solver.solve);
      if (best === null) {
        expect(result.status).toBe('infeasible');
        return;
      }
      expect(result.status).toBe('optimal');
      expect(result.objective).toBeCloseTo(best, 9);
      expect(worthOfResult(instance, result)).toBeCloseTo(best, 9);
    },
    60_000,
  );

  test.each([
    [101, 'jobs', 'budget'],
    [102, 'farmland', 'budget'],
    [103, 'farmland', 'water'],
  ] as const)(
    'impossible programme %i names a true conflict, and the least that helps',
    async (seed, floor, ceiling) => {
      const instance = programme(seed, { units: 5, packages: 2, years: 2, tightness: 0.6 });
      const tight: AllocationInstance = {
        ...instance,
        rows: instance.rows.map((row) =>
          row.id.startsWith(floor)
            ? { ...row, limit: 12 }
            : row.id.startsWith(ceiling)
              ? { ...row, limit: 10 }
              : row,
        ),
      };
      expect(bestByTrying(tight)).toBeNull();
      const { conflict, relax } = await explainInfeasible(tight, solver.solve);
      const key = ({ kind, id }: Demand): string => `${kind} ${id}`;
      const named = new Set(conflict!.map(key));
      expect(named.size).toBeGreaterThan(0);
      expect(bestByTrying(tight, (demand) => named.has(key(demand)))).toBeNull();
      for (const one of named)
        expect(bestByTrying(tight, (demand) => named.has(key(demand)) && key(demand) !== one)).not.toBeNull();
      const eased: AllocationInstance = {
        ...tight,
        mandatory: tight.mandatory.filter(
          (id) => !relax.some(({ demand }) => key(demand) === `mandatory ${id}`),
        ),
        rows: tight.rows.map((row) => {
          const by = relax.find(({ demand }) => key(demand) === `row ${row.id}`)?.by ?? 0;
          return { ...row, limit: row.limit + (row.sense === '>=' ? -1 : 1) * by * (1 + 1e-9) };
        }),
      };
      expect(relax.length).toBeGreaterThan(0);
      expect(bestByTrying(eased)).not.toBeNull();
    },
    60_000,
  );

  test('30 units of every kind of row: proven best, feasible, and richer with more money', async () => {
    const instance = programme(30, { units: 30, packages: 3, years: 3, tightness: 0.3 });
    const result = await solveExact(instance, solver.solve);
    expect(result).toMatchObject({ status: 'optimal', gap: 0 });
    expect(worthOfResult(instance, result)).toBeCloseTo(result.objective!, 6);
    const { limit } = instance.rows.find(({ id }) => id === 'budget:0')!;
    const richer = {
      ...instance,
      rows: instance.rows.map((row) => (row.id === 'budget:0' ? { ...row, limit: limit + 10 } : row)),
    };
    const more = await solveExact(richer, solver.solve);
    expect(more.objective!).toBeGreaterThan(result.objective!);
    // The relaxation bounds what money can buy: no more than its price.
    const relaxed = await solver.solve(allocationModel(instance).model, { relaxed: true });
    const easier = await solver.solve(allocationModel(richer).model, { relaxed: true });
    expect(easier.objective! - relaxed.objective!).toBeLessThanOrEqual(
      10 * result.prices['budget:0']! + 1e-6,
    );
  }, 120_000);

  test.each([120, 400])(
    '%i units in five seconds: a feasible plan and an honest gap',
    async (units) => {
      const instance = programme(units, { units, packages: 3, years: 3, tightness: 0.5 });
      const result = await solveExact(instance, solver.solve, { timeLimit: 5 });
      expect(worthOfResult(instance, result)).toBeCloseTo(result.objective!, 6);
      expect(result.gap).toBeLessThan(0.02);
      const longer = await solveExact(instance, solver.solve, { timeLimit: 8 });
      expect(longer.objective!).toBeLessThanOrEqual(result.bound! + 1e-6);
    },
    120_000,
  );

  test('prices are what one unit more of a row is worth', async () => {
    const instance = parseAllocation(
      {
        format: 'aftermine-allocation/1',
        options: [
          { unit: 'A', package: 'P', year: 1, value: 30, use: { money: 10 } },
          { unit: 'B', package: 'P', year: 1, value: 20, use: { money: 10 } },
        ],
        rows: [{ id: 'money', sense: '<=', limit: 15 }],
      },
      'two',
    );
    const result = await solveExact(instance, solver.solve);
    expect(result.prices).toEqual({ money: 2 });
    expect(result.choice).toEqual([{ unit: 'A', package: 'P', year: 1 }]);
    expect(result.rows).toEqual([{ id: 'money', used: 10, limit: 15 }]);
  });
});

describe('reading an instance', () => {
  const good = {
    format: 'aftermine-allocation/1',
    options: [{ unit: 'A', package: 'P', year: 2026, value: 1, use: { b: 1 } }],
    rows: [{ id: 'b', sense: '<=', limit: 5 }],
  };
  test.each([
    ['E-PLN-101', { ...good, format: 'other' }],
    ['E-PLN-101', { ...good, options: [] }],
    ['E-PLN-101', { ...good, options: [{ ...good.options[0], value: 'much' }] }],
    ['E-PLN-101', { ...good, rows: [{ id: 'b', sense: '<', limit: 5 }] }],
    ['E-PLN-102', { ...good, options: [...good.options, ...good.options] }],
    ['E-PLN-102', { ...good, rows: [...good.rows, ...good.rows] }],
    ['E-PLN-103', { ...good, rows: [] }],
    ['E-PLN-103', { ...good, options: [{ ...good.options[0], needs: ['road'] }] }],
    ['E-PLN-103', { ...good, exclusive: [[{ unit: 'A' }, { unit: 'Z' }]] }],
    ['E-PLN-104', { ...good, mandatory: ['Z'] }],
    [
      'E-PLN-105',
      {
        ...good,
        rows: [
          { id: 'b', sense: '>=', limit: 5 },
          { id: 'c', sense: '<=', limit: 1 },
        ],
        carryOver: [['b', 'c']],
      },
    ],
  ])('%s', (code, value) => {
    expect(() => parseAllocation(value, 'plan.json')).toThrow(code);
  });
});
