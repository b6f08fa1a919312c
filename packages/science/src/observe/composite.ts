import { AftermineError } from '../base/index.ts';
import { type BestAvailableOptions, scoreLooks } from './best-available.ts';
import { compositeBySimd } from './composite-simd.ts';
import { medianFinder, slotsFor } from './median-of-looks.ts';
import { type BandName, REFLECTANCE_BANDS } from './types.ts';

/** One acquisition over one block, on the project grid, in the composite encoding (uint16, 0 = no data). */
export interface Look {
  readonly bands: Readonly<Partial<Record<BandName, Uint16Array>>>;
  /** 1 = usable. */
  readonly clear: Uint8Array;
  /** 1..366, kept as the day of the chosen look. */
  readonly dayOfYear: number;
  /** Days since the season began (`seasonDay`); only `best-available` uses it. Default: `dayOfYear`. */
  readonly seasonDay?: number;
  /** Landsat 7 after 2003-05-31; only `best-available` uses it. */
  readonly slcOff?: boolean;
  /** Atmospheric opacity, 0..1 per pixel; only `best-available` uses it. */
  readonly opacity?: Float32Array;
  /** Pixels to the nearest cloud (`cloudDistance`); only `best-available` uses it. */
  readonly cloudDistance?: Uint8Array;
}

export type CompositeMethod = 'medoid' | 'median' | 'best-available';

export interface CompositeOptions {
  readonly method?: CompositeMethod;
  /** Reflectance bands to composite; every look must hold them. All six by default. */
  readonly bands?: readonly BandName[];
  /** Also composite `lst`, from the looks that hold it; false by default. */
  readonly heat?: boolean;
  readonly bestAvailable?: BestAvailableOptions;
  /** Use the plain form; for tests. */
  readonly plain?: boolean;
}

/** One season's image of a block. */
export interface Composite {
  /** Composite encoding; 0 where no look was clear. */
  readonly bands: Readonly<Partial<Record<BandName, Uint16Array>>>;
  /** Clear looks per pixel, held at 255. */
  readonly clearLooks: Uint8Array;
  /** 1 + position of the chosen look, 0 = none; null for `median`, which mixes looks. */
  readonly chosen: Uint16Array | null;
  /** Day of year of the chosen look, 0 = none; null for `median`. */
  readonly dayOfYear: Uint16Array | null;
}

/** Pixels handled together: their looks stay in the processor's cache. */
const STRIP = 512;

/**
 * Composites the looks of one season over one block. A look counts at a pixel when its mask is 1 and none of
 * the composited reflectance bands is 0 there.
 *
 * - `medoid`: the look that minimises sum over reflectance bands of (value - median of the band)^2, medians
 *   over the clear looks (even count: mean of the two middle ones). Ties go to the earliest look. Exact: all
 *   arithmetic is in whole sample steps.
 * - `median`: per band; even count: mean of the two middle ones, halves rounded up.
 * - `best-available`: the look with the highest score (see `scoreLooks`); ties go to the earliest.
 *
 * Heat never takes part in choosing. It follows the chosen look; where that look lacks heat, and for `median`, it is
 * the median of the clear looks that have it; 0 where none has.
 *
 * @param looks in order of time: the order decides ties
 * @param pixels number of pixels of the block
 * @throws InvalidInput `E-OBS-106` when a look lacks a composited band; Misaligned `E-OBS-103` on unequal lengths
 * @source medoid: Flood 2013, doi:10.3390/rs5126481; best available pixel: White et al. 2014,
 * doi:10.1080/07038992.2014.945827
 */
export function composite(looks: readonly Look[], pixels: number, options: CompositeOptions = {}): Composite {
  const method = options.method ?? 'medoid';
  const names = options.bands ?? REFLECTANCE_BANDS;
  checkLooks(looks, names, pixels);
  const bands: Partial<Record<BandName, Uint16Array>> = {};
  for (const name of names) bands[name] = new Uint16Array(pixels);
  if (options.heat === true) bands.lst = new Uint16Array(pixels);
  const clearLooks = new Uint8Array(pixels);
  const chosen = method === 'median' ? null : new Uint16Array(pixels);
  const dayOfYear = method === 'median' ? null : new Uint16Array(pixels);
  const heats = options.heat === true ? looks.map((look) => look.bands.lst) : null;
  const fast =
    looks.length > 0 &&
    method !== 'best-available' &&
    options.plain !== true &&
    compositeBySimd({
      clears: looks.map((look) => look.clear),
      bands: names.map((name) => looks.map((look) => look.bands[name]!)),
      heats,
      outBands: names.map((name) => bands[name]!),
      outHeat: bands.lst ?? null,
      clearLooks,
      chosen,
    });
  if (looks.length > 0 && !fast) {
    const scores = method === 'best-available' ? scoreLooks(looks, pixels, options.bestAvailable) : null;
    const planes = names.map((name) => bands[name]!);
    const run = new Run(looks, names, options.heat === true);
    for (let start = 0; start < pixels; start += STRIP) {
      const size = Math.min(STRIP, pixels - start);
      run.gather(start, size, clearLooks);
      if (method === 'median') run.median(start, size, planes);
      else if (scores === null) run.medoid(start, size, planes, chosen!);
      else run.best(start, size, planes, chosen!, scores);
      if (bands.lst !== undefined) run.heat(start, size, bands.lst, chosen);
    }
  }
  if (chosen !== null && dayOfYear !== null) {
    const days = Uint16Array.from([0, ...looks.map((look) => look.dayOfYear)]);
    for (let i = 0; i < pixels; i += 1) dayOfYear[i] = days[chosen[i]!]!;
  }
  return { bands, clearLooks, chosen, dayOfYear };
}

function checkLooks(looks: readonly Look[], names: readonly BandName[], pixels: number): void {
  looks.forEach((look, position) => {
    const wrong = [look.clear, ...Object.values(look.bands)].find((samples) => samples.length !== pixels);
    if (wrong !== undefined) {
      throw new AftermineError('Misaligned', 'E-OBS-103', {
        where: `look ${position}`,
        expected: pixels,
        got: wrong.length,
      });
    }
    const missing = names.find((name) => look.bands[name] === undefined);
    if (missing !== undefined) {
      throw new AftermineError('InvalidInput', 'E-OBS-106', { where: `look ${position}`, expected: missing });
    }
  });
}

/** The working memory of one call: the clear looks of a strip, packed per pixel and band. */
class Run {
  private readonly looks: readonly Look[];
  private readonly sources: readonly (readonly Uint16Array[])[];
  private readonly heats: readonly (Uint16Array | undefined)[];
  private readonly slots: number;
  private readonly bandCount: number;
  /** values[(i * bands + b) * slots + p] of the p-th clear look of pixel i. */
  private readonly values: Int32Array;
  /** order[i * slots + p]: which look that is. */
  private readonly order: Uint16Array;
  private readonly counts = new Int32Array(STRIP);
  private readonly absent = new Int32Array(STRIP);
  private readonly distances: Float64Array;
  private readonly warmth: Int32Array;
  private readonly twiceMedian: (values: Int32Array, start: number, n: number) => number;

  constructor(looks: readonly Look[], names: readonly BandName[], heat: boolean) {
    this.looks = looks;
    this.sources = looks.map((look) => names.map((name) => look.bands[name]!));
    this.heats = looks.map((look) => (heat ? look.bands.lst : undefined));
    this.slots = slotsFor(looks.length);
    this.bandCount = names.length;
    this.values = new Int32Array(STRIP * this.bandCount * this.slots);
    this.order = new Uint16Array(STRIP * this.slots);
    this.distances = new Float64Array(this.slots);
    this.warmth = new Int32Array(this.slots);
    this.twiceMedian = medianFinder(this.slots);
  }

  /**
   * Packs the clear looks of a strip. Without branches on the data: every look is written at the next free
   * place of its pixel, and the place is only kept when the look counts there.
   */
  gather(start: number, size: number, clearLooks: Uint8Array): void {
    const { values, order, counts, absent, slots, bandCount } = this;
    const step = slots * bandCount;
    counts.fill(0);
    for (let l = 0; l < this.looks.length; l += 1) {
      const clear = this.looks[l]!.clear;
      const source = this.sources[l]!;
      absent.fill(0);
      for (let b = 0; b < bandCount; b += 1) {
        const samples = source[b]!;
        for (let i = 0, at = b * slots; i < size; i += 1, at += step) {
          const sample = samples[start + i]!;
          values[at + counts[i]!] = sample;
          // 1 for a sample of 0, else 0
          absent[i] = absent[i]! | ((sample - 1) >>> 31);
        }
      }
      for (let i = 0; i < size; i += 1) {
        const n = counts[i]!;
        order[i * slots + n] = l;
        counts[i] = n + (clear[start + i] === 1 ? ~absent[i]! & 1 : 0);
      }
    }
    for (let i = 0; i < size; i += 1) clearLooks[start + i] = Math.min(255, counts[i]!);
  }

  medoid(start: number, size: number, planes: readonly Uint16Array[], chosen: Uint16Array): void {
    const { values, order, counts, slots, bandCount, distances, twiceMedian } = this;
    for (let i = 0; i < size; i += 1) {
      const n = counts[i]!;
      if (n === 0) continue;
      let best = 0;
      // two looks are equally far from their mean, so the earliest wins without a look at the values
      if (n > 2) {
        for (let p = 0; p < n; p += 1) distances[p] = 0;
        for (let b = 0; b < bandCount; b += 1) {
          const at = (i * bandCount + b) * slots;
          const middle = twiceMedian(values, at, n);
          for (let p = 0; p < n; p += 1) {
            const d = 2 * values[at + p]! - middle;
            distances[p] = distances[p]! + d * d;
          }
        }
        for (let p = 1; p < n; p += 1) if (distances[p]! < distances[best]!) best = p;
      }
      this.take(i, start, best, planes);
      chosen[start + i] = order[i * slots + best]! + 1;
    }
  }

  median(start: number, size: number, planes: readonly Uint16Array[]): void {
    const { values, counts, slots, bandCount, twiceMedian } = this;
    for (let i = 0; i < size; i += 1) {
      const n = counts[i]!;
      if (n === 0) continue;
      for (let b = 0; b < bandCount; b += 1) {
        planes[b]![start + i] = (twiceMedian(values, (i * bandCount + b) * slots, n) + 1) >> 1;
      }
    }
  }

  best(
    start: number,
    size: number,
    planes: readonly Uint16Array[],
    chosen: Uint16Array,
    scores: readonly Float32Array[],
  ): void {
    const { order, counts, slots } = this;
    for (let i = 0; i < size; i += 1) {
      const n = counts[i]!;
      if (n === 0) continue;
      let best = 0;
      let highest = -1;
      for (let p = 0; p < n; p += 1) {
        const score = scores[order[i * slots + p]!]![start + i]!;
        if (score > highest) {
          highest = score;
          best = p;
        }
      }
      this.take(i, start, best, planes);
      chosen[start + i] = order[i * slots + best]! + 1;
    }
  }

  heat(start: number, size: number, out: Uint16Array, chosen: Uint16Array | null): void {
    const { order, counts, slots, heats, warmth, twiceMedian } = this;
    for (let i = 0; i < size; i += 1) {
      const pick = chosen === null ? 0 : chosen[start + i]!;
      const own = pick === 0 ? 0 : (heats[pick - 1]?.[start + i] ?? 0);
      if (own !== 0) {
        out[start + i] = own;
        continue;
      }
      let n = 0;
      for (let p = 0; p < counts[i]!; p += 1) {
        const sample = heats[order[i * slots + p]!]?.[start + i] ?? 0;
        if (sample !== 0) {
          warmth[n] = sample;
          n += 1;
        }
      }
      if (n > 0) out[start + i] = (twiceMedian(warmth, 0, n) + 1) >> 1;
    }
  }

  private take(i: number, start: number, best: number, planes: readonly Uint16Array[]): void {
    const { values, slots, bandCount } = this;
    for (let b = 0; b < bandCount; b += 1) {
      planes[b]![start + i] = values[(i * bandCount + b) * slots + best]!;
    }
  }
}
