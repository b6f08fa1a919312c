import { expect, test } from 'vitest';
import { exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { buildProgramme } from '../programme/build-programme.ts';
import { explainUnits } from './explain-units.ts';

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
