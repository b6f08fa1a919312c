import type { LargeProblem } from './large-problem.ts';

/** The same problem without the rows from `count` on: what it allows is more, so its bound holds for the whole. */
export function firstRows(problem: LargeProblem, count: number): LargeProblem {
  if (count >= problem.rows.length) return problem;
  return {
    ...problem,
    rows: problem.rows.slice(0, count),
    fill(unit, into) {
      const options = problem.fill(unit, into);
      const { starts, rows, amounts } = into;
      let [from, kept] = [0, 0];
      for (let o = 0; o < options; o += 1) {
        const end = starts[o + 1]!;
        for (let e = from; e < end; e += 1) {
          if (rows[e]! >= count) continue;
          rows[kept] = rows[e]!;
          amounts[kept] = amounts[e]!;
          kept += 1;
        }
        from = end;
        starts[o + 1] = kept;
      }
      return options;
    },
  };
}
