import { chargeFunds, type Fund, type PlanResult } from '../../plan/index.ts';

/** Money below which a row counts as met: rounding of bills. */
const ROUNDING = 1e-6;

/**
 * A purse of the money that a plan leaves over in a year: takes a cost and says yes, or leaves things as they are where what is planned
 * would have to make room. A cost is charged as the plan will be charged with it, and no row of money may be passed by what is planned.
 *
 * @param rows of the plan in force, short by what corrective works took so far
 * @param funds with what corrective works took so far taken out; without funds everything can be paid
 */
export function moneyLeftOver(
  { rows, currency }: Pick<PlanResult, 'rows' | 'currency'>,
  funds: readonly Fund[],
  year: number,
  carries: boolean,
): (cost: number) => boolean {
  const money = rows.flatMap(({ id, limit, used, measure, sense }) =>
    measure === currency && sense === '<=' ? [{ over: limit - used, ...placesOf(id, funds) }] : [],
  );
  let held = funds;
  return (cost) => {
    if (funds.length === 0) return true;
    const { funds: after, uncovered } = chargeFunds(held, [{ year, cost }], carries);
    if (uncovered > ROUNDING) return false;
    const taken = (f: number, at: number): number =>
      (funds[f]!.amounts.get(at) ?? 0) - (after[f]!.amounts.get(at) ?? 0);
    const chains = new Map<string, { readonly left: number; readonly hit: number }>();
    for (const { over, chain, places } of money) {
      const before = (chain !== null && carries ? chains.get(chain) : undefined) ?? { left: 0, hit: 0 };
      const hit = places.reduce((sum, [f, at]) => sum + taken(f, at), before.hit);
      const left = before.left + over - (hit - before.hit);
      if (hit > 0 && left < -ROUNDING) return false;
      if (chain !== null) chains.set(chain, { left, hit });
    }
    held = after;
    return true;
  };
}

/** Funds and years whose money a row counts, by its name; one that cannot be read counts all of it. */
function placesOf(
  id: string,
  funds: readonly Fund[],
): { readonly chain: string | null; readonly places: readonly (readonly [fund: number, year: number])[] } {
  const years = [...new Set(funds.flatMap(({ amounts }) => [...amounts.keys()]))];
  const everything = funds.flatMap((_, f) => years.map((year) => [f, year] as const));
  const [, label, at] = /^(.*):(\d{4})$/.exec(id) ?? [];
  const parts = (label ?? id).replace(/^funds-/, '').split('+');
  if (label === 'budget') return { chain: label, places: funds.map((_, f) => [f, Number(at)] as const) };
  const members = parts.map((part) => {
    const [name, until] = label === undefined ? part.split('@') : [part, at];
    return { fund: funds.findIndex((fund) => fund.id === name), until: Number(until) };
  });
  if (members.some(({ fund, until }) => fund < 0 || !Number.isFinite(until)))
    return { chain: null, places: everything };
  return {
    chain: label ?? null,
    places: members.flatMap(({ fund, until }) =>
      years.flatMap((year) =>
        (label === undefined ? year <= until : year === until) ? [[fund, year] as const] : [],
      ),
    ),
  };
}
