import { readFileSync } from 'node:fs';
import { allocationModel, parseAllocation, solveExact } from '@aftermine/science/plan';
import { afterAll, expect, test } from 'vitest';
import { HighsSolver } from '../../packages/workbench/src/adapters/highs/highs-solver.ts';
import { describeWithData, golden } from '../golden.ts';

const FOLDER = golden('planning/prioritizr_sim_zones');

/** Rows of a table by column name; an empty cell (no data in the source) is null. */
function table(file: string): Record<string, number | null>[] {
  const [head, ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',').map((name) => name.replaceAll('"', ''));
  return lines.map((line) =>
    Object.fromEntries(
      line.split(',').map((text, i) => {
        const value = Number(text.replaceAll('"', ''));
        return [names[i]!, text === '' || Number.isNaN(value) ? null : value];
      }),
    ),
  );
}

describeWithData('zone problems of prioritizr', FOLDER, () => {
  const solver = new HighsSolver();
  afterAll(() => solver.close());
  const cells = table('cells.csv');
  const amounts = table('zone_features.csv');
  const totals = readFileSync(`${FOLDER}/feature_totals.csv`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => Number(line.split(',')[1]));
  const expected = JSON.parse(readFileSync(golden('planning/EXPECTED.json'), 'utf8')) as Record<
    string,
    { lp: number; mip_optimum: number }
  >;
  const feature = (cell: number, of: number): number => cells[cell]![`feature${of + 1}`] ?? 0;
  const features = totals.map((_, i) => i);

  interface Zone {
    readonly cost: (cell: number) => number | null;
    readonly amount: (cell: number, feature: number) => number;
    /** Row the zone's amounts count for. */
    readonly row: (feature: number) => string;
  }

  /** Least cost so that every target is reached; each cell in one zone at most. */
  function problem(
    zones: readonly Zone[],
    rows: readonly { id: string; limit: number }[],
    allowed = (_zone: number, _cell: number) => true,
  ) {
    return parseAllocation(
      {
        format: 'aftermine-allocation/1',
        sense: 'min',
        rows: rows.map((row) => ({ ...row, sense: '>=' })),
        options: cells.flatMap((_, cell) =>
          zones.flatMap((zone, z) => {
            const cost = zone.cost(cell);
            if (cost === null || !allowed(z, cell)) return [];
            const use: Record<string, number> = {};
            for (const f of features) {
              const amount = zone.amount(cell, f);
              if (amount !== 0) use[zone.row(f)] = amount;
            }
            return [{ unit: `c${cell}`, package: `z${z + 1}`, year: 2026, value: cost, use }];
          }),
        ),
      },
      'test',
    );
  }

  const cell = (cost: string) => (i: number) => cells[i]![cost] ?? null;
  const targets = (prefix: string, limit: (f: number) => number) =>
    features.map((f) => ({ id: `${prefix}${f}`, limit: limit(f) }));
  const single: Zone = { cost: cell('cost'), amount: feature, row: (f) => `a${f}` };

  const problems = {
    sim_p1: () =>
      problem(
        [single],
        targets('a', (f) => 0.1 * totals[f]!),
      ),
    sim_p2_two_zones: () =>
      problem(
        [single, { ...single, row: (f) => `b${f}` }],
        [...targets('a', (f) => 0.1 * totals[f]!), ...targets('b', (f) => 0.05 * totals[f]!)],
      ),
    sim_p3_two_zones_costs: () =>
      problem(
        [
          { ...single, cost: cell('cost_zone1') },
          {
            cost: cell('cost_zone2'),
            amount: (i, f) => 0.5 * feature(i, f),
            row: (f) => `b${f}`,
          },
        ],
        [...targets('a', (f) => 0.1 * totals[f]!), ...targets('b', (f) => 0.05 * 0.5 * totals[f]!)],
      ),
    sim_p4_three_zones_pooled: () => pooled(),
    sim_p5_locked: () => pooled((zone, i) => zone !== 2 || i >= 80),
  };
  function pooled(allowed?: (zone: number, cell: number) => boolean) {
    const zones = [
      [100, 0.1],
      [300, 0.5],
      [200, 0.8],
    ].map(
      ([cost, share]): Zone => ({
        // Cells without a cost are free in the source.
        cost: (i) => (cells[i]!['cost'] === null ? 0 : cost!),
        amount: (i, f) => share! * feature(i, f),
        row: (f) => `a${f}`,
      }),
    );
    return problem(
      zones,
      targets('a', () => 8),
      allowed,
    );
  }

  test.each(Object.keys(problems) as (keyof typeof problems)[])(
    '%s: the proven optimum, and the bound of the relaxation',
    async (name) => {
      const instance = problems[name]();
      const { lp, mip_optimum } = expected[name]!;
      const relaxed = await solver.solve(allocationModel(instance).model, { relaxed: true });
      expect(Math.abs(relaxed.objective! / lp - 1)).toBeLessThan(1e-6);
      const result = await solveExact(instance, solver.solve);
      expect(result).toMatchObject({ status: 'optimal', gap: 0 });
      expect(Math.abs(result.objective! / mip_optimum - 1)).toBeLessThan(1e-9);
      for (const { used, limit } of result.rows) expect(used).toBeGreaterThanOrEqual(limit * (1 - 1e-9));
      expect(amounts).toHaveLength(cells.length);
    },
    120_000,
  );
});
