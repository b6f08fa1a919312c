import { isUnknown } from '@aftermine/science/base';
import {
  addMoments,
  type ComponentScaling,
  EMPTY_RANGE,
  emptyMoments,
  fitRsei,
  fitScaling,
  isUsableModel,
  mergeRanges,
  type PcRange,
  type RseiModel,
  type RseiMoments,
  type RseiRecipe,
} from '@aftermine/science/observe';
import type { Tiles } from '../../ports/index.ts';
import { addPackedCounter, pooledCounter } from './component-summary.ts';
import { mergeYearRanges } from './range-block.ts';
import type { RunPlan } from './run-plan.ts';

/** The models of a run: one for all years in pooled mode, one per year in per-scene mode. */
export interface FittedIndex {
  readonly recipe: RseiRecipe;
  readonly models: readonly RseiModel[];
  /** Position of each year's model, -1 where the year had nothing to fit. */
  readonly modelOfYear: readonly number[];
  /** Moments per year, and per bootstrap cell over all years. */
  readonly yearMoments: readonly RseiMoments[];
  readonly cellMoments: readonly RseiMoments[];
}

/** Larger than the histograms of any block of usual size. */
const SCRATCH_BYTES = 2 << 20;

/** Scaling of each year from the histograms in the composite tiles: pooled over all years, or year by year. */
export function scaleYears(
  tiles: Tiles,
  run: RunPlan,
  recipe: RseiRecipe,
  keys: readonly (readonly string[])[],
): (readonly ComponentScaling[] | null)[] {
  const { rsei } = run.settings;
  const pooled = rsei.mode === 'pooled';
  const how = { method: 'percentile', clip: rsei.clip } as const;
  // Thousands of tiles are read one after the other: into the same memory.
  const scratch = new Uint8Array(SCRATCH_BYTES);
  const addYear = (year: number, into = pooledCounter(recipe)): ReturnType<typeof pooledCounter> => {
    for (const key of keys[year]!) {
      const tile = tiles.open(key);
      addPackedCounter(into, tile.section('histograms', scratch));
      tile.close();
    }
    return into;
  };
  if (pooled) {
    const all = pooledCounter(recipe);
    for (let y = 0; y < keys.length; y += 1) if (isFitted(run, y)) addYear(y, all);
    const scaling = fitScaling(recipe, all, how);
    return keys.map(() => (isUnknown(scaling) ? null : scaling));
  }
  return keys.map((_, y) => {
    const scaling = fitScaling(recipe, addYear(y), how);
    return isUnknown(scaling) ? null : scaling;
  });
}

/** Fits the models from the moments of every block. */
export function fitIndex(
  tiles: Tiles,
  run: RunPlan,
  recipe: RseiRecipe,
  scaling: readonly (readonly ComponentScaling[] | null)[],
  momentKeys: readonly string[],
): FittedIndex {
  const { rsei } = run.settings;
  const years = run.plan.years.length;
  const k = recipe.components.length;
  const yearMoments = Array.from({ length: years }, () => emptyMoments(k));
  const cellMoments: RseiMoments[] = [];
  for (const key of momentKeys) {
    const tile = tiles.open(key);
    const { cells, size } = tile.meta as { cells: number; size: number };
    const all = new Float64Array(tile.section('moments').slice().buffer);
    tile.close();
    for (let c = 0; c < cells; c += 1) {
      const cell = emptyMoments(k);
      for (let y = 0; y < years; y += 1) {
        const part = all.subarray((y * cells + c) * size, (y * cells + c + 1) * size);
        addMoments(yearMoments[y]!, part);
        if (isFitted(run, y)) addMoments(cell, part);
      }
      if (cell[0]! > 0) cellMoments.push(cell);
    }
  }
  const options = { mode: rsei.mode, gate: rsei.gate };
  if (rsei.mode === 'per-scene') {
    const models: RseiModel[] = [];
    const modelOfYear = yearMoments.map((moments, y) => {
      const scaled = scaling[y] ?? null;
      if (scaled === null || moments[0]! < 2) return -1;
      models.push(fitRsei(recipe, scaled, moments, options));
      return models.length - 1;
    });
    return { recipe, models, modelOfYear, yearMoments, cellMoments };
  }
  const total = emptyMoments(k);
  yearMoments.forEach((moments, y) => {
    if (isFitted(run, y)) addMoments(total, moments);
  });
  const scaled = scaling.find((one) => one !== null);
  const model = fitRsei(
    recipe,
    scaled ?? { kind: 'unknown', reason: 'rsei-no-pixels', params: { count: total[0]! } },
    total,
    options,
  );
  return {
    recipe,
    models: [model],
    modelOfYear: yearMoments.map((moments) => (moments[0]! > 0 ? 0 : -1)),
    yearMoments,
    cellMoments,
  };
}

/** Range of PC1 that each year is rescaled by: that of all years together in pooled mode. */
export function rangesOfYears(
  tiles: Tiles,
  run: RunPlan,
  index: FittedIndex,
  rangeKeys: readonly string[],
): PcRange[] {
  const perBlock = rangeKeys.map((key) => {
    const tile = tiles.open(key);
    const { ranges } = tile.meta as { ranges: (PcRange | null)[] };
    tile.close();
    return ranges;
  });
  const perYear = mergeYearRanges(perBlock, index.modelOfYear.length);
  if (index.models[0]?.mode === 'per-scene') return perYear;
  const all = perYear.filter((_, y) => isFitted(run, y)).reduce(mergeRanges, EMPTY_RANGE);
  return perYear.map(() => all);
}

/** Whether a year takes part in the pooled fit; later ones are only applied to, so that they move nothing that was told before. */
export function isFitted({ settings, plan }: RunPlan, year: number): boolean {
  return settings.rsei.fitTo === undefined || plan.years[year]!.year <= settings.rsei.fitTo;
}

/** True when at least one year has an index. */
export function hasIndex(index: FittedIndex): boolean {
  return index.models.some(isUsableModel);
}
