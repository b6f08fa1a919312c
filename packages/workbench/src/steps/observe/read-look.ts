import {
  type BandName,
  type BandSamples,
  calendarDay,
  cloudDistance,
  dayOfYear,
  encodeBand,
  harmoniseRoy2016,
  type Look,
  type MaskTable,
  maskTable,
  needsHarmonising,
  REFLECTANCE_BANDS,
  type Scene,
  seasonDay,
} from '@aftermine/science/observe';
import type { Grid, Samples } from '@aftermine/science/raster';
import { type ReadMethod, readOntoGrid } from './read-onto-grid.ts';
import type { RunPlan } from './run-plan.ts';
import type { TaskContext } from './task-runner.ts';

const SLC_FAILED = '2003-05-31';
const CLOUD_DISTANCE_LIMIT_PIXELS = 50;

/**
 * One scene over one block, on the project grid and in the composite encoding, or null when the scene does
 * not touch the block or holds no clear pixel there.
 */
export async function readLook(
  context: TaskContext,
  run: RunPlan,
  scene: Scene,
  year: number,
  block: Grid,
): Promise<Look | null> {
  const { settings, plan } = run;
  const clear = new Uint8Array(block.width * block.height).fill(1);
  for (const mask of scene.masks) {
    const file = await context.shelf.get(mask.href);
    // Outside the scene the mask says fill; QA_RADSAT has no fill, there the bands do.
    const part = await readOntoGrid(
      file,
      mask.index,
      block,
      'nearest',
      null,
      mask.kind === 'fmask' ? 255 : 0,
    );
    if (part === null) return null;
    const table = tableFor(mask.kind, settings.mask.drop, scene);
    dropMasked(clear, part.samples, table);
  }
  if (!clear.includes(1)) return null;
  const bands: Partial<Record<BandName, Uint16Array>> = {};
  for (const name of plan.bands) {
    const source = scene.bands[name];
    if (source === undefined) {
      if (name === 'lst') continue;
      return null;
    }
    const file = await context.shelf.get(source.href);
    const part = await readOntoGrid(
      file,
      source.index,
      block,
      settings.resampling as ReadMethod,
      source.nodata ?? file.info.nodata,
    );
    if (part === null) return null;
    const samples: BandSamples = {
      samples: part.samples,
      scale: source.scale,
      offset: source.offset,
      nodata: part.nodata,
    };
    const encoded = encodeBand(name, samples);
    const harmonise = settings.harmonise === 'roy-2016' && needsHarmonising(scene.platform);
    bands[name] = harmonise ? harmoniseRoy2016(name, encoded) : encoded;
  }
  const date = calendarDay(scene.datetime);
  return {
    bands,
    clear,
    dayOfYear: dayOfYear(date),
    seasonDay: seasonDay(scene.datetime, settings.season, year),
    slcOff: scene.platform === 'landsat-7' && scene.datetime.slice(0, 10) > SLC_FAILED,
    ...(settings.composite === 'best-available'
      ? {
          cloudDistance: cloudDistance(
            clear.map((one) => 1 - one),
            block.width,
            block.height,
            CLOUD_DISTANCE_LIMIT_PIXELS,
          ),
        }
      : {}),
  };
}

function dropMasked(clear: Uint8Array, samples: Samples, table: MaskTable): void {
  for (let i = 0; i < clear.length; i += 1) if (table[samples[i]!] !== 0) clear[i] = 0;
}

const tables = new Map<string, MaskTable>();

function tableFor(
  kind: Scene['masks'][number]['kind'],
  drop: RunPlan['settings']['mask']['drop'],
  scene: Scene,
): MaskTable {
  const sensor = scene.platform === 'landsat-8' || scene.platform === 'landsat-9' ? 'oli' : 'tm';
  const key = `${kind} ${sensor} ${drop.join(' ')}`;
  let table = tables.get(key);
  if (table === undefined) {
    table = maskTable(kind, { drop, sensor, bands: REFLECTANCE_BANDS });
    tables.set(key, table);
  }
  return table;
}
