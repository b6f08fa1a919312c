import { AftermineError } from '../base/index.ts';
import { type Box, blocks, type Grid, type Window } from '../raster/index.ts';
import type { ObserveSettings } from './settings.ts';
import { ALL_BANDS, type BandName, type Scene } from './types.ts';

/** The scenes of one growing season. */
export interface PlannedYear {
  readonly year: number;
  /** Ids in order of date, then id: the order in which ties are broken. */
  readonly scenes: readonly string[];
}

/** What will be computed, as data: a grid cut into blocks, and the scenes of each year. */
export interface ObservationPlan {
  readonly grid: Grid;
  readonly tileSize: number;
  readonly blocks: readonly Window[];
  readonly years: readonly PlannedYear[];
  /** Bands that at least one scene of the plan holds. */
  readonly bands: readonly BandName[];
  readonly hasHeat: boolean;
}

/** The year a scene counts for, or null when its date lies outside the season. */
export type SeasonYear = (scene: Scene) => number | null;

/**
 * Plans an observation. Every year between the first and the last one with a scene is planned, also those
 * without any: an unseen year is a result, not an omission.
 *
 * @param grid the project grid (see `projectGrid`)
 * @param box box of the boundary in WGS84, for the message when nothing overlaps
 * @returns the plan; the same input always gives the same plan
 * @throws NotEnoughData `E-OBS-001` without any scene; InvalidInput `E-OBS-002` when none overlaps the
 * boundary (both boxes are named); NotEnoughData `E-OBS-003` when none lies in the season
 */
export function planObservation(
  grid: Grid,
  box: Box,
  scenes: readonly Scene[],
  settings: ObserveSettings,
  seasonYear: SeasonYear,
): ObservationPlan {
  if (scenes.length === 0) throw new AftermineError('NotEnoughData', 'E-OBS-001');
  const overlapping = scenes.filter((scene) => overlaps(scene.bbox, box));
  if (overlapping.length === 0) {
    throw new AftermineError('InvalidInput', 'E-OBS-002', {
      expected: formatBox(box),
      got: formatBox(union(scenes.map((scene) => scene.bbox))),
    });
  }
  const byYear = new Map<number, Scene[]>();
  for (const scene of overlapping) {
    if (!settings.sensors.includes(scene.family)) continue;
    const year = seasonYear(scene);
    if (year === null) continue;
    if (settings.years !== undefined && (year < settings.years.from || year > settings.years.to)) continue;
    byYear.set(year, [...(byYear.get(year) ?? []), scene]);
  }
  if (byYear.size === 0) {
    throw new AftermineError('NotEnoughData', 'E-OBS-003', {
      expected: `${settings.season.from} .. ${settings.season.to}`,
      got: overlapping.length,
    });
  }
  const seen = [...byYear.keys()];
  const first = settings.years?.from ?? Math.min(...seen);
  const last = settings.years?.to ?? Math.max(...seen);
  const years: PlannedYear[] = [];
  for (let year = first; year <= last; year += 1) {
    const ofYear = [...(byYear.get(year) ?? [])].sort(
      (a, b) => compare(a.datetime, b.datetime) || compare(a.id, b.id),
    );
    years.push({ year, scenes: ofYear.map((scene) => scene.id) });
  }
  const used = [...byYear.values()].flat();
  const bands = ALL_BANDS.filter((band) => used.some((scene) => scene.bands[band] !== undefined));
  return {
    grid,
    tileSize: settings.tileSize,
    blocks: blocks(grid, settings.tileSize),
    years,
    bands,
    hasHeat: bands.includes('lst'),
  };
}

/**
 * The project grid: the pixels of the scenes that most of the imagery shares (so that those are never
 * resampled), cut to `box`, grown outward to whole pixels.
 *
 * @param box what is observed, in the CRS of `like`
 */
export function projectGrid(like: Grid, box: Box): Grid {
  const [west, south, east, north] = box;
  const col = Math.floor((west - like.originX) / like.pixelWidth + 1e-9);
  const row = Math.floor((like.originY - north) / like.pixelHeight + 1e-9);
  const originX = like.originX + col * like.pixelWidth;
  const originY = like.originY - row * like.pixelHeight;
  return {
    ...like,
    originX,
    originY,
    width: Math.max(1, Math.ceil((east - originX) / like.pixelWidth - 1e-9)),
    height: Math.max(1, Math.ceil((originY - south) / like.pixelHeight - 1e-9)),
  };
}

/** The grid whose CRS and pixels most scenes share; ties go to the first scene. */
export function commonGrid(scenes: readonly Scene[]): Grid {
  const counts = new Map<string, { grid: Grid; count: number }>();
  for (const { grid } of scenes) {
    const phase = (origin: number, size: number): number => {
      const rest = origin / size - Math.floor(origin / size);
      return Math.round((rest === 1 ? 0 : rest) * 1e4) % 10_000;
    };
    const key = [
      grid.crs,
      grid.pixelWidth,
      grid.pixelHeight,
      phase(grid.originX, grid.pixelWidth),
      phase(grid.originY, grid.pixelHeight),
    ].join(' ');
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { grid, count: 1 });
    else entry.count += 1;
  }
  let best: { grid: Grid; count: number } | undefined;
  for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry;
  if (best === undefined) throw new AftermineError('NotEnoughData', 'E-OBS-001');
  return best.grid;
}

/** True when two boxes share area. */
export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** The box around boxes. */
export function union(boxes: readonly Box[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return [west, south, east, north];
}

function formatBox(box: Box): string {
  return box.map((value) => value.toFixed(4)).join(', ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
