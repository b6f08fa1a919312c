import type { Change, LossDirection, Vertex } from './types.ts';

export interface ChangeOptions {
  /** Which direction is a loss; `down` (the default) for NDVI, NBR, RSEI. */
  readonly loss?: LossDirection;
  /** Report neighbouring segments of one direction as one change (the default), else each segment alone. */
  readonly collapse?: boolean;
  /** Root mean square residual of the fit, for the signal-to-noise ratio; null when it is not known. */
  readonly rmse?: number | null;
  /** Changes whose magnitude is smaller in absolute value are left out. */
  readonly minMagnitude?: number;
}

/**
 * Every disturbance and every recovery of a fitted trajectory, in order of time.
 * `magnitude = fitted end - fitted start`, `rate = magnitude / duration`, `dsnr = |magnitude| / rmse`.
 * Level segments are neither and end a run.
 * @param vertices fitted vertices in order of year, values in the units of the series.
 * @source Kennedy, Yang and Cohen 2010, doi:10.1016/j.rse.2010.07.008
 */
export function changesOf(
  vertices: readonly Vertex[],
  options: ChangeOptions = {},
): { readonly disturbances: readonly Change[]; readonly recoveries: readonly Change[] } {
  const { loss = 'down', collapse = true, rmse = null, minMagnitude = 0 } = options;
  const lossSign = loss === 'down' ? -1 : 1;
  const disturbances: Change[] = [];
  const recoveries: Change[] = [];
  for (let from = 0; from < vertices.length - 1; ) {
    const direction = directionOf(vertices, from);
    let to = from + 1;
    while (collapse && direction !== 0 && to < vertices.length - 1 && directionOf(vertices, to) === direction)
      to++;
    const change = changeBetween(vertices[from]!, vertices[to]!, rmse);
    if (direction !== 0 && Math.abs(change.magnitude) >= minMagnitude) {
      (direction === lossSign ? disturbances : recoveries).push(change);
    }
    from = to;
  }
  return { disturbances, recoveries };
}

/** The change of greatest magnitude, the earliest of equals; undefined when there is none. */
export function greatestChange(changes: readonly Change[]): Change | undefined {
  return changes.reduce<Change | undefined>(
    (best, change) =>
      best === undefined || Math.abs(change.magnitude) > Math.abs(best.magnitude) ? change : best,
    undefined,
  );
}

/** The year a change is first seen in: the one after the vertex it starts from (the LT-GEE convention). */
export function yearOfDetection(change: Change): number {
  return change.startYear + 1;
}

/**
 * The year after the largest fitted one-year loss, which is the year of detection of the steepest loss
 * segment; undefined when nothing is lost. Earth Engine's disturbance maps often use this definition.
 */
export function yearOfSteepestLoss(
  vertices: readonly Vertex[],
  loss: LossDirection = 'down',
): number | undefined {
  const losses = changesOf(vertices, { loss, collapse: false }).disturbances;
  const steepest = losses.reduce<Change | undefined>(
    (best, change) => (best === undefined || Math.abs(change.rate) > Math.abs(best.rate) ? change : best),
    undefined,
  );
  return steepest && yearOfDetection(steepest);
}

function directionOf(vertices: readonly Vertex[], segment: number): number {
  return Math.sign(vertices[segment + 1]!.value - vertices[segment]!.value);
}

function changeBetween(start: Vertex, end: Vertex, rmse: number | null): Change {
  const magnitude = end.value - start.value;
  const duration = end.year - start.year;
  return {
    startYear: start.year,
    endYear: end.year,
    preValue: start.value,
    magnitude,
    duration,
    rate: magnitude / duration,
    dsnr: rmse === null || rmse <= Math.abs(magnitude) * 1e-9 ? null : Math.abs(magnitude) / rmse,
  };
}
