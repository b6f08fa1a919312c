import { AftermineError, isUnknown } from '@aftermine/science/base';
import { tellFinding } from '@aftermine/science/diagnose';
import { type Feature, MU_PER_HA, multiPolygonAreaHa, type Site } from '@aftermine/science/site';
import type { Workbench, WriteVectorOptions, WrittenVectors } from '../ports/index.ts';
import { alertFeatures } from './control/alert-features.ts';
import { alertList } from './control/alert-list.ts';
import type { Project } from './open-project.ts';
import { planFeatures } from './plan-features.ts';
import { planOfStore } from './plan-site.ts';

/** Layers that can be given to other software. */
export const EXPORT_LAYERS = ['boundary', 'units', 'reference', 'findings', 'plan', 'alerts'] as const;
export type ExportLayer = (typeof EXPORT_LAYERS)[number];

/**
 * Writes a layer of the project in the format of the extension. Units carry area, target and, after a diagnosis, mode and
 * limiting factor beside the columns they came with; findings lie on their units; the plan says what becomes of each unit, from
 * when and for how much; alerts say what departs from it and how far that was answered.
 *
 * @throws NotFound `E-PRJ-001` without a site, `E-DIA-304` without a diagnosis for `findings`, `E-PLN-304` without a plan for
 * `plan`, `E-CTL-310` without a season for `alerts`; Conflict `E-USE-003` when the file exists and may not be replaced; what the writer throws
 */
export async function exportLayer(
  workbench: Workbench,
  project: Project,
  layer: ExportLayer,
  path: string,
  options: WriteVectorOptions & { readonly overwrite: boolean },
): Promise<WrittenVectors & { readonly count: number }> {
  if (!options.overwrite && workbench.files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const store = await workbench.openStore(project.dir);
  try {
    const [site, diagnosis] = await Promise.all([store.site(), store.diagnosis()]);
    if (site === null) throw new AftermineError('NotFound', 'E-PRJ-001', { where: project.dir });
    let features: Feature[];
    if (layer === 'plan')
      features = planFeatures(site, (await planOfStore(store, project.dir)).plan, project.dir);
    else if (layer === 'alerts') features = alertFeatures(site, await alertList(workbench, project));
    else features = featuresOf(layer, site, diagnosis, project.dir);
    const { encoding } = options;
    const written = await workbench.vectorWriter.write(
      path,
      { crs: site.crs, features },
      { layer, ...(encoding === undefined ? {} : { encoding }) },
    );
    return { ...written, count: features.length };
  } finally {
    await store.close();
  }
}

type Diagnosis = Awaited<ReturnType<Awaited<ReturnType<Workbench['openStore']>>['diagnosis']>>;

function featuresOf(
  layer: Exclude<ExportLayer, 'plan' | 'alerts'>,
  site: Site,
  diagnosis: Diagnosis,
  dir: string,
): Feature[] {
  const area = (geometry: Feature['geometry']): Feature['properties'] => {
    const areaHa = multiPolygonAreaHa(geometry, site.crs);
    return { area_ha: Number(areaHa.toFixed(4)), area_mu: Number((areaHa * MU_PER_HA).toFixed(2)) };
  };
  if (layer === 'boundary') {
    const { boundary: geometry, name } = site;
    return [{ id: 'boundary', geometry, properties: { name, ...area(geometry) } }];
  }
  if (layer === 'reference')
    return site.references.map(({ id, name, geometry }) => ({
      id,
      geometry,
      properties: { id, name, ...area(geometry) },
    }));
  const judged = new Map(diagnosis?.units.map((unit) => [unit.id, unit]));
  if (layer === 'units')
    return site.units.map(({ id, name, geometry, properties }): Feature => {
      const unit = judged.get(id);
      const said: Record<string, string | number | null> =
        unit === undefined
          ? {}
          : {
              target: unit.target,
              mode: isUnknown(unit.mode) ? null : unit.mode,
              limiting: unit.limiting,
              findings: unit.findings.length,
            };
      return { id, geometry, properties: { ...properties, id, name, ...area(geometry), ...said } };
    });
  if (diagnosis === null) throw new AftermineError('NotFound', 'E-DIA-304', { where: dir });
  const shapes = new Map([...site.units, ...site.references].map(({ id, geometry }) => [id, geometry]));
  return diagnosis.findings.map((finding): Feature => {
    const { id, unitId, rule, severity, verdict, confidence, limitVerified } = finding;
    return {
      id,
      geometry: shapes.get(unitId) ?? site.boundary,
      properties: {
        id,
        unit: unitId,
        rule,
        severity,
        verdict,
        confidence,
        verified: limitVerified,
        text_zh: tellFinding(finding, 'zh'),
        text_en: tellFinding(finding, 'en'),
      },
    };
  });
}
