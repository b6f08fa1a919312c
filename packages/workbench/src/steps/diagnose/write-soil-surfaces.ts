import {
  type DiagnoseSettings,
  type DiagnosisLayer,
  type SoilElement,
  type SoilSurfaceQuality,
  soilSurface,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import type { Grid } from '@aftermine/science/raster';
import {
  boxOf,
  type FieldSample,
  isGeographic,
  type Site,
  transformer,
  utmFor,
} from '@aftermine/science/site';
import type { Workbench } from '../../ports/index.ts';
import { writeLayer } from './write-layer.ts';

const FOLDER = 'rasters/soil';
/** Cells of a surface: a map of samples is never finer than this many across. */
const CELLS_ACROSS = 250;
/** No cell is smaller, metres. */
const SMALLEST_CELL_M = 5;

export interface WrittenSurfaces {
  readonly surfaces: readonly SoilSurfaceQuality[];
  readonly layers: readonly DiagnosisLayer[];
}

/**
 * Maps of the pollutants that pass nowhere or not everywhere, each with its error map where it could be kriged. A surface shows
 * where to sample next; gates judge samples alone.
 */
export async function writeSoilSurfaces(
  workbench: Workbench,
  dir: string,
  site: Site,
  samples: readonly FieldSample[],
  units: readonly UnitDiagnosis[],
  settings: DiagnoseSettings,
): Promise<WrittenSurfaces> {
  const elements = new Set<SoilElement>();
  for (const { pollutants } of units)
    for (const { element, verdict } of pollutants)
      if (verdict === 'conditional' || verdict === 'fail') elements.add(element as SoilElement);
  const surfaces: SoilSurfaceQuality[] = [];
  const layers: DiagnosisLayer[] = [];
  if (elements.size === 0) return { surfaces, layers };
  const { grid, placed } = ontoMetres(site, samples);
  const inputs = settings.samples.map((scene) => ({
    scene,
    sha256: workbench.files.sha256(workbench.paths.resolve(dir, scene)),
  }));
  const reachM = settings.supportM;
  for (const element of [...elements].sort()) {
    const surface = soilSurface(placed, element, grid, reachM);
    if (surface === null) continue;
    const { values, error, nearestM: _, ...quality } = surface;
    surfaces.push(quality);
    const planes = [{ kind: `soil-${element}`, plane: values }];
    if (error !== null) planes.push({ kind: `soil-${element}-error`, plane: error });
    for (const { kind, plane } of planes)
      layers.push(
        await writeLayer(workbench, dir, FOLDER, grid, {
          kind,
          plane,
          unit: 'mg/kg',
          recipe: `${quality.method}/1`,
          uses: { supportM: reachM },
          inputs,
          year: null,
        }),
      );
  }
  return { surfaces, layers };
}

/** The site in metres: a grid over boundary, and samples on its plane. */
function ontoMetres(site: Site, samples: readonly FieldSample[]): { grid: Grid; placed: FieldSample[] } {
  const box = boxOf(site.boundary);
  const toDegrees = transformer(site.crs, 'EPSG:4326');
  const middle: [number, number] = [0, 0];
  toDegrees((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, middle);
  const crs = isGeographic(site.crs) ? utmFor(middle[0], middle[1]) : site.crs;
  const project = transformer(site.crs, crs);
  const at: [number, number] = [0, 0];
  const placed = samples.map((sample): FieldSample => {
    if (sample.x === null || sample.y === null) return sample;
    project(sample.x, sample.y, at);
    return { ...sample, x: at[0], y: at[1] };
  });
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of site.boundary.flat(2)) {
    project(x, y, at);
    west = Math.min(west, at[0]);
    east = Math.max(east, at[0]);
    south = Math.min(south, at[1]);
    north = Math.max(north, at[1]);
  }
  const cell = Math.max(SMALLEST_CELL_M, Math.ceil(Math.max(east - west, north - south) / CELLS_ACROSS));
  const [originX, originY] = [Math.floor(west / cell) * cell, Math.ceil(north / cell) * cell];
  return {
    placed,
    grid: {
      crs,
      originX,
      originY,
      pixelWidth: cell,
      pixelHeight: cell,
      width: Math.max(1, Math.ceil((east - originX) / cell)),
      height: Math.max(1, Math.ceil((originY - south) / cell)),
    },
  };
}
