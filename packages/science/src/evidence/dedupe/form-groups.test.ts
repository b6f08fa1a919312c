import { describe, expect, test } from 'vitest';
import { disjointSets } from './disjoint-sets.ts';
import { formGroups, type GroupProblem, type Tie } from './form-groups.ts';

const tie = (a: number, b: number): Tie => ({ a, b });

function groups(problem: Partial<GroupProblem<Tie>>): { groups: number[][]; refused: unknown[] } {
  const size = problem.size ?? 4;
  const { sets, refused } = formGroups({
    size,
    said: [],
    parted: [],
    ruled: [],
    isApart: () => false,
    ...problem,
  });
  const bySet = new Map<number, number[]>();
  for (let i = 0; i < size; i += 1) bySet.set(sets.find(i), [...(bySet.get(sets.find(i)) ?? []), i]);
  return { groups: [...bySet.values()], refused: [...refused] };
}

describe('sets that join', () => {
  test('members are at hand and joining twice is joining once', () => {
    const sets = disjointSets(4);
    sets.join(0, 1);
    sets.join(1, 0);
    sets.join(2, 1);
    expect([...sets.members(2)].sort()).toEqual([0, 1, 2]);
    expect(sets.find(3)).toBe(3);
    expect(sets.members(3)).toEqual([3]);
  });
});

describe('groups', () => {
  test('ties join through a third record', () => {
    expect(groups({ ruled: [tie(0, 1), tie(1, 2)] })).toEqual({ groups: [[0, 1, 2], [3]], refused: [] });
  });

  test('what a person parted never meets: the surer tie is made, the other is reported', () => {
    expect(groups({ parted: [tie(0, 2)], ruled: [tie(0, 1), tie(1, 2)] })).toEqual({
      groups: [[0, 1], [2], [3]],
      refused: [{ tie: tie(1, 2), apart: [0, 2], by: 'decision' }],
    });
  });

  test('what the rules keep apart does not meet through a third record', () => {
    const isApart = (i: number, j: number): boolean => i + j === 2 && i !== j;
    expect(groups({ ruled: [tie(1, 2), tie(0, 1)], isApart })).toEqual({
      groups: [[0], [1, 2], [3]],
      refused: [{ tie: tie(0, 1), apart: [0, 2], by: 'rule' }],
    });
  });

  test('a person joins what the rules keep apart, and copies of either come along', () => {
    // 0 and 1 are copies of a preprint, 2 and 3 of its article.
    const isApart = (i: number, j: number): boolean => i < 2 !== j < 2;
    const ruled = [tie(0, 1), tie(2, 3)];
    expect(groups({ ruled, isApart }).groups).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(groups({ ruled, isApart, said: [tie(1, 2)] })).toEqual({ groups: [[0, 1, 2, 3]], refused: [] });
  });

  test('answers that contradict each other: the later stands, the earlier is reported', () => {
    expect(groups({ said: [tie(0, 1), tie(1, 2)], parted: [tie(0, 2)] })).toEqual({
      groups: [[0, 1], [2], [3]],
      refused: [{ tie: tie(1, 2), apart: [0, 2], by: 'decision' }],
    });
  });

  test('a person who parts two records of a tie has answered, not contradicted', () => {
    expect(groups({ parted: [tie(0, 1)], ruled: [tie(0, 1)] }).refused).toEqual([]);
  });
});
