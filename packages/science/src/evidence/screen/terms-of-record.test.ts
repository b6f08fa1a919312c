import { expect, test } from 'vitest';
import { madeRecords } from './made-records.fixture.ts';
import { SvmTrainer } from './svm-trainer.ts';
import { termMatrix } from './term-matrix.ts';
import { markTerms, termsOfRecord } from './terms-of-record.ts';

const { texts, labels } = madeRecords(9, 80);
const matrix = termMatrix(texts);
const trainer = new SvmTrainer(matrix);
trainer.train(labels.map((label, record) => (record < 60 ? label : null)));
const model = trainer.model();

test('the pulls of all terms and the bias add up to the decision value of a record without a label', () => {
  for (let record = 60; record < 80; record += 1) {
    const pulls = termsOfRecord(matrix, model, record, 1000).reduce((sum, { pull }) => sum + pull, 0);
    expect(pulls + model.bias).toBeCloseTo(trainer.decide([record])[0]!, 10);
  }
});

test('words of the subject pull towards inclusion, words of the other towards exclusion', () => {
  const weights = new Map(
    Array.from({ length: 20 }, (_, i) => termsOfRecord(matrix, model, 60 + i, 1000))
      .flat()
      .map(({ term, weight }) => [term, weight]),
  );
  for (const word of ['tailings', 'spoil', 'subsidence']) expect(weights.get(word)).toBeGreaterThan(0);
  for (const word of ['clinic', 'placebo', 'cohort']) expect(weights.get(word)).toBeLessThan(0);
});

test('terms come by falling size of their pull, as many as asked for', () => {
  const terms = termsOfRecord(matrix, model, 63, 5);
  expect(terms).toHaveLength(5);
  for (let i = 1; i < 5; i += 1)
    expect(Math.abs(terms[i]!.pull)).toBeLessThanOrEqual(Math.abs(terms[i - 1]!.pull));
});

test('marks stand where the words stand; a word in several terms has the weight of the heaviest', () => {
  const terms = [
    { term: 'acid mine', weight: 0.5, pull: 0.1 },
    { term: 'mine', weight: -0.2, pull: -0.1 },
    { term: '土壤', weight: 0.3, pull: 0.1 },
  ];
  const text = 'Acid mine water; the mine. 土壤污染';
  expect(markTerms(text, terms).map(({ from, to, weight }) => [text.slice(from, to), weight])).toEqual([
    ['Acid', 0.5],
    ['mine', 0.5],
    ['mine', -0.2],
    ['土壤', 0.3],
  ]);
});
