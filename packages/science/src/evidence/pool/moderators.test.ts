import { expect, test } from 'vitest';
import { chance, isUnknown, seedOf, type Unknown, unknown } from '../../base/index.ts';
import { type ModeratedEffect, metaRegression } from './meta-regression.ts';
import { poolEffects } from './pool-effects.ts';
import { subgroupMeans } from './subgroup-means.ts';

const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const at = (...rows: readonly (readonly [moderator: number | null, estimate: number])[]): ModeratedEffect[] =>
  rows.map(([moderator, estimate], i) => ({ study: `s${i}`, estimate, variance: 1, moderator }));

test('a line through four studies by hand', () => {
  // x 0 1 2 3, y 0 3 3 6: slope 9/5 = 1.8, intercept 0.3, residual squares 1.8, below k - p = 2: tau2 is 0
  const line = known(metaRegression(at([0, 0], [1, 3], [2, 3], [3, 6]), { test: 'normal' }));
  expect(line.slope.estimate).toBeCloseTo(1.8, 12);
  expect(line.intercept.estimate).toBeCloseTo(0.3, 12);
  expect(line.residual.q).toBeCloseTo(1.8, 12);
  expect(line.tau2).toBe(0);
  expect(line.slope.standardError).toBeCloseTo(Math.sqrt(1 / 5), 12);
  expect(line.moderation.statistic).toBeCloseTo(1.8 ** 2 * 5, 10);
  expect(line.r2Percent).toBe(100);
});

test('studies without the moderator are left out and counted', () => {
  const line = known(metaRegression(at([0, 0], [null, 99], [1, 3], [2, 3], [3, 6])));
  expect(line).toMatchObject({ k: 4, leftOut: 1 });
  expect(line.slope.estimate).toBeCloseTo(1.8, 12);
});

test('a moderator that says nothing, or too few studies, are non-answers', () => {
  expect(metaRegression(at([2, 0], [2, 3], [2, 5]))).toEqual(unknown('moderator-constant'));
  expect(metaRegression(at([1, 0], [2, 3]))).toMatchObject({ reason: 'too-few-studies' });
  const alike = known(metaRegression(at([0, 1], [1, 1.01], [2, 1])));
  expect(alike.r2Percent).toEqual(unknown('no-variance-to-explain'));
});

test('years as they are written give the same slope as years from the first one', () => {
  const { uniform, normal } = chance(seedOf(6, 'years'));
  for (let round = 0; round < 20; round += 1) {
    const rows = Array.from({ length: 8 }, (): [number, number] => [Math.floor(40 * uniform()), normal()]);
    const early = known(metaRegression(at(...rows)));
    const late = known(metaRegression(at(...rows.map(([x, y]): [number, number] => [x + 1980, y]))));
    expect(late.slope.estimate).toBeCloseTo(early.slope.estimate, 9);
    expect(late.slope.standardError).toBeCloseTo(early.slope.standardError, 9);
    expect(late.intercept.estimate).toBeCloseTo(early.intercept.estimate - 1980 * early.slope.estimate, 6);
  }
});

test('subgroups by hand: two pairs, means 1 and 5', () => {
  const pairs = [
    { study: 'a', estimate: 0.5, variance: 1, group: 'dry' },
    { study: 'b', estimate: 1.5, variance: 1, group: 'dry' },
    { study: 'c', estimate: 4.5, variance: 1, group: 'wet' },
    { study: 'd', estimate: 5.5, variance: 1, group: 'wet' },
  ];
  const means = known(subgroupMeans(pairs, { test: 'normal' }));
  expect(means.groups.map(({ name, k }) => [name, k])).toEqual([
    ['dry', 2],
    ['wet', 2],
  ]);
  expect(means.groups.map(({ estimate }) => estimate)).toEqual([1, 5]);
  expect(means.residual.q).toBeCloseTo(1, 12);
  // Means have variance 1/2 each: 1/0.5 + 25/0.5 = 52; their difference has variance 1: 16
  expect(means.allZero.statistic).toBeCloseTo(52, 10);
  expect(means.allAlike.statistic).toBeCloseTo(16, 10);
  expect(means.allAlike.degreesOfFreedom).toBe(1);
});

test('groups need each other, and more studies than groups', () => {
  const one = { study: 'a', estimate: 1, variance: 1, group: 'g' };
  expect(subgroupMeans([one, { ...one, study: 'b' }])).toEqual(unknown('one-group'));
  expect(subgroupMeans([one, { ...one, study: 'b', group: 'h' }])).toMatchObject({
    reason: 'too-few-studies',
  });
});

test('two groups are a regression on a column of zeros and ones', () => {
  const { uniform, normal } = chance(seedOf(7, 'groups'));
  for (let round = 0; round < 20; round += 1) {
    const studies = Array.from({ length: 9 }, (_, i) => ({
      study: `s${i}`,
      estimate: normal(),
      variance: 0.1 + uniform(),
      moderator: i % 2,
      group: i % 2 === 0 ? 'even' : 'odd',
    }));
    const [even, odd] = known(subgroupMeans(studies)).groups;
    const line = known(metaRegression(studies));
    expect(line.intercept.estimate).toBeCloseTo(even!.estimate, 9);
    expect(line.slope.estimate).toBeCloseTo(odd!.estimate - even!.estimate, 9);
    expect(known(subgroupMeans(studies)).allAlike.p).toBeCloseTo(line.moderation.p, 9);
    expect(poolEffects(studies)).toMatchObject({ k: 9 });
  }
});
