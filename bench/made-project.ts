import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chance, unknown } from '@aftermine/science/base';
import {
  type DiagnosisResult,
  evaluateRules,
  FINDING_RULES,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import type { ObservationResult, UnitTrajectory, ZoneYear } from '@aftermine/science/observe';
import { type PlanResult, planProgramme } from '@aftermine/science/plan';
import type { Grid } from '@aftermine/science/raster';
import { boxOf, multiPolygonAreaHa, type Site, toGeojson, type Unit } from '@aftermine/science/site';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { rseiLayer } from '../packages/workbench/src/steps/observe/layers.ts';
import { openProject } from '../packages/workbench/src/steps/open-project.ts';
import { settingsOfStep } from '../packages/workbench/src/steps/settings-of-step.ts';
import { madeSettings, madeUnits } from './plan-units-made.ts';
import { tiledUnits } from './tiled-units.ts';

const CRS = 'EPSG:4547';
const FIRST = 2015;
const YEARS = Array.from({ length: 10 }, (_, i) => FIRST + i);
/** Last years that have a layer, and its side in pixels. */
const LAYER_YEARS = 5;
export const LAYER_SIDE = 2000;
/** Units that are made one by one; the others are like one of them. */
const PATTERN = 400;
/** Units of the pattern that are planned: planning more is what another bench measures. */
const PLANNED = 10;
const MOST = 50_000;

/**
 * A project of many units without observing any: site, yearly rows, diagnosis and plan are written through the store, well-formed
 * and made up, with five years of a layer of 2,000 x 2,000 pixels. The same folder for the same number of units.
 *
 * @param count 1..50,000
 * @param layerYears how many of the last years have a layer, 1..10
 */
export async function makeProject(dir: string, count: number, layerYears = LAYER_YEARS): Promise<void> {
  if (!(count >= 1 && count <= MOST)) throw new Error(`1..${MOST} units, not ${count}`);
  const workbench = composeWorkbench();
  const { files, paths } = workbench;
  const folder = paths.resolve(dir);
  const pattern = madeUnits(Math.min(count, PATTERN));
  const site = madeSite(count, pattern);
  mkdirSync(join(folder, 'inputs'), { recursive: true });
  const write = (name: string, features: Parameters<typeof toGeojson>[0]['features']): void => {
    files.writeText(join(folder, 'inputs', name), toGeojson({ crs: CRS, features }));
  };
  write('boundary.geojson', [{ id: 'mine', geometry: site.boundary, properties: {} }]);
  write(
    'units.geojson',
    site.units.map(({ id, name, damage, geometry }) => ({
      id,
      geometry,
      properties: { id, name, class: damage },
    })),
  );
  write(
    'reference.geojson',
    site.references.map(({ id, geometry }) => ({ id, geometry, properties: { id } })),
  );
  files.writeText(
    join(folder, 'aftermine.yaml'),
    workbench.settings.draft({
      name: `${count} units`,
      boundary: 'inputs/boundary.geojson',
      units: 'inputs/units.geojson',
      reference: 'inputs/reference.geojson',
      language: 'en',
    }),
  );
  const project = openProject(workbench, folder);
  const layers = await writeLayers(workbench, folder, site, YEARS.slice(-layerYears));
  const observation = { ...madeObservation(site), layers: layers.map(({ lineage: _, ...layer }) => layer) };
  const diagnosis = madeDiagnosis(site, pattern);
  const plan = await madePlan(workbench, site, pattern.slice(0, PLANNED));
  await workbench.solver.close();
  const store = await workbench.openStore(folder);
  try {
    await store.save({ site, layers, observation, settings: settingsOfStep(project, 'observe') });
    await store.save({ diagnosis, diagnosisSettings: settingsOfStep(project, 'diagnose') });
    await store.save({
      plan,
      planSettings: settingsOfStep(project, 'plan'),
      events: [{ at: '2026-01-01T00:00:00Z', command: 'init', kind: 'imported', detail: { crs: CRS } }],
    });
  } finally {
    await store.close();
  }
}

type Pattern = ReturnType<typeof madeUnits>;

function madeSite(count: number, pattern: Pattern): Site {
  const { features, boundary } = tiledUnits();
  const units = features.slice(0, count).map(({ geometry }, i): Unit => {
    const { damage, yearDamaged } = pattern[i % pattern.length]!;
    return {
      id: `U${i + 1}`,
      name: `图斑 ${i + 1}`,
      damage,
      yearDamaged,
      yearReclaimed: null,
      geometry,
      properties: {},
    };
  });
  const [west, south] = boxOf(boundary);
  const side = 90;
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ] as const;
  return {
    name: `${count} units`,
    crs: CRS,
    boundary,
    units,
    references: [{ id: 'R1', name: null, geometry: [[ring]] }],
  };
}

function madeObservation(site: Site): Omit<ObservationResult, 'layers'> {
  const random = chance(7).uniform;
  const yearOf = (year: number, median: number): ZoneYear => ({
    year,
    mean: median + 0.01,
    median,
    p25: median - 0.05,
    p75: median + 0.05,
    validShare: 0.98,
    pixelCount: 60,
    validCount: 59,
  });
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  const yearsOf = (from: number, slope: number): ZoneYear[] =>
    YEARS.map((year, i) => yearOf(year, rounded(from + slope * i + 0.03 * (random() - 0.5))));
  const trajectoryOf = (years: readonly ZoneYear[], slope: number, loss: boolean): UnitTrajectory => ({
    index: 'rsei',
    status: 'fitted',
    vertices: [years[0]!, years.at(-1)!].map(({ year, median }) => ({
      year,
      value: median!,
      yearLow: year,
      yearHigh: year,
    })),
    disturbances: loss
      ? [
          {
            startYear: FIRST + 2,
            endYear: FIRST + 3,
            preValue: 0.5,
            magnitude: rounded(-0.15 - 0.3 * random()),
            duration: 1,
            rate: -0.2,
            dsnr: 8,
          },
        ]
      : [],
    recoveries: [],
    trends: {
      rsei: {
        index: 'rsei',
        method: 'original',
        n: years.length,
        s: 20,
        z: 1.7,
        p: rounded(random()),
        tau: 0.4,
        slopePerYear: slope,
        slopeLow: slope - 0.004,
        slopeHigh: slope + 0.004,
        intercept: 0.4,
      },
    },
    gapToReference: {},
    recovery: unknown('no-disturbance'),
    disturbedShare: [],
  });
  const series: Record<string, ZoneYear[]> = {};
  const trajectories: Record<string, UnitTrajectory> = {};
  const unitFacts: Record<string, ObservationResult['unitFacts'][string]> = {};
  for (const { id, name, damage, yearDamaged, geometry } of site.units) {
    const slope = rounded(0.03 * (random() - 0.4));
    series[id] = yearsOf(0.2 + 0.4 * random(), slope);
    trajectories[id] = trajectoryOf(series[id], slope, random() < 0.3);
    unitFacts[id] = {
      name,
      damage,
      areaHa: multiPolygonAreaHa(geometry, CRS),
      yearDamaged,
      yearReclaimed: null,
    };
  }
  const boundary = yearsOf(0.4, 0.002);
  const reference = yearsOf(0.7, 0);
  return {
    years: YEARS,
    yearSummaries: YEARS.map((year) => ({
      year,
      sceneCount: 6,
      sensors: ['landsat-8'],
      clearLooksMedian: 4,
      clearLooksMin: 1,
      seenShare: 0.98,
      waterShare: 0.01,
      quality: 'good',
    })),
    areaRule: { counts: 'pixel-centre', means: 'covered-share' },
    fit: {
      mode: 'pooled',
      kind: 'rsei',
      comparableWithRsei: true,
      components: ['ndvi', 'wetness', 'ndbsi', 'lst'],
      loadings: { ndvi: 0.5, wetness: 0.4, ndbsi: -0.6, lst: -0.5 },
      share: 0.8,
      gate: 'pass',
      scaling: {},
      range: { lo: -1, hi: 1 },
      sensitivity: null,
      perYear: [],
    },
    rsei: { boundary, units: series, references: { R1: reference } },
    components: {},
    trajectories: {
      boundary: trajectoryOf(boundary, 0.002, false),
      units: trajectories,
      references: { R1: trajectoryOf(reference, 0, false) },
    },
    unitFacts,
    notes: [],
  };
}

function madeDiagnosis(site: Site, pattern: Pattern): DiagnosisResult {
  const random = chance(11).uniform;
  const findings: DiagnosisResult['findings'][number][] = [];
  const units = site.units.map(({ id, name, geometry }, i): UnitDiagnosis => {
    const { target, indicators, naturalRecovery } = pattern[i % pattern.length]!;
    const own = evaluateRules(id, target, indicators, FINDING_RULES);
    findings.push(...own);
    return {
      id,
      name,
      areaHa: multiPolygonAreaHa(geometry, CRS),
      target,
      novelGoal: null,
      targetStated: true,
      indicators,
      soilStandard: 'GB 15618-2018',
      pollutants: [],
      erosionClass: unknown('no-terrain'),
      score: Math.round(random() * 1e4) / 1e4,
      obstacles: [],
      limiting: null,
      mode: naturalRecovery ? 'natural-recovery' : 'assisted-regeneration',
      modeReason: null,
      findings: own.map((finding) => finding.id),
    };
  });
  return {
    observedTo: YEARS.at(-1)!,
    units,
    references: [],
    findings,
    reference: {},
    weights: {},
    layers: [],
    surfaces: [],
    sampleCount: 0,
    notes: [],
  };
}

/** A plan of the pattern, told of every unit that is like one of it. */
async function madePlan(
  workbench: ReturnType<typeof composeWorkbench>,
  site: Site,
  pattern: Pattern,
): Promise<PlanResult> {
  const settings = madeSettings(pattern);
  const library = workbench.libraries.load({ costFile: settings.costs });
  const { result } = await planProgramme(
    {
      units: pattern,
      library,
      settings,
      start: settings.start!,
      seed: 1,
      elapsed: () => performance.now() / 1000,
    },
    workbench.solver.solve,
  );
  const units = site.units.map(({ id, name, damage, geometry }, i) => ({
    ...result.units[i % pattern.length]!,
    id,
    name,
    damage,
    areaHa: multiPolygonAreaHa(geometry, CRS),
  }));
  return { ...result, units, libraryHash: library.hash };
}

async function writeLayers(
  workbench: ReturnType<typeof composeWorkbench>,
  dir: string,
  site: Site,
  years: readonly number[],
) {
  const [west, south, east, north] = boxOf(site.boundary);
  const cell = Math.ceil(Math.max(east - west, north - south) / LAYER_SIDE);
  const grid: Grid = {
    crs: CRS,
    originX: west,
    originY: north,
    pixelWidth: cell,
    pixelHeight: cell,
    width: LAYER_SIDE,
    height: LAYER_SIDE,
  };
  const spec = rseiLayer({ grid, tileSize: 256, bands: [] });
  const layers = [];
  for (const year of years) {
    const path = `rasters/rsei/${year}.tif`;
    mkdirSync(join(dir, 'rasters', 'rsei'), { recursive: true });
    await workbench.rasters.writeCog(join(dir, path), spec, async (col, row) =>
      workbench.rasters.encodeTile(spec, tileOf(col, row, year)),
    );
    layers.push({
      kind: 'rsei',
      year,
      path,
      sha256: workbench.files.sha256(join(dir, path)),
      lineage: { made: 'for measuring' },
    });
  }
  return layers;
}

/** Hills and noise, as hard to pack as a real index. */
function tileOf(col: number, row: number, year: number): Int16Array {
  const out = new Int16Array(256 * 256);
  let state = (col * 73_856_093) ^ (row * 19_349_663) ^ (year * 83_492_791);
  for (let i = 0; i < out.length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const [x, y] = [col * 256 + (i % 256), row * 256 + Math.floor(i / 256)];
    const hills = Math.sin(x / 90) * Math.cos(y / 130) * 1800 + Math.sin((x + y) / 37) * 500;
    out[i] = 4500 + hills + 60 * (year - FIRST) + ((state >>> 16) % 400);
  }
  return out;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [dir, count] = process.argv.slice(2);
  if (dir === undefined || count === undefined) {
    console.error('node bench/made-project.ts DIR UNITS');
    process.exit(2);
  }
  await makeProject(dir, Number(count));
}
