import { isMoney } from '../explain/explain-units.ts';
import { readyMonth } from '../price/bill-of-package.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';
import type { CashYear } from '../result.ts';
import { LIKELY } from '../value/option-outcome.ts';

/** Who pays what the concession pays, and earns what it earns. */
export const CONCESSION = 'concession';

/** A payment and the funds that may make it. */
interface Payment {
  readonly year: number;
  readonly cost: number;
  readonly kind: 'works' | 'upkeep' | 'capital';
  readonly funds: readonly number[];
  readonly concession: boolean;
}

/**
 * Money year by year over the horizon: what is spent, what comes in (less what running the end uses costs), and from which fund
 * each public payment is met. Payments with fewest funds are met first, from the fund with the narrowest purpose, oldest money
 * first; money of a year that is left may be spent later where the programme carries over, and upkeep after the programme is met
 * from what its last year set aside. What no fund meets is `uncovered`.
 */
export function cashFlow(
  programme: Programme,
  chosen: readonly ProgrammeOption[],
  works: readonly { readonly id: string; readonly year: number; readonly cost: number }[],
): readonly CashYear[] {
  const { start, horizon, funds } = programme;
  const count = horizon;
  const sums = Array.from({ length: count }, () => ({ works: 0, upkeep: 0, capital: 0, revenue: 0 }));
  const payments: Payment[] = [];
  for (const option of chosen) {
    const { candidate, year } = option;
    for (const line of candidate.bill) {
      const at = year + line.offset - start;
      if (at >= count) continue;
      const cost = line.quantity * LIKELY.costOf(line.item);
      const kind = line.kind === 'haul' ? 'works' : line.kind;
      sums[at]![kind] += cost;
      payments.push({
        year: at,
        cost,
        kind,
        concession: line.payer === 'concession',
        funds: funds.flatMap((fund, i) => (fund.pays(candidate, line) ? [i] : [])),
      });
    }
    const { use } = candidate.one;
    const first = Math.ceil(year - start + readyMonth(candidate.tasks) / 12 + (use.revenue?.fromYear ?? 0));
    const yearly = (use.revenue?.perHaYear[1] ?? 0) - (use.operating?.perHaYear ?? 0);
    for (let t = first; t < count; t += 1) sums[t]!.revenue += candidate.unit.areaHa * yearly;
  }
  for (const { year, cost } of works) {
    sums[year - start]!.works += cost;
    payments.push({
      year: year - start,
      cost,
      kind: 'works',
      concession: false,
      funds: funds.map((_, i) => i),
    });
  }
  const met = meet(payments, programme, count);
  return sums.map((sum, t): CashYear => {
    const sources = met.sources[t]!;
    const paid = Object.values(sources).reduce((a, b) => a + b, 0);
    return {
      year: start + t,
      ...sum,
      sources,
      uncovered: met.uncovered[t]!,
      balance: paid + sum.revenue - sum.works - sum.upkeep - sum.capital,
    };
  });
}

function meet(
  payments: readonly Payment[],
  { funds, start, years, carryOver }: Programme,
  count: number,
): { readonly sources: readonly Record<string, number>[]; readonly uncovered: readonly number[] } {
  const carries = carryOver.some((chain) => chain.some(isMoney));
  const last = years.length - 1;
  const left = funds.map(({ amounts }) =>
    Array.from({ length: count }, (_, t) => amounts.get(start + t) ?? 0),
  );
  // The narrower the purpose, the fewer payments a fund may meet.
  const reach = funds.map((_, i) =>
    payments.reduce((sum, one) => (one.funds.includes(i) ? sum + one.cost : sum), 0),
  );
  const sources = Array.from({ length: count }, (): Record<string, number> => ({}));
  const uncovered = new Array<number>(count).fill(0);
  const order = [...payments].sort(
    (a, b) => a.year - b.year || a.funds.length - b.funds.length || b.cost - a.cost,
  );
  for (const { year, cost, funds: may, concession } of order) {
    if (concession) {
      sources[year]![CONCESSION] = (sources[year]![CONCESSION] ?? 0) + cost;
      continue;
    }
    let due = cost;
    for (const i of [...may].sort((a, b) => reach[a]! - reach[b]! || a - b)) {
      for (let t = carries ? 0 : Math.min(year, last); t <= year && due > 0; t += 1) {
        const paid = Math.min(due, left[i]![t]!);
        if (paid <= 0) continue;
        left[i]![t]! -= paid;
        due -= paid;
        sources[year]![funds[i]!.id] = (sources[year]![funds[i]!.id] ?? 0) + paid;
      }
    }
    // Rounding of sums is no debt.
    if (due > 1e-6 * Math.max(1, cost)) uncovered[year]! += due;
  }
  return { sources, uncovered };
}
