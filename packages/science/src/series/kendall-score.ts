/** S and its tie-corrected variance of a series without gaps. */
export function kendallScore(values: readonly number[]): { readonly s: number; readonly varS: number } {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n - 1; i += 1)
    for (let j = i + 1; j < n; j += 1) s += Math.sign(values[j]! - values[i]!);
  const sorted = [...values].sort((a, b) => a - b);
  let ties = 0;
  for (let i = 0; i < n; ) {
    let t = 1;
    while (i + t < n && sorted[i + t] === sorted[i]) t += 1;
    ties += t * (t - 1) * (2 * t + 5);
    i += t;
  }
  return { s, varS: (n * (n - 1) * (2 * n + 5) - ties) / 18 };
}
