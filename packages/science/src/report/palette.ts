/** A colour, 0..255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Sequential palette for indices: readable with any colour vision and in grey.
 *
 * Viridis, by Smith and van der Walt (CC0).
 */
export const VIRIDIS: readonly Rgb[] = [
  [68, 1, 84],
  [72, 40, 120],
  [62, 74, 137],
  [49, 104, 142],
  [38, 130, 142],
  [31, 158, 137],
  [53, 183, 121],
  [109, 205, 89],
  [180, 222, 44],
  [253, 231, 37],
];

/** The five grades of the ecological index, worst first; offered beside viridis because readers know it. */
export const GRADE_COLOURS: readonly Rgb[] = [
  [165, 0, 38],
  [244, 109, 67],
  [254, 224, 139],
  [166, 217, 106],
  [0, 104, 55],
];

/** For years: cividis, which keeps its order in grey. */
export const CIVIDIS: readonly Rgb[] = [
  [0, 32, 76],
  [0, 52, 110],
  [57, 71, 107],
  [87, 92, 109],
  [112, 113, 115],
  [138, 134, 120],
  [166, 157, 117],
  [196, 181, 108],
  [228, 207, 91],
  [255, 234, 70],
];

/** The colour at `position` 0..1 between evenly spaced stops. */
export function colourAt(stops: readonly Rgb[], position: number): Rgb {
  const at = Math.min(1, Math.max(0, position)) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(at));
  const share = at - i;
  const [a, b] = [stops[i]!, stops[i + 1]!];
  const mix = (c: 0 | 1 | 2): number => Math.round(a[c] + (b[c] - a[c]) * share);
  return [mix(0), mix(1), mix(2)];
}

/** `#rrggbb`. */
export function hexOf([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
