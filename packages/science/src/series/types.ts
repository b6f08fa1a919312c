/** One observation of a series; gaps are simply absent. */
export interface Observation {
  readonly year: number;
  readonly value: number;
}

/** A fitted vertex. */
export interface Vertex {
  readonly year: number;
  readonly value: number;
}

/** A run of fitted segments in the loss direction (or the gain direction for a recovery). */
export interface Change {
  /** Year of the vertex the change starts from (last year before the change). */
  readonly startYear: number;
  readonly endYear: number;
  /** Fitted value at the start. */
  readonly preValue: number;
  /** Fitted end minus fitted start, in units of the series; negative is a loss when losses go down. */
  readonly magnitude: number;
  /** Years. */
  readonly duration: number;
  /** Magnitude per year. */
  readonly rate: number;
  /** |magnitude| over the root mean square residual of the fit (disturbance signal to noise ratio); null if the fit is exact. */
  readonly dsnr: number | null;
}

/** `loss: 'down'`: a falling value is a loss (NDVI, NBR, RSEI); `'up'`: a rising one is (bare soil, NDBSI). */
export type LossDirection = 'down' | 'up';
