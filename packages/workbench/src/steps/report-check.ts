import { AftermineError, type Language } from '@aftermine/science/base';
import { multiPolygonAreaHa, type Position, projectPolygons } from '@aftermine/science/site';
import type { CheckedFile, CheckedOutline, CheckReport, ReportedProblem, Workbench } from '../ports/index.ts';
import type { KeyedProblem, SiteCheckup } from './check-site.ts';
import { formatOf } from './format-of.ts';
import type { SiteFile } from './read-site.ts';

/** Faults of coordinates that are no place: nothing can be drawn or measured. */
const NO_PLACE: ReadonlySet<string> = new Set([
  'empty',
  'not-finite',
  'out-of-range',
  'axes-swapped',
  'zone-number',
  'antimeridian',
]);

/**
 * Writes the check report of a project, `reports/check.<language>.html` unless a path is given.
 *
 * @throws Conflict `E-USE-003` when a file that was named exists and may not be replaced
 */
export function writeCheckReport(
  workbench: Workbench,
  checkup: SiteCheckup,
  options: { readonly language: Language; readonly path?: string; readonly overwrite: boolean },
): { readonly path: string; readonly sha256: string } {
  const { paths, files } = workbench;
  const path = options.path ?? paths.join(checkup.project.dir, 'reports', `check.${options.language}.html`);
  if (options.path !== undefined && !options.overwrite && files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const html = workbench.documents.checkReportHtml(checkReport(workbench, checkup), options.language);
  return { path, sha256: files.writeText(path, html) };
}

/** Gathers what the report needs; everything in the CRS of the boundary. */
export function checkReport(workbench: Workbench, checkup: SiteCheckup): CheckReport {
  const { site, files } = checkup.reading;
  const legacy = new Set(checkup.standing.legacy);
  const noPlace = new Set(
    checkup.problems
      .filter(({ check, severity }) => severity === 'must-fix' && NO_PLACE.has(check))
      .map(({ file, index }) => `${file}#${index}`),
  );
  const crossed = new Set(
    checkup.problems
      .filter(({ check }) => check === 'self-intersection')
      .map(({ file, index }) => `${file}#${index}`),
  );
  const rank = { 'must-fix': 0, 'can-fix': 1, 'just-know': 2 };
  const gravity = (problem: KeyedProblem): number => (legacy.has(problem) ? 2.5 : rank[problem.severity]);
  return {
    projectName: checkup.project.settings.name,
    version: workbench.version,
    crs: site.crs,
    files: files.map(describeFile),
    features: files.flatMap((file) =>
      file.features.map((feature, index): CheckedOutline => {
        const isPlace = !noPlace.has(`${file.file}#${index}`);
        const name = feature.properties[nameColumn(checkup, file)];
        return {
          role: file.role,
          file: file.file,
          index,
          label: feature.id ?? String(index + 1),
          name: name === undefined || name === null ? null : String(name),
          geometry: isPlace ? projectPolygons(feature.geometry, file.crs, site.crs) : [],
          areaHa:
            isPlace && !crossed.has(`${file.file}#${index}`)
              ? multiPolygonAreaHa(feature.geometry, file.crs)
              : null,
        };
      }),
    ),
    problems: [...checkup.problems]
      .sort((a, b) => gravity(a) - gravity(b))
      .map((problem): ReportedProblem => {
        const { file, index, feature, other, check, severity, params } = problem;
        const from = files.find((one) => one.file === file)!.crs;
        const isPlace = !noPlace.has(`${file}#${index}`);
        return {
          file,
          index,
          feature,
          other,
          check,
          severity,
          params,
          where: isPlace ? placeIn(problem.where, from, site.crs) : null,
          accepted: legacy.has(problem),
        };
      }),
  };
}

function nameColumn({ project }: SiteCheckup, { role }: SiteFile): string {
  const { units, reference } = project.settings;
  return (role === 'units' ? units?.name : role === 'reference' ? reference?.name : undefined) ?? 'name';
}

function placeIn(where: Position | null, from: string, to: string): Position | null {
  if (where === null) return null;
  return projectPolygons([[[where]]], from, to)[0]?.[0]?.[0] ?? null;
}

function describeFile({ role, file, crs, features, warnings }: SiteFile): CheckedFile {
  const format = formatOf(file);
  const said = warnings.find(({ params }) => params['encoding'] !== undefined)?.params['encoding'];
  // GeoJSON and GeoPackage are UTF-8 unless their reader says otherwise; the others have no encoding of their own.
  const encoding =
    said === undefined ? (format === 'geojson' || format === 'geopackage' ? 'UTF-8' : null) : String(said);
  return { role, file, format, encoding, crs, featureCount: features.length, warnings };
}
