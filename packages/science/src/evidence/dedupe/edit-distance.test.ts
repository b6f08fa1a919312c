import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { editDistance } from './edit-distance.ts';

/** The whole table, as Levenshtein gave it. */
function whole(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

describe('edit distance', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['flaw', 'lawn', 2],
    ['same', 'same', 0],
  ])('%s to %s takes %i', (a, b, distance) => expect(editDistance(a, b, 5)).toBe(distance));

  test('within a limit it is that of the whole table, beyond it limit + 1 (400 random pairs)', () => {
    const { uniform } = chance(5);
    const word = (): string =>
      Array.from({ length: Math.floor(uniform() * 12) }, () => 'abc'[Math.floor(uniform() * 3)]).join('');
    for (let i = 0; i < 400; i += 1) {
      const [a, b, limit] = [word(), word(), Math.floor(uniform() * 6)];
      expect(editDistance(a, b, limit)).toBe(Math.min(whole(a, b), limit + 1));
    }
  });
});
