/**
 * Survival function of the F distribution: the chance of a value above `f` when there is no signal.
 * `P(F > f) = I_x(df2 / 2, df1 / 2)` with `x = df2 / (df2 + df1 f)`, I the regularised incomplete beta function.
 * @param f statistic, >= 0.
 * @param df1 degrees of freedom of the numerator, > 0.
 * @param df2 degrees of freedom of the denominator, > 0.
 * @returns probability in [0, 1], relative error below 1e-12; never rounded to zero by a subtraction.
 * @source DLMF 8.17 (doi:10.1017/9781108951388); continued fraction by Lentz, doi:10.1364/AO.15.000668
 */
export function fSurvival(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  return incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

/** 1 / i: a product is cheaper than a division. */
const RECIPROCAL = Float64Array.from({ length: 64 }, (_, i) => 1 / i);

/**
 * The same for an EVEN `df1`, from the share of the sum of squares that stays unexplained: a finite sum, no
 * iteration. With m = df1 / 2, a = df2 / 2 and x = SSres / SStot:
 * `P = x^a (1 + a (1-x) + a(a+1)/2! (1-x)^2 + ... )`, m terms.
 * @param unexplained x in [0, 1].
 * @param halfDf1 m, an integer 1 ... 64.
 * @param df2 degrees of freedom of the denominator, a positive integer.
 * @source DLMF 8.17.24 (doi:10.1017/9781108951388)
 */
export function fSurvivalEven(unexplained: number, halfDf1: number, df2: number): number {
  const a = 0.5 * df2;
  const explained = 1 - unexplained;
  let term = 1;
  let sum = 1;
  for (let i = 1; i < halfDf1; i++) {
    term *= (a + (i - 1)) * RECIPROCAL[i]! * explained;
    sum += term;
  }
  // x^(df2/2) by repeated squaring: df2 is a whole number, and this is several times faster than a power.
  let power = (df2 & 1) === 1 ? Math.sqrt(unexplained) : 1;
  let base = unexplained;
  for (let e = df2 >> 1; e > 0; e >>= 1) {
    if ((e & 1) === 1) power *= base;
    base *= base;
  }
  return power * sum;
}

/**
 * A probability as `1 - CDF` gives it in double precision: rounded to a multiple of 2^-53, exactly 0 below
 * 2^-54. The original segmentation code computes p this way and its choice of models depends on it.
 */
export function asOneMinusCdf(survival: number): number {
  return 1 - (1 - survival);
}

/** Regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The continued fraction converges fast on one side of the mean only; the other side is its complement.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Continued fraction of the incomplete beta function, modified Lentz method. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/** Lanczos coefficients for g = 7, n = 9 (relative error below 1e-13 for positive arguments). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Natural logarithm of the gamma function for z > 0. */
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z - 1 + i);
  const t = z + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}
