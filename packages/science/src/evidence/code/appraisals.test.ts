import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { type AppraisalRecord, readAppraisals } from './appraisals.ts';
import { SMALL_CODEBOOK } from './small-codebook.fixture.ts';

const of = (appraiser: string, answers: AppraisalRecord['answers'], paper = 'P1'): AppraisalRecord => ({
  paper,
  appraiser,
  answers,
});

describe('appraisals of papers', () => {
  test('the last answer of a person counts, undecided takes it back, and words may be Chinese', () => {
    const { papers, complaints } = readAppraisals(
      [
        of('li', { V1: 'no', V2: 'yes', V3: '部分' }),
        of('li', { V1: '是', V3: 'undecided' }),
        of('li', { V1: 'yes' }, 'P2'),
        of('li', { V1: '未定' }, 'P2'),
      ],
      SMALL_CODEBOOK,
    );
    expect(complaints).toEqual([]);
    // Two of four questions answered, both yes: mean 0.5.
    expect(papers).toEqual([
      {
        paper: 'P1',
        answers: { V1: 'yes', V2: 'yes' },
        disputed: [],
        appraisers: ['li'],
        validity: 'moderate',
      },
    ]);
  });

  test('where two differ the less favourable answer counts and the question is named', () => {
    const { papers } = readAppraisals(
      [of('wang', { V1: 'partly', V2: 'yes' }), of('li', { V1: 'yes', V2: 'yes' })],
      SMALL_CODEBOOK,
    );
    expect(papers).toMatchObject([
      { answers: { V1: 'partly', V2: 'yes' }, disputed: ['V1'], appraisers: ['li', 'wang'], validity: 'low' },
    ]);
  });

  test('what is no answer, or to no question, is told and the rest is used', () => {
    const { papers, complaints } = readAppraisals(
      [of('li', { V1: 'yes', V2: 'maybe', V9: 'no' })],
      SMALL_CODEBOOK,
    );
    expect(complaints.map(({ where, kind }) => `${where} ${kind}`)).toEqual([
      'appraisals.0.V2 no-answer',
      'appraisals.0.V9 unknown-question',
    ]);
    expect(papers).toMatchObject([{ answers: { V1: 'yes' }, validity: null }]);
  });

  test('another appraiser never makes a paper look better where both answer all questions', () => {
    const { uniform } = chance(5);
    const rank = { low: 0, moderate: 1, high: 2 };
    const answers = () =>
      Object.fromEntries(
        ['V1', 'V2', 'V3', 'V4'].map((id) => [id, ['yes', 'partly', 'no'][Math.floor(uniform() * 3)]!]),
      );
    for (let round = 0; round < 100; round += 1) {
      const [one, other] = [of('li', answers()), of('wang', answers())];
      const validity = (...records: AppraisalRecord[]) =>
        rank[readAppraisals(records, SMALL_CODEBOOK).papers[0]!.validity!];
      expect(validity(one, other)).toBe(validity(other, one));
      expect(validity(one, other)).toBeLessThanOrEqual(Math.min(validity(one), validity(other)));
    }
  });
});
