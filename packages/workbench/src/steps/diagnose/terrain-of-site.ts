import { AftermineError, type Unknown, unknown } from '@aftermine/science/base';
import {
  type DiagnoseSettings,
  infiniteSlopeFactorCells,
  type TerrainLayers,
} from '@aftermine/science/diagnose';
import { fractionalVegetationCover } from '@aftermine/science/observe';
import { type Grid, hornSlope, projectedCellSize } from '@aftermine/science/raster';
import type { Site } from '@aftermine/science/site';
import type { StoredLayer, Workbench } from '../../ports/index.ts';
import { readOntoGrid } from '../observe/read-onto-grid.ts';
import { erosionOfSite } from './erosion-of-site.ts';
import { terrainGrid } from './terrain-grid.ts';

/** Terrain of a site on one grid, as indicators read it. */
export interface SiteTerrain {
  readonly grid: Grid;
  readonly layers: TerrainLayers;
}

/** Heights outside this are no ground of this planet, metres: an undeclared no-data value, or another unit. */
const LOWEST = -500;
const HIGHEST = 9000;

/**
 * Slope, stability and soil loss of a site from its terrain model, and cover from the last observed year.
 *
 * @param stored layers of the observation, for vegetation cover
 * @returns null where the settings name no terrain model
 * @throws NotFound `E-PRJ-002`; InvalidInput `E-OBS-006` without georeferencing, `E-DIA-301` for too many cells,
 * `E-DIA-302` for a model that does not touch the site, `E-DIA-303` for heights that are none
 */
export async function terrainOfSite(
  workbench: Workbench,
  dir: string,
  site: Site,
  settings: DiagnoseSettings,
  stored: readonly StoredLayer[],
): Promise<SiteTerrain | null> {
  if (settings.dem === undefined) return null;
  const path = workbench.paths.resolve(dir, settings.dem);
  if (!workbench.files.exists(path))
    throw new AftermineError('NotFound', 'E-PRJ-002', { where: settings.dem });
  const { grid, heights } = await readHeights(workbench, path, settings.dem, site);
  const { width, height } = grid;
  const elevation = { heights, width, height };
  const cell = projectedCellSize(grid);
  const slopes = hornSlope(elevation, cell);
  const { slopeDegrees } = slopes;
  const { cohesionKPa, frictionDegrees, unitWeightKNm3, depthM, waterDepthShare } = settings.stability;
  const stability = infiniteSlopeFactorCells(slopeDegrees, {
    cohesionKPa,
    frictionDegrees,
    unitWeightKNPerM3: unitWeightKNm3,
    depthMetres: depthM,
    waterHeightMetres: waterDepthShare * depthM,
  });
  const cover = await coverOnGrid(workbench, dir, grid, settings, stored);
  return {
    grid,
    layers: {
      width,
      heights,
      slopeDegrees,
      stability,
      ...erosionOfSite(grid, elevation, cell, slopes, cover, settings),
      source: settings.dem,
    },
  };
}

async function readHeights(
  workbench: Workbench,
  path: string,
  shown: string,
  site: Site,
): Promise<{ grid: Grid; heights: Float32Array }> {
  const file = await workbench.rasters.open(path);
  try {
    const { info } = file;
    if (info.grid === null) throw new AftermineError('InvalidInput', 'E-OBS-006', { where: shown });
    const grid = terrainGrid(site, info.grid);
    const read = await readOntoGrid(file, 0, grid, 'bilinear', info.nodata, Number.NaN);
    if (read === null) throw new AftermineError('InvalidInput', 'E-DIA-302', { where: shown });
    const { scale, offset } = info.bands[0]!;
    const heights = new Float32Array(grid.width * grid.height);
    let known = 0;
    for (let i = 0; i < heights.length; i += 1) {
      const sample = read.samples[i]!;
      if (sample === read.nodata || Number.isNaN(sample)) {
        heights[i] = Number.NaN;
        continue;
      }
      const metres = sample * scale + offset;
      if (!(metres >= LOWEST && metres <= HIGHEST))
        throw new AftermineError('InvalidInput', 'E-DIA-303', {
          where: shown,
          expected: `${LOWEST}..${HIGHEST}`,
          got: metres,
        });
      heights[i] = metres;
      known += 1;
    }
    if (known === 0) throw new AftermineError('InvalidInput', 'E-DIA-302', { where: shown });
    return { grid, heights };
  } finally {
    await file.close();
  }
}

/** Vegetation cover in percent from the NDVI of the last observed year; NaN where it was not seen. */
async function coverOnGrid(
  workbench: Workbench,
  dir: string,
  grid: Grid,
  { erosion }: DiagnoseSettings,
  stored: readonly StoredLayer[],
): Promise<Float32Array | Unknown> {
  const last = stored.filter(({ kind }) => kind === 'components').at(-1);
  if (last === undefined) return unknown('no-cover');
  const file = await workbench.rasters.open(workbench.paths.join(dir, last.path));
  try {
    const band = file.info.bands.findIndex(({ name }) => name === 'ndvi');
    if (band < 0) return unknown('no-cover');
    const read = await readOntoGrid(file, band, grid, 'bilinear', file.info.nodata);
    if (read === null) return unknown('no-cover');
    const { scale, offset } = file.info.bands[band]!;
    const ndvi = Float32Array.from(read.samples, (sample) =>
      sample === read.nodata ? Number.NaN : sample * scale + offset,
    );
    const cover = fractionalVegetationCover(ndvi, erosion.ndviBare, erosion.ndviFull);
    for (let i = 0; i < cover.length; i += 1) cover[i] = 100 * cover[i]!;
    return cover;
  } finally {
    await file.close();
  }
}
