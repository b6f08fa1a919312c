import {
  indexShortName,
  type MapLayer,
  mapLayers,
  type PageLayer,
  quantisePlane,
  type RampRange,
  rampRange,
} from '@aftermine/science/report/observation';
import type { ObservationReport, PictureLayer } from '../../ports/index.ts';
import { type MapPlane, planeOf } from './map-plane.ts';
import { greyPng, pngUri } from './png.ts';
import { trueColourLayer } from './true-colour-layer.ts';

/** The yearly maps of a page, all of one size. */
export interface PageMaps {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly PageLayer[];
  /** Codes of the leading index (or of the first layer) by year, for pictures made here. */
  readonly leading: { readonly range: RampRange; readonly codes: ReadonlyMap<number, Uint8Array> } | null;
}

/** Longest side of a map, pixels. */
const MAX_SIDE = 600;
/** Bytes all yearly maps together may take in the page; layers beyond it are left out, most important first kept. */
export const MAP_BYTES = 11_000_000;
/** What a pixel of a noisy map costs in the page (packed, then base64). */
const BYTES_PER_PIXEL = 1.05;
/** Index, greenness, true colour, and a little for the clear looks. */
const LAYERS_ALWAYS = 3.2;

/** Reads every layer once, brings it to the size of the maps and packs it. Null when there is no layer at all. */
export async function pageLayers(report: ObservationReport): Promise<PageMaps | null> {
  const { result } = report;
  const wanted = mapLayers(result);
  const first = await firstLayer(report, wanted);
  if (first === null) return null;
  const factor = shrinkFactor(first.width, first.height, result.years.length);
  const width = Math.ceil(first.width / factor);
  const height = Math.ceil(first.height / factor);

  const planes = new Map<string, Map<number, MapPlane>>(wanted.map(({ id }) => [id, new Map()]));
  for (const raster of new Set(wanted.map((layer) => layer.raster))) {
    for (const year of result.years) {
      const picture = await report.layer(raster, year);
      if (picture === null) continue;
      for (const layer of wanted.filter((one) => one.raster === raster)) {
        const plane = planeOf(picture, layer.band, factor, layer.shrink);
        if (plane !== null) planes.get(layer.id)!.set(year, plane);
      }
    }
  }

  let bytes = 0;
  const packed: { layer: PageLayer; priority: number; order: number }[] = [];
  const add = (layer: PageLayer, priority: number, order: number): void => {
    const size = Object.values(layer.images).reduce((sum, uri) => sum + (uri?.length ?? 0), 0);
    if (priority > 0 && bytes + size > MAP_BYTES) return;
    bytes += size;
    packed.push({ layer, priority, order });
  };
  const truth = await trueColourLayer(report, factor);
  if (truth !== null) add(truth, 0, 0.5);
  let leading: PageMaps['leading'] = null;
  for (const layer of [...wanted].sort((a, b) => a.priority - b.priority)) {
    const byYear = planes.get(layer.id)!;
    const range = layer.range ?? rampRange([...byYear.values()]);
    if (byYear.size === 0 || range === null) continue;
    const codes = new Map(
      [...byYear].map(
        ([year, { samples, meaning }]) => [year, quantisePlane(samples, meaning, range)] as const,
      ),
    );
    if (leading === null) leading = { range, codes };
    add(valueLayer(layer, range, codes, report, width, height), layer.priority, wanted.indexOf(layer));
  }
  packed.sort((a, b) => a.order - b.order);
  return { width, height, layers: packed.map(({ layer }) => layer), leading };
}

/** By how much maps are made smaller: the longest side, and what all years together may take. */
export function shrinkFactor(width: number, height: number, years: number): number {
  const pixels = MAP_BYTES / (Math.max(1, years) * LAYERS_ALWAYS * BYTES_PER_PIXEL);
  const bySide = Math.max(width, height) / MAX_SIDE;
  const byBytes = Math.sqrt((width * height) / pixels);
  return Math.max(1, Math.ceil(Math.max(bySide, byBytes) - 1e-9));
}

async function firstLayer(
  report: ObservationReport,
  wanted: readonly MapLayer[],
): Promise<PictureLayer | null> {
  for (const { raster } of wanted) {
    for (const year of report.result.years) {
      const picture = await report.layer(raster, year);
      if (picture !== null) return picture;
    }
  }
  return null;
}

function valueLayer(
  layer: MapLayer,
  range: RampRange,
  codes: ReadonlyMap<number, Uint8Array>,
  { result, language }: ObservationReport,
  width: number,
  height: number,
): PageLayer {
  return {
    id: layer.id,
    label: indexShortName(result, layer.id, language),
    kind: 'values',
    lo: range.lo + layer.offset,
    hi: range.hi + layer.offset,
    digits: layer.digits,
    unit: layer.unit,
    palettes: layer.palettes,
    images: Object.fromEntries(
      result.years.map((year) => {
        const plane = codes.get(year);
        const empty = plane === undefined || plane.every((code) => code === 0);
        return [year, empty ? null : pngUri(greyPng(plane, width, height))];
      }),
    ),
  };
}
