import type { BandName } from '@aftermine/science/observe';
import { encode } from 'fast-png';
import type { ObservationReport, PictureLayer } from '../../ports/index.ts';

/** A map of one quantity over the years, as grey pictures that the page colours: 0 = no data, 1..255 = lo..hi. */
export interface MapStack {
  readonly id: string;
  /** Catalogue key of its name. */
  readonly label: string;
  readonly kind: 'value' | 'picture' | 'year';
  readonly lo: number;
  readonly hi: number;
  readonly digits: number;
  readonly width: number;
  readonly height: number;
  /** PNG as data URI by year; a year that was not seen is absent. */
  readonly images: Readonly<Record<string, string>>;
}

/** Bytes that the pictures of a report may take before base64, so that it can be sent by mail. */
const BUDGET_BYTES = 9e6;
/** Pictures and their channels a year: index, NDVI, true colour. */
const CHANNELS_A_YEAR = 5;
const MAX_SIDE = 560;
/** Reflectance that is shown as white in true colour. */
const WHITE = 0.32;

/** Side in pixels that keeps `years` years of pictures within the budget. */
export function pictureSide(years: number): number {
  return Math.min(
    MAX_SIDE,
    Math.max(120, Math.floor(Math.sqrt(BUDGET_BYTES / (years * CHANNELS_A_YEAR * 0.7)))),
  );
}

/** Every map of a report. */
export async function mapStacks(report: ObservationReport): Promise<MapStack[]> {
  const { years, fit } = report.result;
  const side = pictureSide(years.length);
  const stacks: MapStack[] = [];
  if (fit.gate !== 'refused')
    stacks.push(
      await valueStack(
        report,
        'rsei',
        'rsei',
        `index.${fit.kind === 'rsei-3' ? 'rsei-3' : 'rsei'}`,
        0,
        1,
        side,
      ),
    );
  stacks.push(await trueColour(report, side));
  if (fit.components.includes('ndvi'))
    stacks.push(await valueStack(report, 'components', 'ndvi', 'index.ndvi', 0, 0.8, side));
  for (const kind of ['disturbance', 'recovery'] as const) {
    const stack = await yearStack(report, kind, side);
    if (stack !== null) stacks.push(stack);
  }
  return stacks;
}

async function valueStack(
  report: ObservationReport,
  kind: string,
  band: string,
  label: string,
  lo: number,
  hi: number,
  side: number,
): Promise<MapStack> {
  const images: Record<string, string> = {};
  let size = { width: 0, height: 0 };
  for (const year of report.result.years) {
    const layer = await report.layer(kind, year);
    const plane = layer?.bands.find(({ name }) => name === band);
    if (layer === null || plane === undefined) continue;
    const sample = sampler(layer, side);
    size = sample;
    const out = new Uint8Array(sample.width * sample.height);
    let seen = false;
    for (let i = 0; i < out.length; i += 1) {
      const raw = plane.samples[sample.at(i)]!;
      if (raw === layer.nodata || Number.isNaN(raw)) continue;
      out[i] =
        1 + Math.round(254 * Math.min(1, Math.max(0, (raw * plane.scale + plane.offset - lo) / (hi - lo))));
      seen = true;
    }
    if (seen) images[year] = png(out, sample.width, sample.height, 1);
  }
  return { id: band, label, kind: 'value', lo, hi, digits: 3, ...size, images };
}

async function trueColour(report: ObservationReport, side: number): Promise<MapStack> {
  const images: Record<string, string> = {};
  let size = { width: 0, height: 0 };
  for (const year of report.result.years) {
    const layer = await report.layer('composite', year);
    if (layer === null) continue;
    const planes = (['red', 'green', 'blue'] satisfies BandName[]).map((band) =>
      layer.bands.find(({ name }) => name === band),
    );
    if (planes.some((plane) => plane === undefined)) continue;
    const sample = sampler(layer, side);
    size = sample;
    const out = new Uint8Array(sample.width * sample.height * 4);
    let seen = false;
    for (let i = 0; i < sample.width * sample.height; i += 1) {
      const from = sample.at(i);
      if (planes[0]!.samples[from] === layer.nodata) continue;
      seen = true;
      for (let c = 0; c < 3; c += 1) {
        const { samples, scale, offset } = planes[c]!;
        const share = Math.min(1, Math.max(0, (samples[from]! * scale + offset) / WHITE));
        out[4 * i + c] = Math.round(255 * share ** 0.7);
      }
      out[4 * i + 3] = 255;
    }
    if (seen) images[year] = png(out, sample.width, sample.height, 4);
  }
  return {
    id: 'true-colour',
    label: 'report.map.true-colour',
    kind: 'picture',
    lo: 0,
    hi: 1,
    digits: 0,
    ...size,
    images,
  };
}

async function yearStack(
  report: ObservationReport,
  kind: 'disturbance' | 'recovery',
  side: number,
): Promise<MapStack | null> {
  const layer = await report.layer(kind, null);
  const plane = layer?.bands[0];
  if (layer === null || plane === undefined) return null;
  const sample = sampler(layer, side);
  const { years } = report.result;
  const [lo, hi] = [years[0]!, years.at(-1)!];
  const out = new Uint8Array(sample.width * sample.height);
  for (let i = 0; i < out.length; i += 1) {
    const year = plane.samples[sample.at(i)]!;
    if (year === layer.nodata || year <= 0) continue;
    out[i] = 1 + Math.round((254 * (year - lo)) / Math.max(1, hi - lo));
  }
  return {
    id: kind,
    label: `report.map.${kind}`,
    kind: 'year',
    lo,
    hi,
    digits: 0,
    width: sample.width,
    height: sample.height,
    images: { all: png(out, sample.width, sample.height, 1) },
  };
}

/** Picks every k-th pixel so that the longer side fits. */
function sampler(
  layer: PictureLayer,
  side: number,
): { width: number; height: number; at: (i: number) => number } {
  const step = Math.max(1, Math.max(layer.width, layer.height) / side);
  const width = Math.max(1, Math.round(layer.width / step));
  const height = Math.max(1, Math.round(layer.height / step));
  const at = (i: number): number => {
    const row = Math.min(
      layer.height - 1,
      Math.floor(((Math.floor(i / width) + 0.5) * layer.height) / height),
    );
    const col = Math.min(layer.width - 1, Math.floor((((i % width) + 0.5) * layer.width) / width));
    return row * layer.width + col;
  };
  return { width, height, at };
}

/** A PNG as data URI. */
export function png(data: Uint8Array, width: number, height: number, channels: 1 | 4): string {
  return `data:image/png;base64,${Buffer.from(encode({ data, width, height, channels, depth: 8 })).toString('base64')}`;
}
