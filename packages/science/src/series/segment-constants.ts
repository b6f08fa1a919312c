/** Weight of a loss that follows a vertex in the angle score (`distweightfactor` of the original). */
export const ANGLE_WEIGHT = 2;

/** The search for candidates ends after this many additions, whatever was asked for. */
export const MAX_ADDITIONS = 21;

/** Below this a residual (or a mean squared residual) counts as zero, in the units of the series. */
export const ZERO_RESIDUAL = 1e-9;

/** Share of the total sum of squares that is rounding noise: less than this is an exact fit. */
export const ZERO_SHARE = 1e-12;

/** Below this share of the total, prefix sums are too coarse for an error and it is summed point by point. */
export const EXACT_SHARE = 1e-9;

/** Two scores closer than this share of themselves are a tie, and ties go to the earliest. */
export const TIE_SLACK = 1e-9;

/** A recovery over the whole range in exactly 1 / threshold years is frequent and is allowed. */
export const RECOVERY_SLACK = 1e-6;

/** The original marks "no slope" with -1 and so overlooks a slope of exactly -1 while it removes vertices. */
export const SENTINEL_SLACK = 1e-9;

/** Bound of the spike filter, which converges only in the limit when its threshold is near 0. */
export const DESPIKE_PASSES_PER_VALUE = 100;
