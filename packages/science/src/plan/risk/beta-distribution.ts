/**
 * Distribution function of the beta distribution, the regularised incomplete beta function I_x(a, b), by its continued
 * fraction; |error| < 1e-12 for a, b up to 1000.
 *
 * @param x 0..1
 * @source DLMF 8.17.22, https://dlmf.nist.gov/8.17 (evaluated by the modified Lentz method)
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  let [c, d] = [1, 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return (front * fraction) / a;
}

/**
 * The quantile of the beta distribution: Newton steps on `betaCdf`, halving instead where a step would leave the
 * interval known to hold it; |error| < 1e-13.
 *
 * @param p 0..1
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  let [low, high, x] = [0, 1, a / (a + b)];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const excess = betaCdf(x, a, b) - p;
    if (excess < 0) low = x;
    else high = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
    const next = x - excess / density;
    const before = x;
    x = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(x - before) <= 1e-16 + 1e-15 * x) break;
  }
  return x;
}

/** Enough for halving alone to reach the last bit. */
const MOST_STEPS = 200;
const MOST_TERMS = 1000;

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** ln Gamma(x), x > 0: Stirling's series (DLMF 5.11.1) from 10 on, brought there by Gamma(x + 1) = x Gamma(x). */
function logGamma(x: number): number {
  let [shift, y] = [0, x];
  for (; y < 10; y += 1) shift += Math.log(y);
  const inverse = 1 / (y * y);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188))))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
