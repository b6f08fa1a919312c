import { seedOf } from '@aftermine/science/base';
import type { Acquisition } from './acquisitions.ts';
import { fractalField, quantileOf } from './fractal-field.ts';
import { PIXEL_M } from './frame.ts';
import type { SunPosition } from './sun.ts';

/** What stands between the ground and the satellite; planes of the landscape, row-major. */
export interface Sky {
  /** Opacity of everything bright overhead, flagged or not, 0..1. */
  readonly opacity: Float32Array;
  /** Share of direct light that clouds take away, 0..1. */
  readonly shade: Float32Array;
  /** 1 where QA_PIXEL says cloud, beside a cloud, cloud shadow. */
  readonly cloud: Uint8Array;
  readonly dilated: Uint8Array;
  readonly shadow: Uint8Array;
}

/** Pixels around the landscape in which clouds stand that throw shadows into it. */
const MARGIN = 56;
/** Pixels by which QA_PIXEL widens clouds. */
const DILATION = 3;

/** Clouds from a fractal field cut at the wanted share, their shadows thrown by the sun, and thin haze that nobody flags. */
export function skyOf(seed: number, size: number, look: Acquisition, sun: SunPosition): Sky {
  const pixels = size * size;
  const sky: Sky = {
    opacity: new Float32Array(pixels),
    shade: new Float32Array(pixels),
    cloud: new Uint8Array(pixels),
    dilated: new Uint8Array(pixels),
    shadow: new Uint8Array(pixels),
  };
  if (look.cloudShare > 0.001) addClouds(sky, seedOf(seed, `clouds ${look.id}`), size, look, sun);
  if (look.haze > 0) addHaze(sky, seedOf(seed, `haze ${look.id}`), size, look.haze);
  return sky;
}

function addClouds(sky: Sky, seed: number, size: number, look: Acquisition, sun: SunPosition): void {
  const wide = size + 2 * MARGIN;
  const field = fractalField(seed, wide, wide, 48, 5, 1.3);
  const threshold = look.cloudShare >= 1 ? -1 : quantileOf(field, 1 - look.cloudShare);
  const opacity = field.map((value) =>
    value <= threshold ? 0 : 1 - Math.exp(-(0.3 + 28 * (value - threshold))),
  );
  const near = widened(opacity, wide);
  const baseM = 1300 + 900 * (seed / 4294967296);
  const length = Math.min(MARGIN - 4, baseM / Math.tan((sun.elevation * Math.PI) / 180) / PIXEL_M);
  const azimuth = (sun.azimuth * Math.PI) / 180;
  // The cloud that shades a pixel stands towards the sun.
  const aside = Math.round(Math.sin(azimuth) * length);
  const ahead = -Math.round(Math.cos(azimuth) * length);
  const attention = look.missesShadows ? fractalField(seed ^ 0x5bd1e995, size, size, size / 2, 2) : null;
  for (let row = 0, i = 0; row < size; row += 1) {
    for (let col = 0; col < size; col += 1, i += 1) {
      const at = (row + MARGIN) * wide + col + MARGIN;
      const overhead = opacity[at]!;
      const shade = opacity[at + ahead * wide + aside]!;
      sky.opacity[i] = overhead;
      sky.shade[i] = 0.75 * shade;
      if (overhead > 0) sky.cloud[i] = 1;
      else if (near[at] === 1) sky.dilated[i] = 1;
      if (shade > 0 && overhead === 0 && (attention === null || attention[i]! > 0.52)) sky.shadow[i] = 1;
    }
  }
}

/** 1 within `DILATION` pixels (a square) of a place where the field is above 0: first along rows, then along columns. */
function widened(opacity: Float32Array, wide: number): Uint8Array {
  const along = new Uint8Array(opacity.length);
  const both = new Uint8Array(opacity.length);
  for (let i = DILATION; i < opacity.length - DILATION; i += 1) {
    if (opacity[i]! > 0) along.fill(1, i - DILATION, i + DILATION + 1);
  }
  for (let i = DILATION * wide; i < opacity.length - DILATION * wide; i += 1) {
    if (along[i] === 1) for (let d = -DILATION; d <= DILATION; d += 1) both[i + d * wide] = 1;
  }
  return both;
}

function addHaze(sky: Sky, seed: number, size: number, greatest: number): void {
  const field = fractalField(seed, size, size, size / 2.5, 3);
  for (let i = 0; i < field.length; i += 1) {
    const haze = greatest * Math.max(0, Math.min(1, 4 * (field[i]! - 0.5)));
    sky.opacity[i] = 1 - (1 - sky.opacity[i]!) * (1 - haze);
  }
}
