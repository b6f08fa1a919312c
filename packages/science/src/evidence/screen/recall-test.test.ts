import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { hypergeometricAtMost, lnFactorials } from './hypergeometric.ts';
import { type RecallTest, recallTest } from './recall-test.ts';

const course = (found: number, then: number): boolean[] => [
  ...new Array<boolean>(found).fill(true),
  ...new Array<boolean>(then).fill(false),
];

test('the published check values: 38 found, then none in 600 or in 200 of 1000', () => {
  expect((recallTest(course(38, 600), 1038) as RecallTest).p).toBeCloseTo(0.0637, 4);
  expect((recallTest(course(38, 200), 1038) as RecallTest).p).toBeCloseTo(0.5116, 4);
  expect(recallTest(course(38, 600), 1038)).toMatchObject({
    missing: 3,
    stretch: { screened: 600, found: 0 },
  });
});

test('by hand: 3 balls of 5 drawn, 2 of the 5 black: at most 0 black 1/10, at most 1 black 7/10', () => {
  const draw = { population: 5, hitsInPopulation: 2, drawn: 3 };
  expect(hypergeometricAtMost(0, draw, lnFactorials(5))).toBeCloseTo(0.1, 12);
  expect(hypergeometricAtMost(1, draw, lnFactorials(5))).toBeCloseTo(0.7, 12);
  expect(hypergeometricAtMost(2, draw, lnFactorials(5))).toBe(1);
});

test('more irrelevant records never raise the chance; when all were screened it is 0', () => {
  const { uniform } = chance(seedOf(12, 'recall-test'));
  for (let round = 0; round < 20; round += 1) {
    const begun = [true, ...Array.from({ length: 60 }, () => uniform() < 0.15)];
    let before = 1;
    for (let more = 0; begun.length + more <= 160; more += 10) {
      const { p } = recallTest([...begun, ...course(0, more)], 160) as RecallTest;
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(before + 1e-12);
      before = p;
    }
    const last = [...begun, ...course(0, 160 - begun.length)];
    expect((recallTest(last, 160) as RecallTest).p).toBeCloseTo(0, 12);
  }
});

test('under random screening a missed recall passes for reached less often than p says, even at the worst moment', () => {
  // 40 of 400 relevant; 37 found is less than 95 %; looked at just before the next one turns up
  const { uniform } = chance(seedOf(13, 'recall-test'));
  let mistaken = 0;
  const rounds = 400;
  for (let round = 0; round < rounds; round += 1) {
    const all = Array.from({ length: 400 }, (_, i) => ({ isRelevant: i < 40, key: uniform() }))
      .sort((a, b) => a.key - b.key)
      .map(({ isRelevant }) => isRelevant);
    let found = 0;
    const screened = all.findIndex((isRelevant) => isRelevant && (found += 1) === 38);
    const { p } = recallTest(all.slice(0, screened), 400) as RecallTest;
    if (p < 0.05) mistaken += 1;
  }
  expect(mistaken / rounds).toBeLessThan(0.05);
});

test('non-answers before anything was screened or found, and misuse', () => {
  expect(recallTest([], 10)).toMatchObject({ reason: 'nothing-screened' });
  expect(recallTest(course(0, 5), 10)).toMatchObject({ reason: 'nothing-found-yet' });
  expect(() => recallTest(course(1, 10), 10)).toThrow('E-SCR-009');
  expect(() => recallTest(course(1, 5), 10, { recall: 0 })).toThrow('E-SCR-009');
});
