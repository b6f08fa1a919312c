import { AftermineError, type Language } from '@aftermine/science/base';
import {
  claimsReport,
  type EvidenceFinding,
  gapMap,
  type MeasureParameter,
  readClaims,
  SCREEN_STAGES,
  type SiteOfPlan,
  suggestParameter,
  synthesiseFindings,
} from '@aftermine/science/evidence';
import type { EvidenceReport, Workbench } from '../../ports/index.ts';
import { openProject } from '../open-project.ts';
import type { ReportOptions } from '../report-observation.ts';
import { codingState } from './coding-state.ts';
import { siteOfSettings, supportLibrary } from './library-evidence.ts';
import { hasEvidence, type Review, reviewOf } from './review.ts';
import { screeningState } from './screening-state.ts';

/** Papers from which on a pair of technology and indicator is drawn. */
const LEAST_PAPERS = 2;

/**
 * Writes the report of a review, `reports/evidence.<language>.html` of any folder with an evidence library or a ledger of claims.
 *
 * @param options.language that of the project, or English, where absent
 * @throws NotFound `E-EVI-205` for a folder with neither; Conflict `E-USE-003` when the file exists and may not be replaced
 */
export async function reportEvidence(
  workbench: Workbench,
  dir: string,
  options: Omit<ReportOptions, 'language'> & {
    readonly language?: Language;
    readonly set?: readonly string[];
  },
): Promise<{ readonly path: string; readonly sha256: string; readonly language: Language }> {
  const { files, paths } = workbench;
  const folder = paths.resolve(dir);
  const project = files.exists(paths.join(folder, 'aftermine.yaml'))
    ? openProject(workbench, folder, options.set)
    : null;
  const language = options.language ?? project?.settings.language ?? 'en';
  const path = options.path ?? paths.join(folder, 'reports', `evidence.${language}.html`);
  if (!options.overwrite && files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const claims = paths.join(folder, 'claims.yaml');
  if (!hasEvidence(workbench, folder) && !files.exists(claims))
    throw new AftermineError('NotFound', 'E-EVI-205', { where: folder });
  const review = await reviewOf(workbench, folder);
  const site = siteOfSettings(project?.settings.plan.site);
  const report = evidenceReport(review, {
    projectName: project?.settings.name ?? paths.basename(folder),
    version: workbench.version,
    site,
    claims: files.exists(claims) ? workbench.literature.document(claims) : null,
  });
  const { supported } = supportLibrary(
    workbench.libraries.load(),
    review.findings,
    review.codebook,
    site,
    workbench.hash,
  );
  const html = workbench.documents.evidenceHtml({ ...report, figures: supported }, language);
  return { path, sha256: files.writeText(path, html), language };
}

function evidenceReport(
  review: Review,
  about: Pick<EvidenceReport, 'projectName' | 'version'> & {
    readonly site: SiteOfPlan;
    readonly claims: unknown;
  },
): Omit<EvidenceReport, 'figures'> {
  const { codebook, deduplication, findings, sources, flow, withdrawn, complaints, works } = review;
  const map = gapMap(findings, codebook);
  const referenceOf = new Map(works.flatMap(({ keys, reference }) => keys.map((key) => [key, reference])));
  return {
    projectName: about.projectName,
    version: about.version,
    codebook,
    sources,
    counts: deduplication.counts,
    manual: deduplication.manual.map((pair) => ({
      ...pair,
      first: referenceOf.get(pair.a) ?? null,
      second: referenceOf.get(pair.b) ?? null,
    })),
    screening: SCREEN_STAGES.map((stage) => screeningState(review, stage)),
    flow,
    gapMap: map,
    coding: codingState(review),
    appraisals: review.appraisals,
    syntheses: map.cells
      .filter(({ citable }) => citable >= LEAST_PAPERS)
      .map(({ row, column }) =>
        synthesiseFindings(map.rows[row]!.id, map.columns[column]!.id, findings, codebook),
      )
      .filter(({ effects }) => effects.length >= LEAST_PAPERS),
    findings: findings.length,
    suggestions: suggestionsOf(findings, codebook, about.site),
    claims:
      about.claims === null
        ? null
        : claimsReport(
            readClaims(about.claims, 'claims.yaml'),
            codebook.references,
            codebook.missingReferences,
            findings,
          ),
    withdrawn,
    complaints: [...complaints, ...flow.complaints],
  };
}

/** One suggestion for every technology, parameter and unit that findings name. */
function suggestionsOf(
  findings: readonly EvidenceFinding[],
  codebook: Review['codebook'],
  site: SiteOfPlan,
): readonly MeasureParameter[] {
  const asked = new Map<string, readonly [measure: string, parameter: string, unit: string]>();
  for (const { measure, parameters } of findings)
    for (const { name, unit } of parameters) {
      const one = [measure, name.trim(), unit.trim()] as const;
      asked.set(one.join('\u0000').toLowerCase(), one);
    }
  return [...asked.values()].map(([measure, parameter, unit]) =>
    suggestParameter(measure, parameter, unit, findings, site, codebook),
  );
}
