/** How much more all included records weigh than all excluded ones. */
export const INCLUDED_OVER_EXCLUDED = 9.8;

/** The weight of one labelled record of each kind. */
export interface ScreeningWeights {
  readonly included: number;
  readonly excluded: number;
}

/**
 * Weights that keep the few included records from drowning among the excluded ones: before scaling an included record weighs 1 and
 * an excluded one n1 / (9.8 n0); then all are scaled to a mean of 1 over the n1 + n0 labelled records.
 *
 * @param included n1 > 0; @param excluded n0 > 0
 * @source ASReview, balancer `balanced` with ratio 9.8 (model ELAS u4), doi:10.1038/s42256-020-00287-7
 */
export function screeningWeights(included: number, excluded: number): ScreeningWeights {
  const share = included / (INCLUDED_OVER_EXCLUDED * excluded);
  const scale = (included + excluded) / (included + share * excluded);
  return { included: scale, excluded: share * scale };
}
