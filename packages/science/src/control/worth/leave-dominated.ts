import type { Programme, ProgrammeOption } from '../../plan/index.ts';

/**
 * Options of one unit without those that another makes needless: worth no less, and no harder on any row. Where money carries over,
 * what counts is what was taken by the end of each year. Nothing is left out where a programme has groups that exclude each other.
 */
export function leaveDominated(
  options: readonly ProgrammeOption[],
  { rows, carryOver, exclusive }: Pick<Programme, 'rows' | 'carryOver' | 'exclusive'>,
): readonly ProgrammeOption[] {
  if (exclusive.length > 0) return options;
  const chained = new Map<string, readonly string[]>();
  for (const chain of carryOver)
    for (const [i, id] of chain.entries()) chained.set(id, chain.slice(0, i + 1));
  // What each row loses by an option: more is harder; of a floor, less is.
  const loads = options.map(({ use }) =>
    rows.flatMap(({ id, sense }) => {
      const amount = (chained.get(id) ?? [id]).reduce((sum, row) => sum + (use[row] ?? 0), 0);
      return sense === '<=' ? [amount] : sense === '>=' ? [-amount] : [amount, -amount];
    }),
  );
  return options.filter(
    (one, i) =>
      !options.some(
        (other, j) =>
          i !== j &&
          other.value >= one.value &&
          other.needs.every((id) => one.needs.includes(id)) &&
          loads[j]!.every((load, r) => load <= loads[i]![r]!) &&
          // Of equals the first stays.
          (j < i || other.value > one.value || loads[j]!.some((load, r) => load < loads[i]![r]!)),
      ),
  );
}
