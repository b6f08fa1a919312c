import { alertCases, isOpen, type LedgerEntry } from '@aftermine/science/control';
import { multiPolygonAreaHa } from '@aftermine/science/site';
import type { ProjectCard } from '../contract/index.ts';
import { projectStatus } from '../steps/project-status.ts';
import type { ServerContext } from './context.ts';
import { readOnlyWorkbench } from './reading/read-only-workbench.ts';
import { readingState } from './reading/reading-state.ts';
import { seasonYears, siteOf } from './reading/records.ts';
import { statusFacts } from './reading/status-facts.ts';

/** What tells a demonstration mine from a user's project. */
export const DEMO_MARK = 'truth/truth.json';

/** A project in one card. One that cannot be opened is a card with its problem and nothing else. */
export async function projectCard(
  context: ServerContext,
  id: string,
  language: 'zh' | 'en',
): Promise<ProjectCard> {
  const { workbench, workspace } = context;
  const { files, paths } = workbench;
  const dir = paths.join(workspace, id);
  const empty = {
    id,
    dir,
    demonstration: files.exists(paths.join(dir, DEMO_MARK)),
    areaHa: null,
    units: 0,
    years: null,
    openAlerts: 0,
    nextDue: null,
    thumbnail: null,
    updated: null,
  };
  try {
    const snapshot = await readingState(context).projects.of(id);
    const { project } = snapshot;
    const facts = await statusFacts(snapshot);
    const { observation, plan } = facts;
    const { steps } = await projectStatus(readOnlyWorkbench(workbench), project, facts);
    const [land, seasons, ledger, events] = await Promise.all([
      snapshot.made('card-land', async () => {
        const site = await siteOf(snapshot);
        return site === null
          ? { areaHa: null, units: 0 }
          : { areaHa: multiPolygonAreaHa(site.boundary, site.crs), units: site.units.length };
      }),
      seasonYears(snapshot),
      snapshot.stored('ledger', (store) => store.ledger()),
      snapshot.stored('events', (store) => store.events()),
    ]);
    const today = new Date(workbench.clock.now()).toISOString();
    const done = (step: string): boolean => steps.some((one) => one.step === step && one.state !== 'missing');
    const years = observation?.years ?? [];
    const [first, last] = [years[0], years.at(-1)];
    return {
      ...empty,
      name: project.settings.name,
      otherName: project.settings.otherName ?? null,
      language: project.settings.language,
      phase: phaseOf(done, seasons.length),
      steps: steps.map(({ step, state, key, params }) => ({ step, state, key, params: { ...params } })),
      ...land,
      years: first === undefined || last === undefined ? null : [first, last],
      openAlerts: alertCases(ledger.entries, today).filter(({ state }) => isOpen(state)).length,
      nextDue: nextDue(ledger.entries, today, seasons.at(-1) ?? null, plan?.start ?? null),
      thumbnail: first === undefined ? null : `/api/projects/${encodeURIComponent(id)}/thumbnail.png`,
      updated: latest([...events.map(({ at }) => at), ...ledger.entries.map(({ at }) => at)]),
      problem: null,
    };
  } catch (error) {
    const { code, message } = context.speak(error, language);
    return {
      ...empty,
      name: id,
      otherName: null,
      language,
      phase: 'survey',
      steps: [],
      problem: { code, message },
    };
  }
}

/** When something was last done to the project. The time of its file says less: opening it moves it. */
function latest(times: readonly string[]): string | null {
  return times.reduce<string | null>((last, at) => (last === null || at > last ? at : last), null);
}

function phaseOf(done: (step: string) => boolean, seasons: number): ProjectCard['phase'] {
  if (!done('observe')) return 'survey';
  if (!done('diagnose')) return 'diagnosis';
  if (!done('plan')) return 'planning';
  return seasons === 0 ? 'carrying-out' : 'monitoring';
}

/** The earliest due day of what is being done about an alert, else the next season. */
function nextDue(
  entries: readonly LedgerEntry[],
  today: string,
  lastSeason: number | null,
  start: number | null,
): ProjectCard['nextDue'] {
  const due = alertCases(entries, today)
    .flatMap((one) => (isOpen(one.state) && one.due !== null ? [one.due] : []))
    .sort()[0];
  if (due !== undefined) return { key: 'due.action', date: due };
  const next = lastSeason === null ? start : lastSeason + 1;
  return next === null ? null : { key: 'due.season', date: String(next) };
}
