/**
 * Quantile of weighted values: the smallest value up to which the weights reach the share; halfway to the next where they reach it
 * exactly. With equal weights the median is the usual one.
 *
 * @param values finite, at least one
 * @param weights > 0, by value
 * @param share 0 < share < 1
 */
export function weightedQuantile(
  values: readonly number[],
  weights: readonly number[],
  share: number,
): number {
  const order = values.map((value, i) => ({ value, weight: weights[i]! })).sort((a, b) => a.value - b.value);
  const goal = share * order.reduce((sum, { weight }) => sum + weight, 0);
  const slack = 1e-12 * goal;
  let reached = 0;
  for (const [i, { value, weight }] of order.entries()) {
    reached += weight;
    if (reached > goal + slack) return value;
    if (reached >= goal - slack) return (value + (order[i + 1]?.value ?? value)) / 2;
  }
  return order.at(-1)!.value;
}
