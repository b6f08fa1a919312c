import type { Box } from '@aftermine/science/raster';
import {
  assertKnownCrs,
  boxOf,
  isGeographic,
  projectBox,
  projectPolygons,
  type Site,
  transformer,
  utmFor,
} from '@aftermine/science/site';
import type { ServerContext } from '../context.ts';
import { layerFiles } from './layer-files.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { type ReadingState, readingState } from './reading-state.ts';
import { siteOf } from './records.ts';

/** Where a project lies on a map. */
export interface ProjectFrame {
  /** EPSG code. */
  readonly crs: string;
  /** Of boundary, units and reference areas; null before there is a site. */
  readonly extent: Box | null;
}

/**
 * The one coordinate system a project is drawn in: that of its layers, so that no picture is warped; before there are layers that
 * of its site, or the UTM zone of a site in degrees.
 */
export async function projectFrame(context: ServerContext, projectId: string): Promise<ProjectFrame> {
  const state = readingState(context);
  return frameOf(state, await state.projects.of(projectId));
}

/** As `projectFrame`, of a snapshot. */
export function frameOf(state: ReadingState, snapshot: ProjectSnapshot): Promise<ProjectFrame> {
  return snapshot.made('frame', async () => {
    const site = await siteOf(snapshot);
    const crs = (await crsOfLayers(state, snapshot)) ?? (site === null ? 'EPSG:4326' : metricCrs(site));
    if (site === null) return { crs, extent: null };
    let extent = boxOf(site.boundary);
    for (const { geometry } of [...site.units, ...site.references]) {
      const [west, south, east, north] = boxOf(geometry);
      extent = [
        Math.min(extent[0], west),
        Math.min(extent[1], south),
        Math.max(extent[2], east),
        Math.max(extent[3], north),
      ];
    }
    return { crs, extent: projectBox(extent, site.crs, crs) };
  });
}

/** The frame in another system, where one is asked for. @throws Unsupported `E-CRS-001` for a system we do not know */
export async function frameIn(
  state: ReadingState,
  snapshot: ProjectSnapshot,
  crs: string | undefined,
): Promise<ProjectFrame> {
  const frame = await frameOf(state, snapshot);
  if (crs === undefined || crs === frame.crs) return frame;
  assertKnownCrs(crs);
  return { crs, extent: frame.extent === null ? null : projectBox(frame.extent, frame.crs, crs) };
}

/**
 * The site of a project in a coordinate system of choice, or in its frame; null before it has one.
 *
 * @throws Unsupported `E-CRS-001` for a system we do not know
 */
export async function siteOfIn(
  state: ReadingState,
  snapshot: ProjectSnapshot,
  crs: string | undefined,
): Promise<Site | null> {
  const site = await siteOf(snapshot);
  if (site === null) return null;
  const wanted = crs ?? (await frameOf(state, snapshot)).crs;
  if (wanted === site.crs) return site;
  assertKnownCrs(wanted);
  return snapshot.made(`site in ${wanted}`, async () => siteIn(site, wanted), { large: true });
}

/** A box of the site's own system, in the frame. */
export async function boxInFrame(state: ReadingState, snapshot: ProjectSnapshot, box: Box): Promise<Box> {
  const own = await snapshot.tables('site-crs', async (tables) =>
    String(
      tables.value(
        `SELECT organization || ':' || organization_coordsys_id FROM gpkg_spatial_ref_sys
         JOIN gpkg_geometry_columns USING (srs_id) WHERE table_name = 'boundary'`,
      ),
    ),
  );
  return projectBox(box, own, (await frameOf(state, snapshot)).crs);
}

/** A site in another coordinate system. */
export function siteIn(site: Site, crs: string): Site {
  if (site.crs === crs) return site;
  const move = <T extends { readonly geometry: Site['boundary'] }>(one: T): T => ({
    ...one,
    geometry: projectPolygons(one.geometry, site.crs, crs),
  });
  return {
    ...site,
    crs,
    boundary: projectPolygons(site.boundary, site.crs, crs),
    units: site.units.map(move),
    references: site.references.map(move),
  };
}

async function crsOfLayers(
  { rasters, context }: ReadingState,
  snapshot: ProjectSnapshot,
): Promise<string | null> {
  const files = await layerFiles(snapshot);
  // Yearly layers first: all of them share one grid, while a terrain model may lie in a system of its own.
  for (const { path } of [...files].sort((a, b) => Number(a.year === null) - Number(b.year === null))) {
    const info = await rasters.info(context.workbench.paths.join(snapshot.dir, path)).catch(() => null);
    if (info?.grid != null) return info.grid.crs;
  }
  return null;
}

function metricCrs(site: Site): string {
  if (!isGeographic(site.crs)) return site.crs;
  const [west, south, east, north] = boxOf(site.boundary);
  const [longitude, latitude] = transformer(site.crs, 'EPSG:4326')((west + east) / 2, (south + north) / 2);
  return utmFor(longitude, latitude);
}
