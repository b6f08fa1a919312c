import { AftermineError } from '@aftermine/science/base';
import {
  type Box,
  type Grid,
  geographicCellSize,
  hornSlope,
  projectedCellSize,
} from '@aftermine/science/raster';
import { isGeographic, projectBox } from '@aftermine/science/site';
import type { RasterInfo } from '../../ports/index.ts';
import { readOntoGrid } from '../../steps/observe/read-onto-grid.ts';
import type { ProjectFrame } from './project-frame.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import type { ReadingState } from './reading-state.ts';
import { packValues, type ValueWindow } from './values.ts';

/** Where the light stands: north-west, as readers of maps expect it. Degrees. */
const AZIMUTH = 315;
const ALTITUDE = 45;
const RADIANS = Math.PI / 180;
/** Ground around the site that is shown with it, share of its size. */
const MARGIN = 0.2;

/**
 * Path of the terrain model a project names.
 *
 * @throws NotFound `E-SRV-109` where it names none, or the file is gone
 */
export function demPath({ context }: ReadingState, { dir, project }: ProjectSnapshot): string {
  const { dem } = project.settings.diagnose;
  const path = dem === undefined ? null : context.workbench.paths.resolve(dir, dem);
  if (path === null || !context.workbench.files.exists(path))
    throw new AftermineError('NotFound', 'E-SRV-109', { where: dem ?? 'diagnose.dem' });
  return path;
}

/**
 * Shade of the terrain (0..1) and its height (metres), on the pixels asked for, in the frame of the project:
 *
 *   shade = cos(z) cos(s) + sin(z) sin(s) cos(a - aspect), held within 0..1,
 *
 * with slope s and aspect of Horn, light from azimuth a = 315 degrees at an altitude of 45 (z = 90 - 45). NaN outside the model. The
 * model is brought onto the pixels by bilinear interpolation, and no more pixels come back than it has there.
 */
export async function hillshadeWindow(
  { context }: ReadingState,
  path: string,
  { crs, extent }: ProjectFrame,
  asked: { readonly bbox: Box | null; readonly width: number; readonly height: number },
): Promise<ValueWindow> {
  const file = await context.workbench.rasters.open(path);
  try {
    const bbox = asked.bbox ?? wider(extent ?? file.info.box ?? [0, 0, 1, 1]);
    const [width, height] = cellsOf(file.info, crs, bbox, asked);
    // A ring of cells more: slopes need neighbours.
    const grid = ringedGrid(crs, bbox, { width, height });
    const band = await readOntoGrid(file, 0, grid, 'bilinear', file.info.nodata);
    const { scale, offset } = file.info.bands[0]!;
    const heights = new Float32Array(grid.width * grid.height).fill(Number.NaN);
    if (band !== null)
      for (let i = 0; i < heights.length; i += 1) {
        const sample = band.samples[i]!;
        if (sample !== band.nodata) heights[i] = sample * scale + offset;
      }
    const cell = isGeographic(crs) ? geographicCellSize(grid) : projectedCellSize(grid);
    const { slopeDegrees, aspectDegrees } = hornSlope(
      { heights, width: grid.width, height: grid.height },
      cell,
    );
    const about = { width, height, bands: 2, box: bbox, level: 0, pixel: grid.pixelWidth };
    return packValues(about, (planes) => {
      for (let row = 0, to = 0; row < height; row += 1)
        for (let col = 0; col < width; col += 1, to += 1) {
          const from = (row + 1) * grid.width + col + 1;
          planes[to] = shadeOf(slopeDegrees[from]!, aspectDegrees[from]!);
          planes[width * height + to] = heights[from]!;
        }
    });
  } finally {
    await file.close();
  }
}

/** Shade of one cell; flat ground has no aspect and takes the light from above. */
export function shadeOf(slopeDegrees: number, aspectDegrees: number): number {
  if (Number.isNaN(slopeDegrees)) return Number.NaN;
  const [zenith, slope] = [(90 - ALTITUDE) * RADIANS, slopeDegrees * RADIANS];
  const turn = Number.isNaN(aspectDegrees) ? 0 : Math.cos((AZIMUTH - aspectDegrees) * RADIANS);
  const shade = Math.cos(zenith) * Math.cos(slope) + Math.sin(zenith) * Math.sin(slope) * turn;
  return Math.min(1, Math.max(0, shade));
}

/** No more cells than the model has there. */
function cellsOf(
  { grid }: RasterInfo,
  crs: string,
  bbox: Box,
  { width, height }: { readonly width: number; readonly height: number },
): [width: number, height: number] {
  if (grid === null) return [width, height];
  const [west, south, east, north] = projectBox(bbox, crs, grid.crs);
  const most = (length: number, cell: number): number => Math.max(1, Math.ceil(length / cell - 1e-6));
  return [
    Math.min(width, most(east - west, grid.pixelWidth)),
    Math.min(height, most(north - south, grid.pixelHeight)),
  ];
}

function ringedGrid(
  crs: string,
  [west, south, east, north]: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Grid {
  const [pixelWidth, pixelHeight] = [(east - west) / width, (north - south) / height];
  return {
    crs,
    originX: west - pixelWidth,
    originY: north + pixelHeight,
    pixelWidth,
    pixelHeight,
    width: width + 2,
    height: height + 2,
  };
}

function wider([west, south, east, north]: Box): Box {
  const [x, y] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - x, south - y, east + x, north + y];
}
