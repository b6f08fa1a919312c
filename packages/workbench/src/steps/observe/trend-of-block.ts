import { trendBlock } from '@aftermine/science/series';

/** Slope per year and p of every pixel. */
export interface BlockTrend {
  readonly slope: Float32Array;
  readonly p: Float32Array;
}

/** Trend of every pixel of a block; NaN where there are too few years. */
export function trendOfBlock(series: Float32Array, years: Int32Array): BlockTrend {
  const { slope, p } = trendBlock(series, years);
  return { slope, p };
}
