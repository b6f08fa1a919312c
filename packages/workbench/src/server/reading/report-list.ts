import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportList } from '../../contract/index.ts';
import { hasEvidence } from '../../steps/evidence/review.ts';
import { projectStatus, type StepState } from '../../steps/project-status.ts';
import { EVIDENCE_FILES, fileState } from './file-state.ts';
import { layerFiles } from './layer-files.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import type { ReadingState } from './reading-state.ts';
import { recordsThere } from './records.ts';
import { statusFacts } from './status-facts.ts';

type Step = 'observe' | 'diagnose' | 'plan' | 'season';
type Need = 'observation' | 'diagnosis' | 'plan' | 'season' | 'evidence';

interface Template {
  readonly id: string;
  readonly formats: readonly string[];
  /** Step whose result it tells. */
  readonly step: Step | null;
  readonly needs: readonly Need[];
}

/** Templates of `report`, in the order of the work. */
export const REPORT_TEMPLATES: readonly Template[] = [
  { id: 'observation', formats: ['html'], step: 'observe', needs: ['observation'] },
  { id: 'diagnosis', formats: ['html'], step: 'diagnose', needs: ['diagnosis'] },
  { id: 'plan', formats: ['html'], step: 'plan', needs: ['plan'] },
  { id: 'budget', formats: ['xlsx'], step: 'plan', needs: ['plan'] },
  { id: 'priority', formats: ['docx', 'xlsx'], step: 'plan', needs: ['diagnosis', 'plan'] },
  { id: 'season', formats: ['html'], step: 'season', needs: ['season'] },
  { id: 'evidence', formats: ['html'], step: null, needs: ['evidence'] },
];

const OTHERS = ['check'];
/** `season-2030.zh.html`, `budget.en.xlsx`. */
const NAMED = /^([a-z]+)(?:-(\d{4}))?\.(zh|en)\.[a-z]+$/;

/** Names of the files in the folder of reports, sorted. */
export function reportNames(dir: string): string[] {
  try {
    return readdirSync(join(dir, 'reports'), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** What was written, and what can be. */
export async function reportListOf(state: ReadingState, snapshot: ProjectSnapshot): Promise<ReportList> {
  const { workbench } = state.context;
  // Findings of the literature stand in for figures of the library, so a plan may be stale because of them.
  const { steps } = await snapshot.made(`status ${fileState(snapshot.dir, EVIDENCE_FILES)}`, () =>
    statusFacts(snapshot).then((facts) => projectStatus(workbench, snapshot.project, facts)),
  );
  const stateOf = new Map<string, StepState>(steps.map((step) => [step.step, step.state]));
  const there: Readonly<Record<Need, boolean>> = {
    ...(await recordsThere(snapshot)),
    evidence:
      hasEvidence(workbench, snapshot.dir) || workbench.files.exists(join(snapshot.dir, 'claims.yaml')),
  };
  const layersMade = await newestLayers(snapshot);
  const reports = reportNames(snapshot.dir).flatMap((file): ReportList['reports'] => {
    const path = join(snapshot.dir, 'reports', file);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return [];
    const [, name, year, language] = NAMED.exec(file) ?? [];
    const template = REPORT_TEMPLATES.find(({ id }) => id === name);
    const step = template?.step ?? null;
    const older = step !== null && stat.mtimeMs < (layersMade[step] ?? 0);
    return [
      {
        file,
        template: template?.id ?? (OTHERS.includes(name ?? '') ? name! : null),
        language: language === 'zh' || language === 'en' ? language : null,
        year: year === undefined ? null : Number(year),
        bytes: stat.size,
        sha256: workbench.files.sha256(path),
        made: stat.mtime.toISOString(),
        stale: step !== null && (older || (step !== 'season' && stateOf.get(step) !== 'done')),
      },
    ];
  });
  return {
    reports: reports.sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0)),
    templates: REPORT_TEMPLATES.map(({ id, formats, needs }) => {
      const missing = needs.filter((need) => !there[need]);
      return {
        id,
        languages: ['zh', 'en'],
        formats: [...formats],
        ready: missing.length === 0,
        needs: needs.length,
        missing: missing.map((need) => `report-needs.${need}`),
      };
    }),
  };
}

/** When the newest raster of observation and of diagnosis was written: a report from before tells an older result. */
async function newestLayers(snapshot: ProjectSnapshot): Promise<Partial<Record<Step, number>>> {
  const newest: Partial<Record<Step, number>> = {};
  for (const { path, of: step } of await layerFiles(snapshot)) {
    const stat = statSync(join(snapshot.dir, path), { throwIfNoEntry: false });
    if (stat !== undefined) newest[step] = Math.max(newest[step] ?? 0, stat.mtimeMs);
  }
  return newest;
}
