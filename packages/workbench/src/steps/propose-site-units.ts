import { AftermineError } from '@aftermine/science/base';
import { PROPOSAL_DEFAULTS, type ProposedUnit, proposeUnits } from '@aftermine/science/observe';
import { coverage, type Grid } from '@aftermine/science/raster';
import {
  type Feature,
  type MultiPolygon,
  multiPolygonAreaHa,
  projectPolygons,
  type Site,
  toGeojson,
} from '@aftermine/science/site';
import type { StoredLayer, Workbench } from '../ports/index.ts';
import { readOntoGrid } from './observe/read-onto-grid.ts';
import { openProject, type Project } from './open-project.ts';
import { readSite } from './read-site.ts';

export interface ProposeOptions {
  /** Smallest proposal, hectares. */
  readonly minAreaHa?: number;
  /** Ids to take over into the units, or `all`; without it proposals are only written. */
  readonly accept?: readonly string[] | 'all';
  /** Where proposals are written; `inputs/proposed-units.geojson` by default. */
  readonly path?: string;
  readonly overwrite: boolean;
}

export interface ProposeOutcome {
  readonly proposals: readonly ProposedUnit[];
  /** File of the proposals. */
  readonly path: string;
  /** File that now holds the units, with those accepted; null where none was. */
  readonly unitsPath: string | null;
  readonly accepted: readonly string[];
}

const PROPOSED = 'inputs/proposed-units.geojson';
const ACCEPTED = 'inputs/units-accepted.geojson';

/**
 * Candidate units from what was observed: disturbed land inside the boundary that no unit covers yet, grouped by year, state and
 * slope. They are written to a file that can be edited in any GIS; nothing becomes a unit until somebody accepts it.
 *
 * Accepting writes a new file of units (those there are, with all their columns, and the accepted ones) and makes the settings
 * name it; the user's own file stays as it is.
 *
 * @throws NotFound `E-PRJ-004` without an observation; InvalidInput `E-OBS-401` for ids that were not proposed; Conflict
 * `E-USE-003` when the file exists and may not be replaced
 */
export async function proposeSiteUnits(
  workbench: Workbench,
  project: Project,
  options: ProposeOptions,
): Promise<ProposeOutcome> {
  const { dir } = project;
  const { files, paths } = workbench;
  const path = options.path ?? paths.join(dir, PROPOSED);
  const lock = await workbench.locks.acquire(dir, 'propose');
  try {
    const store = await workbench.openStore(dir);
    let site: Site | null;
    let layers: StoredLayer[];
    try {
      [site, layers] = await Promise.all([store.site(), store.layers()]);
    } finally {
      await store.close();
    }
    if (site === null || layers.length === 0)
      throw new AftermineError('NotFound', 'E-PRJ-004', { where: dir });
    if (options.path !== undefined && !options.overwrite && files.exists(path))
      throw new AftermineError('Conflict', 'E-USE-003', { where: path });
    const proposals = await propose(workbench, dir, site, layers, options.minAreaHa);
    files.writeText(path, toGeojson({ crs: site.crs, features: proposals.map(featureOf) }));
    if (options.accept === undefined) return { proposals, path, unitsPath: null, accepted: [] };
    const accepted = chosen(proposals, options.accept);
    if (accepted.length === 0) return { proposals, path, unitsPath: null, accepted: [] };
    files.writeText(
      paths.join(dir, ACCEPTED),
      toGeojson({ crs: site.crs, features: withAccepted(site, accepted, project) }),
    );
    workbench.settings.set(dir, ['units', 'file'], ACCEPTED);
    const ids = accepted.map(({ id }) => id);
    await keepSite(workbench, dir, ids);
    return { proposals, path, unitsPath: ACCEPTED, accepted: ids };
  } finally {
    await lock.release();
  }
}

/** Reads the site as the settings now name it, and keeps it. */
async function keepSite(workbench: Workbench, dir: string, accepted: readonly string[]): Promise<void> {
  const { site } = await readSite(workbench, dir, openProject(workbench, dir).settings);
  const store = await workbench.openStore(dir);
  try {
    const at = new Date(workbench.clock.now()).toISOString();
    await store.save({
      site,
      events: [{ at, command: 'propose', kind: 'accepted', detail: { units: accepted, path: ACCEPTED } }],
    });
  } finally {
    await store.close();
  }
}

async function propose(
  workbench: Workbench,
  dir: string,
  site: Site,
  layers: readonly StoredLayer[],
  minAreaHa = PROPOSAL_DEFAULTS.minAreaHa,
): Promise<ProposedUnit[]> {
  const last = (kind: string): StoredLayer | undefined =>
    layers.filter((layer) => layer.kind === kind).at(-1);
  const [change, components] = [last('disturbance'), last('components')];
  if (change === undefined || components === undefined)
    throw new AftermineError('NotFound', 'E-PRJ-004', { where: dir });
  const file = await workbench.rasters.open(layerPath(workbench, dir, change));
  let grid: Grid;
  let disturbanceYear: Int16Array;
  try {
    if (file.info.grid === null)
      throw new AftermineError('InvalidInput', 'E-OBS-006', { where: change.path });
    grid = file.info.grid;
    const { width, height } = grid;
    const { nodata } = file.info;
    disturbanceYear = Int16Array.from(await file.read(0, { col: 0, row: 0, width, height }), (year) =>
      year === nodata ? 0 : year,
    );
  } finally {
    await file.close();
  }
  const greenness = await bandOn(workbench, layerPath(workbench, dir, components), 'ndvi', grid);
  const slopePath = workbench.paths.join(dir, 'rasters/terrain/slope.tif');
  const slopeDegrees = workbench.files.exists(slopePath)
    ? await bandOn(workbench, slopePath, 'slope', grid)
    : null;
  const found = proposeUnits(
    {
      grid,
      pixelAreaM2: pixelArea(grid),
      disturbanceYear,
      greenness: greenness ?? new Float32Array(disturbanceYear.length).fill(Number.NaN),
      slopeDegrees,
      open: openLand(site, grid),
    },
    { ...PROPOSAL_DEFAULTS, minAreaHa },
  );
  return found.map((one) => ({ ...one, polygons: projectPolygons(one.polygons, grid.crs, site.crs) }));
}

function layerPath(workbench: Workbench, dir: string, layer: StoredLayer): string {
  return workbench.paths.join(dir, layer.path);
}

/** One band on a grid, in its unit; NaN where there is nothing. Null where the file has no such band. */
async function bandOn(
  workbench: Workbench,
  path: string,
  name: string,
  grid: Grid,
): Promise<Float32Array | null> {
  const file = await workbench.rasters.open(path);
  try {
    const band = file.info.bands.findIndex((one) => one.name === name);
    if (band < 0) return null;
    const read = await readOntoGrid(file, band, grid, 'bilinear', file.info.nodata);
    if (read === null) return null;
    const { scale, offset } = file.info.bands[band]!;
    return Float32Array.from(read.samples, (sample) =>
      sample === read.nodata ? Number.NaN : sample * scale + offset,
    );
  } finally {
    await file.close();
  }
}

/** Area of the pixel in the middle of the grid, on the ellipsoid. */
function pixelArea(grid: Grid): number {
  const { originX, originY, pixelWidth, pixelHeight, width, height } = grid;
  const west = originX + Math.floor(width / 2) * pixelWidth;
  const north = originY - Math.floor(height / 2) * pixelHeight;
  const [east, south] = [west + pixelWidth, north - pixelHeight];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return multiPolygonAreaHa([[ring]], grid.crs) * 10_000;
}

/** 1 inside the boundary and outside every unit, by pixel centres. */
function openLand(site: Site, grid: Grid): Uint8Array {
  const open = new Uint8Array(grid.width * grid.height);
  const mark = (geometry: MultiPolygon, value: 0 | 1): void => {
    const { window, inside } = coverage(projectPolygons(geometry, site.crs, grid.crs), grid);
    for (let row = 0; row < window.height; row += 1) {
      for (let col = 0; col < window.width; col += 1) {
        if (inside[row * window.width + col] === 0) continue;
        open[(window.row + row) * grid.width + window.col + col] = value;
      }
    }
  };
  mark(site.boundary, 1);
  for (const unit of site.units) mark(unit.geometry, 0);
  return open;
}

/** A proposal with what it rests on, for a GIS. */
function featureOf({
  id,
  polygons,
  areaHa,
  years,
  greenness,
  meanSlopeDegrees,
  state,
}: ProposedUnit): Feature {
  return {
    id,
    geometry: polygons,
    properties: {
      id,
      status: 'proposed',
      state,
      area_ha: round(areaHa, 2),
      first_year: years.first,
      median_year: years.median,
      last_year: years.last,
      greenness: greenness === null ? null : round(greenness, 3),
      slope_deg: meanSlopeDegrees === null ? null : round(meanSlopeDegrees, 1),
    },
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function chosen(
  proposals: readonly ProposedUnit[],
  accept: readonly string[] | 'all',
): readonly ProposedUnit[] {
  if (accept === 'all') return proposals;
  const known = new Map(proposals.map((one) => [one.id, one]));
  return accept.map((id) => {
    const found = known.get(id);
    if (found === undefined)
      throw new AftermineError('InvalidInput', 'E-OBS-401', {
        where: '--accept',
        expected: `${proposals[0]?.id ?? '-'} .. ${proposals.at(-1)?.id ?? '-'}`,
        got: id,
      });
    return found;
  });
}

/** The units there are, with every column they had, and those accepted under the column names of the settings. */
function withAccepted(site: Site, accepted: readonly ProposedUnit[], { settings }: Project): Feature[] {
  const columns = { id: 'id', name: 'name', damage: 'class', damaged: 'year_damaged', ...settings.units };
  const taken = new Set(site.units.map(({ id }) => id));
  return [
    ...site.units.map(
      ({ id, geometry, properties }): Feature => ({
        id,
        geometry,
        properties: { ...properties, [columns.id]: id },
      }),
    ),
    ...accepted.map((one): Feature => {
      const id = taken.has(one.id) ? `${one.id}-${one.years.first}` : one.id;
      taken.add(id);
      return {
        id,
        geometry: one.polygons,
        properties: {
          ...featureOf(one).properties,
          status: 'accepted',
          [columns.id]: id,
          [columns.name]: null,
          [columns.damage]: 'other',
          [columns.damaged]: one.years.median,
        },
      };
    }),
  ];
}
