import {
  asymptoteOf,
  type ControlSettings,
  type PolicyPanelSettings,
  type PolicySettings,
  type SeasonResult,
  unitStateOf,
} from '../../control/index.ts';

/** Units whose upkeep a panel works out; more would make it slow and say nothing new. */
const MOST_UNITS = 40;

/**
 * What the filter has learned of units whose works stand, as the upkeep of the policy panel takes it: rate and its spread, the
 * closeness the unit comes to, the survival it was promised or counted with. Larger land first. None under a logistic course, whose
 * rate means something else.
 */
export function upkeepUnits(
  { units, year }: Pick<SeasonResult, 'units' | 'year'>,
  curve: ControlSettings['filter']['curve'],
  bands: PolicySettings['upkeep']['bands'],
): NonNullable<PolicyPanelSettings['units']> {
  if (curve !== 'saturating') return [];
  return units
    .filter(
      ({ promise: { readyAt, measure }, filter }) =>
        readyAt !== null && readyAt <= year && measure !== null && filter.some(({ seen }) => seen !== null),
    )
    .sort((a, b) => b.areaHa - a.areaHa || (a.unit < b.unit ? -1 : 1))
    .slice(0, MOST_UNITS)
    .map(({ unit, filter, promise, state }) => {
      const { mean, covariance } = filter.at(-1)!.state;
      return {
        unit,
        state: unitStateOf(mean[0], bands, state === 'relapsed'),
        recovery: {
          rate: Math.exp(mean[2]),
          lnRateSd: Math.min(5, Math.sqrt(covariance[5])),
          asymptote: asymptoteOf(mean[1]),
          survival: promise.survival,
        },
      };
    });
}
