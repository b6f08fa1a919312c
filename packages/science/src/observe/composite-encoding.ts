import type { Samples } from '../raster/index.ts';
import type { BandSamples } from './rsei-components.ts';
import type { BandName } from './types.ts';

/**
 * How composites are kept: uint16 with the scaling of Landsat Collection 2 Level-2, 0 = no data. An
 * unresampled Landsat look passes through without losing a bit; any other reflectance within -0.19997..1.60218
 * is kept to half a step (0.000014), and heat within 149.003..373.0 K to 0.0017 K.
 *
 * @source USGS LSDS-1619
 */
export const COMPOSITE_ENCODING = {
  reflectance: { scale: 0.0000275, offset: -0.2, nodata: 0 },
  lst: { scale: 0.00341802, offset: 149, nodata: 0 },
} as const;

/** Scale, offset and no-data of `band` in the composite encoding. */
export function compositeScaling(band: BandName): { scale: number; offset: number; nodata: number } {
  return band === 'lst' ? COMPOSITE_ENCODING.lst : COMPOSITE_ENCODING.reflectance;
}

/** Wraps composite samples with their scaling, ready for `rseiComponents` and `decodeBand`. */
export function compositeBand(band: BandName, samples: Uint16Array): BandSamples {
  return { samples, ...compositeScaling(band) };
}

/**
 * Samples of any delivery -> composite encoding: round((sample * scale + offset - o) / s), held within 1..65535.
 * No data (the sample's no-data value or NaN) becomes 0. Samples already so scaled are copied as they are.
 *
 * @param band decides between reflectance and heat
 * @param source.scale, source.offset to reflectance 0..1 or kelvin
 */
export function encodeBand(
  band: BandName,
  source: BandSamples,
  out: Uint16Array = new Uint16Array(source.samples.length),
): Uint16Array {
  const { scale, offset } = compositeScaling(band);
  const nodata = source.nodata ?? NaN;
  if (source.samples instanceof Uint16Array && source.scale === scale && source.offset === offset) {
    out.set(source.samples);
    if (nodata > 0) for (let i = 0; i < out.length; i += 1) if (out[i] === nodata) out[i] = 0;
    return out;
  }
  const samples: Samples = source.samples;
  const gain = source.scale / scale;
  const shift = (source.offset - offset) / scale;
  for (let i = 0; i < out.length; i += 1) {
    const sample = samples[i]!;
    const code = Math.round(sample * gain + shift);
    out[i] = sample === nodata || Number.isNaN(code) ? 0 : code < 1 ? 1 : code > 65535 ? 65535 : code;
  }
  return out;
}

/**
 * Samples -> physical values: sample * scale + offset as float32; no data becomes NaN.
 *
 * @returns reflectance 0..1, or kelvin for `lst`
 */
export function decodeBand(
  source: BandSamples,
  out: Float32Array = new Float32Array(source.samples.length),
): Float32Array {
  const { samples, scale, offset } = source;
  const nodata = source.nodata ?? NaN;
  for (let i = 0; i < out.length; i += 1) {
    const sample = samples[i]!;
    out[i] = sample === nodata ? NaN : sample * scale + offset;
  }
  return out;
}

/** Index values kept as integers: round((value - offset) / scale), held within the type; NaN -> no data. */
export function encodeIndex(
  values: Float32Array,
  storage: {
    readonly type: 'int16' | 'uint16';
    readonly scale: number;
    readonly offset: number;
    readonly nodata: number;
  },
): Int16Array | Uint16Array {
  const { scale, offset, nodata } = storage;
  const signed = storage.type === 'int16';
  const out = signed ? new Int16Array(values.length) : new Uint16Array(values.length);
  // the no-data code itself is never given to a value
  const low = signed ? -32767 : 1;
  const high = signed ? 32767 : 65535;
  const gain = 1 / scale;
  for (let i = 0; i < out.length; i += 1) {
    const code = Math.round((values[i]! - offset) * gain);
    out[i] = Number.isNaN(code) ? nodata : code < low ? low : code > high ? high : code;
  }
  return out;
}
