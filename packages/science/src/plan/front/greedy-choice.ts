import type { Programme, ProgrammeOption } from '../programme/programme.ts';

/**
 * The baseline that cost-benefit lists give: options by weighted value for public money, taken one after another while every limit
 * holds and the unit is free. Programmes with works, groups or compartments have no such baseline.
 *
 * @returns null where the programme has structure a list cannot respect, or a duty or floor that the list misses
 */
export function greedyChoice(programme: Programme): readonly ProgrammeOption[] | null {
  const { works, exclusive, compartments, rows, carryOver, mandatory } = programme;
  if (works.length > 0 || exclusive.length > 0 || compartments.length > 0) return null;
  const left = new Map(
    rows.map(({ id, limit, sense }) => [id, sense === '<=' ? limit : Number.POSITIVE_INFINITY]),
  );
  const chains = new Map(
    carryOver.flatMap((chain) => chain.map((id, i) => [id, chain.slice(0, i + 1)] as const)),
  );
  const order = [...programme.options].sort(
    (a, b) => ratio(b) - ratio(a) || a.year - b.year || (a.candidate.one.id < b.candidate.one.id ? -1 : 1),
  );
  const taken = new Map<string, ProgrammeOption>();
  const fits = (use: Readonly<Record<string, number>>): boolean => {
    for (const [id, amount] of Object.entries(use)) {
      if (amount <= 0) continue;
      const available = chains.get(id)?.reduce((sum, one) => sum + left.get(one)!, 0) ?? left.get(id)!;
      if (amount > available + 1e-9) return false;
    }
    return true;
  };
  for (const option of order) {
    const { id } = option.candidate.unit;
    if (taken.has(id) || option.value <= 0 || !fits(option.use)) continue;
    taken.set(id, option);
    for (const [row, amount] of Object.entries(option.use)) left.set(row, left.get(row)! - amount);
    if (!holds(left, carryOver)) {
      taken.delete(id);
      for (const [row, amount] of Object.entries(option.use)) left.set(row, left.get(row)! + amount);
    }
  }
  const used = (row: string): number =>
    [...taken.values()].reduce((sum, { use }) => sum + (use[row] ?? 0), 0);
  const floorsHold = rows.every(
    ({ id, sense, limit }) => sense === '<=' || used(id) >= limit - 1e-9 * Math.max(1, Math.abs(limit)),
  );
  return floorsHold && mandatory.every((id) => taken.has(id)) ? [...taken.values()] : null;
}

function holds(left: ReadonlyMap<string, number>, chains: readonly (readonly string[])[]): boolean {
  const chained = new Set(chains.flat());
  for (const [id, rest] of left) if (rest < -1e-9 && !chained.has(id)) return false;
  return chains.every((chain) => {
    let sum = 0;
    return chain.every((id) => {
      sum += left.get(id)!;
      return sum >= -1e-6;
    });
  });
}

function ratio({ value, outcome }: ProgrammeOption): number {
  return value / (1 + outcome.publicCost);
}
