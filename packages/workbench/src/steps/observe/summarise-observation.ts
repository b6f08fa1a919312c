import { unknown } from '@aftermine/science/base';
import {
  isUsableModel,
  type ObservationResult,
  type RseiFit,
  type RseiModel,
  type RseiRecipe,
  rseiSensitivity,
  type UnitTrajectory,
  type YearSummary,
  type ZoneSeries,
  type ZoneYear,
  zoneTrajectory,
} from '@aftermine/science/observe';
import { histogramStatistics, mergeHistograms, type ZoneHistogram } from '@aftermine/science/raster';
import { multiPolygonAreaHa, type Site } from '@aftermine/science/site';
import type { Progress, SceneProblem, StoredLayer, Tiles, Workbench } from '../../ports/index.ts';
import type { FittedIndex } from './fit-index.ts';
import { hasIndex, isFitted } from './fit-index.ts';
import type { RunPlan } from './run-plan.ts';
import { seededUniform } from './seeded-uniform.ts';
import { segmentParametersOf } from './segmentation-of.ts';
import { LOOKS, WATER, zoneIndices } from './zone-indices.ts';
import { HistogramReader } from './zone-packing.ts';

export interface SummaryInput {
  readonly workbench: Workbench;
  readonly run: RunPlan;
  readonly site: Site;
  readonly recipe: RseiRecipe;
  readonly index: FittedIndex;
  readonly ranges: readonly ({ readonly lo: number; readonly hi: number } | null)[];
  readonly tiles: Tiles;
  /** Tiles of all years, one per block. */
  readonly seriesKeys: readonly string[];
  readonly layers: readonly StoredLayer[];
  readonly problems: readonly SceneProblem[];
  readonly seed: number;
  readonly progress: Progress;
}

/** Everything of one zone: its years by index, and the years of disturbance of its pixels. */
interface ZoneSummary {
  readonly years: Readonly<Record<string, readonly ZoneYear[]>>;
  readonly looks: readonly ZoneHistogram[];
  readonly water: readonly ZoneHistogram[];
  readonly disturbedShare: readonly { year: number; share: number }[];
}

/** Sums up the zones from the tiles of all years, one zone at a time, and puts the result together. */
export function summariseObservation(input: SummaryInput): ObservationResult {
  const { run, site, recipe, index, workbench } = input;
  const { plan, settings } = run;
  const withIndex = hasIndex(index);
  const blocksOfZone = findBlocks(input);
  const summaries = run.zones.map((_, zone) => {
    input.progress.report({
      event: 'progress',
      step: 'units',
      done: zone + 1,
      total: run.zones.length,
      etaS: null,
    });
    return summariseZone(input, zone, blocksOfZone[zone]!, withIndex);
  });
  const boundary = summaries[run.zones.findIndex((zone) => zone.kind === 'boundary')]!;
  const ids = zoneIndices(recipe, settings, withIndex)
    .map(({ id }) => id)
    .filter((id) => id !== LOOKS && id !== WATER);
  const seriesOf = (id: string): ZoneSeries => ({
    boundary: boundary.years[id] ?? [],
    units: byKind(run, summaries, 'unit', (summary) => summary.years[id] ?? []),
    references: byKind(run, summaries, 'reference', (summary) => summary.years[id] ?? []),
  });
  const components = Object.fromEntries(ids.filter((id) => id !== 'rsei').map((id) => [id, seriesOf(id)]));
  const references = run.zones.flatMap((zone, i) => (zone.kind === 'reference' ? [summaries[i]!] : []));
  const referenceYears = Object.fromEntries(
    ids.map((id) => [id, medianOfZones(references.map((summary) => summary.years[id] ?? []))]),
  );
  const parameters = segmentParametersOf(settings.segment);
  const reclaimed = new Map(site.units.map((unit) => [unit.id, unit.yearReclaimed]));
  const trajectoryOf = (zone: number): UnitTrajectory => {
    const { years, disturbedShare } = summaries[zone]!;
    const { kind, id } = run.zones[zone]!;
    const wanted = new Set([...(withIndex ? ['rsei'] : []), settings.recovery.index]);
    wanted.delete(settings.segment.index);
    return zoneTrajectory({
      index: settings.segment.index,
      years: years[settings.segment.index] ?? [],
      others: Object.fromEntries(
        [...wanted].filter((other) => years[other] !== undefined).map((other) => [other, years[other]!]),
      ),
      // A reference area is not compared with itself.
      reference: kind === 'reference' ? {} : referenceYears,
      parameters,
      minMagnitude: settings.segment.minMagnitude,
      recovery: { ...settings.recovery, yearReclaimed: kind === 'unit' ? (reclaimed.get(id) ?? null) : null },
      disturbedShare,
    });
  };
  const trajectories = run.zones.map((_, zone) => trajectoryOf(zone));
  return {
    years: plan.years.map(({ year }) => year),
    yearSummaries: plan.years.map((planned, y) => summariseYear(run, boundary, planned, y)),
    areaRule: { counts: 'pixel-centre', means: 'covered-share' },
    fit: describeFit(input),
    rsei: withIndex ? seriesOf('rsei') : { boundary: [], units: {}, references: {} },
    components,
    layers: input.layers.map(({ kind, year, path, sha256 }) => ({ kind, year, path, sha256 })),
    trajectories: {
      boundary: trajectories[run.zones.findIndex((zone) => zone.kind === 'boundary')]!,
      units: byKind(run, trajectories, 'unit', (trajectory) => trajectory),
      references: byKind(run, trajectories, 'reference', (trajectory) => trajectory),
    },
    unitFacts: Object.fromEntries(
      site.units.map((unit) => [
        unit.id,
        {
          name: unit.name,
          damage: unit.damage,
          areaHa: multiPolygonAreaHa(unit.geometry, site.crs),
          yearDamaged: unit.yearDamaged,
          yearReclaimed: unit.yearReclaimed,
        },
      ]),
    ),
    notes: input.problems.map(({ key, params, where }) => ({
      key,
      params: { ...params, where: workbench.paths.basename(where) },
    })),
  };
}

function byKind<T, R>(
  run: RunPlan,
  all: readonly T[],
  kind: string,
  pick: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    run.zones.flatMap((zone, i) => (zone.kind === kind ? [[zone.id, pick(all[i]!)]] : [])),
  );
}

/** Which block tiles hold each zone. */
function findBlocks({ run, tiles, seriesKeys }: SummaryInput): string[][] {
  const found: string[][] = run.zones.map(() => []);
  for (const key of seriesKeys) {
    const tile = tiles.open(key);
    const { zones } = tile.meta as { zones: number[] };
    tile.close();
    for (const zone of zones) found[zone]!.push(key);
  }
  return found;
}

/** Blocks whose histograms are held at once: memory does not grow with the number of blocks. */
const BLOCKS_AT_ONCE = 16;

/** The histograms of one zone over all its blocks, in the order they were written. */
function mergeBlocks(tiles: Tiles, keys: readonly string[], zone: number, count: number): ZoneHistogram[] {
  let merged: ZoneHistogram[] = Array.from({ length: count }, () => mergeHistograms([]));
  for (let start = 0; start < keys.length; start += BLOCKS_AT_ONCE) {
    const readers = keys.slice(start, start + BLOCKS_AT_ONCE).map((key) => {
      const tile = tiles.open(key);
      const bytes = tile.section(`zone-${zone}`);
      tile.close();
      return new HistogramReader(bytes);
    });
    merged = merged.map((before) => mergeHistograms([before, ...readers.map((reader) => reader.next())]));
  }
  return merged;
}

function summariseZone(
  input: SummaryInput,
  zone: number,
  keys: readonly string[],
  withIndex: boolean,
): ZoneSummary {
  const { run, recipe, tiles } = input;
  const { plan, settings } = run;
  const indices = zoneIndices(recipe, settings, withIndex);
  const merged = mergeBlocks(tiles, keys, zone, indices.length * plan.years.length + 1);
  let position = 0;
  const next = (): ZoneHistogram => merged[position++]!;
  const years: Record<string, ZoneYear[]> = {};
  const looks: ZoneHistogram[] = [];
  const water: ZoneHistogram[] = [];
  for (const { id, scale, offset } of indices) {
    for (const planned of plan.years) {
      const histogram = next();
      if (id === LOOKS) looks.push(histogram);
      else if (id === WATER) water.push(histogram);
      else (years[id] ??= []).push(zoneYear(planned, histogram, scale, offset, settings.zones.minValidShare));
    }
  }
  const disturbed = next();
  const total = disturbed.weights.reduce((sum, weight) => sum + weight, 0);
  const disturbedShare = [...disturbed.samples]
    .map((year, i) => ({ year, share: total === 0 ? 0 : disturbed.weights[i]! / total }))
    .filter(({ year }) => year > 0);
  return { years, looks, water, disturbedShare };
}

function zoneYear(
  planned: { year: number; scenes: readonly string[] },
  histogram: ZoneHistogram,
  scale: number,
  offset: number,
  minShare: number,
): ZoneYear {
  const { year } = planned;
  const { mean, median, p25, p75, validShare, pixelCount, validCount } = histogramStatistics(
    histogram,
    scale,
    offset,
  );
  const counts = { year, validShare, pixelCount, validCount };
  const nothing = { mean: null, median: null, p25: null, p75: null } as const;
  if (planned.scenes.length === 0) return { ...counts, ...nothing, unknown: unknown('no-scenes', { year }) };
  if (mean === null || median === null || p25 === null || p75 === null) {
    return { ...counts, ...nothing, unknown: unknown('no-clear-look', { year }) };
  }
  if (validShare < minShare) {
    const percent = (share: number): number => Math.round(share * 100);
    return {
      ...counts,
      ...nothing,
      unknown: unknown('too-little-seen', { year, seen: percent(validShare), need: percent(minShare) }),
    };
  }
  return { ...counts, mean, median, p25, p75 };
}

/** A season that saw less of the boundary than this is called poorly seen. */
const POORLY_SEEN_BELOW = 0.75;

function summariseYear(
  run: RunPlan,
  boundary: ZoneSummary,
  planned: { year: number; scenes: readonly string[] },
  y: number,
): YearSummary {
  const looks = boundary.looks[y]!;
  const { median } = histogramStatistics(looks, 1);
  const total = looks.weights.reduce((sum, weight) => sum + weight, 0);
  const unseen = looks.samples[0] === 0 ? looks.weights[0]! : 0;
  const water = histogramStatistics(boundary.water[y]!, 1).mean ?? 0;
  const seenShare = total === 0 ? 0 : 1 - unseen / total;
  const { year } = planned;
  const none =
    planned.scenes.length === 0
      ? unknown('no-scenes', { year })
      : seenShare === 0
        ? unknown('no-clear-look', { year })
        : null;
  return {
    year,
    sceneCount: planned.scenes.length,
    sensors: [...new Set(planned.scenes.map((id) => run.scenes[id]!.platform))].sort(),
    clearLooksMedian: median ?? 0,
    clearLooksMin: looks.samples[0] ?? 0,
    seenShare,
    waterShare: water,
    quality: none !== null ? 'none' : seenShare < POORLY_SEEN_BELOW ? 'poor' : 'good',
    ...(none === null ? {} : { unknown: none }),
  };
}

/** The reference of a year: the median over the reference areas of their medians and quartiles. */
function medianOfZones(zones: readonly (readonly ZoneYear[])[]): ZoneYear[] {
  const first = zones[0];
  if (first === undefined) return [];
  if (zones.length === 1) return [...first];
  const middle = (values: number[]): number => {
    values.sort((a, b) => a - b);
    const half = values.length >> 1;
    return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
  };
  return first.map((year, y) => {
    const known = zones.flatMap((zone) => (zone[y]!.median === null ? [] : [zone[y]!]));
    if (known.length === 0) return year;
    const pick = (key: 'mean' | 'median' | 'p25' | 'p75'): number => middle(known.map((one) => one[key]!));
    return {
      year: year.year,
      mean: pick('mean'),
      median: pick('median'),
      p25: pick('p25'),
      p75: pick('p75'),
      validShare: middle(known.map((one) => one.validShare)),
      pixelCount: known.reduce((sum, one) => sum + one.pixelCount, 0),
      validCount: known.reduce((sum, one) => sum + one.validCount, 0),
    };
  });
}

function describeFit({ run, recipe, index, ranges, seed }: SummaryInput): RseiFit {
  const years = run.plan.years.map(({ year }) => year);
  const model: RseiModel = index.models.find(isUsableModel) ?? index.models[0]!;
  const byId = (values: readonly number[]): Record<string, number> =>
    Object.fromEntries(recipe.components.map(({ id }, c) => [id, values[c] ?? 0]));
  const position = index.models.indexOf(model);
  const range = ranges[index.modelOfYear.indexOf(position)] ?? null;
  const byYear = new Map(
    years.flatMap((year, y) =>
      isFitted(run, y) && index.yearMoments[y]![0]! > 1 ? [[year, index.yearMoments[y]!] as const] : [],
    ),
  );
  return {
    mode: model.mode,
    kind: recipe.kind,
    comparableWithRsei: recipe.comparableWithRsei,
    components: recipe.components.map(({ id }) => id),
    loadings: byId(model.loadings),
    share: model.share,
    gate: model.gate,
    ...(model.reason === undefined ? {} : { reason: model.reason }),
    scaling: Object.fromEntries(
      recipe.components.map(({ id }, c) => [
        id,
        { lo: model.scaling[c]?.lo ?? 0, hi: model.scaling[c]?.hi ?? 0 },
      ]),
    ),
    range: range === null || !(range.hi >= range.lo) ? { lo: 0, hi: 0 } : { lo: range.lo, hi: range.hi },
    sensitivity:
      model.scaling.length === 0 || model.mode === 'per-scene'
        ? null
        : rseiSensitivity(model, byYear, index.cellMoments, seededUniform(seed)),
    perYear:
      model.mode === 'per-scene'
        ? years.flatMap((year, y) => {
            const one = index.models[index.modelOfYear[y]!];
            return one === undefined
              ? []
              : [{ year, loadings: byId(one.loadings), share: one.share, gate: one.gate }];
          })
        : [],
  };
}
