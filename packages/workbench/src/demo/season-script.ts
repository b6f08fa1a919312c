import type { Alarm, SeasonResult } from '@aftermine/science/control';
import { transformer } from '@aftermine/science/site';
import type { Progress, Workbench } from '../ports/index.ts';
import { addEvidence } from '../steps/control/add-evidence.ts';
import { alertList } from '../steps/control/alert-list.ts';
import { answerAlert } from '../steps/control/answer-alert.ts';
import { seasonOfSite } from '../steps/control/season-site.ts';
import type { Project } from '../steps/open-project.ts';
import { demoPhoto } from './demo-photo.ts';
import { type DemoWorks, SEASONS } from './works.ts';

/** Who looks after the demonstration mine. */
export const DEMO_PEOPLE = [
  { id: 'wang', name: { en: 'Wang (bureau)', zh: '王科长' }, role: 'officer' },
  { id: 'li', name: { en: 'Li (mine engineer)', zh: '李工' }, role: 'engineer' },
  { id: 'zhao', name: { en: 'Zhao (field crew)', zh: '赵队长' }, role: 'field' },
] as const;

/** What the ten seasons showed, held against what was planted. */
export interface SeasonStory {
  readonly seasons: readonly SeasonResult[];
  readonly relapse: {
    readonly unit: string;
    /** Year in which plants began to die. */
    readonly planted: number;
    readonly alerted: number | null;
    /** Season in which replanting entered the plan. */
    readonly replanned: number | null;
    readonly closed: number | null;
  } | null;
  readonly clearing: { readonly planted: number; readonly alerted: number | null };
  /** Alerts on land where nothing was planted, and unit-seasons seen. */
  readonly falseAlarms: number;
  readonly unitSeasons: number;
  readonly problems: readonly string[];
  readonly passes: boolean;
}

/** The clearing nobody announced: year, and how near an alert must lie to be the one, in degrees. */
const CLEARING = { year: 2031, longitude: 113.293, latitude: 41.6932, within: 0.004 } as const;
/** Seasons within which the planted relapse has to be alerted. */
const PROMPT = 2;

/** Runs the seasons one by one and has the people of the mine answer what is raised, as they would. */
export async function playSeasons(
  workbench: Workbench,
  project: Project,
  works: readonly DemoWorks[],
  options: { readonly progress: Progress; readonly seed: number },
): Promise<SeasonStory> {
  const lost = works.find(({ relapse }) => relapse !== null) ?? null;
  const play = { workbench, project, lost };
  const seasons: SeasonResult[] = [];
  let relapse: { alerted: number | null; replanned: number | null; closed: number | null } = {
    alerted: null,
    replanned: null,
    closed: null,
  };
  let clearing: number | null = null;
  let falseAlarms = 0;
  // Ten seasons are one stage with ten items: the stage that each tells of itself would begin again.
  const { progress } = options;
  const each: Progress = { report: (event) => event.event === 'note' && progress.report(event) };
  const total = SEASONS.to - SEASONS.from + 1;
  progress.report({ event: 'step', step: 'season', index: 1, count: 1 });
  progress.report({ event: 'progress', step: 'season', done: 0, total, etaS: null });
  for (let year: number = SEASONS.from; year <= SEASONS.to; year += 1) {
    await reportWorks(play, year);
    const { season } = await seasonOfSite(workbench, project, {
      year,
      force: false,
      seed: options.seed,
      progress: each,
    });
    seasons.push(season);
    for (const alarm of season.alarms) {
      const of = causeOf(alarm, lost);
      if (of === 'relapse') relapse = { ...relapse, alerted: relapse.alerted ?? year };
      else if (of === 'clearing') clearing ??= year;
      else if (alarm.unit !== null) falseAlarms += 1;
      await answer(play, alarm, of, year);
    }
    if (
      lost !== null &&
      season.replan?.repairs.some(({ unit, alarm }) => unit === lost.unit && alarm !== null)
    )
      relapse = { ...relapse, replanned: relapse.replanned ?? year };
    if (await closeWhatPassed(play, year)) relapse = { ...relapse, closed: relapse.closed ?? year };
    progress.report({ event: 'progress', step: 'season', done: seasons.length, total, etaS: null });
  }
  const problems: string[] = [];
  if (lost !== null) {
    const from = Math.floor(lost.relapse!.from);
    if (relapse.alerted === null || relapse.alerted > from + PROMPT - 1) problems.push('relapse-not-alerted');
    if (relapse.replanned === null) problems.push('relapse-not-replanned');
    if (relapse.closed === null) problems.push('relapse-not-closed');
  }
  if (clearing === null || clearing > CLEARING.year + PROMPT - 1) problems.push('clearing-not-alerted');
  return {
    seasons,
    relapse: lost === null ? null : { unit: lost.unit, planted: Math.floor(lost.relapse!.from), ...relapse },
    clearing: { planted: CLEARING.year, alerted: clearing },
    falseAlarms,
    unitSeasons: seasons.reduce(
      (sum, { units }) => sum + units.filter(({ state }) => state !== 'not-seen').length,
      0,
    ),
    problems,
    passes: problems.length === 0,
  };
}

interface Play {
  readonly workbench: Workbench;
  readonly project: Project;
  readonly lost: DemoWorks | null;
}

function causeOf(alarm: Alarm, lost: DemoWorks | null): 'relapse' | 'clearing' | 'none' {
  if (alarm.unit !== null)
    return alarm.unit === lost?.unit && alarm.year >= Math.floor(lost.relapse!.from) ? 'relapse' : 'none';
  const [longitude, latitude] = alarm.place!;
  const near =
    Math.hypot(longitude - CLEARING.longitude, latitude - CLEARING.latitude) < CLEARING.within &&
    alarm.year >= CLEARING.year;
  return near ? 'clearing' : 'none';
}

/** What the people of the mine do about an alert in the season it was raised. */
async function answer({ workbench, project }: Play, alarm: Alarm, of: string, year: number): Promise<void> {
  const write = (kind: 'acknowledged' | 'action-added' | 'dismissed', by: string, detail: object) =>
    answerAlert(workbench, project, { kind, alert: alarm.id, by, detail: { ...detail } });
  if (of === 'none' && alarm.unit !== null) {
    await write('acknowledged', 'li', { owner: 'zhao', due: `${year + 1}-06-30` });
    await write('dismissed', 'wang', {
      reason: 'false-alarm',
      note: 'The field crew found the plants as expected.',
    });
    return;
  }
  await write('acknowledged', 'li', { owner: 'zhao', due: `${year + 1}-06-30` });
  await write('action-added', 'li', {
    action: of === 'relapse' ? 'replant' : 'field-check',
    owner: 'zhao',
    due: `${year + 1}-06-30`,
  });
}

/** Before a season is run, the field crew reports what was put right since the last one, with a photograph. */
async function reportWorks({ workbench, project }: Play, year: number): Promise<void> {
  if (year === SEASONS.from) return;
  const { files, paths } = workbench;
  const { alerts } = await alertList(workbench, project);
  for (const { alarm, case: one } of alerts) {
    // What was decided last season is done by summer; plants show a season later.
    if (one.state !== 'rectify' || alarm.year >= year) continue;
    // Where more was cleared the year after, nobody has been yet: the story ends with a case that is open.
    if (alarm.unit === null && alarm.year > CLEARING.year) continue;
    const place = await placeOf(workbench, project, alarm);
    const name = paths.join(project.dir, 'inputs', 'photos', `${alarm.unit ?? 'clearing'}-${year}.jpg`);
    files.writeBytes(name, demoPhoto(`${year}-06-14T09:30:00`, place));
    await addEvidence(workbench, project, { alert: alarm.id, file: name, by: 'zhao', note: null });
    await answerAlert(workbench, project, {
      kind: 'rectified',
      alert: alarm.id,
      by: 'zhao',
      detail: { from: alarm.unit === null ? year : year + 1 },
    });
  }
}

/** Closes what passed its re-check; true where that was the relapse. */
async function closeWhatPassed({ workbench, project, lost }: Play, year: number): Promise<boolean> {
  let closed = false;
  const { alerts } = await alertList(workbench, project);
  for (const { alarm, case: one, history } of alerts) {
    if (one.state !== 'recheck' || history.at(-1)?.kind !== 'recheck-passed') continue;
    await answerAlert(workbench, project, {
      kind: 'closed',
      alert: alarm.id,
      by: 'wang',
      detail: { note: `Re-checked with the pictures of ${year}.` },
    });
    if (causeOf(alarm, lost) === 'relapse') closed = true;
  }
  return closed;
}

/** Where the crew stands: in the unit, or at the place of the alert. */
async function placeOf(
  workbench: Workbench,
  { dir }: Project,
  alarm: Alarm,
): Promise<readonly [number, number]> {
  if (alarm.place !== undefined) return alarm.place;
  const store = await workbench.openStore(dir);
  try {
    const site = (await store.site())!;
    const ring = site.units.find(({ id }) => id === alarm.unit)!.geometry[0]![0]!;
    const mean = (of: (position: readonly number[]) => number): number =>
      ring.reduce((sum, position) => sum + of(position), 0) / ring.length;
    const [longitude, latitude] = transformer(site.crs, 'EPSG:4326')(
      mean((position) => position[0]!),
      mean((position) => position[1]!),
    );
    return [longitude, latitude];
  } finally {
    await store.close();
  }
}
