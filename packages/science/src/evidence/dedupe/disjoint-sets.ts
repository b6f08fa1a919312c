/** Sets of the numbers 0 to n-1 that can be joined, with the members of each at hand. */
export interface DisjointSets {
  /** The number that stands for the set of `i`. */
  find(i: number): number;
  /** Members of the set of `i`, itself included, in no particular order. */
  members(i: number): readonly number[];
  /** Joins the sets of `i` and `j`; the smaller is poured into the larger. */
  join(i: number, j: number): void;
}

/** `size` sets of one number each. */
export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const members = new Map<number, number[]>();
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  return {
    find,
    members: (i) => membersOf(find(i)),
    join: (i, j) => {
      const [a, b] = [find(i), find(j)];
      if (a === b) return;
      const [ofA, ofB] = [membersOf(a), membersOf(b)];
      const [into, from, kept, poured] = ofA.length >= ofB.length ? [a, b, ofA, ofB] : [b, a, ofB, ofA];
      parent[from] = into;
      for (const member of poured) kept.push(member);
      members.set(into, kept);
      members.delete(from);
    },
  };
}
