import { expect, test } from 'vitest';
import { chance, isUnknown, seedOf, unknown } from '../base/index.ts';
import { ahpWeights } from './ahp.ts';

test('consistent judgements give their weights back', () => {
  // 0.6, 0.3, 0.1
  const result = ahpWeights([
    [1, 2, 6],
    [1 / 2, 1, 3],
    [1 / 6, 1 / 3, 1],
  ]);
  expect(result.weights[0]).toBeCloseTo(0.6, 12);
  expect(result.weights[1]).toBeCloseTo(0.3, 12);
  expect(result.weights[2]).toBeCloseTo(0.1, 12);
  expect(result.lambdaMax).toBeCloseTo(3, 12);
  expect(result.consistencyRatio).toBeCloseTo(0, 12);
  expect(result.worst).toBeNull();
});

test('three judgements by hand: weights are cube roots of row products, lambdaMax = 1 + t + 1/t', () => {
  // a12 = 2, a23 = 3, a13 = 9 in place of 6: t = (9 / (2 * 3))^(1/3) = 1.1447142, lambdaMax = 1 + t + 1/t = 3.0182947
  const result = ahpWeights([
    [1, 2, 9],
    [1 / 2, 1, 3],
    [1 / 9, 1 / 3, 1],
  ]);
  const t = 1.5 ** (1 / 3);
  expect(result.lambdaMax).toBeCloseTo(1 + t + 1 / t, 12);
  expect(result.consistencyRatio).toBeCloseTo((t + 1 / t - 2) / 2 / 0.58, 12);
  const rows = [18 ** (1 / 3), 1.5 ** (1 / 3), (1 / 27) ** (1 / 3)];
  const sum = rows[0]! + rows[1]! + rows[2]!;
  rows.forEach((row, i) => {
    expect(result.weights[i]).toBeCloseTo(row / sum, 12);
  });
  // Every pair is off by the factor t: the first is named, 2 given where 2 t is consistent
  expect(result.worst).toMatchObject({ row: 0, column: 1, given: 2 });
  expect(result.worst?.consistent).toBeCloseTo(2 * t, 12);
});

test('the judgement that was turned round is found', () => {
  // Weights 8 : 4 : 2 : 1, but the last is said to matter twice as much as the first
  const truth = [8, 4, 2, 1];
  const matrix = truth.map((w) => truth.map((v) => w / v));
  matrix[0]![3] = 1 / 2;
  matrix[3]![0] = 2;
  const { worst, consistencyRatio } = ahpWeights(matrix);
  expect(worst).toMatchObject({ row: 0, column: 3, given: 1 / 2 });
  expect(worst?.consistent).toBeGreaterThan(1);
  expect(consistencyRatio).toBeGreaterThan(0.1);
});

test('one and two criteria are consistent always', () => {
  expect(ahpWeights([[1]])).toEqual({
    weights: [1],
    lambdaMax: 1,
    consistencyIndex: 0,
    consistencyRatio: 0,
    worst: null,
  });
  const two = ahpWeights([
    [1, 3],
    [0.333, 1],
  ]);
  expect(two.weights[0]).toBeCloseTo(0.75, 3);
  expect(two).toMatchObject({ consistencyIndex: 0, consistencyRatio: 0, worst: null });
});

test('above 15 criteria there are weights, but no ratio', () => {
  const result = ahpWeights(Array.from({ length: 16 }, () => new Array<number>(16).fill(1)));
  expect(result.weights[0]).toBeCloseTo(1 / 16, 12);
  expect(result.consistencyRatio).toEqual(unknown('random-index-not-tabled', { n: 16 }));
});

test('any judgements: the eigenvector holds, and another order of criteria only reorders the weights', () => {
  const { uniform } = chance(seedOf(1, 'ahp'));
  for (let round = 0; round < 50; round += 1) {
    const n = 3 + Math.floor(uniform() * 6);
    const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(1));
    for (let i = 0; i < n; i += 1)
      for (let j = i + 1; j < n; j += 1) {
        matrix[i]![j] = 9 ** (2 * uniform() - 1);
        matrix[j]![i] = 1 / matrix[i]![j]!;
      }
    const { weights, lambdaMax, consistencyRatio } = ahpWeights(matrix);
    for (let i = 0; i < n; i += 1) {
      const product = matrix[i]!.reduce((sum, value, j) => sum + value * weights[j]!, 0);
      expect(product / (lambdaMax * weights[i]!)).toBeCloseTo(1, 10);
    }
    expect(lambdaMax).toBeGreaterThanOrEqual(n - 1e-12);
    expect(isUnknown(consistencyRatio)).toBe(false);
    const turned = ahpWeights(matrix.map((row) => [...row].reverse()).reverse());
    weights.forEach((weight, i) => {
      expect(turned.weights[n - 1 - i]).toBeCloseTo(weight, 12);
    });
  }
});

test('refuses what is no judgement in pairs', () => {
  expect(() => ahpWeights([])).toThrow('E-CHO-102');
  expect(() => ahpWeights([[1, 2]])).toThrow('E-CHO-101');
  expect(() => ahpWeights([[0]])).toThrow('E-CHO-102');
  expect(() => ahpWeights([[2]])).toThrow('E-CHO-103');
  expect(() =>
    ahpWeights([
      [1, 3],
      [3, 1],
    ]),
  ).toThrow('E-CHO-103');
});
