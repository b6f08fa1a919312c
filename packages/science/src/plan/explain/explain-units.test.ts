import { expect, test } from 'vitest';
import { exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { buildProgramme } from '../programme/build-programme.ts';
import { explainUnits, FEWER_ALTERNATIVES, tellUnits } from './explain-units.ts';

const explained = (more: Readonly<Record<string, unknown>>) =>
  explainUnits(buildProgramme(UNITS, exampleLibrary(), settingsOf(more), 2025), {
    choice: [],
    prices: {},
  } as never);

test('what no limit has room for, even alone, is no rival: the limit is the reason, not money', () => {
  const plenty = explained({});
  const worth = plenty.filter(({ runnerUp }) => (runnerUp?.value ?? 0) > 0);
  expect(worth.length).toBeGreaterThan(0);
  const crews = explained({ crewsHaPerYear: 1 });
  for (const { id } of worth)
    expect(crews.find((one) => one.id === id)).toMatchObject({
      notChosen: 'no-room',
      runnerUp: null,
      alternatives: [],
    });
});

test('money that may be carried over is held against all the years up to its own', () => {
  const later = { '2025': 1e9, '2026': 0, '2027': 0 };
  const years = (carryOver: boolean) =>
    explained({ budget: later, carryOver }).flatMap(({ alternatives }) =>
      alternatives.filter(({ outcome }) => outcome!.publicCost > 0).map(({ year }) => year!),
    );
  expect(years(true).length).toBeGreaterThan(0);
  expect(years(false).filter((year) => year > 2025)).toEqual([]);
});

test('a very large plan tells the best others alone, and nothing of their gates; all else is told as ever', () => {
  const programme = buildProgramme(UNITS, exampleLibrary(), settingsOf({ budget: 1e6 }), 2025);
  const [option] = [...programme.options];
  const { candidate, year } = option!;
  const result = {
    choice: [{ unit: candidate.unit.id, package: candidate.one.id, year }],
    prices: { 'budget:2025': 1e-6 },
  };
  const [long, short] = [tellUnits(programme, result, false), tellUnits(programme, result, true)];
  expect(short.chosen).toEqual(long.chosen);
  expect(Math.max(...long.units.map(({ alternatives }) => alternatives.length))).toBeGreaterThan(
    FEWER_ALTERNATIVES,
  );
  long.units.forEach((unit, u) => {
    const { alternatives, runnerUp, ...rest } = short.units[u]!;
    expect(unit).toMatchObject(rest);
    expect(alternatives).toEqual(
      unit.alternatives.slice(0, FEWER_ALTERNATIVES).map((one) => ({ ...one, gates: [] })),
    );
    expect(runnerUp).toEqual(alternatives[0] ?? null);
  });
  expect(long.units.some(({ alternatives }) => alternatives.some(({ gates }) => gates.length > 0))).toBe(
    true,
  );
});

test('beside the plan in force nothing else is told, and what is the same is kept', () => {
  const programme = buildProgramme(UNITS, exampleLibrary(), settingsOf({ budget: 1e6 }), 2025);
  const { candidate, year } = [...programme.options][0]!;
  const choice = [{ unit: candidate.unit.id, package: candidate.one.id, year }];
  const before = structuredClone(tellUnits(programme, { choice, prices: {} }).units);
  const dearer = { choice, prices: { 'budget:2025': 1e-6 } };
  const { units } = tellUnits(programme, dearer, undefined, before);
  expect(units).toStrictEqual(tellUnits(programme, dearer).units);
  expect(units).not.toEqual(before);
  units.forEach((unit, u) => {
    const was = before[u]!;
    expect(unit.barred).toBe(was.barred);
    expect(unit.findings).toBe(was.findings);
    if (unit.choice !== null) expect(unit.choice.gates).toBe(was.choice!.gates);
  });
  expect(units.some(({ bill }, u) => bill.length > 0 && bill === before[u]!.bill)).toBe(true);
});
