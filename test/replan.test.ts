import {
  controlSettingsSchema,
  type LearnedCurve,
  learnedFactors,
  type ProgrammeRecord,
  planChanges,
  promisedCloseness,
  promiseOf,
  proposeRepairs,
  type Replanned,
  replan,
} from '@aftermine/science/control';
import { type Planned, planProgramme } from '@aftermine/science/plan';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  exampleLibrary,
  exampleUnit,
  settingsOf,
} from '../packages/science/src/plan/plan-example.fixture.ts';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';

const solver = new HighsSolver();
afterAll(() => solver.close());
const solve = solver.solve.bind(solver);
const library = exampleLibrary();
const control = controlSettingsSchema.parse({}).replan;
const START = 2025;
/** Six equal units and money for two a year. */
const UNITS = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => exampleUnit(id));

let first: Planned;
let record: ProgrammeRecord;
beforeAll(async () => {
  const free = await planProgramme(
    { units: UNITS, library, settings: settingsOf({ endUses: ['forest'] }), start: START, seed: 1 },
    solve,
  );
  const each = free.result.totals.publicCost / UNITS.length;
  const settings = settingsOf({ endUses: ['forest'], budget: 2.05 * each, carryOver: false });
  first = await planProgramme({ units: UNITS, library, settings, start: START, seed: 1 }, solve);
  record = {
    observedTo: 2024,
    settings,
    libraryHash: 'x',
    units: UNITS,
    plan: first.result,
    adopted: [],
    promises: [],
    repairs: [],
    seasons: [],
  };
});

function again(more: Partial<Parameters<typeof replan>[0]> = {}): Promise<Replanned> {
  return replan(
    {
      year: 2025,
      programme: record,
      library,
      settings: control,
      closeness: new Map(),
      learned: [],
      postponed: new Set(),
      repairs: [],
      seed: 1,
      ...more,
    },
    solve,
  );
}

const chosen = ({ result }: Planned) =>
  Object.fromEntries(result.units.map(({ id, choice }) => [id, choice && `${choice.id}@${choice.year}`]));

describe('planning the rest again', () => {
  test('where nothing was learned nothing moves', async () => {
    const { planned, committed } = await again();
    expect(chosen(planned)).toEqual(chosen(first));
    expect(committed.size).toBe(first.result.units.filter(({ choice }) => choice?.year === 2025).length);
    expect(planChanges(first.result, planned.result, noFacts())).toEqual([]);
  });

  test('what has begun stays, with its costs in the rows of money', async () => {
    const { planned } = await again({ closeness: new Map(UNITS.map(({ id }) => [id, 0.5])) });
    for (const { id, choice } of first.result.units)
      if (choice?.year === 2025) expect(chosen(planned)[id]).toBe(`${choice.id}@2025`);
    const row = planned.result.rows.find(({ id }) => id === 'budget:2025')!;
    expect(row.used).toBeCloseTo(first.result.rows.find(({ id }) => id === 'budget:2025')!.used, 6);
    expect(planned.result.units.every(({ choice }) => choice === null || choice.year !== null)).toBe(true);
  });

  test('works that did not begin are planned again, later, and the change says so', async () => {
    const late = first.result.units.find(({ choice }) => choice?.year === 2025)!.id;
    const { planned } = await again({ postponed: new Set([late]) });
    const choice = planned.result.units.find(({ id }) => id === late)!.choice;
    expect(choice === null || choice.year! > 2025).toBe(true);
    const changes = planChanges(first.result, planned.result, { ...noFacts(), postponed: new Set([late]) });
    expect(changes.find(({ unit }) => unit === late)).toMatchObject({ reason: 'postponed' });
  });

  test('a corrective work is paid first: what it costs is gone for the rest', async () => {
    const budget = record.settings.budget as number;
    const { planned } = await again({
      repairs: [
        { unit: 'A', action: 'replant', year: 2026, cost: 0.6 * budget, probability: 1, alarm: null },
      ],
    });
    const row = planned.result.rows.find(({ id }) => id === 'budget:2026')!;
    expect(row.limit).toBeCloseTo(0.4 * budget, 6);
    expect(row.used).toBeLessThanOrEqual(row.limit + 1e-6);
  });

  test('money that is not there for what has begun is told as infeasible, not hidden', async () => {
    const budget = record.settings.budget as number;
    const { planned } = await again({
      repairs: [{ unit: 'A', action: 'replant', year: 2025, cost: budget, probability: 1, alarm: null }],
    });
    expect(planned.result.status).toBe('infeasible');
  });
});

test('factors are the mean less the margin, and 1 where nobody learned', () => {
  const curve: LearnedCurve = {
    zone: 'humid/waste-dump',
    measure: 'planting',
    units: 4,
    seasons: 3,
    rate: { factor: 0.8, sdLog: 0.2 },
    asymptote: { factor: 0.9, sdLog: 0.1 },
    survival: { factor: 0.7, alive: 70, dead: 30 },
  };
  const unit = exampleUnit('A', {}, { damage: 'waste-dump', aridity: 0.8 });
  const factors = learnedFactors([curve], 0.5);
  expect(factors(unit, 'planting').rate).toBeCloseTo(0.8 * Math.exp(-0.1), 12);
  expect(factors(unit, 'planting').reach).toBeCloseTo(0.9 * Math.exp(-0.05), 12);
  expect(factors(unit, 'planting').survival).toBe(0.7);
  expect(factors(unit, 'seeding')).toEqual({ rate: 1, reach: 1, survival: 1 });
});

test('a promise follows the course of the plan: before, at and after the works stand', () => {
  const option = first.chosen[0]!;
  const { candidate, year, outcome } = option;
  const promise = promiseOf(candidate.unit, { candidate, year }, library, {
    from: START,
    acceptanceYears: 10,
    seasonAt: 0,
  });
  expect(promisedCloseness(promise, START)).toBeCloseTo(outcome.recoveryNow, 12);
  expect(promisedCloseness(promise, START + 20)).toBeCloseTo(outcome.recoveryEnd, 12);
  expect(promise.acceptanceYear).toBe(Math.ceil(promise.readyAt!) + 10);
  const untouched = promiseOf(candidate.unit, null, library, { from: START, acceptanceYears: 10 });
  expect(promisedCloseness(untouched, START + 20)).toBeCloseTo(outcome.recoveryEndWithout, 12);
});

test('repairs go where need is dearest, as far as the money goes', () => {
  const works = first.result.units.find(({ choice }) => choice !== null)!;
  const cost =
    control.replant.share *
    works.bill.reduce(
      (sum, line) => (line.payer === 'public' && line.kind === 'works' ? sum + line.cost : sum),
      0,
    );
  const ids = first.result.units.filter(({ choice }) => choice !== null).map(({ id }) => id);
  const cases = ids.map((unit, i) => ({
    unit,
    alarm: null,
    action: 'replant',
    probability: 0.65 + 0.05 * i,
    exposure: 1,
  }));
  const all = proposeRepairs(cases, first.result, 2027, null, control.replant);
  expect(all.map(({ unit }) => unit)).toEqual([...ids].reverse());
  expect(all[0]!.cost).toBeCloseTo(cost, 6);
  const some = proposeRepairs(cases, first.result, 2027, 1.5 * cost, control.replant);
  expect(some.map(({ unit }) => unit)).toEqual([ids.at(-1)]);
  const rare = cases.map((one) => ({ ...one, probability: 0.59 }));
  expect(proposeRepairs(rare, first.result, 2027, null, control.replant)).toEqual([]);
});

function noFacts() {
  return { departure: new Map(), moved: new Set<string>(), postponed: new Set<string>(), charged: 0 };
}
