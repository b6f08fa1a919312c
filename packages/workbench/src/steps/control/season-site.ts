import { AftermineError, canonicalJson } from '@aftermine/science/base';
import {
  adoptProgramme,
  alertCases,
  type FieldNote,
  headOf,
  ITSELF,
  type ProgrammeRecord,
  runSeason,
  type SeasonResult,
} from '@aftermine/science/control';
import type { ObservationResult } from '@aftermine/science/observe';
import type { FieldNoteProblem, Progress, Store, Workbench } from '../../ports/index.ts';
import { observationUntil } from '../observation-until.ts';
import type { Project } from '../open-project.ts';
import { planInput } from '../plan-site.ts';
import { settingsOfStep } from '../settings-of-step.ts';
import { assertEvidence } from './answer-alert.ts';
import { bindLines, soundHistory } from './history.ts';
import { newDisturbances } from './new-disturbances.ts';

export interface SeasonOptions {
  /** Season to run; the next one where absent. */
  readonly year?: number;
  readonly seed: number;
  readonly progress: Progress;
  /** True: values of closed seasons that moved since are accepted. */
  readonly force: boolean;
}

export interface SeasonRun {
  readonly season: SeasonResult;
  /** True where this season adopted the plan. */
  readonly adopted: boolean;
  /** Rows of the field notes that could not be used. */
  readonly problems: readonly FieldNoteProblem[];
}

const FIELD_NOTES = 'inputs/field-notes.csv';

/**
 * One season: what the pictures and the field say of the programme, alerts, and the rest planned again. The first season adopts the
 * plan. Everything is written in one transaction, or nothing.
 *
 * @throws NotFound `E-PLN-304` without a plan; Conflict `E-CTL-401` for a season out of order, `E-CTL-403` where values of closed
 * seasons moved, `E-CTL-404` for a plan older than its settings; NotEnoughData `E-CTL-402` for a season without pictures; what
 * `soundHistory` and `assertEvidence` throw
 */
export async function seasonOfSite(
  workbench: Workbench,
  project: Project,
  options: SeasonOptions,
): Promise<SeasonRun> {
  const lock = await workbench.locks.acquire(project.dir, 'season');
  try {
    options.progress.report({ event: 'step', step: 'season', index: 1, count: 1 });
    const store = await workbench.openStore(project.dir);
    try {
      return await run(workbench, project, store, options);
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
}

async function run(
  workbench: Workbench,
  project: Project,
  store: Store,
  { year: wanted, seed, force }: SeasonOptions,
): Promise<SeasonRun> {
  const { dir, settings } = project;
  const [site, observation, layers, seasons, known, alarms] = await Promise.all([
    store.site(),
    store.observation(),
    store.layers(),
    store.seasons(),
    store.programme(),
    store.alarms(),
  ]);
  const entries = await soundHistory(workbench, store, dir);
  if (site === null || observation === null)
    throw new AftermineError('NotFound', 'E-PRJ-004', { where: dir });
  const programme = known ?? (await adopt(workbench, project, store, seed));
  // What was adopted stays, with the plans it was chosen from.
  const solvedPlan = known === null ? await store.plan() : null;
  const next = (seasons.at(-1) ?? programme.plan.start - 1) + 1;
  const year = wanted ?? next;
  if (year !== next)
    throw new AftermineError('Conflict', 'E-CTL-401', { where: String(year), expected: next, got: year });
  if (!observation.years.includes(year))
    throw new AftermineError('NotEnoughData', 'E-CTL-402', {
      where: String(year),
      expected: year,
      got: observation.years.at(-1) ?? '-',
    });
  const last = seasons.at(-1);
  const before = last === undefined ? null : await store.season(last);
  if (before !== null && !force) {
    const now = seenUntil(workbench, observation, before.year);
    if (now !== before.madeFrom.observation)
      throw new AftermineError('Conflict', 'E-CTL-403', { where: String(before.year) });
  }
  const now = new Date(workbench.clock.now()).toISOString();
  const cases = alertCases(entries, now);
  for (const one of cases) assertEvidence(workbench, project, one);
  const { notes, problems, hash } = await fieldNotesOf(workbench, project, programme);
  const input = await planInput(workbench, project, seed);
  const begun = workbench.clock.now();
  const outcome = await runSeason(
    {
      year,
      programme,
      observation: observationUntil(observation, year),
      library: input.library,
      settings: settings.control,
      fieldNotes: notes,
      disturbances: await newDisturbances(workbench, project, site, layers, observation, year),
      sites: new Map(site.units.map((unit) => [unit.id, unit.register?.village ?? site.name])),
      cases,
      earlier: new Map(alarms.map((alarm) => [alarm.id, alarm])),
      previous: before,
      seasonAt: middleOf(settings.observe.season),
      seed,
      elapsed: () => (workbench.clock.now() - begun) / 1000,
      madeFrom: {
        observation: seenUntil(workbench, observation, year),
        plan: workbench.hash(canonicalJson(programme.plan)),
        settings: settingsOfStep(project, 'control'),
        fieldNotes: hash,
        ledger: { entries: entries.length, head: headOf(entries).hash },
      },
    },
    workbench.solver.solve,
  );
  const lines = bindLines(workbench, project, entries, [
    ...(known === null
      ? [
          {
            by: ITSELF,
            kind: 'adopted' as const,
            alert: null,
            detail: { start: programme.plan.start, units: programme.adopted.length },
          },
        ]
      : []),
    ...outcome.lines,
  ]);
  await store.save({
    programme: outcome.programme,
    season: outcome.season,
    ledger: lines,
    plan: outcome.programme.plan,
    ...(solvedPlan === null ? {} : { solvedPlan }),
    events: [
      { at: now, command: 'season', kind: 'season', detail: { year, alarms: outcome.season.alarms.length } },
    ],
  });
  return { season: outcome.season, adopted: known === null, problems };
}

/**
 * The programme in force; before the first season what the plan would be adopted as.
 *
 * @throws as `seasonOfSite` does where the plan cannot be adopted
 */
export async function programmeOf(
  workbench: Workbench,
  project: Project,
  seed: number,
): Promise<ProgrammeRecord> {
  const store = await workbench.openStore(project.dir);
  try {
    return (await store.programme()) ?? (await adopt(workbench, project, store, seed));
  } finally {
    await store.close();
  }
}

/** What the plan in the store promises, as a programme. */
async function adopt(
  workbench: Workbench,
  project: Project,
  store: Store,
  seed: number,
): Promise<ProgrammeRecord> {
  const { dir, settings } = project;
  const [plan, planSettings, diagnosis, observation] = await Promise.all([
    store.plan(),
    store.planSettings(),
    store.diagnosis(),
    store.observation(),
  ]);
  if (plan === null) throw new AftermineError('NotFound', 'E-PLN-304', { where: dir });
  if (planSettings !== settingsOfStep(project, 'plan') || plan.infeasible !== null)
    throw new AftermineError('Conflict', 'E-CTL-404', { where: dir });
  const observedTo = diagnosis?.observedTo ?? plan.start - 1;
  const { fitTo, mode } = settings.observe.rsei;
  const later = (observation?.years.at(-1) ?? observedTo) > observedTo;
  // Pictures of later years were in the fit: what the plan was promised on has moved already.
  if (mode === 'pooled' && fitTo === undefined && later && observation?.fit.gate !== 'refused')
    throw new AftermineError('Conflict', 'E-CTL-405', {
      where: 'aftermine.yaml: observe.rsei.fitTo',
      expected: observedTo,
    });
  // What later pictures say of the units was not known when the plan was made.
  const { units, library } = await planInput(workbench, project, seed, observedTo);
  return adoptProgramme(plan, units, library, settings.plan, {
    observedTo,
    acceptanceYears: settings.control.acceptanceYears,
    seasonAt: middleOf(settings.observe.season),
  });
}

async function fieldNotesOf(
  workbench: Workbench,
  { dir, settings }: Project,
  programme: ProgrammeRecord,
): Promise<{
  readonly notes: readonly FieldNote[];
  readonly problems: readonly FieldNoteProblem[];
  readonly hash: string | null;
}> {
  const { files, paths } = workbench;
  const path = paths.resolve(dir, settings.control.works ?? FIELD_NOTES);
  if (settings.control.works === undefined && !files.exists(path))
    return { notes: [], problems: [], hash: null };
  const read = await workbench.fieldNotes.read(path, new Set(programme.units.map(({ id }) => id)));
  return { ...read, hash: files.sha256(path) };
}

/** Hash of what the pictures said of all units and reference areas up to a year. */
function seenUntil(workbench: Workbench, observation: ObservationResult, year: number): string {
  const { rsei, components, fit, trajectories } = observation;
  const lead = fit.gate === 'refused' ? components[trajectories.boundary.index] : rsei;
  const cut = (
    of: Readonly<Record<string, readonly { readonly year: number; readonly median: number | null }[]>>,
  ) =>
    Object.fromEntries(
      Object.entries(of).map(([id, years]) => [
        id,
        years.flatMap((one) => (one.year <= year ? [[one.year, one.median]] : [])),
      ]),
    );
  return workbench.hash(
    canonicalJson({ units: cut(lead?.units ?? {}), references: cut(lead?.references ?? {}) }),
  );
}

/** Part of a year in the middle of the growing season of the settings. */
function middleOf({ from, to }: { readonly from: string; readonly to: string }): number {
  const part = (day: string): number =>
    (Number(day.slice(0, 2)) - 1) / 12 + (Number(day.slice(3)) - 0.5) / 365;
  const [first, last] = [part(from), part(to)];
  const middle = first <= last ? (first + last) / 2 : (first + last + 1) / 2;
  return middle >= 1 ? middle - 1 : middle;
}
