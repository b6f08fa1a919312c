import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Upper tail of the F distribution: P(F > f) = I_x(df2/2, df1/2) with x = df2 / (df2 + df1 f).
 *
 * @source DLMF 8.17 (doi:10.1017/9781108951388)
 */
export function fUpperTail(f: number, df1: number, df2: number): number {
  return f <= 0 ? 1 : incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}
