import { AftermineError } from '../base/index.ts';
import { COMPOSITE_ENCODING } from './composite-encoding.ts';
import type { BandSamples } from './rsei-components.ts';
import type { BandName } from './types.ts';

/** What a look at the scaled values says about the scaling. */
export type ScalingVerdict =
  /** Values are what land reflects. */
  | 'plausible'
  /** Far above 1: raw digital numbers or percent. */
  | 'unscaled'
  /** Nothing is dark: the offset of Landsat Collection 2 was left out. */
  | 'offset-missing'
  /** Too much below 0: scaled, or its offset applied, twice. */
  | 'scaled-twice'
  /** Too few pixels to tell. */
  | 'unseen';

/** Quantiles the verdict rests on, over all reflectance bands together, after scale and offset. */
export interface ScalingEvidence {
  readonly verdict: ScalingVerdict;
  readonly p05: number;
  readonly median: number;
  readonly p95: number;
  /** Scaling that would fit raw numbers of this size, for the message; null when none is known. */
  readonly suggestion: string | null;
}

/** Values needed before a verdict is given. */
const MIN_VALUES = 50;
/** Values looked at per band: enough for stable quantiles. */
const MAX_PER_BAND = 4096;

/**
 * Looks whether reflectance still is, or was wrongly, scaled. Judged over all bands together, since clear land
 * always has something dark (red, blue or swir2) and never a median above 1:
 * - `offset-missing`: 5th percentile > 0.6 and median <= 5 (Collection 2 numbers times 0.0001 run from 0.73 to 4.4)
 * - `unscaled`: median > 1.2 otherwise
 * - `scaled-twice`: 5th percentile < -0.05 (the -0.1 of Sentinel-2 taken off twice leaves visible bands there)
 *
 * @param bands reflectance bands of one scene with the scaling that is about to be used
 * @param clear 1 = look at this pixel; fill, cloud and snow should be out
 */
export function looksUnscaled(
  bands: Readonly<Partial<Record<BandName, BandSamples>>>,
  clear?: Uint8Array,
): ScalingEvidence {
  const values: number[] = [];
  for (const [name, band] of Object.entries(bands)) {
    if (name === 'lst' || band === undefined) continue;
    collect(values, band, clear);
  }
  if (values.length < MIN_VALUES) return { verdict: 'unseen', p05: 0, median: 0, p95: 0, suggestion: null };
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  const [p05, median, p95] = [at(0.05), at(0.5), at(0.95)];
  const verdict =
    median > 5
      ? 'unscaled'
      : p05 > 0.6
        ? 'offset-missing'
        : median > 1.2
          ? 'unscaled'
          : p05 < -0.05
            ? 'scaled-twice'
            : 'plausible';
  return { verdict, p05, median, p95, suggestion: verdict === 'unscaled' ? suggestScaling(median) : null };
}

function collect(values: number[], band: BandSamples, clear: Uint8Array | undefined): void {
  const { samples, scale, offset } = band;
  const step = Math.max(1, Math.floor(samples.length / MAX_PER_BAND));
  for (let i = 0; i < samples.length; i += step) {
    const sample = samples[i]!;
    if (sample === band.nodata || (clear !== undefined && clear[i] !== 1)) continue;
    const value = sample * scale + offset;
    if (Number.isFinite(value)) values.push(value);
  }
}

function suggestScaling(median: number): string | null {
  if (median >= 7000) return 'scale 0.0000275, offset -0.2 (Landsat Collection 2)';
  if (median >= 100) return 'scale 0.0001 (Sentinel-2, HLS; Sentinel-2 from 2022-01-25 also offset -0.1)';
  return 'scale 0.01 (percent)';
}

/**
 * Refuses reflectance whose scaling is wrong.
 *
 * @param where the scene, for the message
 * @throws InvalidInput `E-OBS-110` unscaled, `E-OBS-111` offset missing, `E-OBS-112` scaled twice
 */
export function assertScaledReflectance(
  where: string,
  bands: Readonly<Partial<Record<BandName, BandSamples>>>,
  clear?: Uint8Array,
): void {
  const { verdict, median, p05, suggestion } = looksUnscaled(bands, clear);
  if (verdict === 'plausible' || verdict === 'unseen') return;
  const code = { unscaled: 'E-OBS-110', 'offset-missing': 'E-OBS-111', 'scaled-twice': 'E-OBS-112' }[verdict];
  const got = verdict === 'unscaled' ? median : p05;
  throw new AftermineError('InvalidInput', code, {
    where,
    expected: '0..1',
    got: Number(got.toPrecision(4)),
    params: { suggestion: suggestion ?? '' },
  });
}

/**
 * Refuses heat that cannot be kelvin: a median outside 200..350 K.
 *
 * @throws InvalidInput `E-OBS-113`, naming the median
 */
export function assertKelvin(where: string, band: BandSamples, clear?: Uint8Array): void {
  const values: number[] = [];
  collect(values, band, clear);
  if (values.length < MIN_VALUES) return;
  const sorted = Float64Array.from(values).sort();
  const median = sorted[sorted.length >> 1]!;
  if (median >= 200 && median <= 350) return;
  throw new AftermineError('InvalidInput', 'E-OBS-113', {
    where,
    expected: '200..350',
    got: Number(median.toPrecision(4)),
  });
}

/** Numbers to reflectance of Sentinel-2 L2A. */
export interface Sentinel2Scaling {
  readonly scale: 0.0001;
  readonly offset: 0 | -0.1;
  readonly nodata: 0;
}

/**
 * Scaling of a Sentinel-2 L2A scene. From processing baseline 04.00 numbers carry +1000, which is taken off
 * ONCE: not again where the provider has done so (`earthsearch:boa_offset_applied`). The baseline decides, not
 * the date: re-processed archives carry the offset for old dates too.
 *
 * @param baseline `04.00`, `05.09`, `N0400` ...; null where unknown
 * @param offsetApplied whether the provider has already taken the offset off
 * @param iso date of the scene: from 2022-01-25 on an unknown baseline is taken as 04.00
 * @source ESA, Sentinel-2 Processing Baseline 04.00
 */
export function sentinel2Scaling(
  baseline: string | null,
  offsetApplied: boolean,
  iso: string,
): Sentinel2Scaling {
  const carriesOffset =
    baseline === null ? iso.slice(0, 10) >= '2022-01-25' : baselineNumber(baseline) >= 400;
  return { scale: 0.0001, offset: carriesOffset && !offsetApplied ? -0.1 : 0, nodata: 0 };
}

/** `04.00` and `N0400` -> 400. */
function baselineNumber(text: string): number {
  const match = /^N?(\d{2})\.?(\d{2})$/i.exec(text.trim());
  if (match === null) {
    throw new AftermineError('InvalidInput', 'E-OBS-114', { expected: '05.09', got: text });
  }
  return Number(match[1]) * 100 + Number(match[2]);
}

/**
 * TM and ETM+ to OLI surface reflectance, ordinary least squares: OLI = slope * ETM+ + intercept.
 * Off unless asked for: on Collection 2 the sensors agree better than when these were derived, and what was
 * used is part of lineage.
 *
 * @source Roy et al. 2016, doi:10.1016/j.rse.2015.12.024, table 2
 */
export const ROY_2016 = {
  blue: { slope: 0.8474, intercept: 0.0003 },
  green: { slope: 0.8483, intercept: 0.0088 },
  red: { slope: 0.9047, intercept: 0.0061 },
  nir: { slope: 0.8462, intercept: 0.0412 },
  swir1: { slope: 0.8937, intercept: 0.0254 },
  swir2: { slope: 0.9071, intercept: 0.0172 },
} as const;

/**
 * Harmonises one TM or ETM+ band in place; heat is left alone.
 *
 * @param samples composite encoding; 0 stays 0
 */
export function harmoniseRoy2016(band: BandName, samples: Uint16Array): Uint16Array {
  if (band === 'lst') return samples;
  const { slope, intercept } = ROY_2016[band];
  const { scale, offset } = COMPOSITE_ENCODING.reflectance;
  const shift = (slope * offset + intercept - offset) / scale;
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i]!;
    if (sample === 0) continue;
    const code = Math.round(slope * sample + shift);
    samples[i] = code < 1 ? 1 : code > 65535 ? 65535 : code;
  }
  return samples;
}

/** True for the sensors that `harmoniseRoy2016` speaks of. */
export function needsHarmonising(platform: string): boolean {
  return platform === 'landsat-4' || platform === 'landsat-5' || platform === 'landsat-7';
}
