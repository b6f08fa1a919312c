import type { SegmentParameters } from './segment-parameters.ts';

/** Slots of `SegmentWorkspace.scalars`: numbers that steps of the kernel hand to each other unboxed. */
export const SCALAR = { totalSquares: 0, pValue: 1, residual: 2, count: 3, range: 4 } as const;

/**
 * Prefix sums stand side by side, `SUMS` to an observation: entry `SUMS * i + k` is the sum over the
 * observations before i of x, x squared, y, xy and y squared for k = 0 ... 4. Those of y are taken on
 * `y - y[0]`, which keeps them small, and exact for whole numbers.
 */
export const SUMS = 5;

/** Scratch memory of the segmentation kernel, made once per block: no pixel allocates. Losses are positive. */
export interface SegmentWorkspace {
  readonly parameters: SegmentParameters;
  /** Most vertices of a fitted trajectory; the row length of the models. */
  readonly maxVertices: number;
  /** x (year minus first year) of every year of the span, and sums whose x entries are theirs. */
  readonly spanX: Float64Array;
  readonly spanSums: Float64Array;
  /** The same for series with gaps. */
  readonly gapX: Float64Array;
  readonly gapSums: Float64Array;
  /** Whichever of the two holds for the series at hand. */
  x: Float64Array;
  sums: Float64Array;
  /** Raw value and working value of each valid year. */
  readonly raw: Float64Array;
  readonly y: Float64Array;
  /** 1 / k for every possible number of points: a product is several times cheaper than a division. */
  readonly inverse: Float64Array;
  /** Share of a spike above its neighbours, per observation. */
  readonly spike: Int32Array;
  /** Candidate vertices (observation positions), the score of each or of the segment after it, scaled y. */
  readonly vertices: Int32Array;
  readonly score: Float64Array;
  readonly key: Int32Array;
  readonly scaled: Float64Array;
  /** Squared error of each segment and cost of each vertex's removal, of the set being fitted. */
  readonly errors: Float64Array;
  readonly costs: Float64Array;
  /** Tridiagonal normal equations of the joint fit. */
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  readonly right: Float64Array;
  /** Model m of a ladder has (culled vertices - m) vertices, at m * maxVertices; values are above y[0]. */
  readonly modelVertices: Int32Array;
  readonly modelValues: Float64Array;
  readonly modelP: Float64Array;
  /** The answer: x from the start of the span and fitted value; room for one more than `maxVertices`. */
  readonly outX: Float64Array;
  readonly outValues: Float64Array;
  readonly scalars: Float64Array;
}

/**
 * Makes the scratch memory for series over `years`.
 * @param years every year of the span, strictly ascending.
 */
export function createSegmentWorkspace(
  years: ArrayLike<number>,
  parameters: SegmentParameters,
): SegmentWorkspace {
  const length = years.length;
  const maxVertices = parameters.maxSegments + 1;
  const candidates = maxVertices + parameters.vertexCountOvershoot + 1;
  const perYear = (): Float64Array => new Float64Array(length + 1);
  const perVertex = (): Float64Array => new Float64Array(maxVertices + 2);
  const spanX = Float64Array.from({ length }, (_, i) => years[i]! - years[0]!);
  const spanSums = new Float64Array(SUMS * (length + 1));
  sumX(spanX, spanSums, length);
  return {
    parameters,
    maxVertices,
    spanX,
    spanSums,
    gapX: perYear(),
    gapSums: new Float64Array(SUMS * (length + 1)),
    x: spanX,
    sums: spanSums,
    raw: perYear(),
    y: perYear(),
    inverse: Float64Array.from({ length: length + 1 }, (_, i) => 1 / i),
    spike: new Int32Array(length + 1),
    vertices: new Int32Array(candidates),
    score: new Float64Array(candidates),
    key: new Int32Array(candidates),
    scaled: new Float64Array(candidates),
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
    scalars: new Float64Array(5),
  };
}

/** Fills the prefix sums of x and x squared over the first n entries. */
export function sumX(x: Float64Array, sums: Float64Array, n: number): void {
  let sx = 0;
  let sxx = 0;
  for (let i = 0; i < n; i++) {
    const at = x[i]!;
    sx += at;
    sxx += at * at;
    sums[SUMS * i + SUMS] = sx;
    sums[SUMS * i + SUMS + 1] = sxx;
  }
}
