import type { Learned } from '../effect/course-of-package.ts';
import type { ObjectiveValues } from '../result.ts';
import { type Fund, PUBLIC_FUND } from './funds.ts';

/** A package of a unit and the year it begins in. */
export interface Commitment {
  readonly package: string;
  readonly year: number;
}

/** What binds a programme that is under way: the rest is planned again around it. */
export interface Steering {
  /** First year in which anything that has not begun may begin. */
  readonly from: number;
  /** What has begun, by unit: it stays as it is, with its costs. */
  readonly committed: ReadonlyMap<string, Commitment>;
  /** What the plan in force says of the other units. */
  readonly planned: ReadonlyMap<string, Commitment>;
  /** Years of shared works that stand or are being built, by id. */
  readonly works: ReadonlyMap<string, number>;
  /** Share of its weighted value that the planned choice gains over others; 0 lets every choice move. */
  readonly churn: number;
  /** Public money that goes to other things, such as corrective works. */
  readonly charges: readonly { readonly year: number; readonly cost: number }[];
  /** Scales of the plan in force, so that values compare. */
  readonly scales: ObjectiveValues;
  readonly learned?: Learned;
}

/**
 * Funds with charges taken out: from money of the year, then, where money carries over, from earlier years, the latest first; from
 * funds with a purpose before the budget, which may pay for anything. What no fund can pay is told.
 */
export function chargeFunds(
  funds: readonly Fund[],
  charges: Steering['charges'],
  carries: boolean,
): { readonly funds: readonly Fund[]; readonly uncovered: number } {
  if (charges.length === 0 || funds.length === 0) return { funds, uncovered: 0 };
  const amounts = funds.map((fund) => new Map(fund.amounts));
  const free = (f: number): number => (funds[f]!.id === PUBLIC_FUND ? 1 : 0);
  const inTurn = funds
    .map((_, f) => f)
    .sort((a, b) => free(a) - free(b))
    .map((f) => amounts[f]!);
  let uncovered = 0;
  for (const { year, cost } of [...charges].sort((a, b) => a.year - b.year)) {
    let open = cost;
    for (const held of inTurn) {
      const years = [...held.keys()]
        .filter((one) => one === year || (carries && one < year))
        .sort((a, b) => b - a);
      for (const one of years) {
        const taken = Math.min(open, held.get(one)!);
        held.set(one, held.get(one)! - taken);
        open -= taken;
      }
    }
    uncovered += open;
  }
  return { funds: funds.map((fund, i) => ({ ...fund, amounts: amounts[i]! })), uncovered };
}
