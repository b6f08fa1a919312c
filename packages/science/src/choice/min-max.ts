/** Which way is better; `inside`: within a range, worse the farther outside. */
export type Direction = 'low' | 'high' | { readonly inside: readonly [low: number, high: number] };

/**
 * Values of one indicator over the alternatives on a scale from 0 (worst at hand) to 1 (best at hand):
 * (v - min) / (max - min) where high is better, (max - v) / (max - min) where low is. `inside` first turns a value
 * into its distance from the range, of which low is better.
 *
 * @param values null where unknown, else finite
 * @returns same order; null stays null. All alike is 1: nobody can do better among these
 */
export function minMax(values: readonly (number | null)[], better: Direction): (number | null)[] {
  const sign = better === 'high' ? 1 : -1;
  const goodness = values.map((value) => {
    if (value === null) return null;
    if (typeof better === 'string') return sign * value;
    return -Math.max(better.inside[0] - value, value - better.inside[1], 0);
  });
  let [min, max] = [Infinity, -Infinity];
  for (const value of goodness) {
    if (value === null) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return goodness.map((value) => (value === null ? null : max === min ? 1 : (value - min) / (max - min)));
}
