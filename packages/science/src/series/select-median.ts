/**
 * Median of the first `n` values, which are reordered: Hoare's selection with the median of three as pivot, then
 * for an even count the greatest of the lower half. No allocation.
 */
export function medianInPlace(values: Float64Array, n: number): number {
  const k = n >> 1;
  let left = 0;
  let right = n - 1;
  while (right > left) {
    const middle = (left + right) >> 1;
    const a = values[left]!;
    const b = values[middle]!;
    const c = values[right]!;
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
      if (i <= j) {
        const swap = values[i]!;
        values[i] = values[j]!;
        values[j] = swap;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  const upper = values[k]!;
  if (n % 2 === 1) return upper;
  let lower = values[0]!;
  for (let i = 1; i < k; i += 1) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}
