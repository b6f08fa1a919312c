/** Share of the season's greatest green cover that is green on a day of the year, 0..1. */
export type Phenology = (dayOfYear: number) => number;

function season(greenUp: number, upDays: number, senescence: number, downDays: number): Phenology {
  return (day) =>
    1 / (1 + Math.exp(-(day - greenUp) / upDays)) - 1 / (1 + Math.exp(-(day - senescence) / downDays));
}

/**
 * Double logistic seasons: green(d) = 1/(1+exp(-(d-g)/u)) - 1/(1+exp(-(d-s)/w)).
 *
 * Steppe greens up in May and yellows in late September, shrubs keep their leaves longer, crops close their canopy early in July
 * and are gone in mid-September.
 */
export const GRASS: Phenology = season(146, 10, 268, 9);
export const SHRUB: Phenology = season(138, 10, 278, 10);
export const CROP: Phenology = season(163, 6, 262, 5);
