import type { SampleMeaning } from './quantise.ts';

/** One band of a composite: samples and what they mean. */
export interface ReflectanceBand {
  readonly samples: ArrayLike<number>;
  readonly meaning: SampleMeaning;
}

/** How reflectance becomes light on the screen: one stretch for all years, so that brightness can be compared. */
export interface Stretch {
  /** Reflectance that is black, and that is white: the same for all bands, so that grey stays grey. */
  readonly lo: number;
  readonly hi: number;
  readonly gamma: number;
}

const GAMMA = 1.5;
const LOOKS_PER_BAND = 3000;

/** The stretch of a stack of years: 1st and 99th percentile of red, green and blue over all of them; null without a value. */
export function stretchOf(years: readonly (readonly ReflectanceBand[])[]): Stretch | null {
  const values: number[] = [];
  for (const { samples, meaning } of years.flat()) {
    const stride = Math.max(1, Math.floor(samples.length / LOOKS_PER_BAND));
    for (let i = 0; i < samples.length; i += stride) {
      const sample = samples[i]!;
      if (sample !== meaning.nodata && !Number.isNaN(sample))
        values.push(sample * meaning.scale + meaning.offset);
    }
  }
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const lo = Math.max(0, values[Math.floor(0.01 * (values.length - 1))]!);
  return { lo, hi: Math.max(lo + 0.02, values[Math.ceil(0.99 * (values.length - 1))]!), gamma: GAMMA };
}

/**
 * Red, green, blue as bytes, three a pixel, and which pixels have a value.
 *
 * byte = 255 * ((reflectance - lo) / (hi - lo)) ^ (1 / gamma), held within 0..255
 *
 * @param bands red, green, blue
 */
export function trueColour(
  bands: readonly ReflectanceBand[],
  stretch: Stretch,
): { readonly rgb: Uint8Array; readonly seen: Uint8Array } {
  const count = bands[0]!.samples.length;
  const rgb = new Uint8Array(count * 3);
  const seen = new Uint8Array(count).fill(1);
  const { lo, hi } = stretch;
  for (let b = 0; b < 3; b += 1) {
    const { samples, meaning } = bands[b]!;
    const { scale, offset, nodata } = meaning;
    for (let i = 0; i < count; i += 1) {
      const sample = samples[i]!;
      if (sample === nodata || Number.isNaN(sample)) {
        seen[i] = 0;
        continue;
      }
      const share = Math.min(1, Math.max(0, (sample * scale + offset - lo) / (hi - lo)));
      rgb[i * 3 + b] = Math.round(255 * share ** (1 / stretch.gamma));
    }
  }
  return { rgb, seen };
}
