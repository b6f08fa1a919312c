import { logGamma } from './log-gamma.ts';

/**
 * Regularised upper incomplete gamma function Q(a, x): by the series of its complement below x = a + 1, by continued fraction
 * above, so that a small tail keeps its digits.
 *
 * @param a > 0
 * @param x >= 0
 * @source DLMF 8.7.1, 8.9.2 (doi:10.1017/9781108951388); continued fraction by Lentz, doi:10.1364/AO.15.000668
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17 && n < 10_000; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 10_000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * result;
}
