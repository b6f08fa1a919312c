import { describe, expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { agreementCounts, agreementRatings, judgeAgreement } from './agreement-counts.ts';
import { validityOf } from './appraisal.ts';
import { codedStudies, LONGEST_QUOTE, readCodings } from './coding.ts';
import { SMALL_CODEBOOK } from './small-codebook.fixture.ts';

const coding = (study: string, code: string, coder: string, applies = true, locator = 'p. 3') => ({
  study,
  code,
  coder,
  applies,
  locator,
});
const read = (...records: readonly unknown[]) => readCodings(records, SMALL_CODEBOOK);

describe('codings', () => {
  test('keep locator, quote and the origin of the code', () => {
    const { codings, complaints } = read({ ...coding('s1', 'T.lime', 'ann'), quote: 'lime at 12 t' });
    expect(complaints).toEqual([]);
    expect(codings).toEqual([
      {
        study: 's1',
        code: 'T.lime',
        coder: 'ann',
        applies: true,
        locator: 'p. 3',
        quote: 'lime at 12 t',
        origin: 'X',
      },
    ]);
  });

  test('of the same coder, study and code: the later counts', () => {
    const { codings } = read(
      coding('s1', 'T.cover', 'ann'),
      coding('s1', 'T.cover', 'bob'),
      coding('s1', 'T.cover', 'ann', false),
    );
    expect(codings.map(({ coder, applies }) => [coder, applies])).toEqual([
      ['bob', true],
      ['ann', false],
    ]);
  });

  test('that cannot be used are left out and told', () => {
    const { codings, complaints } = read(
      coding('s1', 'T.cover', 'ann', true, ' '),
      coding('s1', 'T.unknown', 'ann'),
      coding('s1', 'T.nbs', 'ann'),
      { study: 's1' },
      { ...coding('s2', 'T.cover', 'ann'), quote: 'x'.repeat(500) },
    );
    expect(complaints.map(({ kind }) => kind)).toEqual([
      'no-locator',
      'unknown-code',
      'code-has-parts',
      'malformed',
      'quote-cut',
    ]);
    expect(codings.map(({ study, locator }) => [study, locator])).toEqual([
      ['s1', null],
      ['s2', 'p. 3'],
    ]);
    expect(codings[1]!.quote).toHaveLength(LONGEST_QUOTE);
  });

  test('give a study the codes that no coder denied', () => {
    const { codings } = read(
      coding('s1', 'T.wetland', 'ann'),
      coding('s1', 'T.cover', 'ann'),
      coding('s1', 'T.cover', 'bob', false),
      coding('s2', 'T.lime', 'bob', false),
    );
    expect(codedStudies(codings, SMALL_CODEBOOK)).toEqual({
      studies: [
        { study: 's1', codes: ['T.wetland'] },
        { study: 's2', codes: [] },
      ],
      disputed: [{ study: 's1', code: 'T.cover' }],
    });
  });
});

describe('agreement', () => {
  test('counts by hand', () => {
    const { codings } = read(
      ...['s1', 's2', 's3', 's4'].map((study, i) => coding(study, 'T.cover', 'ann', i < 2)),
      ...['s1', 's2', 's3', 's5'].map((study, i) => coding(study, 'T.cover', 'bob', i === 0)),
    );
    // s1 both yes, s2 only ann, s3 both no; s4 and s5 were coded by one
    expect(agreementCounts(codings, 'ann', 'bob')).toEqual([
      {
        code: 'T.cover',
        table: [
          [1, 1],
          [0, 1],
        ],
      },
    ]);
    const { coders, units, ratings } = agreementRatings(codings);
    expect(coders).toEqual(['ann', 'bob']);
    expect(units).toHaveLength(5);
    expect(ratings).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, null],
      [null, 0],
    ]);
  });

  test('tables hold every unit that both coded, once', () => {
    for (let round = 0; round < 20; round += 1) {
      const { uniform } = chance(seedOf(round, 'coders'));
      const records = Array.from({ length: 60 }, () =>
        coding(
          `s${Math.floor(8 * uniform())}`,
          uniform() < 0.5 ? 'T.cover' : 'T.lime',
          uniform() < 0.5 ? 'ann' : 'bob',
          uniform() < 0.5,
        ),
      );
      const { codings } = read(...records);
      const both = agreementRatings(codings).ratings.filter((row) => row.every((rating) => rating !== null));
      const counted = agreementCounts(codings, 'ann', 'bob').flatMap(({ table }) => table.flat());
      expect(counted.reduce((sum, n) => sum + n, 0)).toBe(both.length);
    }
  });

  test('is judged by the codebook', () => {
    const rule = SMALL_CODEBOOK.agreement;
    expect([0.8, 0.79, 0.667, 0.66, null].map((value) => judgeAgreement(value, 0.2, rule))).toEqual([
      'accept',
      'tentative',
      'tentative',
      'insufficient',
      'insufficient',
    ]);
    expect(judgeAgreement(1, 0.19, rule)).toBe('too-few-double-coded');
  });
});

test('validity is the mean answer, and an unanswered question counts as no', () => {
  const validity = (answers: Record<string, 'yes' | 'partly' | 'no'>) => validityOf(answers, SMALL_CODEBOOK);
  expect(validity({ V1: 'yes', V2: 'yes', V3: 'yes', V4: 'partly' })).toBe('high');
  expect(validity({ V1: 'yes', V2: 'yes', V3: 'no', V4: 'no' })).toBe('moderate');
  expect(validity({ V1: 'yes', V2: 'partly' })).toBe('low');
  expect(validity({ V1: 'yes' })).toBeNull();
  expect(validity({})).toBeNull();
});
