import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  blindCourse,
  type Course,
  controlSettingsSchema,
  drawTruth,
  type FutureWorth,
  futureWorth,
  LIKELY_TRUTH,
  policyOutcome,
  steerProgramme,
  type WorthInput,
  type WorthProblem,
  worthProblem,
  worthSettingsSchema,
} from '@aftermine/science/control';
import { planProgramme } from '@aftermine/science/plan';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  exampleLibrary,
  exampleUnit,
  settingsOf,
} from '../packages/science/src/plan/plan-example.fixture.ts';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { command } from './own-scenes-project.ts';
import { makeSmallProject } from './small-project.ts';

const solver = new HighsSolver();
afterAll(() => solver.close());
const solve = solver.solve.bind(solver);
const START = 2025;
const library = exampleLibrary();
/** Six units alike, money for two a year and some to spare; hard times, so that there is something to see to. */
const UNITS = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => exampleUnit(id));
const WORTH = worthSettingsSchema.parse({ dieOffs: 0.15, droughts: 0.25, seasonsAfter: 3 });
const FUTURES = 8;

let input: WorthInput;
let problem: WorthProblem;
let blind: Course;
let futures: FutureWorth[];
beforeAll(async () => {
  const plan = (more: Record<string, unknown>) =>
    planProgramme(
      {
        units: UNITS,
        library,
        settings: settingsOf({ endUses: ['forest'], ...more }),
        start: START,
        seed: 1,
      },
      solve,
    );
  const each = (await plan({})).result.totals.publicCost / UNITS.length;
  const settings = settingsOf({ endUses: ['forest'], budget: 2.6 * each });
  const { result } = await plan({ budget: 2.6 * each });
  input = {
    plan: result,
    units: UNITS,
    library,
    settings,
    control: controlSettingsSchema.parse({}),
    worth: WORTH,
    observedTo: START - 1,
    seasonAt: 0.55,
    looks: new Map(),
    seed: 1,
  };
  problem = worthProblem(input);
  blind = await blindCourse(problem, solve);
  futures = [];
  for (let n = 0; n < FUTURES; n += 1) futures.push(await futureWorth(problem, blind, n, solve));
}, 60_000);

const likely = () => ({ truth: LIKELY_TRUTH, settings: WORTH, times: problem.times });
const adopted = (): Course => ({
  choices: new Map(
    input.plan.units.flatMap(({ id, choice }) =>
      choice?.year == null ? [] : [[id, { package: choice.id, year: choice.year }] as const],
    ),
  ),
  repairs: new Map(),
  works: [],
});

describe('the same future under several policies', () => {
  test('in the future the plan reckons with, the fixed plan comes to what the plan says', () => {
    const { value, objectives, cost } = policyOutcome(adopted(), problem, likely());
    const { totals, objective } = input.plan;
    expect(value).toBeCloseTo(objective!, 9);
    expect(objectives.ecology).toBeCloseTo(totals.objectives.ecology, 9);
    expect(objectives.carbon).toBeCloseTo(totals.objectives.carbon, 6);
    expect(cost).toBeCloseTo(totals.publicCost, 6);
  });

  test('where nothing departs from the plan, seasons change nothing', async () => {
    const course = await steerProgramme(problem, likely(), solve);
    expect(course.choices).toEqual(adopted().choices);
    expect(course.repairs.size).toBe(0);
    expect(course.changes).toBe(0);
  });

  test('nobody does better than whoever knows the future', () => {
    for (const { fixed, blind: before, steered, perfect } of futures) {
      expect(perfect.proven).toBe(true);
      for (const { value } of [fixed, before, steered])
        expect(perfect.value).toBeGreaterThanOrEqual(value - 1e-12);
    }
    expect(futures.some(({ fixed, perfect }) => perfect.value > fixed.value + 1e-6)).toBe(true);
  });

  test('seasons see to what fails: there are corrective works, and only where the land departs', () => {
    expect(futures.reduce((sum, { repairs }) => sum + repairs, 0)).toBeGreaterThan(0);
    for (const { repairs, unpaid, fixed, steered } of futures) {
      if (repairs === 0) expect(steered.cost).toBeLessThanOrEqual(fixed.cost + 1e-6);
      expect(unpaid).toBe(0);
    }
  });

  test('money that steering spends is money there is, year by year', async () => {
    for (let n = 0; n < 3; n += 1) {
      const future = { truth: drawTruth(input.seed, n, WORTH), settings: WORTH, times: problem.times };
      const { choices, repairs } = await steerProgramme(problem, future, solve);
      const spent = new Map<string, number>();
      const add = (use: Readonly<Record<string, number>>): void => {
        for (const [row, amount] of Object.entries(use)) spent.set(row, (spent.get(row) ?? 0) + amount);
      };
      for (const [unit, choice] of choices) {
        add(
          problem.programme.options.find(
            ({ candidate, year }) =>
              candidate.unit.id === unit && candidate.one.id === choice.package && year === choice.year,
          )!.use,
        );
        for (const year of repairs.get(unit) ?? [])
          add(problem.useOfRepair(year, problem.option(unit, choice).repair.cost));
      }
      let left = 0;
      for (const { id, limit } of problem.programme.rows.filter((row) => row.id.startsWith('budget:'))) {
        left += limit - (spent.get(id) ?? 0);
        expect(left).toBeGreaterThan(-1);
      }
    }
  });

  test('a future is the same whichever came before it', async () => {
    expect(await futureWorth(worthProblem(input), blind, 5, solve)).toEqual(futures[5]);
  });

  test('a plan that begins nothing has nothing to control', () => {
    const units = input.plan.units.map((unit) => ({ ...unit, choice: null }));
    expect(() => worthProblem({ ...input, plan: { ...input.plan, units } })).toThrow(/E-CTL-611/);
  });
});

describe('aftermine value-of-control', () => {
  const bin = resolve(import.meta.dirname, '../packages/workbench/bin/aftermine.js');
  const COUNT = 10;
  let work: string;
  let template: string;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'aftermine-worth-'));
    template = await makeSmallProject(join(work, 'template'), { from: 2020, to: 2020 });
    const { settings } = composeWorkbench();
    const plan = {
      start: 2025,
      years: 3,
      budget: 1_500_000,
      risk: { draws: 0 },
      basicFarmland: 'as-registered',
    };
    for (const [key, value] of Object.entries(plan)) settings.set(template, ['plan', key], value);
    settings.set(template, ['diagnose', 'climate'], { precipitationMm: 340, petMm: 950 });
    for (const argv of [['diagnose'], ['plan', 'solve']])
      expect((await command([...argv, '-C', template, '--json'])).code).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  function copyOf(name: string): string {
    const dir = join(work, name);
    cpSync(template, dir, { recursive: true });
    return dir;
  }
  const value = (dir: string, ...more: string[]) =>
    command(['value-of-control', '-C', dir, '--futures', String(COUNT), '--json', ...more]);
  const result = (dir: string): Buffer => readFileSync(join(dir, 'reports/value-of-control.json'));

  test('killed with -9 it goes on where it was, and the result is the same to the byte', async () => {
    const [undisturbed, killed] = [copyOf('undisturbed'), copyOf('killed')];
    const whole = await value(undisturbed);
    expect(whole.json.data).toMatchObject({ computed: COUNT, summary: { futures: COUNT } });
    const child = spawn(
      process.execPath,
      [bin, 'value-of-control', '-C', killed, '--futures', String(COUNT), '--progress', 'none'],
      { stdio: 'ignore' },
    );
    await killAfterTiles(child, join(killed, '.aftermine/tiles'), 2);
    expect(existsSync(join(killed, 'reports/value-of-control.json'))).toBe(false);
    const again = await value(killed);
    expect(again.json.data.computed).toBeLessThan(COUNT);
    expect(again.json.data.computed).toBeGreaterThan(0);
    expect(result(killed).equals(result(undisturbed))).toBe(true);
    const third = await value(killed);
    expect(third.json.data.computed).toBe(0);
    expect(result(killed).equals(result(undisturbed))).toBe(true);
  }, 120_000);

  test.each(['en', 'zh'])(
    'says first whether it pays, in words (%s)',
    async (language) => {
      const { code, err } = await command([
        'value-of-control',
        '-C',
        join(work, 'undisturbed'),
        '--futures',
        '4',
        '--lang',
        language,
      ]);
      expect(code).toBe(0);
      expect(err).not.toMatch(/worth\.|undefined|NaN|\{\w+\}/);
    },
    60_000,
  );

  test('asks for two futures at least, and for shares', async () => {
    const dir = join(work, 'template');
    const one = await command(['value-of-control', '-C', dir, '--futures', '1', '--json']);
    expect(one.json.error.code).toBe('E-CTL-612');
    const share = await command(['value-of-control', '-C', dir, '--droughts', '7', '--json']);
    expect(share.json.error.code).toBe('E-USE-002');
  });
});

/** Kills a process for good once so many tiles are there. */
function killAfterTiles(child: ChildProcess, folder: string, count: number): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setInterval(() => {
      const tiles = existsSync(folder)
        ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
            (entry) => entry.isFile() && !entry.name.endsWith('.tmp'),
          )
        : [];
      if (tiles.length >= count) child.kill('SIGKILL');
    }, 20);
    child.on('close', (code, signal) => {
      clearInterval(timer);
      if (signal === 'SIGKILL') done();
      else fail(new Error(`ended by itself with ${code}`));
    });
  });
}
