import type { Grid } from '@aftermine/science/raster';
import { type Feature, projectPolygons, toGeojson } from '@aftermine/science/site';
import { writeRaster } from '../steps/write-raster.ts';
import { type Acquisition, acquisitions } from './acquisitions.ts';
import { type DemoTruth, truthOf } from './demo-truth.ts';
import { fieldSamples } from './field-work.ts';
import { resolveDemoOptions } from './frame.ts';
import { demoLandscape, type Landscape, reliefIn } from './landscape.ts';
import { unitOutline } from './mine-history.ts';
import { polygonOnGrid } from './outline.ts';
import { BOUNDARY, CROPLANDS, REFERENCES, regrowthBy, SITE_NAME, unitsBy } from './site-plan.ts';
import { takePicture } from './take-picture.ts';
import { truthJson } from './truth-json.ts';
import type { DemoOptions, PlanPosition, UnitPlan } from './types.ts';
import { type DemoOutside, writeScene } from './write-scene.ts';

export interface MakeDemoOptions extends DemoOptions, DemoOutside {
  /** Called after every scene. */
  readonly onScene?: (done: number, total: number) => void;
  /** Aborting stops between two scenes. */
  readonly signal?: AbortSignal;
}

/** What was made; paths lie in the folder that was asked for. */
export interface DemoMine {
  readonly name: typeof SITE_NAME;
  readonly boundaryPath: string;
  readonly unitsPath: string;
  readonly referencePath: string;
  /** Land where change is nobody's concern: fields that are ploughed and lie fallow. */
  readonly permittedPath: string;
  readonly scenesDir: string;
  readonly demPath: string;
  readonly samplesPath: string;
  readonly truthDir: string;
  readonly sceneCount: number;
  readonly truth: DemoTruth;
}

/**
 * Makes the demonstration mine: boundary, units and reference areas (GeoJSON, longitude and latitude), scenes as
 * USGS delivers them, a terrain model of the last year, and the truth beside them. Same options, same bytes.
 *
 * @param dir folder that receives `inputs/` and `truth/`
 * @throws InvalidInput `E-DEM-001` for options no landscape can be made of; whatever writing throws
 */
export async function makeDemoMine(dir: string, options: MakeDemoOptions): Promise<DemoMine> {
  const landscape = demoLandscape(resolveDemoOptions(options));
  const { files, paths, rasters } = options;
  const { grid } = landscape;
  const lastYear = landscape.options.years.to;
  const inputs = paths.join(dir, 'inputs');
  const truthDir = paths.join(dir, 'truth');
  const scenesDir = paths.join(inputs, 'scenes');
  for (const folder of [scenesDir, truthDir]) files.makeFolder(folder);

  const boundaryPath = paths.join(inputs, 'boundary.geojson');
  const unitsPath = paths.join(inputs, 'units.geojson');
  const referencePath = paths.join(inputs, 'reference.geojson');
  files.writeText(
    boundaryPath,
    geojson([feature('mine', { name: SITE_NAME.zh, name_en: SITE_NAME.en }, BOUNDARY, grid)]),
  );
  files.writeText(
    unitsPath,
    geojson(
      unitsBy(lastYear)
        .filter(({ registered }) => registered)
        .map((unit) => unitFeature(unit, grid, lastYear)),
    ),
  );
  files.writeText(
    referencePath,
    geojson(
      REFERENCES.map(({ id, name, outline }) =>
        feature(id, { id, name: name.zh, name_en: name.en }, outline, grid),
      ),
    ),
  );

  const permittedPath = paths.join(inputs, 'permitted.geojson');
  files.writeText(
    permittedPath,
    geojson(
      CROPLANDS.map((outline, i) => feature(`fields-${i + 1}`, { id: `fields-${i + 1}` }, outline, grid)),
    ),
  );

  const demPath = paths.join(inputs, 'dem.tif');
  const { height } = reliefIn(landscape, lastYear);
  await writeRaster(
    rasters,
    demPath,
    {
      grid,
      type: 'float32',
      nodata: Number.NaN,
      bands: [{ name: 'height', unit: 'm' }],
      overviews: 'average',
    },
    [height.map((metres) => Math.round(metres * 100) / 100)],
  );

  const samplesPath = paths.join(inputs, 'samples.csv');
  files.writeText(samplesPath, fieldSamples(grid, landscape.options.seed, lastYear));

  const truth = truthOf(landscape);
  const looks = acquisitions(landscape.options);
  await writeRaster(
    rasters,
    paths.join(truthDir, 'disturbance-year.tif'),
    {
      grid,
      type: 'int16',
      nodata: null,
      bands: [{ name: 'disturbance-year' }, { name: 'left-out' }],
      overviews: 'nearest',
    },
    [truth.disturbanceYear, Int16Array.from(truth.leftOut)],
  );
  files.writeText(paths.join(truthDir, 'truth.json'), truthJson(truth, looks));
  await writeScenes(landscape, looks, scenesDir, options);
  return {
    name: SITE_NAME,
    boundaryPath,
    unitsPath,
    referencePath,
    permittedPath,
    scenesDir,
    demPath,
    samplesPath,
    truthDir,
    sceneCount: looks.length,
    truth,
  };
}

/** Takes and writes the pictures of all looks, in order of time. */
export async function writeScenes(
  landscape: Landscape,
  looks: readonly Acquisition[],
  scenesDir: string,
  { onScene, signal, ...outside }: MakeDemoOptions,
): Promise<void> {
  let { year } = looks[0]!;
  let relief = reliefIn(landscape, year);
  for (const [done, look] of looks.entries()) {
    signal?.throwIfAborted();
    if (look.year !== year) {
      ({ year } = look);
      relief = reliefIn(landscape, year);
    }
    await writeScene(outside, scenesDir, takePicture(landscape, relief, look));
    onScene?.(done + 1, looks.length);
  }
}

function geojson(features: readonly Feature[]): string {
  return toGeojson({ crs: 'EPSG:4326', features });
}

/** A unit as a list of units would have it: nobody enters a year of reclamation where plants came by themselves. */
function unitFeature(unit: UnitPlan, grid: Grid, lastYear: number): Feature {
  const regrowth = regrowthBy(unit, lastYear);
  const properties = {
    id: unit.id,
    name: unit.name.zh,
    name_en: unit.name.en,
    class: unit.damage,
    year_damaged: Math.floor(unit.cleared.from),
    year_reclaimed: regrowth === undefined || regrowth.spontaneous ? null : Math.floor(regrowth.start.from),
    target: unit.target ?? null,
    water_m3_ha: unit.waterM3HaYr ?? null,
  };
  return feature(unit.id, properties, unitOutline(unit), grid);
}

/** An outline of the plan in longitude and latitude, to 1e-7 degrees (a centimetre), outer ring counter-clockwise. */
function feature(
  id: string,
  properties: Feature['properties'],
  outline: readonly PlanPosition[],
  grid: Grid,
): Feature {
  const geometry = projectPolygons(polygonOnGrid(outline, grid), grid.crs, 'EPSG:4326').map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => [Number(x.toFixed(7)), Number(y.toFixed(7))] as const)),
  );
  return { id, geometry, properties };
}
