import type { Conflict, Demand } from '../allocation/index.ts';
import type { AllocationSource } from './allocation-source.ts';
import type { LargeInstance } from './large-of-columns.ts';
import { accountPrices, accountsOf, optionBuffer } from './large-problem.ts';

/**
 * Why there is no plan of an allocation that is too large to be asked piece by piece: the prices that prove it rest on the rows that
 * have one, and on the units that would rather be left alone at these prices but must not. All of these are impossible together;
 * some of them may be met without harm. How far each would have to give way is not found.
 */
export function priceConflict(
  { frame, columns }: AllocationSource,
  { problem, pricesOf }: LargeInstance,
  y: Float64Array,
): Conflict {
  const prices = pricesOf(y);
  const conflict: Demand[] = frame.rows.flatMap(({ id }): Demand[] =>
    prices[id] === 0 ? [] : [{ kind: 'row', id }],
  );
  const buffer = optionBuffer(problem);
  const byAccount = accountPrices(accountsOf(problem), y);
  columns.units.forEach((id, unit) => {
    if (problem.mandatory[unit] === 0) return;
    const count = problem.fill(unit, buffer);
    let best = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < count; o += 1) {
      let value = buffer.values[o]!;
      for (let e = buffer.starts[o]!; e < buffer.starts[o + 1]!; e += 1)
        value -= byAccount[buffer.rows[e]!]! * buffer.amounts[e]!;
      best = Math.max(best, value);
    }
    if (best < 0) conflict.push({ kind: 'mandatory', id });
  });
  return { conflict, unproven: true, relax: [] };
}
