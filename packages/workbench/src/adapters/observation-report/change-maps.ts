import { say } from '@aftermine/science/base';
import {
  cssGradient,
  indexScale,
  numberText,
  PALETTES,
  type Palette,
  paletteColour,
  percentText,
  type RampRange,
  rampRange,
  rgbOf,
  signedText,
  ticksOf,
} from '@aftermine/science/report/observation';
import type { ObservationReport } from '../../ports/index.ts';
import { type MapPlane, planeOf } from './map-plane.ts';
import { shrinkFactor } from './page-layers.ts';
import { pngUri, tablePng } from './png.ts';

/** A map over all years, coloured when the report is written: it needs no script. */
export interface ChangeMap {
  readonly id: string;
  readonly label: string;
  readonly image: string;
  readonly gradient: string;
  /** Marks of the legend, by their place from 0 (left) to 1. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** What grey land is. */
  readonly plain: string;
  /** One sentence instead of the picture. */
  readonly summary: string;
}

/** Grey: seen, and nothing to show. */
const PLAIN = rgbOf('#e4e6e1');
const FIRST_COLOUR = 2;
const COLOURS = 254;

interface ChangeSpec {
  readonly id: string;
  readonly raster: string;
  readonly band: number;
  readonly palette: Palette;
  readonly kind: 'year' | 'size' | 'slope';
}

const SPECS: readonly ChangeSpec[] = [
  { id: 'loss-year', raster: 'disturbance', band: 0, palette: PALETTES.plasma, kind: 'year' },
  { id: 'loss-size', raster: 'disturbance', band: 1, palette: PALETTES.inferno, kind: 'size' },
  { id: 'gain-year', raster: 'recovery', band: 0, palette: PALETTES.viridis, kind: 'year' },
  { id: 'trend', raster: 'trend', band: 0, palette: PALETTES['brown-teal'], kind: 'slope' },
];

const SIGNIFICANT = 0.05;

/** The maps of loss, recovery and trend that the project has layers for. */
export async function changeMaps(report: ObservationReport): Promise<ChangeMap[]> {
  const { result } = report;
  const maps: ChangeMap[] = [];
  for (const spec of SPECS) {
    const picture = await report.layer(spec.raster, null);
    if (picture === null) continue;
    const factor = shrinkFactor(picture.width, picture.height, 1);
    const plane = planeOf(picture, spec.band, factor, 'nearest');
    if (plane === null) continue;
    const p = spec.kind === 'slope' ? planeOf(picture, 1, factor, 'nearest') : null;
    const width = Math.ceil(picture.width / factor);
    const height = Math.ceil(picture.height / factor);
    const range = rangeOf(spec, plane, result.years);
    const codes = codesOf(plane, spec, range, p);
    maps.push(describe(report, spec, range, codes, width, height));
  }
  return maps;
}

function rangeOf(spec: ChangeSpec, plane: MapPlane, years: readonly number[]): RampRange {
  if (spec.kind === 'year')
    return { lo: years[0] ?? 0, hi: Math.max((years[0] ?? 0) + 1, years.at(-1) ?? 1) };
  const found = rampRange([{ samples: withoutZeros(plane), meaning: plane.meaning }]) ?? { lo: -1, hi: 1 };
  if (spec.kind === 'size') return { lo: Math.min(found.lo, found.hi - 1e-6), hi: Math.max(0, found.hi) };
  const reach = Math.max(Math.abs(found.lo), Math.abs(found.hi));
  return { lo: -reach, hi: reach };
}

function withoutZeros({ samples, meaning }: MapPlane): Float64Array {
  return Float64Array.from(samples, (sample) => (sample === 0 ? (meaning.nodata ?? Number.NaN) : sample));
}

/** 0 not seen, 1 nothing to show, 2..255 along the ramp. */
function codesOf(
  { samples, meaning }: MapPlane,
  { kind }: ChangeSpec,
  { lo, hi }: RampRange,
  p: MapPlane | null,
): Uint8Array {
  const codes = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i]!;
    if (sample === meaning.nodata || Number.isNaN(sample)) continue;
    const silent = kind === 'slope' ? p !== null && !(p.samples[i]! < SIGNIFICANT) : sample === 0;
    const share = (sample * meaning.scale + meaning.offset - lo) / (hi - lo);
    codes[i] = silent ? 1 : FIRST_COLOUR + Math.round(Math.min(1, Math.max(0, share)) * (COLOURS - 1));
  }
  return codes;
}

function describe(
  { language, result }: ObservationReport,
  { id, palette, kind }: ChangeSpec,
  range: RampRange,
  codes: Uint8Array,
  width: number,
  height: number,
): ChangeMap {
  const colours = Array.from({ length: FIRST_COLOUR + COLOURS }, (_, code) =>
    code < FIRST_COLOUR ? PLAIN : paletteColour(palette, (code - FIRST_COLOUR) / (COLOURS - 1)),
  );
  const seen = codes.reduce((count, code) => count + (code > 0 ? 1 : 0), 0);
  const shown = codes.reduce((count, code) => count + (code > 1 ? 1 : 0), 0);
  const { digits } = indexScale(result.trajectories.boundary.index);
  const text = (value: number): string => {
    if (kind === 'year') return String(value);
    return kind === 'slope' ? signedText(language, value, digits + 1) : numberText(language, value, digits);
  };
  return {
    id,
    label: say(language, `page.changes.${id}`),
    image: pngUri(tablePng(codes, width, height, colours)),
    gradient: cssGradient(palette),
    ticks: ticksOf(range, 4).map((value) => ({
      at: (value - range.lo) / (range.hi - range.lo),
      text: text(value),
    })),
    plain: say(language, kind === 'slope' ? 'page.changes.not-significant' : 'page.changes.none'),
    summary: say(language, 'page.changes.summary', {
      percent: percentText(language, seen === 0 ? 0 : shown / seen),
    }),
  };
}
