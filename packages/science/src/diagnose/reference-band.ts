import { AftermineError, type Unknown, unknown } from '../base/index.ts';

/** What recovery is measured against; labels in the catalogue under `recovery-goal.*`. */
export type RecoveryGoal<K extends string = string> =
  | { readonly kind: 'reference' }
  | {
      /** Another ecosystem than the reference was accepted, by whom and why. */
      readonly kind: 'novel-ecosystem';
      readonly statement: string;
      /** What it must still reach, by indicator; others are told, not judged. */
      readonly floors: Readonly<Partial<Record<K, { readonly min?: number; readonly max?: number }>>>;
    };

/** What the reference areas, as they stand now, showed in one year. */
export interface ReferenceYear {
  readonly year: number;
  /** One value for each area, or each pixel of all areas; null where it was not seen. */
  readonly values: readonly (number | null)[];
}

export interface BandYear {
  readonly year: number;
  readonly median: number;
  /** Lower and upper quantile of the values. */
  readonly low: number;
  readonly high: number;
  /** Values behind the band. */
  readonly count: number;
}

export interface BandOptions {
  /** Quantiles of the band, 0..1; 0.1 and 0.9 unless stated. */
  readonly quantiles?: readonly [low: number, high: number];
  /** Years pooled into each, the year itself and those before; 1 unless stated. */
  readonly windowYears?: number;
}

/**
 * The moving reference band: in every year what the current reference areas showed in that very year. Drought and wet
 * years move band and unit alike, so neither looks like damage or recovery; the past of the mine is no reference.
 *
 * Quantiles interpolate linearly (type 7 of Hyndman and Fan). Years without a value have no band.
 *
 * @param years in any order, each once
 * @returns in order of years
 * @throws InvalidInput `E-DIA-203` for quantiles or a window out of range, or a year given twice
 * @source Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566
 */
export function referenceBand(
  years: readonly ReferenceYear[],
  options: BandOptions = {},
): readonly BandYear[] {
  const { quantiles = [0.1, 0.9], windowYears = 1 } = options;
  const [low, high] = quantiles;
  if (!(low >= 0 && low <= 0.5 && high >= 0.5 && high <= 1))
    refuse('quantiles', '0 to 0.5, 0.5 to 1', `${low}, ${high}`);
  if (!Number.isInteger(windowYears) || windowYears < 1)
    refuse('windowYears', '1, 2, ...', String(windowYears));
  const byYear = new Map<number, readonly (number | null)[]>();
  for (const { year, values } of years) {
    if (byYear.has(year)) refuse('years', 'each once', String(year));
    byYear.set(year, values);
  }
  return [...byYear.keys()]
    .sort((a, b) => a - b)
    .flatMap((year): BandYear[] => {
      const pooled: number[] = [];
      for (let back = 0; back < windowYears; back += 1)
        for (const value of byYear.get(year - back) ?? []) if (value !== null) pooled.push(value);
      if (pooled.length === 0) return [];
      pooled.sort((a, b) => a - b);
      return [
        {
          year,
          median: quantile(pooled, 0.5),
          low: quantile(pooled, low),
          high: quantile(pooled, high),
          count: pooled.length,
        },
      ];
    });
}

export interface ReferenceGap {
  readonly year: number;
  /** Unit less median of the reference. */
  readonly gap: number;
  /** How far outside the band on the worse side; 0 inside it or better. */
  readonly shortfall: number;
  readonly position: 'below' | 'within' | 'above';
}

/**
 * Gap of a unit to the reference in the last year both were seen.
 *
 * @param values of the unit by year, in any order; null where it was not seen
 * @param better which side of the band is no shortfall; `inside`: neither
 * @returns unknown `no-reference-value` where no year has both
 */
export function gapToReference(
  values: readonly { readonly year: number; readonly value: number | null }[],
  band: readonly BandYear[],
  better: 'low' | 'high' | 'inside',
): ReferenceGap | Unknown {
  let last: { readonly value: number; readonly of: BandYear } | null = null;
  for (const { year, value } of values) {
    if (value === null || (last !== null && year < last.of.year)) continue;
    const of = band.find((one) => one.year === year);
    if (of !== undefined) last = { value, of };
  }
  if (last === null) return unknown('no-reference-value');
  const { value, of } = last;
  const below = better === 'low' ? 0 : Math.max(0, of.low - value);
  const above = better === 'high' ? 0 : Math.max(0, value - of.high);
  return {
    year: of.year,
    gap: value - of.median,
    shortfall: Math.max(below, above),
    position: value < of.low ? 'below' : value > of.high ? 'above' : 'within',
  };
}

/**
 * Whether one indicator of a unit has reached its goal. Against the reference: no shortfall from the band. For a novel
 * ecosystem: its floor, ends included; an indicator without a floor is not judged.
 *
 * @param value of the unit; only a floor asks for it
 */
export function goalReached<K extends string>(
  goal: RecoveryGoal<K>,
  indicator: K,
  value: number | Unknown,
  gap: ReferenceGap | Unknown,
): 'reached' | 'behind' | 'not-judged' | Unknown {
  if (goal.kind === 'novel-ecosystem') {
    const floor = goal.floors[indicator];
    if (floor === undefined) return 'not-judged';
    if (typeof value !== 'number') return value;
    return value >= (floor.min ?? -Infinity) && value <= (floor.max ?? Infinity) ? 'reached' : 'behind';
  }
  if ('kind' in gap) return gap;
  return gap.shortfall === 0 ? 'reached' : 'behind';
}

function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const a = sorted[below]!;
  return a + (at - below) * ((sorted[below + 1] ?? a) - a);
}

function refuse(where: string, expected: string, got: string): never {
  throw new AftermineError('InvalidInput', 'E-DIA-203', { where, expected, got });
}
