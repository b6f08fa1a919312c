import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { measureScreening } from './screening-measures.ts';

const yes = true;
const no = false;

test('by hand: 2 of 10 found at places 1 and 4', () => {
  const measures = measureScreening([yes, no, no, yes, no, no, no, no, no, no]);
  expect(measures).toMatchObject({ n95: 4, n100: 4, rrf10: 0.5 });
  expect(measures.wss95).toBeCloseTo(1 - 0.4 - 0.05, 12);
  expect(measures.wss100).toBeCloseTo(0.6, 12);
  // best possible sum of the running count 1 + 9 x 2 = 19, here 1 + 1 + 1 + 7 x 2 = 17; worst 0 x 8 + 1 + 2 = 3
  expect(measures.loss).toBeCloseTo(2 / 16, 12);
});

test('the loss is 0 when the included come first, 1 when they come last', () => {
  expect(measureScreening([yes, yes, no, no, no]).loss).toBe(0);
  expect(measureScreening([no, no, no, yes, yes]).loss).toBe(1);
});

test('95 % of 20 is 19, not 20', () => {
  const found = [...new Array<boolean>(19).fill(true), ...new Array<boolean>(80).fill(false), true];
  expect(measureScreening(found)).toMatchObject({ n95: 19, n100: 100 });
});

test('any order: bringing an included record forward never worsens a measure', () => {
  const { uniform } = chance(seedOf(10, 'measures'));
  for (let round = 0; round < 200; round += 1) {
    const found = Array.from({ length: 40 }, () => uniform() < 0.2);
    const at = found.findIndex((isIncluded, i) => isIncluded && i > 0 && found[i - 1] === false);
    if (at < 0) continue;
    const better = [...found];
    better[at - 1] = true;
    better[at] = false;
    const [a, b] = [measureScreening(found), measureScreening(better)];
    for (const key of ['wss95', 'wss100', 'rrf10'] as const)
      expect(b[key]).toBeGreaterThanOrEqual(a[key] as number);
    expect(b.loss).toBeLessThan(a.loss as number);
  }
});

test('what is left when all was found needs no screening to be told', () => {
  const found = [yes, no, yes, no, no, no];
  expect(measureScreening(found.slice(0, 3), { records: 6, included: 2 })).toEqual(measureScreening(found));
});

test('non-answers: nothing to find, nothing to exclude, not far enough', () => {
  expect(measureScreening([no, no]).wss95).toMatchObject({ reason: 'nothing-to-find' });
  expect(measureScreening([yes, yes]).loss).toMatchObject({ reason: 'nothing-to-exclude' });
  expect(measureScreening([no, yes], { records: 30, included: 2 })).toMatchObject({
    n95: { reason: 'screening-not-far-enough' },
    loss: { reason: 'screening-not-far-enough' },
    rrf10: { reason: 'screening-not-far-enough' },
  });
});
