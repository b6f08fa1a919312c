/**
 * Fewest letters to add, drop or change to make `b` of `a` (Levenshtein), or `limit + 1` once it is more than `limit`. Only the band
 * of the table that can stay within the limit is computed, so time grows with length x limit.
 * @source Levenshtein (1966), Soviet Physics Doklady 10, 707-710
 */
export function editDistance(a: string, b: string, limit: number): number {
  const [n, m] = [a.length, b.length];
  const over = limit + 1;
  if (Math.abs(n - m) > limit) return over;
  let row = new Int32Array(m + 1);
  let next = new Int32Array(m + 1);
  for (let j = 0; j <= m; j += 1) row[j] = j <= limit ? j : over;
  for (let i = 1; i <= n; i += 1) {
    const from = Math.max(1, i - limit);
    const to = Math.min(m, i + limit);
    next[from - 1] = from === 1 && i <= limit ? i : over;
    if (to < m) next[to + 1] = over;
    const code = a.charCodeAt(i - 1);
    let least = next[from - 1]!;
    for (let j = from; j <= to; j += 1) {
      const change = row[j - 1]! + (b.charCodeAt(j - 1) === code ? 0 : 1);
      const here = Math.min(change, row[j]! + 1, next[j - 1]! + 1, over);
      next[j] = here;
      if (here < least) least = here;
    }
    if (least > limit) return over;
    [row, next] = [next, row];
  }
  return row[m]!;
}
