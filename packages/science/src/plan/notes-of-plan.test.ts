import { expect, test } from 'vitest';
import { explainUnits } from './explain/explain-units.ts';
import type { PlanUnit } from './facts/plan-unit.ts';
import { notesOfPlan } from './notes-of-plan.ts';
import { exampleLibrary, exampleUnit, MEASURES, problem, settingsOf, UNITS } from './plan-example.fixture.ts';
import { buildProgramme } from './programme/build-programme.ts';

const danger = problem({
  rule: 'unstable-slope',
  factor: 'stability',
  indicator: 'stability-factor',
  severity: 'critical',
  measures: ['reshape-slope'],
});
const unstable = exampleUnit('H', { 'stability-factor': 0.8, 'slope-p90': 30 }, { problems: [danger] });

function notes(
  more: Readonly<Record<string, unknown>> = {},
  units: readonly PlanUnit[] = [unstable],
  library = exampleLibrary(),
) {
  const settings = settingsOf(more);
  const programme = buildProgramme(units, library, settings, 2025);
  return notesOfPlan(programme, explainUnits(programme, { choice: [], prices: {} } as never), settings);
}

test('a danger that nothing on offer takes away is told: no measure does, or no fund may pay it', () => {
  const untreated = { key: 'plan-note.hazard-untreated', params: { unit: 'H' } };
  expect(notes()).not.toContainEqual(untreated);
  expect(
    notes({}, [unstable], exampleLibrary([MEASURES['natural-recovery'], MEASURES.planting])),
  ).toContainEqual(untreated);
  const green = { id: 'green', name: 'Green', amounts: { '2025': 1e9 }, for: { families: ['vegetation'] } };
  expect(notes({ funds: [green] })).toContainEqual(untreated);
});

test('no budget, conditions, assumptions and silence of the register are counted', () => {
  const silent = exampleUnit(
    'S',
    {},
    { basicFarmland: null, recoveryNow: { kind: 'unknown', reason: 'no-observation' } },
  );
  expect(notes({}, [UNITS[0]!, silent]).map(({ key, params }) => [key, params])).toEqual([
    ['plan-note.no-budget', {}],
    ['plan-note.recovery-assumed', { count: 1 }],
    ['plan-note.basic-farmland-unknown', { count: 1 }],
    ['plan-note.carbon-unpriced', {}],
  ]);
  expect(notes({ budget: 5 }, [UNITS[0]!]).map(({ key }) => key)).toEqual(['plan-note.carbon-unpriced']);
});

test('a plan of very many units says that little is told of what else was possible', () => {
  const settings = settingsOf({ budget: 5 });
  const programme = buildProgramme([UNITS[0]!], exampleLibrary(), settings, 2025);
  const [unit] = explainUnits(programme, { choice: [], prices: {} });
  const of = (count: number) => notesOfPlan(programme, new Array(count).fill(unit), settings);
  const note = { key: 'plan-note.few-alternatives', params: { count: 2 } };
  expect(of(10_000)).not.toContainEqual(note);
  expect(of(10_001)).toContainEqual(note);
});
