import { AftermineError, type MessageParam, unknown } from '../base/index.ts';
import { changesOf } from './changes.ts';
import { checkYears } from './segment-block.ts';
import { loadSeries, rootMeanSquare, SEGMENT_STATUS, segmentLoaded } from './segment-kernel.ts';
import { checkSegmentParameters, type SegmentParameters } from './segment-parameters.ts';
import { createSegmentWorkspace, SCALAR } from './segment-workspace.ts';
import type { Change, LossDirection, Observation, Vertex } from './types.ts';

/** The trajectory of one series, as `series segment --json` prints it. */
export interface SegmentedSeries {
  /** `fitted`: segments that explain the series; `flat`: none do, one level; `unknown`: too few years. */
  readonly status: 'fitted' | 'flat' | 'unknown';
  /** Why the status is unknown: a catalogue key without its `unknown.` prefix, and what fills its text. */
  readonly reason?: string;
  readonly reasonParams?: Readonly<Record<string, MessageParam>>;
  /** Mean of the observed values; null for an empty series. */
  readonly mean: number | null;
  readonly vertices: readonly Vertex[];
  /** One entry for every year of the span; empty where the status is unknown. */
  readonly fitted: readonly Vertex[];
  /** p of the fitted model; 1 where the status is unknown. */
  readonly pValue: number;
  /** Root mean square of observed minus fitted; null where the status is unknown. */
  readonly rmse: number | null;
  readonly disturbances: readonly Change[];
  readonly recoveries: readonly Change[];
}

export interface SegmentTrajectoryOptions {
  /** Which direction is a loss; `down` (the default) for NDVI, NBR, RSEI. */
  readonly loss?: LossDirection;
  /** Years the trajectory has to cover; default: from the first to the last observation. */
  readonly span?: { readonly from: number; readonly to: number };
  /** Neighbouring segments of one direction are one change (the default). */
  readonly collapse?: boolean;
}

/**
 * Segments one series with the fast kernel and reads its disturbances and recoveries from the vertices.
 * @param observations in any order, each year at most once; gaps are simply absent.
 * @throws AftermineError E-SER-001 parameters, E-SER-003 years, E-SER-004 a value that is no usable number.
 * @source Kennedy, Yang and Cohen 2010, doi:10.1016/j.rse.2010.07.008
 */
export function segmentTrajectory(
  observations: readonly Observation[],
  parameters: SegmentParameters,
  options: SegmentTrajectoryOptions = {},
): SegmentedSeries {
  checkSegmentParameters(parameters);
  const sorted = [...observations].sort((a, b) => a.year - b.year);
  const mean = sorted.length === 0 ? null : sorted.reduce((sum, { value }) => sum + value, 0) / sorted.length;
  const known = sorted.map((observation) => observation.year);
  if (known.length > 1) checkYears(known);
  sorted.forEach(({ year, value }) => {
    // Beyond 1e100 squares would overflow; no index comes near.
    if (!(Math.abs(value) <= 1e100)) {
      throw new AftermineError('InvalidInput', 'E-SER-004', { where: String(year), got: String(value) });
    }
  });
  if (sorted.length < parameters.minObservations) {
    const why = unknown('too-few-observations', {
      got: sorted.length,
      needed: parameters.minObservations,
      mean,
    });
    return {
      status: 'unknown',
      reason: why.reason,
      reasonParams: why.params ?? {},
      mean,
      vertices: [],
      fitted: [],
      pValue: 1,
      rmse: null,
      disturbances: [],
      recoveries: [],
    };
  }

  const first = Math.min(known[0]!, options.span?.from ?? Number.POSITIVE_INFINITY);
  const last = Math.max(known[known.length - 1]!, options.span?.to ?? Number.NEGATIVE_INFINITY);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  checkYears(years);
  const input = new Float64Array(years.length).fill(Number.NaN);
  for (const { year, value } of sorted) input[year - first] = value;
  const sign = options.loss === 'up' ? 1 : -1;
  const workspace = createSegmentWorkspace(years, parameters);
  const n = loadSeries(workspace, input, 0, sign);
  const status = segmentLoaded(workspace, n) === SEGMENT_STATUS.flat ? 'flat' : 'fitted';
  const vertices = Array.from({ length: workspace.scalars[SCALAR.count]! }, (_, i) => ({
    year: first + workspace.outX[i]!,
    value: sign * workspace.outValues[i]! + 0,
  }));
  const rmse = rootMeanSquare(workspace, n);
  const { loss = 'down', collapse = true } = options;
  return {
    status,
    mean,
    vertices,
    fitted: fittedYears(vertices, years),
    pValue: workspace.scalars[SCALAR.pValue]!,
    rmse,
    ...changesOf(vertices, { loss, collapse, rmse }),
  };
}

/** Straight lines between the vertices, at every year. */
function fittedYears(vertices: readonly Vertex[], years: readonly number[]): Vertex[] {
  let s = 0;
  return years.map((year) => {
    while (year > vertices[s + 1]!.year) s++;
    const from = vertices[s]!;
    const to = vertices[s + 1]!;
    const slope = (to.value - from.value) / (to.year - from.year);
    return { year, value: year === to.year ? to.value : from.value + slope * (year - from.year) };
  });
}
