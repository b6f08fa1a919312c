import { AftermineError, type Language, say } from '@aftermine/science/base';
import { tellFinding } from '@aftermine/science/diagnose';
import type { Box } from '@aftermine/science/raster';
import {
  boxOf,
  type Feature,
  isKnownCrs,
  type MultiPolygon,
  multiPolygonAreaHa,
  type Site,
} from '@aftermine/science/site';
import { alertFeatures } from '../../../steps/control/alert-features.ts';
import { alertList } from '../../../steps/control/alert-list.ts';
import { planFeatures } from '../../../steps/plan-features.ts';
import { projectIds } from '../../project-folder.ts';
import { frameIn } from '../project-frame.ts';
import type { ProjectSnapshot } from '../project-snapshot.ts';
import type { ReadingState } from '../reading-state.ts';
import { diagnosisOf, planInForce, planSpan, recordsThere, seasonYears, siteOf } from '../records.ts';
import { unitTable } from '../unit-table.ts';

export const OGC_LAYERS = ['units', 'findings', 'plan', 'alerts', 'boundary', 'reference'] as const;
export type OgcLayer = (typeof OGC_LAYERS)[number];

/** A feature with its year, where it has one. */
export interface OgcFeature {
  readonly id: string;
  readonly geometry: MultiPolygon;
  readonly properties: Feature['properties'];
  readonly year: number | null;
}

/** A layer of a project as a collection of features, in the system the project is kept in. */
export interface OgcCollection {
  readonly id: string;
  readonly layer: OgcLayer;
  readonly crs: string;
  readonly features: readonly OgcFeature[];
  /** West, south, east, north of each feature, one after the other. */
  readonly boxes: Float64Array;
  readonly placeOf: ReadonlyMap<string, number>;
}

/** What is known of a collection without making its features. */
export interface OgcCard {
  readonly id: string;
  readonly layer: OgcLayer;
  readonly name: string;
  readonly crs: string;
  /** Longitudes and latitudes that hold all features. */
  readonly extent: Box | null;
  readonly years: readonly [first: number, last: number] | null;
}

/** The card of a layer of a project. */
export async function ogcCard(
  state: ReadingState,
  snapshot: ProjectSnapshot,
  layer: OgcLayer,
): Promise<OgcCard> {
  const { extent } = await frameIn(state, snapshot, 'EPSG:4326');
  const plan = layer === 'plan' ? await planSpan(snapshot) : null;
  const seasons = layer === 'alerts' ? await seasonYears(snapshot) : [];
  const years: OgcCard['years'] =
    plan !== null ? plan : seasons.length > 0 ? [seasons[0]!, seasons.at(-1)!] : null;
  return {
    id: `${snapshot.id}.${layer}`,
    layer,
    name: snapshot.project.settings.name,
    crs: (await siteOf(snapshot))!.crs,
    extent,
    years,
  };
}

/** What is said of a collection in a language. */
export function collectionWords(
  language: Language,
  name: string,
  layer: OgcLayer,
): { readonly title: string; readonly description: string } {
  return {
    title: `${name}: ${say(language, `ogc.${layer}`)}`,
    description: say(language, `ogc.${layer}.about`),
  };
}

/** Snapshots of all projects of the workspace that can be read and have a site. */
export async function ogcProjects({ projects, context }: ReadingState): Promise<readonly ProjectSnapshot[]> {
  const found: ProjectSnapshot[] = [];
  for (const id of projectIds(context)) {
    try {
      const snapshot = await projects.of(id);
      const site = await siteOf(snapshot);
      if (site !== null && isKnownCrs(site.crs)) found.push(snapshot);
    } catch (error) {
      // A project that cannot be read is told on its card; the others are here all the same.
      if (!(error instanceof AftermineError)) throw error;
    }
  }
  return found;
}

/** Layers a project has by now. */
export async function ogcLayers(snapshot: ProjectSnapshot): Promise<readonly OgcLayer[]> {
  const records = await recordsThere(snapshot);
  const there: Readonly<Record<OgcLayer, boolean>> = {
    units: true,
    findings: records.diagnosis,
    plan: records.plan,
    alerts: records.season,
    boundary: true,
    reference: ((await siteOf(snapshot))?.references.length ?? 0) > 0,
  };
  return OGC_LAYERS.filter((layer) => there[layer]);
}

/**
 * Project and layer of a collection, `<project>.<layer>`.
 *
 * @throws NotFound `E-SRV-113` for a collection that is not there
 */
export async function findCollection(
  state: ReadingState,
  id: string,
): Promise<{ readonly snapshot: ProjectSnapshot; readonly layer: OgcLayer }> {
  const dot = id.lastIndexOf('.');
  const layer = OGC_LAYERS.find((one) => one === id.slice(dot + 1));
  const missing = (): AftermineError =>
    new AftermineError('NotFound', 'E-SRV-113', { got: id.slice(0, 200) });
  if (dot < 1 || layer === undefined) throw missing();
  let snapshot: ProjectSnapshot;
  try {
    snapshot = await state.projects.of(id.slice(0, dot));
  } catch (error) {
    throw error instanceof AftermineError && error.tag === 'NotFound' ? missing() : error;
  }
  if ((await siteOf(snapshot)) === null || !(await ogcLayers(snapshot)).includes(layer)) throw missing();
  return { snapshot, layer };
}

/** A collection of a snapshot, made once. */
export function collectionOf(
  state: ReadingState,
  snapshot: ProjectSnapshot,
  layer: OgcLayer,
): Promise<OgcCollection> {
  return snapshot.made(
    `ogc ${layer}`,
    async () => {
      const site = (await siteOf(snapshot))!;
      const features = await featuresOf(state, snapshot, site, layer);
      const boxes = new Float64Array(features.length * 4);
      for (const [i, { geometry }] of features.entries()) boxes.set(boxOf(geometry), i * 4);
      return {
        id: `${snapshot.id}.${layer}`,
        layer,
        crs: site.crs,
        features,
        boxes,
        placeOf: new Map(features.map(({ id }, i) => [id, i])),
      };
    },
    { large: true },
  );
}

async function featuresOf(
  state: ReadingState,
  snapshot: ProjectSnapshot,
  site: Site,
  layer: OgcLayer,
): Promise<OgcFeature[]> {
  const { workbench } = state.context;
  switch (layer) {
    case 'boundary': {
      const { boundary: geometry, name, crs } = site;
      const properties = { name, area_ha: rounded(multiPolygonAreaHa(geometry, crs), 4) };
      return [{ id: 'boundary', geometry, properties, year: null }];
    }
    case 'reference':
      return site.references.map(({ id, name, geometry }) => ({
        id,
        geometry,
        properties: { id, name, area_ha: rounded(multiPolygonAreaHa(geometry, site.crs), 4) },
        year: null,
      }));
    case 'units': {
      const { rows } = await unitTable(snapshot);
      return rows.map((row, i) => ({
        id: row.id,
        geometry: site.units[i]!.geometry,
        properties: {
          id: row.id,
          name: row.name,
          damage: row.damage,
          area_ha: row.areaHa === null ? null : rounded(row.areaHa, 4),
          damaged: site.units[i]!.yearDamaged,
          reclaimed: site.units[i]!.yearReclaimed,
          index: row.lastMedian,
          index_year: row.lastYear,
          slope: row.slopePerYear,
          slope_p: row.slopeP,
          problems: row.problems,
          priority: row.priority,
          mode: row.class,
          package: row.package,
          start_year: row.planYear,
          cost: row.cost === null ? null : rounded(row.cost, 2),
          state: row.state,
          reach: row.reach,
          alerts: row.openAlerts,
        },
        year: null,
      }));
    }
    case 'findings': {
      const shapes = new Map([...site.units, ...site.references].map(({ id, geometry }) => [id, geometry]));
      return ((await diagnosisOf(snapshot))?.findings ?? []).map((finding) => ({
        id: finding.id,
        geometry: shapes.get(finding.unitId) ?? site.boundary,
        properties: {
          id: finding.id,
          unit: finding.unitId,
          rule: finding.rule,
          factor: finding.factor,
          severity: finding.severity,
          verdict: finding.verdict,
          confidence: finding.confidence,
          verified: finding.limitVerified,
          text_zh: tellFinding(finding, 'zh'),
          text_en: tellFinding(finding, 'en'),
        },
        year: null,
      }));
    }
    case 'plan':
      return planFeatures(site, await planInForce(snapshot), snapshot.dir).map((feature) =>
        withYear(feature, 'start_year'),
      );
    case 'alerts':
      return alertFeatures(site, await alertList(workbench, snapshot.project)).map((feature) =>
        withYear(feature, 'year'),
      );
  }
}

function withYear({ id, geometry, properties }: Feature, column: string): OgcFeature {
  const year = properties[column];
  return { id: id!, geometry, properties, year: typeof year === 'number' ? year : null };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
