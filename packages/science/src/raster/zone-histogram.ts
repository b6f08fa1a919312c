import type { Coverage } from './coverage.ts';
import { weightedQuantiles, type ZonalStatistics } from './zonal-statistics.ts';

/** Weights are whole numbers of this part of a pixel, so sums are exact in any order (up to 5e8 pixels). */
const UNITS_PER_PIXEL = 2 ** 24;

/**
 * The pixels of one polygon within one tile, ready to be merged with those of other tiles: how much covered
 * area has which sample. Plain typed arrays, so that it can be kept and sent.
 */
export interface ZoneHistogram {
  /** Distinct samples, ascending. */
  readonly samples: Int32Array<ArrayBuffer>;
  /** Covered area of each, in 2^-24 pixels. */
  readonly weights: Float64Array<ArrayBuffer>;
  /** Covered area of land, seen or not, in 2^-24 pixels. */
  readonly landWeight: number;
  readonly pixelCount: number;
  readonly validCount: number;
}

/** Whole-number samples that a histogram can be made of: value = sample * scale + offset. */
export type QuantisedSamples = Int16Array | Uint16Array | Int8Array | Uint8Array;

/**
 * Sums up one tile of a polygon. Parameters as in `zonalStatistics`, with samples quantised to whole numbers
 * (indices in steps of 1e-4, land surface temperature in steps of 0.01 K).
 *
 * @returns a histogram; merging those of all tiles and `histogramStatistics` give exactly what one tile of
 * the whole area would have given, whatever the order
 */
export function zoneHistogram(
  samples: QuantisedSamples,
  width: number,
  nodata: number | null,
  zone: Coverage,
  leftOut?: Uint8Array,
): ZoneHistogram {
  if (zone.full) return fullHistogram(samples, width, nodata, zone, leftOut);
  const { window, share, inside } = zone;
  const { width: columns, height: rows } = window;
  // A number that equals nothing stands for "no such sample", so that the loops compare numbers only.
  const missing = nodata ?? Number.NaN;
  let low = 0x7fffffff;
  let high = -0x7fffffff;
  for (let r = 0; r < rows; r += 1) {
    const from = (window.row + r) * width + window.col;
    const base = r * columns;
    for (let c = 0; c < columns; c += 1) {
      const sample = samples[from + c]!;
      if (sample === missing || share[base + c] === 0) continue;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
  }
  const bins = new Float64Array(high < low ? 0 : high - low + 1);
  let landWeight = 0;
  let pixelCount = 0;
  let validCount = 0;
  for (let r = 0; r < rows; r += 1) {
    const from = (window.row + r) * width + window.col;
    const base = r * columns;
    for (let c = 0; c < columns; c += 1) {
      const centre = inside[base + c]!;
      const covered = share[base + c]!;
      // A share of zero still may hold the centre, where a sliver runs exactly through it.
      if (covered === 0 && centre === 0) continue;
      pixelCount += centre;
      if (leftOut !== undefined && leftOut[from + c] === 1) continue;
      const weight = (covered * UNITS_PER_PIXEL + 0.5) | 0;
      landWeight += weight;
      const sample = samples[from + c]!;
      if (sample === missing) continue;
      validCount += centre;
      if (weight > 0) bins[sample - low]! += weight;
    }
  }
  return { ...compress(bins, low), landWeight, pixelCount, validCount };
}

/** `zoneHistogram` where every pixel is covered whole: pixels are counted, no share is looked at. */
function fullHistogram(
  samples: QuantisedSamples,
  width: number,
  nodata: number | null,
  { window }: Coverage,
  leftOut: Uint8Array | undefined,
): ZoneHistogram {
  const { width: columns, height: rows } = window;
  const missing = nodata ?? Number.NaN;
  let low = 0x7fffffff;
  let high = -0x7fffffff;
  for (let r = 0; r < rows; r += 1) {
    const from = (window.row + r) * width + window.col;
    for (let i = from; i < from + columns; i += 1) {
      const sample = samples[i]!;
      if (sample === missing) continue;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
  }
  const counts = new Uint32Array(high < low ? 0 : high - low + 1);
  const pixelCount = columns * rows;
  let land = 0;
  let validCount = 0;
  for (let r = 0; r < rows; r += 1) {
    const from = (window.row + r) * width + window.col;
    for (let i = from; i < from + columns; i += 1) {
      if (leftOut !== undefined && leftOut[i] === 1) continue;
      land += 1;
      const sample = samples[i]!;
      if (sample === missing) continue;
      validCount += 1;
      counts[sample - low]! += 1;
    }
  }
  const found = compress(counts, low);
  for (let i = 0; i < found.weights.length; i += 1) found.weights[i]! *= UNITS_PER_PIXEL;
  return { ...found, landWeight: land * UNITS_PER_PIXEL, pixelCount, validCount };
}

/** The histogram of several tiles of one polygon together; the order does not matter. */
export function mergeHistograms(parts: readonly ZoneHistogram[]): ZoneHistogram {
  let [low, high, landWeight, pixelCount, validCount] = [Infinity, -Infinity, 0, 0, 0];
  for (const part of parts) {
    landWeight += part.landWeight;
    pixelCount += part.pixelCount;
    validCount += part.validCount;
    if (part.samples.length === 0) continue;
    low = Math.min(low, part.samples[0]!);
    high = Math.max(high, part.samples.at(-1)!);
  }
  const bins = new Float64Array(high < low ? 0 : high - low + 1);
  for (const { samples, weights } of parts) {
    for (let i = 0; i < samples.length; i += 1) bins[samples[i]! - low]! += weights[i]!;
  }
  return { ...compress(bins, low), landWeight, pixelCount, validCount };
}

/** Mean, quartiles and counts of a histogram, as `zonalStatistics` defines them: value = sample * scale + offset. */
export function histogramStatistics(histogram: ZoneHistogram, scale: number, offset = 0): ZonalStatistics {
  const { samples, weights, landWeight, pixelCount, validCount } = histogram;
  let [weight, sum] = [0, 0];
  for (let i = 0; i < samples.length; i += 1) {
    weight += weights[i]!;
    sum += weights[i]! * samples[i]!;
  }
  const counts = { validShare: landWeight > 0 ? weight / landWeight : 0, pixelCount, validCount };
  if (weight === 0) return { mean: null, median: null, p25: null, p75: null, ...counts };
  const quantiles = weightedQuantiles(samples, weights, [0.25, 0.5, 0.75]).map((q) => q * scale + offset);
  const [p25, median, p75] = quantiles as [number, number, number];
  return { mean: (sum / weight) * scale + offset, median, p25, p75, ...counts };
}

function compress(bins: Float64Array | Uint32Array, low: number): Pick<ZoneHistogram, 'samples' | 'weights'> {
  let filled = 0;
  for (let i = 0; i < bins.length; i += 1) if (bins[i]! > 0) filled += 1;
  const samples = new Int32Array(filled);
  const weights = new Float64Array(filled);
  for (let i = 0, n = 0; i < bins.length; i += 1) {
    if (bins[i]! === 0) continue;
    samples[n] = low + i;
    weights[n] = bins[i]!;
    n += 1;
  }
  return { samples, weights };
}
