import { type Unknown, unknown } from '../../base/index.ts';
import type { FutureWorth } from './future-worth.ts';
import { bootstrap, type MeanInterval, meanInterval, quantileOf } from './mean-interval.ts';

/** What control is worth over many futures. Differences are against the fixed plan in the same future. */
export interface WorthSummary {
  readonly futures: number;
  /** Mean value of the fixed plan. */
  readonly fixed: number;
  /** Weighted objective, hectares-equivalent and public money that yearly steering adds. */
  readonly uplift: MeanInterval;
  /** Uplift over the mean value of the fixed plan; null where that is not above 0. */
  readonly relative: number | null;
  readonly ecology: MeanInterval;
  readonly ecologyFixed: number;
  readonly cost: MeanInterval;
  readonly costFixed: number;
  /** What plantings set beforehand add without looking, and what steering adds to that. */
  readonly blind: MeanInterval;
  readonly overBlind: MeanInterval;
  /** What perfect foresight adds. */
  readonly possible: MeanInterval;
  /** Share of that which steering captures: sum of gains over sum of possible gains. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | Unknown;
  readonly shareBlind: number | Unknown;
  /** Uplift that so many percent of the futures stay below. */
  readonly quantiles: Readonly<Record<'p5' | 'p25' | 'p50' | 'p75' | 'p95', number>>;
  /** Futures in which steering did worse than the fixed plan, and in which both came to the same. */
  readonly lost: number;
  readonly even: number;
  /** `pays`, `costs`: both intervals of the uplift lie above, or below 0; `open`: they do not. */
  readonly verdict: 'pays' | 'costs' | 'open';
  /** Per future: choices changed, corrective works done, alarms; and corrective works for which no money was left. */
  readonly changes: number;
  readonly repairs: number;
  readonly alarms: number;
  readonly unpaid: number;
  /** Futures whose best plan is proven to the gap of the solver. */
  readonly proven: number;
}

/** Weighted value that is a difference at all. */
const NOTICEABLE = 1e-9;

/**
 * Sums up futures, in their order: differences of the same future under two policies, so that what a future does to all of them
 * falls out.
 *
 *     share = sum (steered - fixed) / sum (perfect - fixed)
 *
 * @throws InvalidInput `E-CTL-612` for fewer than two futures
 */
export function worthSummary(futures: readonly FutureWorth[], seed: number): WorthSummary {
  const n = futures.length;
  const over = (of: (one: FutureWorth) => number): MeanInterval => meanInterval(futures.map(of), seed);
  const mean = (of: (one: FutureWorth) => number): number =>
    futures.reduce((sum, one) => sum + of(one), 0) / n;
  const gains = futures.map(({ steered, fixed }) => steered.value - fixed.value);
  const uplift = over(({ steered, fixed }) => steered.value - fixed.value);
  const possible = over(({ perfect, fixed }) => perfect.value - fixed.value);
  const blind = over((one) => one.blind.value - one.fixed.value);
  const fixed = mean((one) => one.fixed.value);
  const sorted = [...gains].sort((a, b) => a - b);
  return {
    futures: n,
    fixed,
    uplift,
    relative: fixed > 0 ? uplift.mean / fixed : null,
    ecology: over((one) => one.steered.ecology - one.fixed.ecology),
    ecologyFixed: mean((one) => one.fixed.ecology),
    cost: over((one) => one.steered.cost - one.fixed.cost),
    costFixed: mean((one) => one.fixed.cost),
    blind,
    overBlind: over((one) => one.steered.value - one.blind.value),
    possible,
    share: shareOf(futures, seed),
    shareBlind: possible.mean > NOTICEABLE ? blind.mean / possible.mean : unknown('nothing-to-gain'),
    quantiles: {
      p5: quantileOf(sorted, 0.05),
      p25: quantileOf(sorted, 0.25),
      p50: quantileOf(sorted, 0.5),
      p75: quantileOf(sorted, 0.75),
      p95: quantileOf(sorted, 0.95),
    },
    lost: gains.filter((gain) => gain < -NOTICEABLE).length,
    even: gains.filter((gain) => Math.abs(gain) <= NOTICEABLE).length,
    verdict:
      Math.min(uplift.low, uplift.bootstrapLow) > 0
        ? 'pays'
        : Math.max(uplift.high, uplift.bootstrapHigh) < 0
          ? 'costs'
          : 'open',
    changes: mean(({ changes }) => changes),
    repairs: mean(({ repairs }) => repairs),
    alarms: mean(({ alarms }) => alarms),
    unpaid: futures.reduce((sum, { unpaid }) => sum + unpaid, 0),
    proven: futures.filter(({ perfect }) => perfect.proven).length,
  };
}

/** Ratio of sums with its bootstrap interval; no answer where foresight would gain nothing. */
function shareOf(futures: readonly FutureWorth[], seed: number): WorthSummary['share'] {
  const ratio = (picks: Iterable<number>): number => {
    let [gained, possible] = [0, 0];
    for (const i of picks) {
      const { fixed, steered, perfect } = futures[i]!;
      gained += steered.value - fixed.value;
      possible += perfect.value - fixed.value;
    }
    return possible > NOTICEABLE ? gained / possible : 0;
  };
  const all = futures.map((_, i) => i);
  if (futures.reduce((sum, { perfect, fixed }) => sum + perfect.value - fixed.value, 0) <= NOTICEABLE)
    return unknown('nothing-to-gain');
  const [low, high] = bootstrap(futures.length, seed, ratio);
  return { value: ratio(all), low, high };
}
