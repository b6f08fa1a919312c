import { AftermineError, isUnknown, unknown } from '@aftermine/science/base';
import {
  aridity,
  type DiagnoseSettings,
  type DiagnosisResult,
  diagnoseUnits,
  noRecovery,
  recoveryIndicators,
  samplingSupport,
  terrainIndicators,
  type UnitFacts,
  WHOLE_SITE,
} from '@aftermine/science/diagnose';
import type { ObservationResult } from '@aftermine/science/observe';
import { coverage } from '@aftermine/science/raster';
import {
  type FieldSample,
  type MultiPolygon,
  multiPolygonAreaHa,
  projectPolygons,
  type Site,
  type UnitRegister,
} from '@aftermine/science/site';
import type { Progress, Workbench } from '../ports/index.ts';
import { type SiteTerrain, terrainOfSite } from './diagnose/terrain-of-site.ts';
import { writeSoilSurfaces } from './diagnose/write-soil-surfaces.ts';
import { writeTerrain } from './diagnose/write-terrain.ts';
import type { Project } from './open-project.ts';
import { type SampleRemark, sampleRemarks, sampleSite } from './sample-remarks.ts';
import { settingsOfStep } from './settings-of-step.ts';

export interface DiagnoseOptions {
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface DiagnoseOutcome {
  readonly result: DiagnosisResult;
  /** What the tables of samples held that could not be used. */
  readonly warnings: readonly SampleRemark[];
}

/**
 * Site, terrain, samples, climate and observation -> what limits recovery, unit by unit. Works with what is there: what is
 * missing makes its indicators unknown and is named in `notes`. A site without units is judged as one.
 *
 * @throws NotFound `E-PRJ-001` without a site, `E-PRJ-002` for files the settings name; Conflict `E-PRJ-020` when stopped; what
 * `terrainOfSite` and the reader of samples throw
 */
export async function diagnoseSite(
  workbench: Workbench,
  project: Project,
  { progress, signal }: DiagnoseOptions,
): Promise<DiagnoseOutcome> {
  const { dir } = project;
  const settings = project.settings.diagnose;
  const lock = await workbench.locks.acquire(dir, 'diagnose');
  try {
    const store = await workbench.openStore(dir);
    try {
      const [site, observation, stored] = await Promise.all([
        store.site(),
        store.observation(),
        store.layers(),
      ]);
      if (site === null)
        throw new AftermineError('NotFound', 'E-PRJ-001', { where: dir, expected: 'boundary' });
      const goOn = (): void => {
        if (signal.aborted) throw new AftermineError('Conflict', 'E-PRJ-020');
      };
      progress.report({ event: 'step', step: 'terrain', index: 1, count: 2 });
      const terrain = await terrainOfSite(workbench, dir, site, settings, stored);
      goOn();
      const areas = areasOf(site);
      const { samples, warnings } = await samplesOf(workbench, project, site);
      progress.report({ event: 'step', step: 'diagnose', index: 2, count: 2 });
      const facts: UnitFacts[] = [];
      for (const area of areas) {
        if (facts.length % 500 === 0) {
          goOn();
          progress.report({
            event: 'progress',
            step: 'diagnose',
            done: facts.length,
            total: areas.length,
            etaS: null,
          });
        }
        facts.push(factsOf(area, site.crs, terrain, samples, settings.supportM, observation));
      }
      const judged = diagnoseUnits(facts, settings);
      goOn();
      const ground = terrain === null ? [] : await writeTerrain(workbench, dir, terrain, settings, stored);
      const soil = await writeSoilSurfaces(workbench, dir, site, samples, judged.units, settings);
      const result: DiagnosisResult = {
        observedTo: observation?.years.at(-1) ?? null,
        ...judged,
        layers: [...ground, ...soil.layers],
        surfaces: soil.surfaces,
        sampleCount: samples.length,
        notes: notesOf(judged, {
          terrain: terrain !== null,
          samples: samples.length > 0,
          observation: observation !== null,
          climate: settings.climate,
          units: site.units.length > 0,
        }),
      };
      await store.save({
        samples,
        diagnosis: result,
        diagnosisSettings: settingsOfStep(project, 'diagnose'),
      });
      return { result, warnings };
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
}

/** A unit or reference area before anything is known of it. */
interface Area {
  readonly kind: UnitFacts['kind'];
  readonly id: string;
  readonly name: string | null;
  readonly geometry: MultiPolygon;
  readonly register: UnitRegister | null;
  readonly yearReclaimed: number | null;
}

function areasOf(site: Site): readonly Area[] {
  const units = site.units.map(
    (unit): Area => ({
      kind: 'unit',
      id: unit.id,
      name: unit.name,
      geometry: unit.geometry,
      register: unit.register ?? null,
      yearReclaimed: unit.yearReclaimed,
    }),
  );
  const whole: Area = {
    kind: 'unit',
    id: WHOLE_SITE,
    name: site.name,
    geometry: site.boundary,
    register: null,
    yearReclaimed: null,
  };
  return [
    ...(units.length === 0 ? [whole] : units),
    ...site.references.map(
      ({ id, name, geometry }): Area => ({
        kind: 'reference',
        id,
        name,
        geometry,
        register: null,
        yearReclaimed: null,
      }),
    ),
  ];
}

function factsOf(
  area: Area,
  crs: string,
  terrain: SiteTerrain | null,
  samples: readonly FieldSample[],
  supportM: number,
  observation: ObservationResult | null,
): UnitFacts {
  const support = samplingSupport(samples, area.id, area.geometry, crs, supportM);
  return {
    id: area.id,
    name: area.name,
    areaHa: multiPolygonAreaHa(area.geometry, crs),
    kind: area.kind,
    register: area.register,
    terrain: terrainIndicators(
      terrain?.layers ?? null,
      terrain === null ? null : coverage(projectPolygons(area.geometry, crs, terrain.grid.crs), terrain.grid),
    ),
    recovery:
      area.kind === 'reference'
        ? noRecovery(unknown('is-reference'))
        : recoveryIndicators(observation, area.id, area.yearReclaimed),
    samples: support.samples,
    unsupported: support.reason,
  };
}

async function samplesOf(
  workbench: Workbench,
  { dir, settings }: Project,
  site: Site,
): Promise<{ samples: FieldSample[]; warnings: SampleRemark[] }> {
  const samples: FieldSample[] = [];
  const warnings: SampleRemark[] = [];
  for (const file of settings.diagnose.samples) {
    const path = workbench.paths.resolve(dir, file);
    if (!workbench.files.exists(path)) throw new AftermineError('NotFound', 'E-PRJ-002', { where: file });
    const read = await workbench.samples.read(path, {
      site: sampleSite(site),
      ...(settings.crs === undefined ? {} : { crs: settings.crs }),
    });
    for (const sample of read.samples) samples.push(sample);
    warnings.push(...sampleRemarks(file, read));
  }
  return { samples, warnings };
}

function notesOf(
  { findings, weights }: Pick<DiagnosisResult, 'findings' | 'weights'>,
  has: Readonly<Record<'terrain' | 'samples' | 'observation' | 'units', boolean>> & {
    readonly climate: DiagnoseSettings['climate'];
  },
): DiagnosisResult['notes'] {
  const note = (
    key: string,
    params: Readonly<Record<string, string | number>> = {},
  ): DiagnosisResult['notes'][number] => ({ key: `diagnosis-note.${key}`, params });
  const unverified = findings.filter((one) => one.verdict === 'problem' && !one.limitVerified).length;
  const drynessNote = ({ precipitationMm, petMm }: NonNullable<typeof has.climate>) => {
    const dryness = aridity(precipitationMm, petMm);
    return isUnknown(dryness) ? [] : [note(`aridity.${dryness.class}`, { index: dryness.index.toFixed(2) })];
  };
  return [
    ...(has.units ? [] : [note('whole-site')]),
    ...(has.terrain ? [note('strength-assumed')] : [note('no-terrain')]),
    ...(has.samples ? [] : [note('no-samples')]),
    ...(has.observation ? [] : [note('no-observation')]),
    ...(has.climate === undefined ? [note('no-climate')] : drynessNote(has.climate)),
    ...(unverified > 0 ? [note('unverified-limits', { count: unverified })] : []),
    ...(Object.keys(weights).length === 0 ? [note('no-weights')] : []),
  ];
}
