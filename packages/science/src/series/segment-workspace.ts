import type { SegmentParameters } from './segment-parameters.ts';

/** Slots of `SegmentWorkspace.scalars`: numbers that steps of the kernel hand to each other unboxed. */
export const SCALAR = { totalSquares: 0, pValue: 1, rawMean: 2, count: 3 } as const;

/**
 * Scratch memory of the segmentation kernel, made once per block and reused for every pixel: no pixel
 * allocates. Losses are positive inside. Prefix sums have one entry more than there are observations;
 * those of y are taken on `y - y0` (`y0` the first value), which keeps them small and exact for whole numbers.
 */
export interface SegmentWorkspace {
  readonly parameters: SegmentParameters;
  /** Most vertices of a fitted trajectory. */
  readonly maxVertices: number;
  /** x of every year of the span, its prefix sums of x and x squared: shared by all series without gaps. */
  readonly spanX: Float64Array;
  readonly spanPx: Float64Array;
  readonly spanPxx: Float64Array;
  /** The same for the valid years of the series at hand. */
  readonly gapX: Float64Array;
  readonly gapPx: Float64Array;
  readonly gapPxx: Float64Array;
  /** Whichever of the two holds for the series at hand. */
  x: Float64Array;
  px: Float64Array;
  pxx: Float64Array;
  /** Values as they came, and as the despiking and the recovery rule leave them. */
  readonly raw: Float64Array;
  readonly y: Float64Array;
  readonly py: Float64Array;
  readonly pxy: Float64Array;
  readonly pyy: Float64Array;
  /** Share of a spike above its neighbours, per observation. */
  readonly spike: Float64Array;
  /** Candidate vertices (observation positions), the score of the segment that starts at each, scaled y. */
  readonly vertices: Int32Array;
  readonly score: Float64Array;
  readonly scaled: Float64Array;
  /** The set of vertices being fitted. */
  readonly set: Int32Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly errors: Float64Array;
  readonly costs: Float64Array;
  /** Tridiagonal normal equations of the joint fit. */
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  readonly right: Float64Array;
  /** Models of a ladder: model m has (culled vertices - m) vertices, stored at m * maxVertices. */
  readonly modelVertices: Int32Array;
  readonly modelValues: Float64Array;
  readonly modelP: Float64Array;
  /** The answer: x from the start of the span and fitted value (losses positive); room for the two ends. */
  readonly outX: Float64Array;
  readonly outValues: Float64Array;
  readonly scalars: Float64Array;
}

/**
 * Makes the scratch memory for series over `years`.
 * @param years every year of the span, strictly ascending.
 */
export function createSegmentWorkspace(years: ArrayLike<number>, parameters: SegmentParameters): SegmentWorkspace {
  const length = years.length;
  const maxVertices = parameters.maxSegments + 1;
  const candidates = Math.max(2, maxVertices + parameters.vertexCountOvershoot) + 1;
  const perYear = (): Float64Array => new Float64Array(length);
  const prefix = (): Float64Array => new Float64Array(length + 1);
  const perVertex = (): Float64Array => new Float64Array(maxVertices + 2);
  const spanX = perYear();
  const spanPx = prefix();
  const spanPxx = prefix();
  for (let i = 0; i < length; i++) {
    const x = years[i]! - years[0]!;
    spanX[i] = x;
    spanPx[i + 1] = spanPx[i]! + x;
    spanPxx[i + 1] = spanPxx[i]! + x * x;
  }
  return {
    parameters,
    maxVertices,
    spanX,
    spanPx,
    spanPxx,
    gapX: perYear(),
    gapPx: prefix(),
    gapPxx: prefix(),
    x: spanX,
    px: spanPx,
    pxx: spanPxx,
    raw: perYear(),
    y: perYear(),
    py: prefix(),
    pxy: prefix(),
    pyy: prefix(),
    spike: perYear(),
    vertices: new Int32Array(candidates),
    score: new Float64Array(candidates),
    scaled: new Float64Array(candidates),
    set: new Int32Array(maxVertices + 2),
    values: perVertex(),
    slopes: perVertex(),
    errors: perVertex(),
    costs: perVertex(),
    diagonal: perVertex(),
    offDiagonal: perVertex(),
    right: perVertex(),
    modelVertices: new Int32Array(maxVertices * maxVertices),
    modelValues: new Float64Array(maxVertices * maxVertices),
    modelP: new Float64Array(maxVertices),
    outX: perVertex(),
    outValues: perVertex(),
    scalars: new Float64Array(4),
  };
}
