/**
 * Autocorrelations r_0 .. r_lags: r_k = sum (v_t - m)(v_(t+k) - m) / sum (v_t - m)^2. A constant series has 0 beyond r_0.
 */
export function autocorrelation(values: readonly number[], lags: number): number[] {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const centred = values.map((value) => value - mean);
  const product = (k: number): number => {
    let sum = 0;
    for (let i = 0; i + k < n; i += 1) sum += centred[i]! * centred[i + k]!;
    return sum;
  };
  const zero = product(0);
  return Array.from({ length: lags + 1 }, (_, k) => (k === 0 ? 1 : zero === 0 ? 0 : product(k) / zero));
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const out = new Array<number>(values.length);
  for (let i = 0; i < order.length; ) {
    let t = 1;
    while (i + t < order.length && values[order[i + t]!] === values[order[i]!]) t += 1;
    for (let k = 0; k < t; k += 1) out[order[i + k]!] = i + (t + 1) / 2;
    i += t;
  }
  return out;
}
