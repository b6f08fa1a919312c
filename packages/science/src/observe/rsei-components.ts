import { AftermineError } from '../base/index.ts';
import type { Samples } from '../raster/index.ts';
import type { BandName } from './types.ts';
import { wetnessSet, type WetnessSetId } from './wetness.ts';

/** One band as stored: value = sample * scale + offset; `nodata` (and NaN) is no observation. */
export interface BandSamples {
  readonly samples: Samples;
  readonly scale: number;
  readonly offset: number;
  readonly nodata: number | null;
}

/** What `land` says of a pixel. */
export const LAND = { missing: 0, land: 1, water: 2 } as const;

/** The ecological components of one block, row-major. */
export interface RseiComponents {
  readonly ndvi: Float32Array;
  readonly wetness: Float32Array;
  readonly ndbsi: Float32Array;
  /** Kelvin; null when the block has no heat band at all. */
  readonly lst: Float32Array | null;
  readonly mndwi: Float32Array;
  /** 0 no reflectance, 1 land, 2 water (MNDWI > threshold). Only land takes part in fits and means. */
  readonly land: Uint8Array;
}

export interface RseiComponentOptions {
  readonly wetness?: WetnessSetId;
  /** Water is where MNDWI exceeds this; 0 by default. */
  readonly waterThreshold?: number;
  /** 1 = usable; other pixels become no observation. */
  readonly clear?: Uint8Array;
  /** Arrays to write into, to spare allocation over many blocks. */
  readonly into?: RseiComponents;
}

/**
 * NDVI, wetness, NDBSI, LST, MNDWI and the land class in one pass over stored samples, without temporaries.
 * The equations are those of `computeIndex`; values agree with it to float32 rounding.
 *
 * @param bands the six reflectance bands and, where observed, `lst`; equal lengths
 * @returns components; NaN where a band is missing or a denominator is 0. LST is independent of reflectance:
 * a pixel may have either without the other
 * @throws InvalidInput `E-OBS-101` when a reflectance band is absent; Misaligned `E-OBS-103` when lengths differ
 */
export function rseiComponents(
  bands: Readonly<Partial<Record<BandName, BandSamples>>>,
  options: RseiComponentOptions = {},
): RseiComponents {
  const band = (name: BandName): BandSamples => {
    const found = bands[name];
    if (found === undefined) {
      throw new AftermineError('InvalidInput', 'E-OBS-101', { where: 'rsei', expected: name, params: { index: 'rsei' } });
    }
    return found;
  };
  const six = [band('blue'), band('green'), band('red'), band('nir'), band('swir1'), band('swir2')] as const;
  const n = six[0].samples.length;
  const heat = bands.lst ?? null;
  for (const one of [...six, ...(heat === null ? [] : [heat])]) {
    if (one.samples.length !== n) {
      throw new AftermineError('Misaligned', 'E-OBS-103', { where: 'rsei', expected: n, got: one.samples.length });
    }
  }
  const into = options.into ?? {
    ndvi: new Float32Array(n),
    wetness: new Float32Array(n),
    ndbsi: new Float32Array(n),
    lst: heat === null ? null : new Float32Array(n),
    mndwi: new Float32Array(n),
    land: new Uint8Array(n),
  };
  optical(six, options, into, n);
  if (heat !== null && into.lst !== null) thermal(heat, options.clear, into.lst, n);
  return into;
}

function optical(
  bands: readonly [BandSamples, BandSamples, BandSamples, BandSamples, BandSamples, BandSamples],
  options: RseiComponentOptions,
  into: RseiComponents,
  n: number,
): void {
  const [b1, b2, b3, b4, b5, b6] = bands;
  const [s1, s2, s3, s4, s5, s6] = [b1.samples, b2.samples, b3.samples, b4.samples, b5.samples, b6.samples];
  const [m1, m2, m3, m4, m5, m6] = [b1.scale, b2.scale, b3.scale, b4.scale, b5.scale, b6.scale];
  const [a1, a2, a3, a4, a5, a6] = [b1.offset, b2.offset, b3.offset, b4.offset, b5.offset, b6.offset];
  // without a no-data value NaN stands in for it: no sample equals NaN
  const [n1, n2, n3] = [b1.nodata ?? NaN, b2.nodata ?? NaN, b3.nodata ?? NaN];
  const [n4, n5, n6] = [b4.nodata ?? NaN, b5.nodata ?? NaN, b6.nodata ?? NaN];
  const [c1, c2, c3, c4, c5, c6] = wetnessSet(options.wetness ?? 'crist-1985').coefficients;
  const threshold = options.waterThreshold ?? 0;
  const clear = options.clear;
  const { ndvi, wetness, ndbsi, mndwi, land } = into;
  for (let i = 0; i < n; i += 1) {
    const d1 = s1[i]!;
    const d2 = s2[i]!;
    const d3 = s3[i]!;
    const d4 = s4[i]!;
    const d5 = s5[i]!;
    const d6 = s6[i]!;
    if (
      d1 === n1 || d2 === n2 || d3 === n3 || d4 === n4 || d5 === n5 || d6 === n6 ||
      (clear !== undefined && clear[i] !== 1)
    ) {
      ndvi[i] = wetness[i] = ndbsi[i] = mndwi[i] = NaN;
      land[i] = 0;
      continue;
    }
    const blue = d1 * m1 + a1;
    const green = d2 * m2 + a2;
    const red = d3 * m3 + a3;
    const nir = d4 * m4 + a4;
    const swir1 = d5 * m5 + a5;
    const swir2 = d6 * m6 + a6;
    wetness[i] = c1 * blue + c2 * green + c3 * red + c4 * nir + c5 * swir1 + c6 * swir2;
    const nirRed = nir + red;
    const greenSwir = green + swir1;
    const swirNir = swir1 + nir;
    const bright = swir1 + red;
    const dark = nir + blue;
    const water = greenSwir === 0 ? NaN : (green - swir1) / greenSwir;
    mndwi[i] = water;
    ndvi[i] = nirRed === 0 ? NaN : (nir - red) / nirRed;
    const natural = (nir / nirRed + green / greenSwir) * swirNir;
    const built = 2 * swir1;
    const defined =
      nirRed !== 0 && greenSwir !== 0 && swirNir !== 0 && built + natural !== 0 && bright + dark !== 0;
    ndbsi[i] = defined
      ? ((bright - dark) / (bright + dark) + (built - natural) / (built + natural)) * 0.5
      : NaN;
    land[i] = water > threshold ? 2 : water <= threshold ? 1 : 0;
  }
}

function thermal(band: BandSamples, clear: Uint8Array | undefined, out: Float32Array, n: number): void {
  const { samples, scale, offset } = band;
  const nodata = band.nodata ?? NaN;
  for (let i = 0; i < n; i += 1) {
    const sample = samples[i]!;
    out[i] = sample === nodata || (clear !== undefined && clear[i] !== 1) ? NaN : sample * scale + offset;
  }
}
