import { describe, expect, test } from 'vitest';
import { chance, hasText, say, seedOf } from '../../base/index.ts';
import { type EvidenceBody, type GradedStudy, gradeOf } from './grade-of.ts';
import { DEFAULT_GRADE_RULE } from './grade-rule.ts';

const study = (i: number, design = 'controlled-nonrandom', more: Partial<GradedStudy> = {}): GradedStudy => ({
  study: `s${i}`,
  design,
  weight: 1,
  validity: 'high',
  sign: 1,
  matchesSite: true,
  ...more,
});
const studies = (n: number, design?: string, more?: Partial<GradedStudy>): GradedStudy[] =>
  Array.from({ length: n }, (_, i) => study(i, design, more));
const effect = {
  measure: 'lnRR',
  estimate: 0.4,
  ciLow: 0.2,
  ciHigh: 0.6,
  predictionLow: -0.1,
  predictionHigh: 0.9,
  i2Percent: 60,
} as const;
const body = (more: Partial<EvidenceBody> = {}): EvidenceBody => ({
  studies: studies(5),
  effect,
  eggerP: null,
  ...more,
});
const steps = (of: EvidenceBody): string[] => gradeOf(of).reasons.map(({ rule, add }) => `${rule} ${add}`);

describe('the rule, one step at a time', () => {
  test('five good controlled studies: B, nothing added or taken', () => {
    expect(gradeOf(body())).toMatchObject({ grade: 'B', score: 3 });
    expect(steps(body())).toEqual(['start 3']);
  });

  test.each([
    ['large-effect 1', { effect: { ...effect, estimate: 0.7, predictionLow: 0.1 } }],
    ['many-consistent 1', { studies: studies(10), effect: { ...effect, i2Percent: 49 } }],
    ['few-studies -1', { studies: studies(2) }],
    ['inconsistent -1', { effect: { ...effect, i2Percent: 75 } }],
    [
      'inconsistent -1',
      { studies: [...studies(3), study(3, undefined, { sign: -1 }), study(4, undefined, { sign: -1 })] },
    ],
    ['low-validity -1', { studies: studies(5, undefined, { validity: 'low' }) }],
    ['not-appraised -1', { studies: studies(5, undefined, { validity: null }) }],
    ['no-site-match -1', { studies: studies(5, undefined, { matchesSite: false }) }],
    ['interval-includes-zero -1', { effect: { ...effect, ciLow: -0.1 } }],
    ['no-interval -1', { effect: null }],
    ['asymmetry -1', { studies: studies(10), eggerP: 0.09 }],
  ] satisfies [string, Partial<EvidenceBody>][])('%s', (step, more) => {
    expect(steps(body(more))).toEqual(['start 3', step]);
    expect(gradeOf(body(more)).score).toBe(3 + Number(step.split(' ')[1]));
  });

  test.each([
    ['an effect just below', { effect: { ...effect, estimate: 0.68, predictionLow: 0.1 } }],
    ['a large effect that a further study may not show', { effect: { ...effect, estimate: 2 } }],
    [
      'a large mean difference: its unit is not a ratio',
      { effect: { ...effect, measure: 'MD', estimate: 9, predictionLow: 1 } },
    ],
    ['nine consistent studies', { studies: studies(9), effect: { ...effect, i2Percent: 10 } }],
    ['Egger below ten studies', { studies: studies(9), eggerP: 0.001 }],
    [
      'one site that matches among many that do not',
      { studies: [study(0), ...studies(4, undefined, { matchesSite: false })] },
    ],
    ['no site in question', { studies: studies(5, undefined, { matchesSite: null }) }],
    ['three of ten against', { studies: [...studies(7), ...studies(3, undefined, { sign: -1 })] }],
  ] satisfies [string, Partial<EvidenceBody>][])('nothing for %s', (_, more) => {
    expect(steps(body(more))).toEqual(['start 3']);
  });
});

describe('where it starts', () => {
  const start = (...list: readonly GradedStudy[]): number => gradeOf(body({ studies: list })).reasons[0]!.add;

  test('the best design among the studies that make up half of the weight', () => {
    expect(start(study(0, 'randomised', { weight: 50 }), study(1, 'expert', { weight: 50 }))).toBe(1);
    expect(start(study(0, 'randomised', { weight: 51 }), study(1, 'expert', { weight: 49 }))).toBe(4);
    expect(
      start(
        study(0, 'review', { weight: 40 }),
        study(1, 'baci', { weight: 35 }),
        study(2, 'randomised', { weight: 25 }),
      ),
    ).toBe(3);
    expect(start(...studies(4, 'chronosequence'))).toBe(2);
  });

  test('a design that the rule does not know starts lowest', () => {
    expect(start(study(0, 'hearsay'))).toBe(0);
  });
});

test('without a finding that can be cited the grade is E', () => {
  expect(gradeOf(body({ studies: [] }))).toEqual({
    grade: 'E',
    score: 0,
    reasons: [{ rule: 'no-located-finding', add: 0, params: {} }],
  });
});

test('it never leaves A to E, does not depend on the order of studies, and every reason has its words', () => {
  const seen = new Set<string>();
  for (let round = 0; round < 200; round += 1) {
    const { uniform } = chance(seedOf(round, 'grade'));
    const pick = <T>(list: readonly T[]): T => list[Math.floor(list.length * uniform())]!;
    const list = Array.from({ length: Math.floor(14 * uniform()) }, (_, i) =>
      study(i, pick(Object.keys(DEFAULT_GRADE_RULE.start)), {
        weight: pick([0, 1, 1, 5]),
        validity: pick(['high', 'moderate', 'low', null]),
        sign: pick([1, -1, 0, null]),
        matchesSite: pick([true, false, null]),
      }),
    );
    const of = body({
      studies: list,
      effect: pick([
        null,
        effect,
        { ...effect, i2Percent: 90, ciLow: -1 },
        { ...effect, estimate: 2, predictionLow: 1 },
      ]),
      eggerP: pick([null, 0.01, 0.5]),
    });
    const { grade, score, reasons } = gradeOf(of);
    expect('EDCBA'[score]).toBe(grade);
    const turned = gradeOf({ ...of, studies: [...list].reverse() });
    expect(turned.grade).toBe(grade);
    expect(turned.reasons.map(({ rule }) => rule)).toEqual(reasons.map(({ rule }) => rule));
    for (const { rule, add, params } of reasons) {
      seen.add(rule);
      for (const language of ['en', 'zh'] as const)
        expect(say(language, `evidence.grade.${rule}`, { add, ...params })).not.toMatch(/\{\w+\}/);
      expect(hasText(`evidence.grade.${rule}`)).toBe(true);
    }
  }
  expect(seen.size).toBeGreaterThan(10);
});

test('a condition that a rule does not have is not applied', () => {
  const { reasons } = gradeOf(body({ studies: studies(1), effect: null }), {
    ...DEFAULT_GRADE_RULE,
    fewStudies: null,
    intervalIncludesZero: null,
  });
  expect(reasons.map(({ rule }) => rule)).toEqual(['start']);
});
