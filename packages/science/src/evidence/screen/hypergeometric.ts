/**
 * Chance of k or fewer hits among n drawn without replacement from N of which K are hits:
 *
 *     P(X <= k) = sum over i <= k of C(K, i) C(N - K, n - i) / C(N, n)
 *
 * @param lnFactorial ln(i!) for i = 0 .. N at least, by `lnFactorials`
 */
export function hypergeometricAtMost(
  hits: number,
  draw: { readonly population: number; readonly hitsInPopulation: number; readonly drawn: number },
  lnFactorial: Float64Array,
): number {
  const { population, hitsInPopulation, drawn } = draw;
  if (hits >= Math.min(hitsInPopulation, drawn)) return 1;
  const lnChoose = (n: number, k: number): number => lnFactorial[n]! - lnFactorial[k]! - lnFactorial[n - k]!;
  const all = lnChoose(population, drawn);
  let sum = 0;
  // fewer hits than this leave no room for the others
  for (let i = Math.max(0, drawn - (population - hitsInPopulation)); i <= hits; i += 1)
    sum += Math.exp(lnChoose(hitsInPopulation, i) + lnChoose(population - hitsInPopulation, drawn - i) - all);
  return Math.min(sum, 1);
}

/** ln(i!) for i = 0 .. most. */
export function lnFactorials(most: number): Float64Array {
  const values = new Float64Array(most + 1);
  for (let i = 2; i <= most; i += 1) values[i] = values[i - 1]! + Math.log(i);
  return values;
}
