/**
 * Chooses packages and years under a yearly budget and a floor of farmland, without a project: three units, two years.
 * Run with: node examples/allocate-a-budget.ts
 */

import { parseAllocation, solveAllocation } from '@aftermine/science/plan';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';

const unit = (id: string, pack: string, value: number, cost: number, farmland = 0) =>
  [2026, 2027].map((year) => ({
    unit: id,
    package: pack,
    year,
    // A year later is worth a little less.
    value: value * 0.95 ** (year - 2026),
    use: { [`budget:${year}`]: cost, farmland },
  }));

const instance = parseAllocation(
  {
    format: 'aftermine-allocation/1',
    options: [
      ...unit('dump', 'grassland', 8, 300),
      ...unit('dump', 'terraced fields', 7, 600, 12),
      ...unit('quarry', 'layered planting', 5, 500),
      ...unit('yard', 'fields', 4, 450, 6),
    ],
    rows: [
      { id: 'budget:2026', sense: '<=', limit: 700 },
      { id: 'budget:2027', sense: '<=', limit: 500 },
      { id: 'farmland', sense: '>=', limit: 6 },
    ],
    // What is not spent in 2026 may be spent in 2027.
    carryOver: [['budget:2026', 'budget:2027']],
  },
  'the example',
);

const { solver } = composeWorkbench();
const plan = await solveAllocation(instance, solver.solve);
await solver.close();
console.log(
  `${plan.status}: value ${plan.objective?.toFixed(2)}, nothing is better than ${plan.bound?.toFixed(2)}`,
);
for (const { unit: id, package: pack, year } of plan.choice) console.log(`${year} ${id}: ${pack}`);
for (const { id, used, limit } of plan.rows)
  console.log(`${id}: ${used} of ${limit}, one more is worth ${(plan.prices[id] ?? 0).toFixed(4)}`);
