import { chance, isUnknown, seedOf, type Unknown, unknown } from '../../base/index.ts';

export interface AgreementIntervalOptions {
  /** Sets of units drawn; 1000 by default. */
  readonly draws?: number;
  /** 0.95 by default. */
  readonly confidence?: number;
  readonly seed?: number;
}

/** Ends of the interval. */
export interface AgreementInterval {
  readonly low: number;
  readonly high: number;
  /** Draws that gave no value, for instance because all ratings in them were the same. */
  readonly withoutValue: number;
}

/**
 * How far an agreement would differ had other units of the same kind been rated: the percentiles of the statistic over sets of
 * units drawn with replacement from those rated.
 *
 * @param units anything; @param statistic of a list of units
 * @returns unknown `too-few-units` below 10 units, or where more than a tenth of the draws gave no value
 * @source Efron 1979, doi:10.1214/aos/1176344552 (percentile bootstrap)
 */
export function agreementInterval<U>(
  units: readonly U[],
  statistic: (units: readonly U[]) => number | Unknown,
  options: AgreementIntervalOptions = {},
): AgreementInterval | Unknown {
  const { draws = 1000, confidence = 0.95, seed = 0 } = options;
  const tooFew = unknown('too-few-units', { units: units.length });
  if (units.length < 10) return tooFew;
  const { uniform } = chance(seedOf(seed, 'agreement-interval'));
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const value = statistic(units.map(() => units[Math.floor(uniform() * units.length)]!));
    if (!isUnknown(value)) values.push(value);
  }
  const withoutValue = draws - values.length;
  if (withoutValue > draws / 10) return tooFew;
  values.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  return { low: at(tail), high: at(1 - tail), withoutValue };
}
