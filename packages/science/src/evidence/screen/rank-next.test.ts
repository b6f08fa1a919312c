import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { madeRecords } from './made-records.fixture.ts';
import { rankNext, type ScreeningMark } from './rank-next.ts';
import { rankRecords } from './rank-records.ts';
import { SvmTrainer } from './svm-trainer.ts';
import { termMatrix } from './term-matrix.ts';

const { texts, labels } = madeRecords(7, 90);
const matrix = termMatrix(texts);

test('the ranking is every candidate once, by falling decision value, and does not depend on how candidates are listed', () => {
  const trainer = new SvmTrainer(matrix);
  trainer.train(labels.map((label, record) => (record < 30 ? label : null)));
  const candidates = Array.from({ length: 60 }, (_, i) => 30 + i);
  const ranked = rankRecords(trainer, candidates);
  expect(ranked.map(({ record }) => record).sort((a, b) => a - b)).toEqual(candidates);
  for (let i = 1; i < ranked.length; i += 1)
    expect(ranked[i]!.decision).toBeLessThanOrEqual(ranked[i - 1]!.decision);
  const { uniform } = chance(seedOf(7, 'shuffle'));
  const shuffled = candidates
    .map((record) => ({ record, key: uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ record }) => record);
  expect(rankRecords(trainer, shuffled)).toEqual(ranked);
});

test('records of the same text rank by their number', () => {
  const twins = new SvmTrainer(termMatrix(['mine soil', 'trial', 'mine spoil', 'mine spoil', 'mine spoil']));
  twins.train([true, false, null, null, null]);
  expect(rankRecords(twins, [4, 2, 3]).map(({ record }) => record)).toEqual([2, 3, 4]);
});

test('what comes next is the same in whatever order the marks were made, and by whichever trainer', () => {
  const marked = Array.from({ length: 40 }, (_, i) => i);
  const used = new SvmTrainer(matrix);
  const marks = new Array<ScreeningMark | null>(90).fill(null);
  for (const record of [...marked].reverse()) {
    marks[record] = labels[record] === true ? 'include' : 'exclude';
    rankNext(used, marks);
  }
  const straight = labels.map((label, record) => (record < 40 ? (label ? 'include' : 'exclude') : null));
  expect(rankNext(used, marks, { count: 50 })).toEqual(
    rankNext(new SvmTrainer(matrix), straight, { count: 50 }),
  );
});

test('the model finds what is alike: most of the rare subject comes before most of the rest', () => {
  const marks = labels.map((label, record) => (record < 30 ? (label ? 'include' : 'exclude') : null));
  const { next, basis, unmarked } = rankNext(new SvmTrainer(matrix), marks, { count: 15 });
  expect(basis).toBe('relevance');
  expect(unmarked).toBe(60);
  const found = next.filter(({ record }) => labels[record]).length;
  // 8 or 9 of the 60; by chance 15 records would hold about 2
  expect(found).toBeGreaterThanOrEqual(6);
});

test('Chinese records rank by their words as English ones do', () => {
  const chinese = new SvmTrainer(
    termMatrix([
      '露天煤矿排土场植被恢复与土壤改良',
      '老年患者高血压药物治疗的临床试验',
      '糖尿病患者随机对照临床研究',
      '煤矿采空区复垦土地的植被与土壤',
      '城市道路交通流量预测模型',
    ]),
  );
  const { next } = rankNext(chinese, ['include', 'exclude', null, null, null], { count: 3 });
  expect(next[0]!.record).toBe(3);
  expect(next[2]!.record).toBe(2);
});

test('unsure records are set aside and teach nothing', () => {
  const trainer = new SvmTrainer(matrix);
  const marks: (ScreeningMark | null)[] = labels.map((label, record) =>
    record < 30 ? (label ? 'include' : 'exclude') : null,
  );
  const before = rankNext(trainer, marks, { count: 60 });
  const aside = before.next[0]!.record;
  marks[aside] = 'unsure';
  const after = rankNext(trainer, marks, { count: 60 });
  expect(after.next).toEqual(before.next.slice(1));
  expect(after).toMatchObject({ unmarked: 59, unsure: 1 });
});

test('without both kinds the order is random and says why; marks take records out of a random order and leave the rest', () => {
  const trainer = new SvmTrainer(matrix);
  const none = new Array<ScreeningMark | null>(90).fill(null);
  const asked = rankNext(trainer, none, { count: 90 });
  expect(asked.basis).toBe('random');
  expect(asked.why).toMatchObject({ reason: 'both-kinds-needed' });
  const order = rankNext(trainer, none, { mode: 'random', count: 90 }).next.map(({ record }) => record);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, i) => i));
  expect(order).not.toEqual([...order].sort((a, b) => a - b));
  const some = none.map((_, record) => (record % 4 === 0 ? ('exclude' as const) : null));
  some[5] = 'include' as never;
  expect(rankNext(trainer, some, { mode: 'random', count: 90 }).next.map(({ record }) => record)).toEqual(
    order.filter((record) => some[record] === null),
  );
  const other = rankNext(trainer, none, { mode: 'random', count: 90, seed: 1 });
  expect(other.next.map(({ record }) => record)).not.toEqual(order);
});

test('when everything is screened nothing is next', () => {
  const marks = labels.map((label) => (label ? ('include' as const) : ('exclude' as const)));
  expect(rankNext(new SvmTrainer(matrix), marks)).toMatchObject({ next: [], unmarked: 0 });
});
