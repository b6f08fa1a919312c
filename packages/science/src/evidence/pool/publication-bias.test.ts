import { describe, expect, test } from 'vitest';
import { chance, isUnknown, seedOf, type Unknown, unknown } from '../../base/index.ts';
import { eggerTest } from './egger-test.ts';
import { failSafeN } from './fail-safe-n.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { rankTest } from './rank-test.ts';
import type { StudyEffect } from './study-effect.ts';
import { trimAndFill } from './trim-and-fill.ts';

const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const effects = (...rows: readonly (readonly [number, number])[]): StudyEffect[] =>
  rows.map(([estimate, variance], i) => ({ study: `s${i}`, estimate, variance }));

describe('Egger', () => {
  test('finds an effect that grows with its error, and the effect without error', () => {
    const se = [0.1, 0.2, 0.3, 0.4, 0.5];
    const noise = [0.001, -0.001, 0.001, -0.001, 0.001];
    const { classical, mixed } = known(
      eggerTest(effects(...se.map((s, i): [number, number] => [0.2 + 2 * s + noise[i]!, s * s]))),
    );
    expect(classical.slope).toBeCloseTo(2, 1);
    expect(classical.limit).toBeCloseTo(0.2, 2);
    expect(classical.p).toBeLessThan(1e-6);
    expect(mixed.slope).toBeCloseTo(2, 1);
  });

  test('cannot judge three points on a line, equal errors or two studies', () => {
    expect(eggerTest(effects([1, 1], [2, 1], [3, 1]))).toEqual(unknown('equal-precision'));
    expect(eggerTest(effects([1, 1], [2, 4]))).toMatchObject({ reason: 'too-few-studies' });
  });
});

describe('rank test', () => {
  test('of three studies in perfect order: one of the six orders, twice', () => {
    const { tau, p, isExact } = known(rankTest(effects([0, 1], [1, 2], [5, 4])));
    expect({ tau, isExact }).toEqual({ tau: 1, isExact: true });
    expect(p).toBeCloseTo(2 / 6, 12);
  });

  test('ties are judged by the normal limit, as scipy 1.17.1 does (kendalltau, asymptotic)', () => {
    // Effects 0, 1, 5, 2 with variances 1, 1, 4, 2: ranks of the variances tie once
    const { isExact, tau, p } = known(rankTest(effects([0, 1], [1, 1], [5, 4], [2, 2])));
    expect(isExact).toBe(false);
    // Pairs with different variances: all 5 concordant; tau-b = 5 / sqrt(6 * 5)
    expect(tau).toBeCloseTo(5 / Math.sqrt(30), 12);
    expect(p).toBeCloseTo(0.07095149242730563, 12);
  });

  test('variances all alike cannot be ranked', () => {
    expect(rankTest(effects([0, 1], [1, 1], [2, 1]))).toEqual(unknown('equal-precision'));
    expect(rankTest([])).toMatchObject({ reason: 'too-few-studies' });
  });

  test('effects mirrored turn the sign and keep p', () => {
    for (let round = 0; round < 30; round += 1) {
      const { uniform, normal } = chance(seedOf(round, 'ranks'));
      const of = effects(
        ...Array.from({ length: 4 + (round % 9) }, (): [number, number] => [normal(), 0.1 + uniform()]),
      );
      const there = known(rankTest(of));
      const back = known(rankTest(of.map((one) => ({ ...one, estimate: -one.estimate }))));
      expect(back.tau).toBeCloseTo(-there.tau, 12);
      expect(back.p).toBeCloseTo(there.p, 10);
      expect(there.p).toBeLessThanOrEqual(1);
    }
  });
});

describe('trim and fill', () => {
  test('adds nothing to a symmetric funnel', () => {
    const funnel = effects([0, 0.01], [-0.3, 0.1], [0.3, 0.1], [-0.6, 0.4], [0.6, 0.4]);
    expect(known(trimAndFill(funnel))).toMatchObject({ missing: 0, filled: [] });
  });

  test('mirrors large effects of small studies that have no counterpart', () => {
    const lopsided = effects(
      [0.1, 0.01],
      [0.05, 0.02],
      [0.2, 0.03],
      [0.9, 0.3],
      [1.2, 0.4],
      [1.5, 0.5],
      [1.1, 0.45],
    );
    const result = known(trimAndFill(lopsided, { method: 'EE' }));
    expect(result.side).toBe('left');
    expect(result.missing).toBeGreaterThan(0);
    expect(result.filled).toHaveLength(result.missing);
    const before = known(leaveOneOut(lopsided, { method: 'EE' }));
    expect(result.pooled.estimate).toBeLessThan(Math.max(...before.map(({ pooled }) => pooled.estimate)));
    for (const made of result.filled) expect(made.estimate).toBeLessThan(0.1);
  });

  test('a mirrored funnel misses the same number on the other side', () => {
    for (let round = 0; round < 30; round += 1) {
      const { uniform, normal } = chance(seedOf(round, 'funnel'));
      const of = effects(
        ...Array.from({ length: 6 + (round % 7) }, (): [number, number] => {
          const variance = 0.01 + uniform();
          return [Math.abs(normal()) * Math.sqrt(variance), variance];
        }),
      );
      const there = known(trimAndFill(of));
      const back = known(trimAndFill(of.map((one) => ({ ...one, estimate: -one.estimate }))));
      expect(back.missing).toBe(there.missing);
      expect(back.side).not.toBe(there.side);
      expect(back.pooled.estimate).toBeCloseTo(-there.pooled.estimate, 7);
    }
  });
});

test('without one study by hand', () => {
  const means = known(leaveOneOut(effects([0, 1], [3, 1], [6, 1]), { method: 'EE' }));
  expect(means.map(({ study, pooled }) => [study, pooled.estimate])).toEqual([
    ['s0', 4.5],
    ['s1', 3],
    ['s2', 1.5],
  ]);
  expect(leaveOneOut(effects([1, 1]))).toMatchObject({ reason: 'too-few-studies' });
});

test('fail-safe N by hand: z of 3 and 4', () => {
  // 49 / 2.705543 - 2 = 16.11
  expect(failSafeN(effects([3, 1], [4, 1]))).toBe(17);
  expect(failSafeN(effects([0.1, 1]))).toBe(0);
  expect(failSafeN([])).toEqual(unknown('no-effects'));
  expect(() => failSafeN(effects([1, 1]), 0.7)).toThrow('E-EFF-005');
});
