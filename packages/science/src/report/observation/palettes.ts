/** Colours of one palette: evenly spaced stops from the low end to the high end, or one colour per class. */
export interface Palette {
  readonly id: PaletteId;
  /** `ramp`: colours between stops are mixed; `classes`: each stop is a class of its own, edges evenly spaced. */
  readonly kind: 'ramp' | 'classes';
  readonly stops: readonly string[];
}

export type PaletteId = 'viridis' | 'cividis' | 'plasma' | 'inferno' | 'brown-teal' | 'blues' | 'grades';

/**
 * The palettes of reports. All ramps are perceptually even and can be read with any colour vision; `grades` (red to
 * green, the custom of RSEI maps) cannot, and is offered only beside them.
 *
 * Matplotlib's four maps are CC0 (Smith, van der Walt, Firing; Nunez et al. for cividis); `brown-teal`, `blues` and `grades`
 * are BrBG, Blues and RdYlGn of ColorBrewer (Brewer and Harrower, Apache-2.0).
 */
export const PALETTES: Readonly<Record<PaletteId, Palette>> = {
  viridis: ramp('viridis', '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725'),
  cividis: ramp('cividis', '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838'),
  plasma: ramp('plasma', '0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921'),
  inferno: ramp('inferno', '160b39 420a68 6a176e 932667 bc3754 dd513a f37819 fca50a f6d746 fcffa4'),
  'brown-teal': ramp(
    'brown-teal',
    '543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30',
  ),
  blues: ramp('blues', 'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b'),
  grades: {
    id: 'grades',
    kind: 'classes',
    stops: '#d7191c #fdae61 #ffffbf #a6d96a #1a9641'.split(' '),
  },
};

function ramp(id: PaletteId, stops: string): Palette {
  return { id, kind: 'ramp', stops: stops.split(' ').map((hex) => `#${hex}`) };
}

/** Red, green, blue of `#rrggbb`, 0..255. */
export function rgbOf(hex: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The colour of a palette at `share` of the way from its low end (0) to its high end (1); held at the ends. */
export function paletteColour(palette: Palette, share: number): [red: number, green: number, blue: number] {
  const { stops, kind } = palette;
  const held = Math.min(1, Math.max(0, share));
  if (kind === 'classes') return rgbOf(stops[Math.min(stops.length - 1, Math.floor(held * stops.length))]!);
  const at = held * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(at));
  const [a, b] = [rgbOf(stops[below]!), rgbOf(stops[below + 1]!)];
  const t = at - below;
  return [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
}

function mix(a: number, b: number, t: number): number {
  return Math.round(a + (b - a) * t);
}

/** Colours of the codes of a quantised plane (see `quantisePlane`): entry `code` for 1..255; entry 0, no data, is black and never painted. */
export function paletteOfCodes(palette: Palette): [red: number, green: number, blue: number][] {
  return Array.from({ length: 256 }, (_, code) =>
    code === 0 ? [0, 0, 0] : paletteColour(palette, (code - 1) / 254),
  );
}

/** The palette as a CSS background from left (low) to right (high). */
export function cssGradient({ kind, stops }: Palette): string {
  const share = (n: number): string => `${((100 * n) / stops.length).toFixed(2)}%`;
  const parts = kind === 'ramp' ? stops : stops.map((colour, i) => `${colour} ${share(i)} ${share(i + 1)}`);
  return `linear-gradient(to right, ${parts.join(', ')})`;
}
