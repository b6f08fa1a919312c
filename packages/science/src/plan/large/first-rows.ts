import type { LargeProblem, RowAccounts } from './large-problem.ts';

/**
 * The same problem without the rows from `count` on: what it allows is more, so its bound holds for the whole. Accounts that count
 * in one of them count in no other row and come last.
 */
export function firstRows(problem: LargeProblem, count: number): LargeProblem {
  if (count >= problem.rows.length) return problem;
  const accounts = problem.accounts === undefined ? null : firstAccounts(problem.accounts, count);
  const kept = accounts === null ? count : accounts.count;
  return {
    ...problem,
    rows: problem.rows.slice(0, count),
    ...(accounts === null ? {} : { accounts }),
    fill(unit, into) {
      const options = problem.fill(unit, into);
      const { starts, rows, amounts } = into;
      let [from, end] = [0, 0];
      for (let o = 0; o < options; o += 1) {
        const until = starts[o + 1]!;
        for (let e = from; e < until; e += 1) {
          if (rows[e]! >= kept) continue;
          rows[end] = rows[e]!;
          amounts[end] = amounts[e]!;
          end += 1;
        }
        from = until;
        starts[o + 1] = end;
      }
      return options;
    },
  };
}

/** Accounts before the first that counts in a row from `count` on. */
function firstAccounts({ starts, rows, shares, count: all }: RowAccounts, count: number): RowAccounts {
  let kept = 0;
  while (kept < all && rows.subarray(starts[kept]!, starts[kept + 1]!).every((row) => row < count)) kept += 1;
  return { count: kept, starts: starts.subarray(0, kept + 1), rows, shares };
}
