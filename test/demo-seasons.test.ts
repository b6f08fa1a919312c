import { standingOfSolved } from '@aftermine/science/control';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { wholeDemo } from './whole-demo.ts';

let dir: string;
let code: number;
let out = '';
let err = '';

/** The whole demonstration as `aftermine demo` runs it, with all its size. */
beforeAll(async () => {
  ({ dir, code, out, err } = await wholeDemo());
}, 500_000);

describe('ten seasons of the demonstration mine', () => {
  test('the command ends well: everything planted was found', () => {
    expect(err).not.toContain('E-');
    expect(code).toBe(0);
  });

  test('the planted relapse is alerted within two seasons, acted on, planned again and closed', () => {
    const { seasons } = JSON.parse(out).data;
    const { relapse, clearing, falseAlarms, unitSeasons, problems } = seasons;
    expect(problems).toEqual([]);
    expect(relapse.alerted).toBeGreaterThanOrEqual(relapse.planted);
    expect(relapse.alerted).toBeLessThanOrEqual(relapse.planted + 1);
    expect(relapse.replanned).toBeGreaterThanOrEqual(relapse.alerted);
    expect(relapse.closed).toBeGreaterThan(relapse.replanned);
    expect(clearing.alerted).toBe(clearing.planted);
    expect(unitSeasons).toBe(100);
    expect(falseAlarms / unitSeasons).toBeLessThanOrEqual(0.05);
  });

  test('the drought of the story raises no alert where nothing was planted', async () => {
    const { relapse } = JSON.parse(out).data.seasons;
    const store = await composeWorkbench().openStore(dir);
    try {
      const dry = (await store.season(2032))!;
      expect(dry.weather.kind).toBe('dry');
      expect(dry.alarms.filter(({ unit }) => unit !== null && unit !== relapse.unit)).toEqual([]);
      expect(await store.seasons()).toHaveLength(10);
      const { entries } = await store.ledger();
      const kinds = new Set(entries.map(({ kind }) => kind));
      for (const kind of [
        'adopted',
        'raised',
        'action-added',
        'evidence-added',
        'rectified',
        'recheck-passed',
        'closed',
        'replanned',
      ])
        expect(kinds).toContain(kind);
    } finally {
      await store.close();
    }
  });

  test('the plan that was adopted stays beside the programme, with the front it was chosen from', async () => {
    const store = await composeWorkbench().openStore(dir);
    try {
      const [solved, programme] = [(await store.solvedPlan())!, (await store.programme())!];
      expect(standingOfSolved(programme, solved).kind).toBe('adopted');
      expect(solved.front!.plans.filter(({ dominatedBy }) => dominatedBy === null).length).toBeGreaterThan(4);
      expect(await store.plan()).toEqual(programme.plan);
    } finally {
      await store.close();
    }
  });
});
