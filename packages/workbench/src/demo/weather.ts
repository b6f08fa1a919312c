import { type Chance, chance, seedOf } from '@aftermine/science/base';
import type { ResolvedDemoOptions } from './types.ts';

/** What one growing season was like. */
export interface SeasonWeather {
  readonly year: number;
  /** Standardised rainfall: 0 is usual, -2 a severe drought. */
  readonly rain: number;
  /** Factor on the cover of rain-fed plants. */
  readonly growth: number;
  /** Days by which green-up comes later than usual. */
  readonly delayDays: number;
  /** Air temperature anomaly, kelvin. */
  readonly warmth: number;
}

/** Years that stand out in the story; all others are drawn. */
const NAMED_YEARS: Readonly<Record<number, number>> = {
  1998: 1.2,
  2001: -1.5,
  2007: -1.8,
  2012: 1.3,
  2017: -1.5,
  2021: 0.9,
  2032: -1.7,
};

/** Growth per standard deviation of rainfall, on a logarithmic scale. */
const GROWTH_PER_RAIN = 0.06;

/**
 * Rainfall of every year and what follows from it: growth = exp(0.06 rain), later green-up and greater warmth in
 * dry years, and air that warms by 0.02 K a year.
 */
export function weatherOf({ seed, years }: ResolvedDemoOptions): Map<number, SeasonWeather> {
  const out = new Map<number, SeasonWeather>();
  for (let year = years.from; year <= years.to; year += 1) {
    const draw: Chance = chance(seedOf(seed, `weather ${year}`));
    const drawn = Math.max(-1.2, Math.min(1.2, 0.6 * draw.normal()));
    const rain = NAMED_YEARS[year] ?? drawn;
    out.set(year, {
      year,
      rain,
      growth: Math.exp(GROWTH_PER_RAIN * rain),
      delayDays: -4 * rain,
      warmth: 0.02 * (year - 2000) - 0.6 * rain + 0.5 * draw.normal(),
    });
  }
  return out;
}
