import type { RampRange, SampleMeaning } from './quantise.ts';

/** Values looked at per plane; more would not move a percentile that is rounded afterwards. */
const LOOKS_PER_PLANE = 4000;
const STEPS = [1, 2, 2.5, 5, 10] as const;

/** The round number at or above `raw`: 1, 2, 2.5 or 5 times a power of ten. */
export function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * (STEPS.find((step) => step * power >= raw * (1 - 1e-9)) ?? 10);
}

/**
 * One span for all planes of a layer, so that a colour means the same in every year: the 2nd to 98th percentile of all
 * years together, moved outward to round numbers.
 *
 * @returns null when no plane has a value
 */
export function rampRange(
  planes: readonly { readonly samples: ArrayLike<number>; readonly meaning: SampleMeaning }[],
): RampRange | null {
  const values: number[] = [];
  for (const { samples, meaning } of planes) {
    const stride = Math.max(1, Math.floor(samples.length / LOOKS_PER_PLANE));
    for (let i = 0; i < samples.length; i += stride) {
      const sample = samples[i]!;
      if (sample === meaning.nodata || Number.isNaN(sample)) continue;
      values.push(sample * meaning.scale + meaning.offset);
    }
  }
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  const [low, high] = [at(0.02), at(0.98)];
  if (!(high > low)) return { lo: low - 0.5, hi: low + 0.5 };
  const step = niceStep((high - low) / 10);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  const round = (value: number): number => Number(value.toFixed(digits));
  return { lo: round(Math.floor(low / step) * step), hi: round(Math.ceil(high / step) * step) };
}

/** Round numbers inside a span, about `count` of them. */
export function ticksOf({ lo, hi }: RampRange, count: number): number[] {
  const step = niceStep((hi - lo) / Math.max(1, count));
  const out: number[] = [];
  for (let k = Math.ceil(lo / step - 1e-9); k * step <= hi + step * 1e-9; k += 1) {
    out.push(Number((k * step).toPrecision(12)));
  }
  return out;
}
