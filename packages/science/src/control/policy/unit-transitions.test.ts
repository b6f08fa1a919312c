import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import {
  type StateBands,
  UNIT_STATES,
  UPKEEP_ACTIONS,
  type UpkeepShares,
  unitStateOf,
  unitTransitions,
  yearsBetween,
} from './unit-transitions.ts';

const bands: StateBands = { sparse: 0.15, established: 0.45, selfSustaining: 0.75 };
const shares: UpkeepShares = {
  naturalRate: 0.2,
  relapse: { sparse: 0.25, established: 0.05, selfSustaining: 0.01 },
  secondPlanting: 0.9,
  irrigation: { protects: 0.6, speeds: 0.3 },
};
const recovery = { rate: 0.2, asymptote: 0.9, survival: 0.8 };

test('years between marks are those of the recovery course', () => {
  // 0.9 - 0.9 e^(-0.2 t) = 0.45 at t = ln 2 / 0.2
  expect(yearsBetween(0.2, 0.9, 0, 0.45)).toBeCloseTo(Math.LN2 / 0.2, 12);
  expect(yearsBetween(0.2, 0.7, 0.45, 0.75)).toBe(Number.POSITIVE_INFINITY);
});

test('a state by closeness', () => {
  expect([0, 0.15, 0.45, 0.75, 1].map((closeness) => unitStateOf(closeness, bands))).toEqual([
    'bare',
    'sparse',
    'established',
    'self-sustaining',
    'self-sustaining',
  ]);
  expect(unitStateOf(0.2, bands, true)).toBe('failed');
  expect(unitStateOf(0.5, bands, true)).toBe('established');
});

test('chances by hand', () => {
  const [wait, replant, irrigate, close] = unitTransitions(recovery, bands, shares);
  // sparse to established takes ln(.75 / .45) / .2 = 2.554 years: p = 1 - e^(-1 / 2.554) = .3240; h = .25 * .2 = .05
  expect(wait![1]![2]).toBeCloseTo(0.95 * 0.324, 4);
  expect(wait![1]![3]).toBeCloseTo(0.05, 12);
  expect(replant![0]).toEqual([0, 0.8, 0, expect.closeTo(0.2, 12), 0]);
  expect(replant![3]![1]).toBeCloseTo(0.72, 12);
  expect(replant![1]![3]).toBeCloseTo(0.01, 12);
  expect(irrigate![1]![3]).toBeCloseTo(0.02, 12);
  expect(close!.flat().every((value) => value === 0)).toBe(true);
});

test('where the asymptote lies below a band nothing passes into it', () => {
  const [wait] = unitTransitions({ ...recovery, asymptote: 0.7 }, bands, shares);
  expect(wait![2]![4]).toBe(0);
});

test('an uncertain rate: the mean of the chance, below the chance of the mean rate', () => {
  const sure = unitTransitions(recovery, bands, shares)[0]![1]![2]!;
  const unsure = unitTransitions({ ...recovery, lnRateSd: 0.8 }, bands, shares)[0]![1]![2]!;
  const { normal } = chance(seedOf(14, 'uncertain-rate'));
  let sum = 0;
  for (let n = 0; n < 20_000; n += 1) {
    const rate = 0.2 * Math.exp(0.8 * normal());
    sum += 1 - Math.exp(-rate / Math.log(0.75 / 0.45));
  }
  expect(unsure / 0.95).toBeCloseTo(sum / 20_000, 2);
  expect(unsure).not.toBeCloseTo(sure, 2);
});

test('any unit: rows are chances; a faster rate lifts, a better survival loses less, irrigation does both', () => {
  const { uniform } = chance(seedOf(15, 'unit-transitions'));
  for (let round = 0; round < 100; round += 1) {
    const any = {
      rate: 0.02 + uniform(),
      asymptote: 0.2 + uniform(),
      survival: uniform(),
      lnRateSd: uniform(),
    };
    const chances = unitTransitions(any, bands, shares);
    chances.forEach((matrix, action) => {
      for (const row of matrix) {
        const sum = row.reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(UPKEEP_ACTIONS[action] === 'close' ? 0 : 1, 12);
        expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
      }
      expect(matrix.length).toBe(UNIT_STATES.length);
    });
    const [wait, , irrigate] = chances;
    const faster = unitTransitions({ ...any, rate: 1.5 * any.rate }, bands, shares)[0]!;
    const tougher = unitTransitions({ ...any, survival: (1 + any.survival) / 2 }, bands, shares)[0]!;
    for (const [s, up] of [
      [0, 1],
      [1, 2],
      [2, 4],
    ] as const) {
      expect(faster[s]![up]).toBeGreaterThanOrEqual(wait![s]![up]!);
      expect(irrigate![s]![up]).toBeGreaterThanOrEqual(wait![s]![up]!);
    }
    expect(tougher[1]![3]).toBeLessThanOrEqual(wait![1]![3]!);
    expect(irrigate![1]![3]).toBeLessThanOrEqual(wait![1]![3]!);
  }
});

test('refuses bands out of order and a survival above one', () => {
  expect(() => unitTransitions(recovery, { ...bands, established: 0.1 }, shares)).toThrow('E-CHO-102');
  expect(() => unitTransitions({ ...recovery, survival: 1.1 }, bands, shares)).toThrow('E-CHO-102');
});
