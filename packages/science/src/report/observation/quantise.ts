/** How the samples of a plane become values: value = sample * scale + offset; `nodata` (or NaN) is no value. */
export interface SampleMeaning {
  readonly scale: number;
  readonly offset: number;
  readonly nodata: number | null;
}

/** The span of values a picture shows. */
export interface RampRange {
  readonly lo: number;
  readonly hi: number;
}

/**
 * A plane as codes of one byte, for pictures that also tell their values.
 *
 * code = 0 where there is no value, else 1 + round(254 * (value - lo) / (hi - lo)), held within 1..255: 1 reads "lo or
 * less", 255 "hi or more". The step is (hi - lo) / 254.
 *
 * @param samples row-major
 * @returns as many codes
 */
export function quantisePlane(
  samples: ArrayLike<number>,
  { scale, offset, nodata }: SampleMeaning,
  { lo, hi }: RampRange,
): Uint8Array {
  const out = new Uint8Array(samples.length);
  const factor = 254 / (hi - lo);
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i]!;
    if (sample === nodata || Number.isNaN(sample)) continue;
    const code = 1 + Math.round((sample * scale + offset - lo) * factor);
    out[i] = code < 1 ? 1 : code > 255 ? 255 : code;
  }
  return out;
}

/** The value a code stands for; null for no data. */
export function valueOfCode(code: number, { lo, hi }: RampRange): number | null {
  return code === 0 ? null : lo + ((code - 1) / 254) * (hi - lo);
}
