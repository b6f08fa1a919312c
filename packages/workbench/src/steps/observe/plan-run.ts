import { AftermineError } from '@aftermine/science/base';
import {
  commonGrid,
  type ObserveSettings,
  overlaps,
  planObservation,
  projectGrid,
  REFLECTANCE_BANDS,
  type RseiRecipe,
  rseiRecipe,
  type Scene,
  sceneToStac,
  seasonYear,
  union,
} from '@aftermine/science/observe';
import { type Box, type Grid, gridBox } from '@aftermine/science/raster';
import { assertKnownCrs, boxOf, projectBox, projectPolygons, type Site } from '@aftermine/science/site';
import type { Progress, SceneProblem, StoredScene, Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { scratchFolder } from '../open-project.ts';
import { guardReflectance } from './guard-reflectance.ts';
import type { PlannedZone, RunPlan } from './run-plan.ts';
import { unreadableScenes } from './unreadable-scenes.ts';

export interface PlanOptions {
  readonly scenes?: readonly string[];
  readonly keepGoing: boolean;
  readonly progress: Progress;
}

/** A run, ready to be executed. */
export interface PlannedRun {
  readonly run: RunPlan;
  readonly planPath: string;
  readonly recipe: RseiRecipe;
  readonly site: Site;
  readonly items: readonly StoredScene[];
  readonly problems: readonly SceneProblem[];
}

/** The largest grid that is planned, in pixels: a boundary in the wrong place must not fill the disk. */
const MAX_PIXELS = 2e9;

/**
 * Finds the scenes, decides the project grid, and writes the plan of the run for the workers.
 *
 * @throws NotFound `E-PRJ-004` without a site; what `planObservation` throws; InvalidInput `E-OBS-004` when the
 * grid would be absurdly large; InvalidInput for reflectance that looks unscaled
 */
export async function planRun(
  workbench: Workbench,
  project: Project,
  options: PlanOptions,
): Promise<PlannedRun> {
  const { dir, settings } = project;
  const store = await workbench.openStore(dir);
  let site: Site | null;
  try {
    site = await store.site();
  } finally {
    await store.close();
  }
  if (site === null) throw new AftermineError('NotFound', 'E-PRJ-001', { where: dir, expected: 'boundary' });
  const { observe } = settings;
  const roots = (options.scenes ?? observe.scenes).map((path) => workbench.paths.resolve(dir, path));
  const found = await workbench.scenes.find(roots, {
    own: observe.own,
    projectDir: dir,
    sensors: observe.sensors,
    ...(observe.sentinel2Offset === undefined ? {} : { sentinel2Offset: observe.sentinel2Offset }),
  });

  const box84 = projectBox(boxOf(site.boundary), site.crs, 'EPSG:4326');
  const complete: Scene[] = [];
  const incomplete: SceneProblem[] = [];
  for (const scene of found.scenes) {
    const missing = REFLECTANCE_BANDS.filter((band) => scene.bands[band] === undefined);
    if (missing.length === 0) complete.push(scene);
    else
      incomplete.push({
        sceneId: scene.id,
        where: scene.id,
        key: 'scene-problem.left-out-missing-bands',
        params: { bands: missing.join(', ') },
      });
  }
  // One line for each scene: that it is left out says already that bands are missing.
  const leftOutWhole = new Set(incomplete.map((problem) => problem.sceneId));
  const problems: SceneProblem[] = [
    ...found.problems.filter(
      ({ key, sceneId }) => key !== 'scene-problem.missing-bands' || !leftOutWhole.has(sceneId),
    ),
    ...incomplete,
  ];
  const season = (scene: Scene): number | null =>
    scene.facts['composited'] === true
      ? Number(scene.datetime.slice(0, 4))
      : seasonYear(scene.datetime, observe.season);
  const wanted = complete.filter((scene) => overlaps(scene.bbox, box84) && season(scene) !== null);
  const unreadable = await unreadableScenes(workbench, wanted);
  problems.push(...unreadable);
  const leftOut = new Set(unreadable.map((problem) => problem.sceneId));
  const usable = complete.filter((scene) => !leftOut.has(scene.id));
  if (usable.length === 0 && found.scenes.length > 0) {
    const [first] = problems;
    throw new AftermineError('InvalidInput', 'E-OBS-005', {
      where: first?.where ?? roots.join(', '),
      got: found.scenes.length,
    });
  }
  const grid = usable.length === 0 ? emptyGrid() : decideGrid(site, usable, observe);
  const plan = planObservation(
    grid,
    box84,
    usable,
    { ...observe, tileSize: tileSizeFor(grid, observe.tileSize) },
    season,
  );
  const planned = new Set(plan.years.flatMap((year) => year.scenes));
  const scenes = usable.filter((scene) => planned.has(scene.id));
  await guardReflectance(workbench, scenes, options.keepGoing);

  const zones: PlannedZone[] = [
    { kind: 'boundary', id: 'boundary', geometry: projectPolygons(site.boundary, site.crs, grid.crs) },
    ...site.units.map(
      (unit): PlannedZone => ({
        kind: 'unit',
        id: unit.id,
        geometry: projectPolygons(unit.geometry, site.crs, grid.crs),
      }),
    ),
    ...site.references.map(
      (area): PlannedZone => ({
        kind: 'reference',
        id: area.id,
        geometry: projectPolygons(area.geometry, site.crs, grid.crs),
      }),
    ),
  ];
  const run: RunPlan = {
    plan,
    scenes: Object.fromEntries(scenes.map((scene) => [scene.id, scene])),
    zones,
    settings: observe,
    keepGoing: options.keepGoing,
  };
  const text = JSON.stringify(run);
  const planPath = workbench.paths.join(
    scratchFolder(workbench, dir),
    'plans',
    `${workbench.hash(text).slice(0, 32)}.json`,
  );
  workbench.files.writeText(planPath, text);
  // Inside the project by relative path, so that the folder can be carried elsewhere.
  const portable = (href: string): string => {
    const inside = workbench.paths.relative(dir, href);
    return inside.startsWith('..') || workbench.paths.isAbsolute(inside) ? href : inside;
  };
  return {
    run,
    planPath,
    recipe: rseiRecipe(
      observe.rsei.components ??
        (plan.hasHeat ? ['ndvi', 'wetness', 'ndbsi', 'lst'] : ['ndvi', 'wetness', 'ndbsi']),
    ),
    site,
    items: scenes.map((scene) => ({
      id: scene.id,
      datetime: scene.datetime,
      family: scene.family,
      item: sceneToStac(scene, portable),
    })),
    problems,
  };
}

function decideGrid(site: Site, scenes: readonly Scene[], observe: ObserveSettings): Grid {
  const { crs, resolutionM, bufferM } = observe.grid;
  let like = commonGrid(scenes);
  if (crs !== undefined && crs !== like.crs) {
    assertKnownCrs(crs);
    const size = resolutionM ?? like.pixelWidth;
    like = { crs, originX: 0, originY: 0, pixelWidth: size, pixelHeight: size, width: 1, height: 1 };
  } else if (resolutionM !== undefined && resolutionM !== like.pixelWidth) {
    like = { ...like, pixelWidth: resolutionM, pixelHeight: resolutionM };
  }
  const boxes = [
    site.boundary,
    ...site.units.map((unit) => unit.geometry),
    ...site.references.map((area) => area.geometry),
  ].map((geometry) => boxOf(projectPolygons(geometry, site.crs, like.crs)));
  const [west, south, east, north] = union(boxes);
  const buffered: Box = [west - bufferM, south - bufferM, east + bufferM, north + bufferM];
  const grid = projectGrid(like, buffered);
  if (grid.width * grid.height > MAX_PIXELS) {
    throw new AftermineError('InvalidInput', 'E-OBS-004', {
      where: gridBox(grid)
        .map((value) => value.toFixed(0))
        .join(', '),
      expected: MAX_PIXELS,
      got: grid.width * grid.height,
    });
  }
  return grid;
}

/** Small sites get smaller tiles, so that every worker has something to do. */
function tileSizeFor(grid: Grid, wanted: ObserveSettings['tileSize']): ObserveSettings['tileSize'] {
  return Math.max(grid.width, grid.height) <= 512 ? 128 : wanted;
}

function emptyGrid(): Grid {
  return { crs: 'EPSG:4326', originX: 0, originY: 0, pixelWidth: 1, pixelHeight: 1, width: 1, height: 1 };
}
