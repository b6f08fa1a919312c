import { isMoney } from '../explain/explain-units.ts';
import { readyMonth } from '../price/bill-of-package.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';
import type { CashYear } from '../result.ts';
import { newShare } from '../value/new-share.ts';
import { LIKELY } from '../value/option-outcome.ts';
import { meetPayments, type Payment } from './meet-payments.ts';

/** Who pays what the concession pays, and earns what it earns. */
export const CONCESSION = 'concession';

/**
 * Money year by year over the horizon: what is spent, what comes in (less what running the end uses costs), and from which fund
 * each public payment is met (`meetPayments`). What no fund meets is `uncovered`; without funds everything public is.
 */
export function cashFlow(
  programme: Programme,
  chosen: readonly ProgrammeOption[],
  works: readonly { readonly id: string; readonly year: number; readonly cost: number }[],
): readonly CashYear[] {
  const { start, horizon, funds } = programme;
  const count = horizon;
  const sums = Array.from({ length: count }, () => ({ works: 0, upkeep: 0, capital: 0, revenue: 0 }));
  const concession = new Array<number>(count).fill(0);
  const payments: Payment[] = [];
  for (const option of chosen) {
    const { candidate, year } = option;
    for (const line of candidate.bill) {
      const at = year + line.offset - start;
      if (at >= count) continue;
      const cost = line.quantity * LIKELY.costOf(line.item);
      const kind = line.kind === 'haul' ? 'works' : line.kind;
      sums[at]![kind] += cost;
      if (line.payer === 'concession') concession[at]! += cost;
      else
        payments.push({
          year: at,
          cost,
          funds: funds.flatMap((fund, i) => (fund.pays(candidate, line) ? [i] : [])),
        });
    }
    const { use } = candidate.one;
    const first = Math.ceil(year - start + readyMonth(candidate.tasks) / 12 + (use.revenue?.fromYear ?? 0));
    const yearly = (use.revenue?.perHaYear[1] ?? 0) - (use.operating?.perHaYear ?? 0);
    for (let t = first; t < count; t += 1)
      sums[t]!.revenue += newShare(candidate.unit, candidate.one) * candidate.unit.areaHa * yearly;
  }
  for (const { year, cost } of works) {
    if (year - start >= count) continue;
    sums[year - start]!.works += cost;
    payments.push({ year: year - start, cost, funds: funds.map((_, i) => i) });
  }
  const amounts = funds.map((fund) =>
    Array.from({ length: count }, (_, t) => fund.amounts.get(start + t) ?? 0),
  );
  const carries = programme.carryOver.some((chain) => chain.some(isMoney));
  const met = meetPayments(payments, amounts, programme.years.length - 1, carries);
  return sums.map((sum, t): CashYear => {
    const sources: Record<string, number> = {};
    if (concession[t]! > 0) sources[CONCESSION] = concession[t]!;
    funds.forEach(({ id }, f) => {
      const amount = met.paid[t]?.[f] ?? 0;
      if (amount > 0) sources[id] = amount;
    });
    const paid = Object.values(sources).reduce((a, b) => a + b, 0);
    return {
      year: start + t,
      ...sum,
      sources,
      uncovered: met.uncovered[t] ?? 0,
      balance: paid + sum.revenue - sum.works - sum.upkeep - sum.capital,
    };
  });
}
