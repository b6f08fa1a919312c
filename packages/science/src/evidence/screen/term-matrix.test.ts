import { expect, test } from 'vitest';
import { madeRecords } from './made-records.fixture.ts';
import { termMatrix } from './term-matrix.ts';
import { termsOfText } from './tokenise.ts';

/** Every term a column, by the formula alone. */
function fullRows(texts: readonly string[]): Map<string, number>[] {
  const counts = texts.map((text) => {
    const count = new Map<string, number>();
    for (const term of termsOfText(text)) count.set(term, (count.get(term) ?? 0) + 1);
    return count;
  });
  const n = texts.length;
  const having = (term: string): number => counts.filter((count) => count.has(term)).length;
  return counts.map((count) => {
    const row = new Map<string, number>();
    for (const [term, times] of count)
      if (having(term) <= 0.95 * n)
        row.set(term, (1 + Math.log(times)) * (Math.log((1 + n) / (1 + having(term))) + 1));
    const length = Math.hypot(...row.values());
    return new Map([...row].map(([term, value]) => [term, value / length]));
  });
}

test('by hand: two records that share one word of two each', () => {
  const matrix = termMatrix(['mine soil', 'mine water', 'clay']);
  // mine: df 2, 1 + ln(4/3); soil and "mine soil": df 1, 1 + ln 2, joined
  const [shared, own] = [1 + Math.log(4 / 3), Math.SQRT2 * (1 + Math.log(2))];
  expect(matrix.terms).toEqual(['mine']);
  expect(matrix.vocabularySize).toBe(6);
  expect([...matrix.starts]).toEqual([0, 2, 4, 5]);
  expect([...matrix.columns]).toEqual([0, 1, 0, 2, 3]);
  expect(matrix.values[0]).toBeCloseTo(shared / Math.hypot(shared, own), 12);
  expect(matrix.values[1]).toBeCloseTo(own / Math.hypot(shared, own), 12);
  expect(matrix.values[4]).toBe(1);
});

test('products of rows are those of a matrix with a column for each term', () => {
  const { texts } = madeRecords(1, 30);
  const matrix = termMatrix(texts);
  const full = fullRows(texts);
  const row = (r: number): Map<number, number> =>
    new Map(
      Array.from({ length: matrix.starts[r + 1]! - matrix.starts[r]! }, (_, k) => [
        matrix.columns[matrix.starts[r]! + k]!,
        matrix.values[matrix.starts[r]! + k]!,
      ]),
    );
  const product = <K>(a: Map<K, number>, b: Map<K, number>): number =>
    [...a].reduce((sum, [key, value]) => sum + value * (b.get(key) ?? 0), 0);
  for (let a = 0; a < 30; a += 1)
    for (let b = 0; b <= a; b += 1)
      expect(product(row(a), row(b))).toBeCloseTo(product(full[a]!, full[b]!), 12);
});

test('a word in more than 95 % of the records is left out, in exactly 95 % it is not', () => {
  const texts = (having: number): string[] =>
    Array.from({ length: 20 }, (_, i) => (i < having ? 'mine soil' : 'clay water'));
  expect(termMatrix(texts(19)).terms).toContain('mine');
  expect(termMatrix(texts(20)).terms).toEqual([]);
});

test('rows of texts without terms are empty, others have length 1', () => {
  const matrix = termMatrix(['', 'a b', 'mine soil mine', 'mine water']);
  expect([...matrix.starts.subarray(0, 3)]).toEqual([0, 0, 0]);
  for (const r of [2, 3]) {
    const values = matrix.values.subarray(matrix.starts[r], matrix.starts[r + 1]);
    expect(Math.hypot(...values)).toBeCloseTo(1, 12);
  }
});

test('the order of the texts does not matter: rows move with their texts', () => {
  const { texts } = madeRecords(2, 25);
  const [forward, backward] = [termMatrix(texts), termMatrix([...texts].reverse())];
  expect(backward.vocabularySize).toBe(forward.vocabularySize);
  expect([...backward.terms].sort()).toEqual([...forward.terms].sort());
  const sharedOf = (matrix: typeof forward, r: number): [string, number][] => {
    const row: [string, number][] = [];
    for (let k = matrix.starts[r]!; k < matrix.starts[r + 1]!; k += 1) {
      const term = matrix.terms[matrix.columns[k]!];
      if (term !== undefined) row.push([term, Math.round(matrix.values[k]! * 1e12)]);
    }
    return row.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  };
  texts.forEach((_, r) => {
    expect(sharedOf(backward, 24 - r)).toEqual(sharedOf(forward, r));
  });
});
