import { AftermineError } from '../base/index.ts';
import type { Samples } from '../raster/index.ts';
import { componentsBySimd } from './rsei-components-simd.ts';
import type { BandName } from './types.ts';
import { type WetnessSetId, wetnessSet } from './wetness.ts';

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
  /** Use the plain kernel; for tests. */
  readonly plain?: boolean;
  /** Arrays to write into, to spare allocation over many blocks. */
  readonly into?: RseiComponents;
}

/**
 * NDVI, wetness, NDBSI, LST, MNDWI and the land class in one pass over stored samples, without temporaries.
 * The equations are those of `computeIndex`, worked in float32; values agree with it to float32 rounding.
 *
 * @param bands the six reflectance bands and, where observed, `lst`; equal lengths
 * @returns components; a pixel that lacks one reflectance band (or is not clear) has none of them; NaN also where
 * a denominator is 0. LST is independent of reflectance: a pixel may have either without the other
 * @throws InvalidInput `E-OBS-101` when a reflectance band is absent; Misaligned `E-OBS-103` when lengths differ
 */
export function rseiComponents(
  bands: Readonly<Partial<Record<BandName, BandSamples>>>,
  options: RseiComponentOptions = {},
): RseiComponents {
  const band = (name: BandName): BandSamples => {
    const found = bands[name];
    if (found === undefined) {
      throw new AftermineError('InvalidInput', 'E-OBS-101', {
        where: 'rsei',
        expected: name,
        params: { index: 'rsei' },
      });
    }
    return found;
  };
  const six = [band('blue'), band('green'), band('red'), band('nir'), band('swir1'), band('swir2')] as const;
  const n = six[0].samples.length;
  const heat = bands.lst ?? null;
  for (const one of [...six, ...(heat === null ? [] : [heat])]) {
    if (one.samples.length !== n) {
      throw new AftermineError('Misaligned', 'E-OBS-103', {
        where: 'rsei',
        expected: n,
        got: one.samples.length,
      });
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
  const coefficients = wetnessSet(options.wetness ?? 'crist-1985').coefficients;
  const threshold = options.waterThreshold ?? 0;
  const fast =
    options.plain !== true && componentsBySimd(six, heat, options.clear, coefficients, threshold, into);
  if (!fast) {
    optical(six, options.clear, coefficients, threshold, into);
    if (heat !== null && into.lst !== null) thermal(heat, options.clear, into.lst);
  }
  return into;
}

/**
 * The plain form of the kernel: what the SIMD form must equal to the last bit, and what runs where there is no
 * SIMD. Every operation is rounded to float32.
 */
function optical(
  bands: readonly BandSamples[],
  clear: Uint8Array | undefined,
  coefficients: readonly number[],
  waterThreshold: number,
  into: RseiComponents,
): void {
  const f = Math.fround;
  const [c1, c2, c3, c4, c5, c6] = coefficients.map(f) as [number, number, number, number, number, number];
  const threshold = f(waterThreshold);
  const { ndvi, wetness, ndbsi, mndwi, land } = into;
  for (let i = 0; i < land.length; i += 1) {
    const [blue, green, red, nir, swir1, swir2] = bands.map((band) => physical(band, i)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const missing = [blue, green, red, nir, swir1, swir2].some(Number.isNaN);
    if (missing || (clear !== undefined && clear[i] !== 1)) {
      ndvi[i] = wetness[i] = ndbsi[i] = mndwi[i] = NaN;
      land[i] = LAND.missing;
      continue;
    }
    wetness[i] = f(
      f(f(f(f(f(c1 * blue) + f(c2 * green)) + f(c3 * red)) + f(c4 * nir)) + f(c5 * swir1)) + f(c6 * swir2),
    );
    const nirRed = f(nir + red);
    const greenSwir = f(green + swir1);
    const swirNir = f(swir1 + nir);
    const bright = f(swir1 + red);
    const dark = f(nir + blue);
    const water = finite(f(f(green - swir1) / greenSwir));
    mndwi[i] = water;
    ndvi[i] = finite(f(f(nir - red) / nirRed));
    // IBI with both sides multiplied by (swir1 + nir)
    const natural = f(f(f(nir / nirRed) + f(green / greenSwir)) * swirNir);
    const built = f(2 * swir1);
    const bare = f(f(bright - dark) / f(bright + dark));
    const builtUp = f(f(built - natural) / f(built + natural));
    ndbsi[i] = swirNir === 0 ? NaN : finite(f(f(bare + builtUp) * 0.5));
    land[i] = water > threshold ? LAND.water : water <= threshold ? LAND.land : LAND.missing;
  }
}

/** A denominator of 0 gives an infinity or NaN: no value either way. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

function physical({ samples, scale, offset, nodata }: BandSamples, i: number): number {
  const sample = samples[i]!;
  if (sample === nodata) return NaN;
  return Math.fround(Math.fround(Math.fround(sample) * Math.fround(scale)) + Math.fround(offset));
}

function thermal(band: BandSamples, clear: Uint8Array | undefined, out: Float32Array): void {
  for (let i = 0; i < out.length; i += 1) {
    out[i] = clear !== undefined && clear[i] !== 1 ? NaN : physical(band, i);
  }
}
