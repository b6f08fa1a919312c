import { AftermineError, type Language } from '@aftermine/science/base';
import { gridBox } from '@aftermine/science/raster';
import type { ObservationReport, PictureLayer, StoredLayer, Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import { settingsOfStep } from './settings-of-step.ts';

export interface ReportOptions {
  readonly language: Language;
  /** Where to write; `reports/observation.<language>.html` by default. */
  readonly path?: string;
  readonly overwrite: boolean;
}

/** Longest side of a map in a report, in pixels. */
const MAX_PICTURE_PIXELS = 640;

/** Where the report of a language stands when nobody says otherwise. */
export function reportPath(workbench: Workbench, project: Project, language: Language): string {
  return workbench.paths.join(project.dir, 'reports', `observation.${language}.html`);
}

/**
 * Writes the observation report of a project.
 *
 * @throws NotFound `E-PRJ-004` without an observation; Conflict `E-USE-003` when the file exists and may not be replaced
 */
export async function reportObservation(
  workbench: Workbench,
  project: Project,
  options: ReportOptions,
): Promise<{ path: string; sha256: string }> {
  const path = options.path ?? reportPath(workbench, project, options.language);
  if (!options.overwrite && workbench.files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const html = await workbench.documents.observationHtml(
    await observationReport(workbench, project, options.language),
  );
  return { path, sha256: workbench.files.writeText(path, html) };
}

/** Writes the wide picture of an observation, `reports/observation.png`. */
export async function observationPicture(
  workbench: Workbench,
  project: Project,
): Promise<{ path: string; sha256: string }> {
  const path = workbench.paths.join(project.dir, 'reports', 'observation.png');
  const bytes = await workbench.documents.observationPicture(
    await observationReport(workbench, project, 'en'),
  );
  return { path, sha256: workbench.files.writeBytes(path, bytes) };
}

/** Gathers what a report needs from the store and the layers. */
export async function observationReport(
  workbench: Workbench,
  project: Project,
  language: Language,
): Promise<ObservationReport> {
  const store = await workbench.openStore(project.dir);
  try {
    const [site, result, layers, settings] = await Promise.all([
      store.site(),
      store.observation(),
      store.layers(),
      store.settings(),
    ]);
    if (site === null || result === null || layers.length === 0)
      throw new AftermineError('NotFound', 'E-PRJ-004', { where: project.dir });
    const first = await workbench.rasters.open(workbench.paths.join(project.dir, layers[0]!.path));
    const { grid } = first.info;
    await first.close();
    if (grid === null) throw new AftermineError('InvalidInput', 'E-OBS-006', { where: layers[0]!.path });
    return {
      projectName: project.settings.name,
      language,
      version: workbench.version,
      site,
      result,
      settings: settings ?? settingsOfStep(project, 'observe'),
      crs: grid.crs,
      box: gridBox(grid),
      layer: (kind, year) => readPicture(workbench, project.dir, layers, kind, year),
    };
  } finally {
    await store.close();
  }
}

async function readPicture(
  workbench: Workbench,
  dir: string,
  layers: readonly StoredLayer[],
  kind: string,
  year: number | null,
): Promise<PictureLayer | null> {
  const layer = layers.find((one) => one.kind === kind && one.year === year);
  if (layer === undefined) return null;
  const file = await workbench.rasters.open(workbench.paths.join(dir, layer.path));
  try {
    const { info } = file;
    // The first overview that is small enough; the image itself when it is.
    let level = -1;
    for (
      let side = Math.max(info.width, info.height);
      side > MAX_PICTURE_PIXELS && level + 1 < info.overviews;
      side = Math.ceil(side / 2)
    )
      level += 1;
    let width = info.width;
    let height = info.height;
    const bands: PictureLayer['bands'][number][] = [];
    for (const [band, { name, scale, offset }] of info.bands.entries()) {
      if (level < 0) {
        bands.push({
          name: name ?? String(band + 1),
          scale,
          offset,
          samples: await file.read(band, { col: 0, row: 0, width, height }),
        });
        continue;
      }
      const overview = await file.readOverview(band, level);
      ({ width, height } = overview);
      bands.push({ name: name ?? String(band + 1), scale, offset, samples: overview.samples });
    }
    return { width, height, nodata: info.nodata, bands };
  } finally {
    await file.close();
  }
}
