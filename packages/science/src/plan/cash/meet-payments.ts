/** Money due in a year, and the places of the funds that may pay it. */
export interface Payment {
  /** Place of the year. */
  readonly year: number;
  readonly cost: number;
  readonly funds: readonly number[];
}

/** Money of a fund that came in a year. */
interface Purse {
  readonly fund: number;
  readonly year: number;
}

/** What each fund pays in each year, and what no fund can pay. */
export interface Met {
  /** By year, then by fund. */
  readonly paid: readonly (readonly number[])[];
  readonly uncovered: readonly number[];
}

/**
 * Shares money out: every payment is met from funds that may pay it, with money that came in its year or, where it carries over,
 * before. First year by year, payments of few funds before those of many, from the fund of the narrowest purpose and its oldest
 * money; then along augmenting paths (Ford and Fulkerson), so that nothing stays uncovered that could be met otherwise.
 *
 * @param amounts by fund, then by year
 * @param last place of the last year of the programme: upkeep after it is met from what this year, or earlier ones, set aside
 * @param carries unused money may be spent later
 */
export function meetPayments(
  payments: readonly Payment[],
  amounts: readonly (readonly number[])[],
  last: number,
  carries: boolean,
): Met {
  const count = amounts[0]?.length ?? payments.reduce((most, { year }) => Math.max(most, year + 1), 0);
  const dues = gather(payments);
  const purses = amounts.flatMap((years, fund) =>
    years.flatMap((amount, year): Purse[] => (amount > 0 ? [{ fund, year }] : [])),
  );
  const left = purses.map(({ fund, year }) => amounts[fund]![year]!);
  const reach = amounts.map((_, fund) =>
    dues.reduce((sum, one) => (one.funds.includes(fund) ? sum + one.cost : sum), 0),
  );
  const open = dues.map(({ cost }) => cost);
  const flows = dues.map(() => new Map<number, number>());
  const mayPay = dues.map((due) =>
    purses
      .map((_, p) => p)
      .filter((p) => {
        const { fund, year } = purses[p]!;
        const from = Math.min(due.year, last);
        return due.funds.includes(fund) && (carries ? year <= due.year : year === from || year === due.year);
      })
      .sort(
        (a, b) =>
          reach[purses[a]!.fund]! - reach[purses[b]!.fund]! ||
          purses[a]!.fund - purses[b]!.fund ||
          purses[a]!.year - purses[b]!.year,
      ),
  );
  const move = (due: number, purse: number, amount: number): void => {
    flows[due]!.set(purse, (flows[due]!.get(purse) ?? 0) + amount);
  };
  for (const [d, may] of mayPay.entries())
    for (const p of may) {
      const paid = Math.min(open[d]!, left[p]!);
      if (paid <= 0) continue;
      move(d, p, paid);
      open[d]! -= paid;
      left[p]! -= paid;
    }
  for (const d of dues.keys())
    while (open[d]! > slop(dues[d]!.cost)) {
      const path = pathFrom(d, mayPay, flows, left);
      if (path === null) break;
      let amount = Math.min(open[d]!, left[path.at(-1)!.purse]!);
      for (const { due, purse } of path.slice(1).map((step, i) => ({ due: step.due, purse: path[i]!.purse })))
        amount = Math.min(amount, flows[due]!.get(purse)!);
      path.forEach(({ due, purse }, i) => {
        move(due, purse, amount);
        if (i + 1 < path.length) move(path[i + 1]!.due, purse, -amount);
      });
      open[d]! -= amount;
      left[path.at(-1)!.purse]! -= amount;
    }
  const paid = Array.from({ length: count }, () => new Array<number>(amounts.length).fill(0));
  const uncovered = new Array<number>(count).fill(0);
  dues.forEach(({ year, cost }, d) => {
    for (const [p, amount] of flows[d]!) paid[year]![purses[p]!.fund]! += amount;
    // Rounding of sums is no debt.
    if (open[d]! > slop(cost)) uncovered[year]! += open[d]!;
  });
  return { paid, uncovered };
}

interface Step {
  readonly due: number;
  readonly purse: number;
}

/** Shortest way by which a payment can be met: it takes from a purse, whose payment takes from another, to one with money left. */
function pathFrom(
  start: number,
  mayPay: readonly (readonly number[])[],
  flows: readonly ReadonlyMap<number, number>[],
  left: readonly number[],
): readonly Step[] | null {
  const before = new Map<number, Step>();
  const cameBy = new Map<number, number>();
  const queue = [start];
  const seen = new Set(queue);
  for (let i = 0; i < queue.length; i += 1) {
    const due = queue[i]!;
    for (const purse of mayPay[due]!) {
      if (before.has(purse)) continue;
      before.set(purse, { due, purse });
      if (left[purse]! > 1e-9) {
        const path: Step[] = [];
        for (let at: number | undefined = purse; at !== undefined; ) {
          const step: Step = before.get(at)!;
          path.unshift(step);
          at = step.due === start ? undefined : cameBy.get(step.due);
        }
        return path;
      }
      flows.forEach((flow, other) => {
        if (seen.has(other) || !((flow.get(purse) ?? 0) > 1e-9)) return;
        seen.add(other);
        cameBy.set(other, purse);
        queue.push(other);
      });
    }
  }
  return null;
}

/** Payments of one year and the same funds as one, in the order in which they are met. */
function gather(payments: readonly Payment[]): readonly Payment[] {
  const dues = new Map<string, { year: number; cost: number; funds: readonly number[] }>();
  for (const { year, cost, funds } of payments) {
    const key = `${year} ${funds.join(' ')}`;
    const known = dues.get(key);
    if (known === undefined) dues.set(key, { year, cost, funds });
    else known.cost += cost;
  }
  return [...dues.values()].sort((a, b) => a.year - b.year || a.funds.length - b.funds.length);
}

function slop(cost: number): number {
  return 1e-6 * Math.max(1, cost);
}
