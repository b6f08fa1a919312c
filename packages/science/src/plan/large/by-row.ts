import { type LargeProblem, optionBuffer } from './large-problem.ts';

/** The same problem with entries by row, each row once in an option. */
export function byRow(problem: LargeProblem): LargeProblem {
  const { accounts } = problem;
  if (accounts === undefined) return problem;
  const { starts: from, rows: rowsOf, shares } = accounts;
  const own = optionBuffer(problem);
  const places = new Int32Array(problem.rows.length).fill(-1);
  const { accounts: _, ...rest } = problem;
  return {
    ...rest,
    mostEntries: problem.mostOptions * problem.rows.length,
    fill(unit, { values, starts, rows, amounts }) {
      const count = problem.fill(unit, own);
      let end = 0;
      for (let o = 0; o < count; o += 1) {
        values[o] = own.values[o]!;
        const first = end;
        starts[o] = first;
        for (let e = own.starts[o]!; e < own.starts[o + 1]!; e += 1) {
          const account = own.rows[e]!;
          const amount = own.amounts[e]!;
          for (let k = from[account]!; k < from[account + 1]!; k += 1) {
            const row = rowsOf[k]!;
            let at = places[row]!;
            if (at < first) {
              at = end;
              places[row] = at;
              rows[at] = row;
              amounts[at] = 0;
              end += 1;
            }
            amounts[at]! += amount * shares[k]!;
          }
        }
        // A place of this option may look like one of the next unit.
        for (let e = first; e < end; e += 1) places[rows[e]!] = -1;
      }
      starts[count] = end;
      return count;
    },
  };
}
