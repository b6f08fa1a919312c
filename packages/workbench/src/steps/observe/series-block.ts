import {
  applyRsei,
  type BandName,
  computeIndex,
  isUsableModel,
  LAND,
  type PcRange,
  type RseiModel,
  type RseiRecipe,
} from '@aftermine/science/observe';
import { coverage, windowGrid, zoneHistogram } from '@aftermine/science/raster';
import { changesOfBlock } from './changes-of-block.ts';
import { type BlockComponents, blockComponents } from './component-stack.ts';
import {
  changeLayer,
  componentsLayer,
  INT16_NODATA,
  padToTile,
  rseiLayer,
  trendLayer,
  vertexLayer,
} from './layers.ts';
import { readComposite } from './read-composite.ts';
import { segmentParametersOf } from './segmentation-of.ts';
import type { TaskContext } from './task-runner.ts';
import { trendOfBlock } from './trend-of-block.ts';
import { LOOKS, WATER, zoneIndices } from './zone-indices.ts';
import { HistogramWriter } from './zone-packing.ts';

export interface SeriesArgs {
  readonly plan: string;
  readonly block: number;
  /** Keys of the composites of this block, by position of the year in the plan. */
  readonly composites: readonly string[];
  readonly models: readonly RseiModel[];
  readonly modelOfYear: readonly number[];
  /** PC1 range of each year; null where the index is refused. */
  readonly ranges: readonly (PcRange | null)[];
  readonly recipe: RseiRecipe;
}

/**
 * All years of one block: the index and its components as they will stand in the layers, segmentation and
 * trend of every pixel, and the histograms of every zone. Section `zone-<n>` holds, index by index and year by
 * year, the histograms of zone n of the plan.
 */
export async function seriesBlock(context: TaskContext, key: string, args: SeriesArgs): Promise<void> {
  const run = context.plan(args.plan);
  const { plan, settings } = run;
  const window = plan.blocks[args.block]!;
  const { rasters } = context;
  const pixels = window.width * window.height;
  const years = plan.years.map(({ year }) => year);
  const withIndex = args.models.some(isUsableModel);
  const indices = zoneIndices(args.recipe, settings, withIndex);
  const block = windowGrid(plan.grid, window);
  const zones = run.zones
    .map((zone, position) => ({ position, cover: coverage(zone.geometry, block) }))
    .filter(({ cover }) => cover.window.width > 0 && cover.window.height > 0);
  // Year by year within an index is how sections are read back, so samples of all years are kept until the end.
  const kept = new Map<string, (Int16Array | Uint8Array)[]>(indices.map(({ id }) => [id, []]));
  const sections: Record<string, Uint8Array> = {};
  const trajectory = new Float32Array(pixels * years.length);
  const trendIndex = withIndex ? 'rsei' : settings.segment.index;
  const forTrend =
    trendIndex === settings.segment.index ? trajectory : new Float32Array(pixels * years.length);
  const componentSpec = componentsLayer(
    plan,
    args.recipe.components.map(({ id }) => id),
  );
  const indexSpec = rseiLayer(plan);

  for (const [y, year] of years.entries()) {
    const composite = readComposite(context, run, args.composites[y]!, window);
    const components = blockComponents(composite.bands, args.recipe, settings);
    const { land } = components.base;
    const model = args.models[args.modelOfYear[y]!];
    const range = args.ranges[y];
    const values = valuesOf(
      components,
      composite.bands,
      args.recipe,
      indices.map(({ id }) => id),
    );
    if (withIndex) {
      const index =
        model !== undefined && isUsableModel(model) && range && range.hi >= range.lo
          ? applyRsei(model, range, components.stack, land)
          : new Float32Array(pixels).fill(Number.NaN);
      values.set('rsei', index);
    }
    for (const { id, scale, offset } of indices) {
      if (id === LOOKS) kept.get(id)!.push(composite.clearLooks);
      else if (id === WATER) kept.get(id)!.push(land.map((one) => (one === LAND.water ? 1 : 0)));
      else kept.get(id)!.push(quantise(values.get(id)!, land, scale, offset));
    }
    const component = args.recipe.components.map(({ id }) => kept.get(id)!.at(-1)! as Int16Array);
    sections[`components-${year}`] = rasters.encodeTile(
      componentSpec,
      padToTile(component, window, plan.tileSize, new Int16Array(0), INT16_NODATA),
    );
    if (withIndex) {
      const plane = kept.get('rsei')!.at(-1)! as Int16Array;
      sections[`rsei-${year}`] = rasters.encodeTile(
        indexSpec,
        padToTile([plane], window, plan.tileSize, new Int16Array(0), INT16_NODATA),
      );
    }
    interleave(trajectory, kept.get(settings.segment.index)!.at(-1)! as Int16Array, y, years.length);
    if (forTrend !== trajectory)
      interleave(forTrend, kept.get(trendIndex)!.at(-1)! as Int16Array, y, years.length);
  }

  const parameters = segmentParametersOf(settings.segment);
  const changes = changesOfBlock(
    trajectory,
    Int32Array.from(years),
    parameters,
    settings.segment.minMagnitude,
  );
  const changeSpec = changeLayer(plan);
  const int16 = (planes: readonly Int16Array[]): Int16Array =>
    padToTile(planes, window, plan.tileSize, new Int16Array(0), INT16_NODATA) as Int16Array;
  sections['disturbance'] = rasters.encodeTile(changeSpec, int16(changes.disturbance));
  sections['recovery'] = rasters.encodeTile(changeSpec, int16(changes.recovery));
  sections['vertices'] = rasters.encodeTile(
    vertexLayer(plan, parameters.maxSegments + 1),
    int16(changes.vertices),
  );
  const trend = trendOfBlock(forTrend, Int32Array.from(years));
  sections['trend'] = rasters.encodeTile(
    trendLayer(plan, trendIndex),
    padToTile([trend.slope, trend.p], window, plan.tileSize, new Float32Array(0), Number.NaN),
  );

  const noWater = (y: number): Uint8Array => kept.get(WATER)![y]! as Uint8Array;
  for (const { position, cover } of zones) {
    const writer = new HistogramWriter();
    for (const { id } of indices) {
      for (let y = 0; y < years.length; y += 1) {
        const samples = kept.get(id)![y]!;
        const whole = id === LOOKS || id === WATER;
        writer.add(
          zoneHistogram(
            samples,
            window.width,
            whole ? null : INT16_NODATA,
            cover,
            whole ? undefined : noWater(y),
          ),
        );
      }
    }
    // The year of the greatest disturbance, once for all years.
    writer.add(zoneHistogram(changes.disturbance[0]!, window.width, INT16_NODATA, cover));
    sections[`zone-${position}`] = writer.bytes();
  }
  context.tiles.write(key, {
    meta: { kind: 'series', block: args.block, zones: zones.map((zone) => zone.position) },
    sections,
  });
}

/** Values of every index that is needed beside the ecological one. */
function valuesOf(
  components: BlockComponents,
  image: Readonly<Partial<Record<BandName, Uint16Array>>>,
  recipe: RseiRecipe,
  wanted: readonly string[],
): Map<string, Float32Array> {
  const values = new Map<string, Float32Array>();
  for (const [c, { id }] of recipe.components.entries()) values.set(id, components.stack[c]!);
  values.set('ndvi', components.base.ndvi);
  for (const id of ['nbr', 'ndmi'] as const) {
    if (values.has(id) || !wanted.includes(id)) continue;
    const bands = Object.fromEntries(
      (Object.keys(image) as BandName[]).map((name) => [name, components.band(name)]),
    );
    values.set(id, computeIndex(id, bands));
  }
  return values;
}

/** Values in steps of `scale`; no data outside land. */
function quantise(values: Float32Array, land: Uint8Array, scale: number, offset: number): Int16Array {
  const out = new Int16Array(values.length);
  const inverse = 1 / scale;
  for (let i = 0; i < out.length; i += 1) {
    const value = values[i]!;
    if (land[i] !== LAND.land || Number.isNaN(value)) {
      out[i] = INT16_NODATA;
      continue;
    }
    const step = Math.round((value - offset) * inverse);
    out[i] = step < -32_767 ? -32_767 : step > 32_767 ? 32_767 : step;
  }
  return out;
}

/** Puts one year into the pixel-interleaved series, in index units; NaN where there is no value. */
function interleave(into: Float32Array, plane: Int16Array, year: number, years: number): void {
  for (let i = 0, at = year; i < plane.length; i += 1, at += years) {
    const sample = plane[i]!;
    into[at] = sample === INT16_NODATA ? Number.NaN : sample * 1e-4;
  }
}
