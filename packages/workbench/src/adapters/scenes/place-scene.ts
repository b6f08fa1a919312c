import {
  REFLECTANCE_BANDS,
  type Scene,
  type SceneDraft,
  type SceneProblem,
  sceneProblem,
} from '@aftermine/science/observe';
import { gridBox } from '@aftermine/science/raster';
import { projectBox } from '@aftermine/science/site';
import { isProblem, type RasterHeaders, reasonOf } from './raster-headers.ts';

/**
 * Gives a draft its grid and its WGS84 box, from the header of its finest reflectance band. Whether the other
 * bands fit is seen when they are read.
 */
export async function placeScene(draft: SceneDraft, headers: RasterHeaders): Promise<Scene | SceneProblem> {
  let best: { path: string; grid: Scene['grid'] } | null = null;
  const paths = [...new Set(candidates(draft).map((source) => source.href))];
  for (const path of paths) {
    const header = await headers.get(path);
    if (isProblem(header)) return { ...header, sceneId: draft.id };
    if (header.grid === null) return { ...sceneProblem('error', 'no-grid', draft.id), where: path };
    if (best === null || header.grid.pixelWidth < best.grid.pixelWidth) best = { path, grid: header.grid };
  }
  if (best === null) return sceneProblem('error', 'no-bands', draft.id, { files: '-' });
  const { grid } = best;
  try {
    const bbox = projectBox(gridBox(grid), grid.crs, 'EPSG:4326');
    // Far outside its area a projection has no answer.
    if (bbox.every(Number.isFinite)) return { ...draft, grid, bbox };
    return { ...sceneProblem('error', 'no-grid', draft.id), where: best.path };
  } catch (cause) {
    return {
      ...sceneProblem('error', 'unknown-crs', draft.id, { crs: grid.crs, reason: reasonOf(cause) }),
      where: best.path,
    };
  }
}

/**
 * Bands whose headers decide: one of a Landsat or HLS delivery, where all share one grid; the first of each
 * resolution of a Sentinel-2 product; else every band.
 */
function candidates(draft: SceneDraft): { href: string }[] {
  const present = [...REFLECTANCE_BANDS, 'lst' as const].flatMap((band) => draft.bands[band] ?? []);
  if (draft.family === 'sentinel-2') return [draft.bands.red ?? draft.bands.blue ?? present[0]!];
  if (draft.family === 'own') return present;
  return [draft.bands.red ?? present[0]!];
}
