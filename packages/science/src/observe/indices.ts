import { AftermineError } from '../base/index.ts';
import { DECLARATIONS, type IndexId } from './declare.ts';
import type { BandName } from './types.ts';
import { type WetnessSetId, wetness, wetnessSet } from './wetness.ts';

/** Physical bands: reflectance 0..1, `lst` kelvin, NaN = no observation, all of one length. */
export type PhysicalBands = Readonly<Partial<Record<BandName, Float32Array>>>;

/** Indices that need nothing but bands (`fvc` needs its end members, `rsei` a fit). */
export type BandIndexId = Exclude<IndexId, 'fvc' | 'rsei'>;

type Kernel = (bands: readonly Float32Array[], out: Float32Array) => void;

/**
 * Normalised difference (a - b) / (a + b).
 *
 * @param a reflectance, 0..1
 * @param b reflectance, same length
 * @returns NaN where a or b is NaN or a + b is 0. Not clipped: a negative reflectance can take it beyond -1..1
 */
export function normalisedDifference(
  a: Float32Array,
  b: Float32Array,
  out: Float32Array = new Float32Array(a.length),
): Float32Array {
  const n = out.length;
  for (let i = 0; i < n; i += 1) {
    const x = a[i]!;
    const y = b[i]!;
    const sum = x + y;
    out[i] = sum === 0 ? NaN : (x - y) / sum;
  }
  return out;
}

const difference: Kernel = ([a, b], out) => {
  normalisedDifference(a!, b!, out);
};

const soil: Kernel = ([swir1, red, nir, blue], out) => {
  for (let i = 0; i < out.length; i += 1) {
    const bright = swir1![i]! + red![i]!;
    const dark = nir![i]! + blue![i]!;
    out[i] = bright + dark === 0 ? NaN : (bright - dark) / (bright + dark);
  }
};

/** IBI of one pixel; NaN where any of its four denominators is 0. */
function builtUp(green: number, red: number, nir: number, swir1: number): number {
  const a = swir1 + nir;
  const b = nir + red;
  const c = green + swir1;
  if (a === 0 || b === 0 || c === 0) return NaN;
  // both sides multiplied by (swir1 + nir): one division less, same value
  const natural = (nir / b + green / c) * a;
  const built = 2 * swir1;
  return built + natural === 0 ? NaN : (built - natural) / (built + natural);
}

const KERNELS: Readonly<Record<Exclude<BandIndexId, 'wetness'>, Kernel>> = {
  ndvi: difference,
  nbr: difference,
  ndmi: difference,
  mndwi: difference,
  'salinity-ndsi': difference,
  si: soil,
  bsi: soil,
  ibi: ([swir1, nir, red, green], out) => {
    for (let i = 0; i < out.length; i += 1) out[i] = builtUp(green![i]!, red![i]!, nir![i]!, swir1![i]!);
  },
  ndbsi: ([blue, green, red, nir, swir1], out) => {
    for (let i = 0; i < out.length; i += 1) {
      const bright = swir1![i]! + red![i]!;
      const dark = nir![i]! + blue![i]!;
      const bare = bright + dark === 0 ? NaN : (bright - dark) / (bright + dark);
      out[i] = (bare + builtUp(green![i]!, red![i]!, nir![i]!, swir1![i]!)) / 2;
    }
  },
  lst: ([lst], out) => {
    out.set(lst!);
  },
  evi: ([nir, red, blue], out) => {
    for (let i = 0; i < out.length; i += 1) {
      const below = nir![i]! + 6 * red![i]! - 7.5 * blue![i]! + 1;
      out[i] = below === 0 ? NaN : (2.5 * (nir![i]! - red![i]!)) / below;
    }
  },
  savi: ([nir, red], out) => {
    for (let i = 0; i < out.length; i += 1) {
      const below = nir![i]! + red![i]! + 0.5;
      out[i] = below === 0 ? NaN : (1.5 * (nir![i]! - red![i]!)) / below;
    }
  },
  albedo: ([blue, red, nir, swir1, swir2], out) => {
    for (let i = 0; i < out.length; i += 1) {
      out[i] =
        0.356 * blue![i]! +
        0.13 * red![i]! +
        0.373 * nir![i]! +
        0.085 * swir1![i]! +
        0.072 * swir2![i]! -
        0.0018;
    }
  },
  'salinity-si': ([blue, red], out) => {
    for (let i = 0; i < out.length; i += 1) out[i] = Math.sqrt(blue![i]! * red![i]!);
  },
  'salinity-si1': ([green, red], out) => {
    for (let i = 0; i < out.length; i += 1) out[i] = Math.sqrt(green![i]! * red![i]!);
  },
  'salinity-s5': ([blue, red, green], out) => {
    for (let i = 0; i < out.length; i += 1) {
      out[i] = green![i]! === 0 ? NaN : (blue![i]! * red![i]!) / green![i]!;
    }
  },
};

/**
 * Computes one index over a block; its equation, range and source stand in `DECLARATIONS`.
 *
 * @param id which index
 * @param bands physical bands, row-major, NaN = no observation
 * @param options.wetness coefficient set, `crist-1985` by default
 * @param options.out receives the result; a new array by default
 * @returns one value per pixel; NaN where a band it needs is NaN or a denominator is 0
 * @throws InvalidInput `E-OBS-101` when a band it needs is absent; Misaligned `E-OBS-103` when lengths differ
 */
export function computeIndex(
  id: BandIndexId,
  bands: PhysicalBands,
  options: { readonly wetness?: WetnessSetId; readonly out?: Float32Array } = {},
): Float32Array {
  const needed = DECLARATIONS[id].bands.map((name) => {
    const band = bands[name];
    if (band === undefined) {
      throw new AftermineError('InvalidInput', 'E-OBS-101', {
        where: id,
        expected: name,
        params: { index: id },
      });
    }
    return band;
  });
  const out = options.out ?? new Float32Array(needed[0]!.length);
  const wrong = needed.find((band) => band.length !== out.length);
  if (wrong !== undefined) {
    throw new AftermineError('Misaligned', 'E-OBS-103', {
      where: id,
      expected: out.length,
      got: wrong.length,
    });
  }
  if (id === 'wetness') return wetness(needed, wetnessSet(options.wetness ?? 'crist-1985').coefficients, out);
  KERNELS[id](needed, out);
  return out;
}

/**
 * Fractional vegetation cover of the dimidiate pixel model: (NDVI - soil) / (vegetation - soil), held within 0..1.
 *
 * @param ndvi NDVI, NaN = no observation
 * @param soil NDVI of bare soil; by custom the 5th percentile of the region over all years
 * @param vegetation NDVI of full cover; by custom the 95th percentile
 * @returns cover 0..1; NaN where NDVI is NaN
 * @throws InvalidInput `E-OBS-104` unless vegetation > soil
 * @source Gutman and Ignatov 1998, doi:10.1080/014311698215333
 */
export function fractionalVegetationCover(
  ndvi: Float32Array,
  soil: number,
  vegetation: number,
): Float32Array {
  if (!(vegetation > soil)) {
    throw new AftermineError('InvalidInput', 'E-OBS-104', { expected: `> ${soil}`, got: vegetation });
  }
  const out = new Float32Array(ndvi.length);
  const inverse = 1 / (vegetation - soil);
  for (let i = 0; i < out.length; i += 1) {
    const cover = (ndvi[i]! - soil) * inverse;
    out[i] = cover < 0 ? 0 : cover > 1 ? 1 : cover;
  }
  return out;
}
