import { type Palette, paletteOfCodes } from '@aftermine/science/report/observation';
import type { ValueWindow } from './value-window.ts';

/** How values become colours. */
export type Look =
  | { readonly type: 'ramp'; readonly palette: Palette; readonly range: readonly [number, number] | 'own' }
  | { readonly type: 'true-colour'; readonly range: readonly [number, number] | 'own' }
  | { readonly type: 'shade' }
  /** Nothing but the lines drawn from the values. */
  | { readonly type: 'none' };

/** Paints a window piece by piece. */
export interface Painter {
  readonly range: readonly [number, number];
  /** Writes pixels `from` (included) to `to` (excluded) of the window to the beginning of `out`, which is clear. */
  paint(from: number, to: number, out: Uint32Array): void;
}

const LEVELS = 1024;
/** Light on the screen is not in proportion to reflectance. */
const GAMMA = 1.5;
const OWN_LOOKS = 20_000;
/** Strongest darkening of the ground by its shade. */
const SHADE_ALPHA = 150;

/**
 * How a window is painted, as much of it at a time as the page has time for: no data stays clear. Equal values have equal colours in
 * every year, unless a look takes the span of the window itself.
 */
export function painterOf(window: ValueWindow, look: Look): Painter {
  if (look.type === 'none') return { range: [0, 1], paint: () => {} };
  if (look.type === 'shade') return { range: [0, 1], paint: shadePainter(window) };
  const range = look.range === 'own' ? ownRange(window.planes) : look.range;
  return look.type === 'ramp'
    ? { range, paint: rampPainter(window, look.palette, range) }
    : { range, paint: truePainter(window, range) };
}

/** The 2nd and 98th percentile of some planes together; 0 and 1 where there is no value. */
export function ownRange(planes: readonly Float32Array[]): readonly [number, number] {
  const values: number[] = [];
  for (const plane of planes) {
    const stride = Math.max(1, Math.floor((plane.length * planes.length) / OWN_LOOKS));
    for (let i = 0; i < plane.length; i += stride) if (!Number.isNaN(plane[i]!)) values.push(plane[i]!);
  }
  if (values.length === 0) return [0, 1];
  values.sort((a, b) => a - b);
  const low = values[Math.floor(0.02 * (values.length - 1))]!;
  const high = values[Math.ceil(0.98 * (values.length - 1))]!;
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

function rampPainter(
  { planes }: ValueWindow,
  palette: Palette,
  [low, high]: readonly [number, number],
): Painter['paint'] {
  const colours = Uint32Array.from(paletteOfCodes(palette), ([red, green, blue]) => packed(red, green, blue));
  const plane = planes[0];
  const scale = 254 / (high - low);
  return (from, to, out) => {
    if (plane === undefined) return;
    for (let i = from; i < to; i += 1) {
      const value = plane[i]!;
      if (Number.isNaN(value)) continue;
      const code = (value - low) * scale;
      // Code 0 is no data; codes of values begin at 1.
      out[i - from] = colours[code <= 0 ? 1 : code >= 254 ? 255 : ((code + 0.5) | 0) + 1]!;
    }
  };
}

function truePainter({ planes }: ValueWindow, [low, high]: readonly [number, number]): Painter['paint'] {
  const light = Uint8Array.from({ length: LEVELS + 1 }, (_, i) =>
    Math.round(255 * (i / LEVELS) ** (1 / GAMMA)),
  );
  const [red, green, blue] = planes;
  const scale = LEVELS / (high - low);
  const byte = (value: number): number => {
    const at = (value - low) * scale;
    return light[at <= 0 ? 0 : at >= LEVELS ? LEVELS : at | 0]!;
  };
  return (from, to, out) => {
    if (red === undefined || green === undefined || blue === undefined) return;
    for (let i = from; i < to; i += 1) {
      const [r, g, b] = [red[i]!, green[i]!, blue[i]!];
      if (Number.isNaN(r + g + b)) continue;
      out[i - from] = packed(byte(r), byte(g), byte(b));
    }
  };
}

function shadePainter({ planes }: ValueWindow): Painter['paint'] {
  const shade = planes[0];
  return (from, to, out) => {
    if (shade === undefined) return;
    for (let i = from; i < to; i += 1) {
      const value = shade[i]!;
      if (Number.isNaN(value)) continue;
      out[i - from] = (Math.round((1 - value) * SHADE_ALPHA) << 24) | 0x2a2f2d;
    }
  };
}

/** Bytes red, green, blue, opaque as one little-endian word. */
function packed(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
