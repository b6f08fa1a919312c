import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { madeRecords } from './made-records.fixture.ts';
import { screeningWeights } from './screening-weights.ts';
import { COST, STEEPEST_SLOPE, SvmTrainer } from './svm-trainer.ts';
import { type TermMatrix, termMatrix } from './term-matrix.ts';

/** Two records of one word each. */
const two: TermMatrix = {
  records: 2,
  terms: ['mine', 'trial'],
  vocabularySize: 2,
  starts: Int32Array.of(0, 1, 2),
  columns: Int32Array.of(0, 1),
  values: Float64Array.of(1, 1),
};

test('by hand: two records at right angles, a system of two equations', () => {
  const trainer = new SvmTrainer(two);
  expect(trainer.train([true, false]).settled).toBe(true);
  // (2 + D1) a - b = 1, -a + (2 + D2) b = 1: the bias adds 1 to every product
  const { included, excluded } = screeningWeights(1, 1);
  const [p, q] = [2 + 1 / (2 * COST * included), 2 + 1 / (2 * COST * excluded)];
  const [a, b] = [(q + 1) / (p * q - 1), (p + 1) / (p * q - 1)];
  const { weights, bias } = trainer.model();
  expect(weights[0]).toBeCloseTo(a, 4);
  expect(weights[1]).toBeCloseTo(-b, 4);
  expect(bias).toBeCloseTo(a - b, 4);
  expect(trainer.decide([0, 1])[0]).toBeCloseTo(2 * a - b, 4);
});

test('the weights solve the problem: the gradient of what is minimised vanishes', () => {
  const { texts, labels } = madeRecords(3, 80);
  const matrix = termMatrix(texts);
  const trainer = new SvmTrainer(matrix);
  const known = labels.map((label, record) => (record < 50 ? label : null));
  trainer.train(known);
  const { weights, bias } = trainer.model();
  const n1 = known.filter((label) => label === true).length;
  const { included, excluded } = screeningWeights(n1, 50 - n1);
  const f = trainer.decide(Array.from({ length: 50 }, (_, r) => r));
  // w - 2 C sum c max(0, 1 - y f) y x, and the same for the bias with x = 1
  const gradient = Float64Array.from(weights);
  let ofBias = bias;
  for (let r = 0; r < 50; r += 1) {
    const y = labels[r] === true ? 1 : -1;
    const pull = 2 * COST * (y > 0 ? included : excluded) * Math.max(0, 1 - y * f[r]!) * y;
    ofBias -= pull;
    for (let k = matrix.starts[r]!; k < matrix.starts[r + 1]!; k += 1)
      gradient[matrix.columns[k]!]! -= pull * matrix.values[k]!;
  }
  // slopes of the dual below 1e-4 leave each record a pull within 2 C c 1e-4 of the right one
  const most = 50 * 2 * COST * included * STEEPEST_SLOPE;
  expect(Math.abs(ofBias)).toBeLessThan(most);
  expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(most);
  expect(most).toBeLessThan(0.01);
});

test('plain JavaScript and WebAssembly give the same numbers to the last bit, cold and warm', () => {
  const { texts, labels } = madeRecords(4, 120);
  const matrix = termMatrix(texts);
  const [fast, plain] = [new SvmTrainer(matrix, 'fast'), new SvmTrainer(matrix, 'plain')];
  const all = Array.from({ length: 120 }, (_, r) => r);
  for (const [known, start] of [
    [40, 'cold'],
    [41, 'warm'],
    [90, 'warm'],
    [60, 'warm'],
  ] as const) {
    const marks = labels.map((label, record) => (record < known ? label : null));
    expect(fast.train(marks, start)).toEqual(plain.train(marks, start));
    expect(fast.model()).toEqual(plain.model());
    expect(fast.decide(all)).toEqual(plain.decide(all));
  }
});

test('a cold start depends on the labels alone, whatever was trained before', () => {
  const { texts, labels } = madeRecords(5, 100);
  const matrix = termMatrix(texts);
  const used = new SvmTrainer(matrix);
  const known = labels.map((label, record) => (record % 3 === 0 ? label : null));
  used.train(labels);
  used.train(labels.map((label, record) => (record < 20 ? !label : null)));
  used.train(known);
  const fresh = new SvmTrainer(matrix);
  fresh.train(known);
  expect(used.model()).toEqual(fresh.model());
});

test('a warm start agrees with a cold one within the tolerance, labels taken back or changed included', () => {
  const { texts, labels } = madeRecords(6, 100);
  const matrix = termMatrix(texts);
  const [warm, cold] = [new SvmTrainer(matrix), new SvmTrainer(matrix)];
  const { uniform } = chance(seedOf(6, 'labels'));
  const known: (boolean | null)[] = labels.map((label, record) => (record < 12 ? label : null));
  const all = Array.from({ length: 100 }, (_, r) => r);
  for (let round = 0; round < 40; round += 1) {
    const record = 12 + Math.floor(uniform() * 88);
    const draw = uniform();
    known[record] = draw < 0.7 ? labels[record]! : draw < 0.85 ? null : !labels[record]!;
    warm.train(known, 'warm');
    cold.train(known);
    const [a, b] = [warm.decide(all), cold.decide(all)];
    for (const r of all) expect(Math.abs(a[r]! - b[r]!)).toBeLessThan(2e-3);
  }
});

test('refuses labels of one kind, and another number of labels than records', () => {
  const trainer = new SvmTrainer(two);
  expect(() => trainer.train([true, null])).toThrow('E-SCR-002');
  expect(() => trainer.train([null, null])).toThrow('E-SCR-002');
  expect(() => trainer.train([true, false, null])).toThrow('E-SCR-001');
});
