import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { chance } from '@aftermine/science/base';
import {
  adoptProgramme,
  controlSettingsSchema,
  type ProgrammeRecord,
  promisedCloseness,
  runSeason,
} from '@aftermine/science/control';
import type { ObservationResult, UnitTrajectory, ZoneYear } from '@aftermine/science/observe';
import { planProgramme } from '@aftermine/science/plan';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { madeSettings, madeUnits } from './plan-units-made.ts';

/**
 * One season of many units in a process of its own, for `season.ts`. `prepare N FILE` plans and adopts; `run FILE` takes the season:
 * sightings, filter, pooling, alarms, re-plan, wheels and scorecard.
 */
const [mode, second, third] = process.argv.slice(2);
const workbench = composeWorkbench();
const OBSERVED_TO = 2024;
const REFERENCE = 0.65;
/** Items of a list that are written together. */
const PART = 1000;

if (mode === 'prepare') {
  const units = madeUnits(Number(second));
  const settings = { ...madeSettings(units), risk: { draws: 0 } };
  const library = workbench.libraries.load({ costFile: settings.costs });
  const begun = performance.now();
  const { result } = await planProgramme(
    {
      units,
      library,
      settings,
      start: settings.start!,
      seed: 1,
      elapsed: () => (performance.now() - begun) / 1000,
    },
    workbench.solver.solve,
  );
  const programme = adoptProgramme(result, units, library, settings, {
    observedTo: OBSERVED_TO,
    acceptanceYears: 10,
    seasonAt: 0.55,
  });
  keep(third!, programme);
} else {
  const programme = kept(second!);
  const library = workbench.libraries.load({ costFile: programme.settings.costs });
  const observation = madeObservation(programme);
  const begun = performance.now();
  const before = process.cpuUsage();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const { season } = await runSeason(
    {
      year: programme.plan.start,
      programme,
      observation,
      library,
      settings: controlSettingsSchema.parse({}),
      fieldNotes: [],
      disturbances: [],
      sites: new Map(programme.units.map(({ id, village }) => [id, village ?? ''])),
      cases: [],
      earlier: new Map(),
      previous: null,
      seasonAt: 0.55,
      seed: 1,
      elapsed,
      madeFrom: {
        observation: '',
        plan: '',
        settings: '',
        fieldNotes: null,
        ledger: { entries: 0, head: '' },
      },
    },
    workbench.solver.solve,
  );
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      seconds: elapsed(),
      cpuSeconds: (user + system) / 1e6,
      megabytes: process.resourceUsage().maxRSS / 1024,
      alarms: season.alarms.length,
      changes: season.replan?.changes.length ?? null,
      gap: season.replan?.plan.gap ?? null,
      status: season.replan?.status ?? null,
    }),
  );
}
await workbench.solver.close();
process.exit(0);

/** Writes a programme list by list, as a project keeps it: no reader ever holds all of its bytes. */
function keep(path: string, { units, promises, plan, ...rest }: ProgrammeRecord): void {
  const file = openSync(path, 'w');
  const put = (value: unknown): void => {
    const bytes = serialize(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    writeSync(file, length);
    writeSync(file, bytes);
  };
  const { units: planned, schedule, ...other } = plan;
  put({ rest, other });
  for (const list of [units, promises, planned, schedule]) {
    put(Math.ceil(list.length / PART));
    for (let i = 0; i < list.length; i += PART) put(list.slice(i, i + PART));
  }
  closeSync(file);
}

function kept(path: string): ProgrammeRecord {
  const file = openSync(path, 'r');
  const take = (): unknown => {
    const length = Buffer.alloc(4);
    readSync(file, length);
    const bytes = Buffer.alloc(length.readUInt32LE());
    readSync(file, bytes);
    return deserialize(bytes);
  };
  const list = (): unknown[] => Array.from({ length: take() as number }, () => take() as unknown[]).flat();
  const { rest, other } = take() as { rest: object; other: object };
  const [units, promises, planned, schedule] = [list(), list(), list(), list()];
  closeSync(file);
  return {
    ...rest,
    units,
    promises,
    plan: { ...other, units: planned, schedule },
  } as unknown as ProgrammeRecord;
}

/** The year of the plan and the first season as pictures would show them: the promise, a little off, some units not seen, a few lost. */
function madeObservation({ promises }: ProgrammeRecord): ObservationResult {
  const random = chance(11);
  const years = [OBSERVED_TO, OBSERVED_TO + 1];
  const units: Record<string, readonly ZoneYear[]> = {};
  const trajectories: Record<string, UnitTrajectory> = {};
  const seen = (year: number, median: number): ZoneYear => ({
    year,
    mean: median,
    median,
    p25: median - 0.04,
    p75: median + 0.04,
    validShare: 1,
    pixelCount: 60,
    validCount: 58,
  });
  for (const promise of promises) {
    const lost = random.uniform() < 0.01 ? 0.4 : 1;
    const own = years.map((year, i) =>
      seen(
        year,
        REFERENCE * (i === 0 ? 1 : lost) * (promisedCloseness(promise, year) + 0.02 * random.normal()),
      ),
    );
    units[promise.unit] = own;
    trajectories[promise.unit] = {
      index: 'nbr',
      gapToReference: {
        rsei: own.map(({ year, median }) => ({
          year,
          gap: median! - REFERENCE,
          low: median! - REFERENCE,
          high: 0,
        })),
      },
    } as unknown as UnitTrajectory;
  }
  const reference = years.map((year) => seen(year, REFERENCE));
  return {
    years,
    yearSummaries: [],
    fit: { gate: 'pass' },
    rsei: { boundary: reference, units, references: { R1: reference } },
    components: {},
    trajectories: { boundary: { index: 'nbr' }, units: trajectories, references: {} },
  } as unknown as ObservationResult;
}
