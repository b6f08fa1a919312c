import { expect, test } from 'vitest';
import { exampleLibrary, exampleUnit, MEASURES, settingsOf } from '../plan-example.fixture.ts';
import { buildProgramme } from '../programme/build-programme.ts';
import { billLines } from './bill-lines.ts';
import { unverifiedDefaults } from './unverified-defaults.ts';

const planting = {
  ...MEASURES.planting,
  quantities: [{ item: 'saplings', per: 'area' as const, amount: 1, source: 'unverified' }],
};
const base = exampleLibrary([planting, MEASURES['natural-recovery']]);
const library = {
  ...base,
  costs: {
    ...base.costs,
    items: base.costs.items.map((item) => (item.id === 'tending' ? { ...item, source: 'unverified' } : item)),
  },
};
const units = [
  exampleUnit('A'),
  exampleUnit('B', {}, { recoveryNow: { kind: 'unknown', reason: 'no-observation' } }),
];
const { options } = buildProgramme(units, library, settingsOf(), 2025);
const chosen = options.filter(
  ({ candidate, year }) => year === 2025 && candidate.one.id === 'forest/planting',
);

test('every figure nothing supports is told once, with how many choices rest on it, the most used first', () => {
  expect(unverifiedDefaults(library, chosen).map(({ of, what, usedBy }) => [of, what, usedBy])).toEqual([
    ['cost:tending', 'unit-cost', 2],
    ['measure:planting', 'quantity saplings', 2],
    ['plan:unguarded', '0.5', 2],
    ['plan:never-observed', '0.2', 1],
  ]);
  expect(unverifiedDefaults(library, [])).toEqual([]);
});

test('bill lines carry years and likely prices; their public sum is the public cost', () => {
  const [option] = chosen;
  const lines = billLines(option!);
  expect(
    lines.map(({ item, quantity, unitCost, cost, year, kind }) => [
      item,
      quantity,
      unitCost,
      cost,
      year,
      kind,
    ]),
  ).toEqual([
    ['saplings', 10, 20_000, 200_000, 2025, 'works'],
    ['tending', 10, 1000, 10_000, 2026, 'upkeep'],
    ['tending', 10, 1000, 10_000, 2027, 'upkeep'],
    ['tending', 10, 1000, 10_000, 2028, 'upkeep'],
  ]);
  expect(lines.reduce((sum, { cost }) => sum + cost, 0)).toBe(option!.outcome.publicCost);
});
