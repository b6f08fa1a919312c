/**
 * Distribution function of the standard normal, P(Z <= z), to better than 1e-12 relative.
 *
 * P = erfc(-z / sqrt 2) / 2; erfc by its series below 2.5 and its continued fraction above.
 *
 * @source Abramowitz and Stegun 7.1.5, 7.1.14
 */
export function normalCdf(z: number): number {
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
}

/** Two-sided p of a standard normal statistic: P(|Z| >= |z|). */
export function normalTwoSidedP(z: number): number {
  return 2 * upperTail(Math.abs(z));
}

const SWITCH = 2.5;

function upperTail(z: number): number {
  const x = z / Math.SQRT2;
  if (x < SWITCH) {
    // erf(x) = 2 / sqrt(pi) * exp(-x^2) * sum 2^n x^(2n+1) / (1 3 5 ... (2n+1)): all terms positive
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17 && n < 200; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 0.5 * (1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum);
  }
  // erfc(x) = exp(-x^2) / sqrt(pi) * 1 / (x + (1/2) / (x + 1 / (x + (3/2) / (x + ...)))), from the inside out
  let fraction = x;
  for (let n = 120; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return (0.5 * Math.exp(-x * x)) / (Math.sqrt(Math.PI) * fraction);
}

/**
 * The quantile of the standard normal, by Newton steps on `normalCdf` from a rational start; |error| < 1e-13.
 *
 * @param p 0 < p < 1
 * @source start: Abramowitz and Stegun 26.2.23
 */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (let step = 0; step < 4; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    z += (upperTail(z) - tail) / density;
  }
  return p < 0.5 ? -z : z;
}
