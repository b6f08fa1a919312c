/** What a season did to all units alike, and how much louder pictures are than the settings say. */
export interface SeasonEffect {
  /** Common departure, in standard deviations of the expectation. */
  readonly shift: number;
  /** How many times wider than expected units scatter in this season, >= 1. */
  readonly spread: number;
  /** Noise of the seasons before, as a multiple of that of the settings. */
  readonly noise: number;
}

/** A season like any other. */
export const USUAL_SEASON: SeasonEffect = { shift: 0, spread: 1, noise: 1 };
