import { type DisjointSets, disjointSets } from './disjoint-sets.ts';

/** Two records that should be one work, by a rule or by a person. */
export interface Tie {
  readonly a: number;
  readonly b: number;
}

/** A tie that was not made, for it would have brought two records together that must stay apart. */
export interface Refusal<T extends Tie> {
  readonly tie: T;
  /** The two records, one on each side of the tie. */
  readonly apart: readonly [number, number];
  /** Who keeps them apart. */
  readonly by: 'decision' | 'rule';
}

/** What decides how groups form. */
export interface GroupProblem<T extends Tie> {
  readonly size: number;
  /** A person's "same", the one to be trusted most first. */
  readonly said: readonly T[];
  /** A person's "different", "translation" and "report of one study": these never share a group. */
  readonly parted: readonly Tie[];
  /** Ties by rules, the surest first. */
  readonly ruled: readonly T[];
  /** True where the rules say that two records contradict each other. */
  isApart(i: number, j: number): boolean;
}

/**
 * Groups of records, surest ties first. What a person parted never meets, neither directly nor through a third record. Records that
 * contradict each other by the rules do not meet through ties of rules; a person's "same" brings them together, and the copies of
 * either with them. Each tie that had to be refused for a pair other than its own is reported.
 */
export function formGroups<T extends Tie>(
  problem: GroupProblem<T>,
): {
  readonly sets: DisjointSets;
  readonly refused: readonly Refusal<T>[];
} {
  const refused: Refusal<T>[] = [];
  const partedFrom = neighbours(problem.parted);
  const sets = disjointSets(problem.size);
  for (const tie of problem.said) {
    if (sets.find(tie.a) === sets.find(tie.b)) continue;
    const apart = acrossParted(sets.members(tie.a), sets.members(tie.b), partedFrom);
    if (apart === null) sets.join(tie.a, tie.b);
    else refused.push({ tie, apart, by: 'decision' });
  }
  const byRule = disjointSets(problem.size);
  const tied = neighbours(problem.ruled);
  for (const tie of problem.ruled) {
    if (sets.find(tie.a) === sets.find(tie.b) && byRule.find(tie.a) === byRule.find(tie.b)) continue;
    const parted = acrossParted(sets.members(tie.a), sets.members(tie.b), partedFrom);
    const apart = parted ?? acrossApart(byRule.members(tie.a), byRule.members(tie.b), tied, problem);
    if (apart === null) {
      sets.join(tie.a, tie.b);
      byRule.join(tie.a, tie.b);
    } else if (!isPair(apart, tie)) refused.push({ tie, apart, by: parted === null ? 'rule' : 'decision' });
  }
  return { sets, refused: refused.filter(({ tie }) => sets.find(tie.a) !== sets.find(tie.b)) };
}

function isPair([i, j]: readonly [number, number], tie: Tie): boolean {
  return (i === tie.a && j === tie.b) || (i === tie.b && j === tie.a);
}

function neighbours(ties: readonly Tie[]): ReadonlyMap<number, ReadonlySet<number>> {
  const all = new Map<number, Set<number>>();
  const add = (i: number, j: number): void => {
    const of = all.get(i);
    if (of === undefined) all.set(i, new Set([j]));
    else of.add(j);
  };
  for (const { a, b } of ties) {
    add(a, b);
    add(b, a);
  }
  return all;
}

type Pair = readonly [number, number];

/** The first pair across two groups, in the order of the records, that a person parted. */
function acrossParted(
  left: readonly number[],
  right: readonly number[],
  partedFrom: ReadonlyMap<number, ReadonlySet<number>>,
): Pair | null {
  if (partedFrom.size === 0) return null;
  let first: Pair | null = null;
  for (const i of left) {
    const parted = partedFrom.get(i);
    if (parted === undefined) continue;
    for (const j of right) if (parted.has(j)) first = earlier(first, [i, j]);
  }
  return first;
}

/** The first pair across two groups of rules that the rules keep apart. */
function acrossApart(
  left: readonly number[],
  right: readonly number[],
  tied: ReadonlyMap<number, ReadonlySet<number>>,
  problem: GroupProblem<Tie>,
): Pair | null {
  let first: Pair | null = null;
  for (const i of left) {
    const ties = tied.get(i);
    for (const j of right) if (ties?.has(j) !== true && problem.isApart(i, j)) first = earlier(first, [i, j]);
  }
  return first;
}

/** Which of two pairs comes first in the order of the records: what is reported must not depend on how the groups grew. */
function earlier(a: Pair | null, b: Pair): Pair {
  if (a === null) return b;
  const [lowA, lowB] = [Math.min(...a), Math.min(...b)];
  return lowA < lowB || (lowA === lowB && Math.max(...a) <= Math.max(...b)) ? a : b;
}
