import type { Demand } from './allocation-model.ts';
import type { AllocationInstance } from './instance.ts';
import { rowUses } from './solve-exact.ts';

/** Rows are met within this part of their limit. */
const TOLERANCE = 1e-6;

/** What a plan is worth and which demands it misses, added up anew from the instance; nothing is taken from a solver. */
export function ratePlan(
  instance: AllocationInstance,
  chosen: readonly AllocationInstance['options'][number][],
  works: readonly { readonly id: string; readonly year: number }[],
): { readonly objective: number; readonly missed: readonly Demand[]; readonly worksMissing: number } {
  const missed: Demand[] = [];
  const by = new Map(chosen.map((one) => [one.unit, one]));
  const rows = rowUses(instance, chosen, works);
  const chains = new Map((instance.carryOver ?? []).flatMap((chain) => chain.map((id) => [id, chain])));
  const rest = new Map(rows.map(({ id, used, limit }) => [id, limit - used]));
  for (const [i, { id, sense, limit }] of instance.rows.entries()) {
    const slop = TOLERANCE * Math.max(1, Math.abs(limit));
    const chain = chains.get(id);
    let over = rows[i]!.used - limit;
    if (chain !== undefined) {
      over = 0;
      for (const one of chain.slice(0, chain.indexOf(id) + 1)) over -= rest.get(one)!;
    }
    if ((sense !== '>=' && over > slop) || (sense !== '<=' && over < -slop)) missed.push({ kind: 'row', id });
  }
  for (const id of instance.mandatory) if (!by.has(id)) missed.push({ kind: 'mandatory', id });
  for (const [i, group] of (instance.exclusive ?? []).entries()) {
    const count = group.filter(({ unit, package: of }) => {
      const one = by.get(unit);
      return one !== undefined && (of === undefined || one.package === of);
    }).length;
    if (count > 1) missed.push({ kind: 'exclusive', id: String(i) });
  }
  let objective = 0;
  const treated = new Set<string>();
  for (const { id, units, least = 1 } of instance.compartments ?? []) {
    const count = units.filter((unit) => by.has(unit)).length;
    if (count > 0) treated.add(id);
    if (count > 0 && count < least) missed.push({ kind: 'compartment', id });
  }
  const penaltySign = instance.sense === 'max' ? -1 : 1;
  for (const { a, b, penalty } of instance.boundary ?? [])
    if (treated.has(a) !== treated.has(b)) objective += penaltySign * penalty;
  for (const { value } of chosen) objective += value;
  const built = new Set(works.map(({ id, year }) => `${id} ${year}`));
  for (const { id, year, value } of instance.works ?? []) if (built.has(`${id} ${year}`)) objective += value;
  const worksMissing = chosen.filter(({ needs = [], year }) =>
    needs.some((id) => !works.some((work) => work.id === id && work.year <= year)),
  ).length;
  return { objective, missed, worksMissing };
}
