import type { Disturbance } from '@aftermine/science/control';
import { newClearings } from '@aftermine/science/control';
import type { ObservationResult } from '@aftermine/science/observe';
import { coverage, type Grid } from '@aftermine/science/raster';
import { type MultiPolygon, projectPolygons, type Site, transformer } from '@aftermine/science/site';
import type { StoredLayer, Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';

/** Fall of the index that is taken for a disturbance. Unverified default of control. */
const FALL = 0.2;
const SEASONS_BEFORE = 3;
const LAYER = 'rsei';

/**
 * Land inside the boundary, outside all units and permitted areas, where the index fell this season against the three before,
 * beyond what the reference areas fell.
 *
 * @returns empty without layers of the index, or for the first season observed
 */
export async function newDisturbances(
  workbench: Workbench,
  { dir, settings }: Project,
  site: Site,
  layers: readonly StoredLayer[],
  observation: ObservationResult,
  year: number,
): Promise<readonly Disturbance[]> {
  const own = layers.filter((one) => one.kind === LAYER && one.year !== null);
  const layerOf = (at: number): StoredLayer | undefined => own.find((one) => one.year === at);
  const last = layerOf(year);
  const before = own
    .filter((one) => one.year! < year && one.year! >= year - SEASONS_BEFORE)
    .sort((a, b) => b.year! - a.year!);
  if (last === undefined || before.length === 0) return [];
  const read = async (
    layer: StoredLayer,
  ): Promise<{ readonly grid: Grid; readonly values: Float32Array }> => {
    const file = await workbench.rasters.open(workbench.paths.join(dir, layer.path));
    try {
      const { width, height, grid, nodata, bands } = file.info;
      const samples = await file.read(0, { col: 0, row: 0, width, height });
      const scale = bands[0]?.scale ?? 1;
      const values = Float32Array.from(samples, (sample) =>
        sample === nodata ? Number.NaN : sample * scale,
      );
      return { grid: grid!, values };
    } finally {
      await file.close();
    }
  };
  const now = await read(last);
  const past = [];
  for (const layer of before) past.push((await read(layer)).values);
  const { grid } = now;
  const permitted =
    settings.control.permitted === undefined
      ? []
      : (await workbench.vectors.read(workbench.paths.resolve(dir, settings.control.permitted), {})).set;
  const open = openLand(
    site,
    'features' in permitted ? permitted.features.map(({ geometry }) => geometry) : [],
    grid,
  );
  const pixelHa = (grid.pixelWidth * grid.pixelHeight) / 10_000;
  const toLonLat = transformer(grid.crs, 'EPSG:4326');
  return newClearings(now.values, past, open, grid.width, {
    fall: FALL,
    leastPixels: Math.max(1, Math.ceil(settings.control.alarms.minDisturbanceHa / pixelHa)),
    referenceFall: Math.max(0, referenceFall(observation, year)),
  }).map(({ col, row, pixels }): Disturbance => {
    const [longitude, latitude] = toLonLat(
      grid.originX + (col + 0.5) * grid.pixelWidth,
      grid.originY - (row + 0.5) * grid.pixelHeight,
    );
    return { unit: null, place: [longitude, latitude], areaHa: pixels * pixelHa, year };
  });
}

/** Fall of the reference areas against the median of the seasons before. */
function referenceFall({ rsei }: ObservationResult, year: number): number {
  const falls = Object.values(rsei.references).flatMap((years) => {
    const now = years.find((one) => one.year === year)?.median ?? null;
    const past = years
      .flatMap((one) =>
        one.year < year && one.year >= year - SEASONS_BEFORE && one.median !== null ? [one.median] : [],
      )
      .sort((a, b) => a - b);
    return now === null || past.length === 0 ? [] : [past[past.length >> 1]! - now];
  });
  return falls.length === 0 ? 0 : falls.reduce((sum, fall) => sum + fall, 0) / falls.length;
}

/** 1 inside the boundary and outside every unit and permitted area. */
function openLand(site: Site, permitted: readonly MultiPolygon[], grid: Grid): Uint8Array {
  const open = new Uint8Array(grid.width * grid.height);
  const mark = (geometry: MultiPolygon, value: 0 | 1): void => {
    const { window, share, inside } = coverage(projectPolygons(geometry, site.crs, grid.crs), grid);
    for (let row = 0; row < window.height; row += 1)
      for (let col = 0; col < window.width; col += 1) {
        const at = row * window.width + col;
        // Pixels that a unit touches are the unit's affair.
        if (value === 1 ? inside[at] === 1 : share[at]! > 0)
          open[(window.row + row) * grid.width + window.col + col] = value;
      }
  };
  mark(site.boundary, 1);
  for (const unit of site.units) mark(unit.geometry, 0);
  for (const area of permitted) mark(area, 0);
  return open;
}
