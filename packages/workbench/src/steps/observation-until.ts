import type { ObservationResult } from '@aftermine/science/observe';

/** Observation as it was at the end of a year: what later pictures say is not known yet. */
export function observationUntil(observation: ObservationResult, year: number): ObservationResult {
  const cut = <T extends { readonly year: number }>(years: readonly T[]): readonly T[] =>
    years.filter((one) => one.year <= year);
  const series = (of: ObservationResult['rsei']): ObservationResult['rsei'] => ({
    boundary: cut(of.boundary),
    units: Object.fromEntries(Object.entries(of.units).map(([id, years]) => [id, cut(years)])),
    references: Object.fromEntries(Object.entries(of.references).map(([id, years]) => [id, cut(years)])),
  });
  const trajectory = <T extends ObservationResult['trajectories']['boundary']>(one: T): T => ({
    ...one,
    gapToReference: Object.fromEntries(
      Object.entries(one.gapToReference).map(([id, years]) => [id, cut(years)]),
    ),
  });
  const trajectories = (of: Readonly<Record<string, ObservationResult['trajectories']['boundary']>>) =>
    Object.fromEntries(Object.entries(of).map(([id, one]) => [id, trajectory(one)]));
  return {
    ...observation,
    years: observation.years.filter((one) => one <= year),
    yearSummaries: cut(observation.yearSummaries),
    rsei: series(observation.rsei),
    components: Object.fromEntries(
      Object.entries(observation.components).map(([id, of]) => [id, series(of)]),
    ),
    trajectories: {
      boundary: trajectory(observation.trajectories.boundary),
      units: trajectories(observation.trajectories.units),
      references: trajectories(observation.trajectories.references),
    },
  };
}
