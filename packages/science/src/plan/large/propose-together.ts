import type { TreatedCompartments } from './compartments.ts';
import type { Ways } from './ways.ts';

/**
 * A move of a whole compartment: one that is treated is given up, one that is not is opened with at least its least number of
 * units.
 *
 * @param movableOf place among the movable units by unit, -1 for none
 * @param who movable units that move, written; `next` their new ways
 * @returns how many move; 0 where the compartment drawn cannot
 */
export function proposeTogether(
  treated: TreatedCompartments,
  { from, option }: Ways,
  current: Int32Array,
  movableOf: Int32Array,
  uniform: () => number,
  who: number[],
  next: number[],
): number {
  const c = Math.floor(uniform() * treated.members.length);
  const members = treated.members[c]!;
  let count = 0;
  if (treated.count(c) > 0) {
    for (const unit of members) {
      const m = movableOf[unit]!;
      if (m < 0 || option[current[m]!]! < 0) continue;
      let none = -1;
      for (let w = from[m]!; w < from[m + 1]!; w += 1) if (option[w]! < 0) none = w;
      if (none < 0) return 0;
      who[count] = m;
      next[count] = none;
      count += 1;
    }
    return count;
  }
  const least = treated.least(c);
  const wanted = least + Math.floor(uniform() * (members.length - least + 1));
  const start = Math.floor(uniform() * members.length);
  for (let k = 0; k < members.length && count < wanted; k += 1) {
    const m = movableOf[members[(start + k) % members.length]!]!;
    if (m < 0) continue;
    const way = from[m]! + Math.floor(uniform() * (from[m + 1]! - from[m]!));
    if (option[way]! < 0) continue;
    who[count] = m;
    next[count] = way;
    count += 1;
  }
  return count;
}
