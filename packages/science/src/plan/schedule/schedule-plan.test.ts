import { expect, test } from 'vitest';
import { exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { buildProgramme } from '../programme/build-programme.ts';
import { schedulePlan } from './schedule-plan.ts';

const { options } = buildProgramme(UNITS, exampleLibrary(), settingsOf(), 2025);
const pick = (unit: string, use: string, year: number) =>
  options.find(
    ({ candidate, year: at }) => candidate.unit.id === unit && candidate.one.endUse === use && at === year,
  )!;

test('tasks move with the start year, and stand in the order in which they begin', () => {
  const tasks = schedulePlan([pick('B', 'forest', 2026), pick('A', 'forest', 2025)], 2025);
  expect(
    tasks.map(({ unit, measure, startMonth, endMonth }) => [unit, measure, startMonth, endMonth]),
  ).toEqual([
    ['A', 'planting', 2, 5],
    ['B', 'reshape', 12, 15],
    ['B', 'cover-soil', 15, 17],
    // Soil lies at the end of May: too late for this spring, planting season being March to May.
    ['B', 'planting', 26, 29],
  ]);
});

test('critical is what the end of the works waits for without a pause', () => {
  const critical = schedulePlan([pick('B', 'forest', 2026)], 2025).map(({ measure, critical: is }) => [
    measure,
    is,
  ]);
  expect(critical).toEqual([
    ['reshape', false],
    ['cover-soil', false],
    ['planting', true],
  ]);
});
