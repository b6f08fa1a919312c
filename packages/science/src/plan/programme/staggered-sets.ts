/** Most rows of this kind; beyond it only those with one step are kept. */
const MOST = 400;

/**
 * Where unused money carries over, the sets of `bindingSets` alone let money be spent before it comes: what an earmarked fund will
 * hold in the third year is no help to the first, yet it frees a general fund on paper. What shares money out in time is Gale's
 * condition over funds and years together. For last years u_f, one for each fund, with S_t the funds whose last year is t or later:
 *
 *     sum over t of what only funds of S_t may pay in t  <=  sum over f of all that f receives up to u_f
 *
 * One row for each choice of u in which every S_t is a union of sets that some line may be paid from. Left out are those that the
 * chains of `bindingSets` say already (one last year for all) and those implied by another (a later last year adds no money).
 *
 * @param eligible masks over the funds, one for each kind of line
 * @param amounts by fund, then by year of the programme
 * @returns for each row the last year of each fund, as a place among the years; -1: none of it
 */
export function staggeredSets(
  eligible: Iterable<number>,
  amounts: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const unions = new Set<number>([0]);
  for (const mask of new Set(eligible)) for (const known of [...unions]) unions.add(known | mask);
  const sets = [...unions].sort((a, b) => a - b);
  const years = amounts[0]?.length ?? 0;
  const rows = chains(sets, unions, amounts, years, Number.POSITIVE_INFINITY);
  return rows.length > MOST ? chains(sets, unions, amounts, years, 1).slice(0, MOST) : rows;
}

/** Falling sequences of sets, one for each year, that change from one kept set to another at most `steps` times. */
function chains(
  sets: readonly number[],
  unions: ReadonlySet<number>,
  amounts: readonly (readonly number[])[],
  years: number,
  steps: number,
): readonly (readonly number[])[] {
  const rows: number[][] = [];
  const walk = (chain: readonly number[], changes: number): void => {
    if (rows.length > MOST) return;
    if (chain.length === years) {
      const until = amounts.map((_, f) => chain.reduce((last, set, t) => (has(set, f) ? t : last), -1));
      if (new Set(until.filter((last) => last >= 0)).size > 1 && !isImplied(until, unions, amounts))
        rows.push(until);
      return;
    }
    const before = chain.at(-1);
    for (const set of sets) {
      if (before !== undefined && (before & set) !== set) continue;
      const changed = before !== undefined && before !== set && set !== 0 ? changes + 1 : changes;
      if (changed <= steps) walk([...chain, set], changed);
    }
  };
  walk([], 0);
  return rows;
}

/** True where a fund could be given one more year that brings it no money: that row asks for as much and more. */
function isImplied(
  until: readonly number[],
  unions: ReadonlySet<number>,
  amounts: readonly (readonly number[])[],
): boolean {
  return until.some((last, f) => {
    const next = amounts[f]![last + 1];
    if (next === undefined || next > 0) return false;
    let set = 1 << f;
    until.forEach((other, g) => {
      if (other > last) set |= 1 << g;
    });
    return unions.has(set);
  });
}

function has(set: number, fund: number): boolean {
  return (set & (1 << fund)) !== 0;
}
