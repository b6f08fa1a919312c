import { AftermineError, type Language, type Text } from '@aftermine/science/base';
import { alertCases } from '@aftermine/science/control';
import { type SeasonNames, type SeasonTrace, seasonTrace } from '@aftermine/science/report/season';
import type { EvidenceState, SeasonReport, Store, Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import type { ReportOptions } from '../report-observation.ts';
import { soundHistory } from './history.ts';
import { panelOf } from './policy-of-project.ts';
import { seasonOfStore } from './season-of-store.ts';

export interface SeasonReportOptions extends ReportOptions {
  /** Season that is told; the last one where absent. */
  readonly year?: number;
}

/** Where the report of a season stands when nobody says otherwise. */
export function seasonReportPath(
  workbench: Workbench,
  project: Project,
  year: number,
  language: Language,
): string {
  return workbench.paths.join(project.dir, 'reports', `season-${year}.${language}.html`);
}

/**
 * Writes the report of a season.
 *
 * @throws what `seasonOfStore` and `soundHistory` throw; Conflict `E-USE-003` when the file exists and may not be replaced
 */
export async function reportSeason(
  workbench: Workbench,
  project: Project,
  { language, year, path: wanted, overwrite }: SeasonReportOptions,
): Promise<{ path: string; sha256: string; year: number }> {
  const report = await seasonReport(workbench, project, year);
  const path = wanted ?? seasonReportPath(workbench, project, report.season.year, language);
  if (!overwrite && workbench.files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const html = workbench.documents.seasonHtml(report, language);
  return { path, sha256: workbench.files.writeText(path, html), year: report.season.year };
}

async function seasonReport(workbench: Workbench, project: Project, year?: number): Promise<SeasonReport> {
  const { dir, settings } = project;
  const store = await workbench.openStore(dir);
  try {
    const { season, years } = await seasonOfStore(store, dir, year);
    const [site, programme, alarms] = await Promise.all([store.site(), store.programme(), store.alarms()]);
    if (site === null || programme === null)
      throw new AftermineError('NotFound', 'E-CTL-310', { where: dir });
    const ledger = await soundHistory(workbench, store, dir);
    const today = new Date(workbench.clock.now()).toISOString().slice(0, 10);
    const paths = alertCases(ledger, today).flatMap(({ evidence }) => evidence);
    return {
      projectName: settings.name,
      version: workbench.version,
      site,
      season,
      programme,
      names: namesOf(workbench, [programme.plan.names, season.replan?.plan.names]),
      earlier: await tracesBefore(
        store,
        years.filter((one) => one < season.year),
      ),
      alarms: alarms.filter((alarm) => alarm.year <= season.year),
      ledger,
      people: settings.control.people,
      evidence: new Map(
        paths.map(({ path, sha256 }) => [path, stateOf(workbench, project, path, sha256)] as const),
      ),
      today,
      policy: panelOf(project, season),
    };
  } finally {
    await store.close();
  }
}

/** Names of the library, those that plans were made with before them. */
function namesOf(workbench: Workbench, plans: readonly (SeasonNames | undefined)[]): SeasonNames {
  const { measures, endUses } = workbench.libraries.load();
  const named = (all: readonly { readonly id: string; readonly name: Text }[]) =>
    Object.fromEntries(all.map(({ id, name }) => [id, name]));
  return {
    measures: Object.assign(named(measures), ...plans.map((names) => names?.measures)),
    endUses: Object.assign(named(endUses), ...plans.map((names) => names?.endUses)),
  };
}

/** Seasons are read one by one, so that no more than one of them lies in memory. */
async function tracesBefore(store: Store, years: readonly number[]): Promise<readonly SeasonTrace[]> {
  const traces: SeasonTrace[] = [];
  for (const year of years) {
    const season = await store.season(year);
    if (season !== null) traces.push(seasonTrace(season));
  }
  return traces;
}

function stateOf({ files, paths }: Workbench, { dir }: Project, path: string, sha256: string): EvidenceState {
  const file = paths.join(dir, path);
  if (!files.exists(file)) return 'gone';
  return files.sha256(file) === sha256 ? 'kept' : 'altered';
}
