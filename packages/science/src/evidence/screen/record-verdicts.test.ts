import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { conflictsOf, flowEventsOfDecisions, marksOfDecisions, recordVerdicts } from './record-verdicts.ts';
import { readScreenDecisions, type ScreenDecision } from './screen-decision.ts';
import { screenerAgreement } from './screener-agreement.ts';
import { courseOfScreening } from './stopping-signals.ts';

let minute = 0;
const say = (
  screener: string,
  record: string,
  decision: ScreenDecision['decision'],
  more: Partial<ScreenDecision> = {},
): ScreenDecision => {
  minute += 1;
  return {
    record,
    screener,
    stage: 'title-abstract',
    decision,
    reason: null,
    at: `2026-03-01T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`,
    settles: false,
    ...more,
  };
};

const log = [
  say('li', 'r1', 'include'),
  say('li', 'r2', 'exclude'),
  say('li', 'r3', 'exclude'),
  say('wang', 'r1', 'include'),
  say('wang', 'r2', 'include'),
  say('wang', 'r3', 'unsure'),
  say('li', 'r4', 'include'),
];

test('what all screeners say is the verdict; who differ or are unsure make a conflict; one alone waits where two are needed', () => {
  const verdicts = recordVerdicts(log, 'title-abstract', 2);
  expect(verdicts.map(({ record, verdict }) => [record, verdict])).toEqual([
    ['r1', 'include'],
    ['r2', 'conflict'],
    ['r3', 'conflict'],
    ['r4', 'waiting'],
  ]);
  expect(recordVerdicts(log, 'title-abstract')[3]!.verdict).toBe('include');
  expect(conflictsOf(log, 'title-abstract').map(({ record }) => record)).toEqual(['r2', 'r3']);
  expect(recordVerdicts(log, 'full-text')).toEqual([]);
});

test('a later decision of the same screener stands in place of the earlier, a settling one above all', () => {
  const changed = [...log, say('wang', 'r2', 'exclude', { reason: 'no-mine' })];
  const [, second] = recordVerdicts(changed, 'title-abstract', 2);
  expect(second).toMatchObject({ verdict: 'exclude', reasons: ['no-mine'], settledBy: null });
  const settled = [...changed, say('zhao', 'r3', 'include', { settles: true }), say('li', 'r3', 'exclude')];
  expect(recordVerdicts(settled, 'title-abstract', 2)[2]).toMatchObject({
    verdict: 'include',
    settledBy: { screener: 'zhao' },
  });
  expect(conflictsOf(settled, 'title-abstract')).toEqual([]);
});

test('any log: the order in which it is kept does not matter, times do', () => {
  const { uniform } = chance(seedOf(14, 'log'));
  const all = [...log, say('li', 'r1', 'exclude'), say('zhao', 'r2', 'include', { settles: true })];
  const expected = recordVerdicts(all, 'title-abstract', 2);
  for (let round = 0; round < 20; round += 1) {
    const shuffled = all
      .map((decision) => ({ decision, key: uniform() }))
      .sort((a, b) => a.key - b.key)
      .map(({ decision }) => decision);
    expect(recordVerdicts(shuffled, 'title-abstract', 2)).toEqual(expected);
    expect(screenerAgreement(shuffled, 'title-abstract')).toEqual(screenerAgreement(all, 'title-abstract'));
  }
});

test('marks for the queue: agreed ones, or those of one screener without the others', () => {
  const records = ['r1', 'r2', 'r3', 'r4', 'r5'];
  expect(marksOfDecisions(log, 'title-abstract', records)).toEqual([
    'include',
    'unsure',
    'unsure',
    'include',
    null,
  ]);
  expect(marksOfDecisions(log, 'title-abstract', records, 'wang')).toEqual([
    'include',
    'include',
    'unsure',
    null,
    null,
  ]);
});

test('the course for the stopping signals holds what was agreed on, in the order it was first decided on', () => {
  const settled = [...log, say('zhao', 'r2', 'exclude', { settles: true })];
  expect(courseOfScreening(recordVerdicts(settled, 'title-abstract'))).toEqual([true, false, true]);
});

test('events for the flow diagram: undecided where nothing is agreed on, the reason of an exclusion with it', () => {
  const both = [
    ...log.slice(0, 5),
    say('li', 'r1', 'exclude', { stage: 'full-text', reason: 'no-outcome' }),
    say('wang', 'r1', 'exclude', { stage: 'full-text', reason: 'wrong-design' }),
  ];
  expect(flowEventsOfDecisions(both, 1)).toEqual([
    { kind: 'screened', record: 'r1', verdict: 'include' },
    { kind: 'screened', record: 'r2', verdict: 'undecided' },
    { kind: 'screened', record: 'r3', verdict: 'exclude' },
    { kind: 'assessed', record: 'r1', verdict: 'exclude', reason: 'no-outcome' },
  ]);
});

test('agreement is that of what each said first: talk afterwards does not raise it', () => {
  const [pair] = screenerAgreement(log, 'title-abstract');
  expect(pair).toMatchObject({
    first: 'li',
    second: 'wang',
    compared: 2,
    unsure: 1,
    table: [
      [1, 0],
      [1, 0],
    ],
    kappa: 0,
  });
  const after = [...log, say('li', 'r2', 'include'), say('zhao', 'r3', 'exclude', { settles: true })];
  expect(screenerAgreement(after, 'title-abstract')).toEqual([pair]);
});

test('decisions are read with what may be left out, and refused with the field that does not fit', () => {
  const row = {
    record: 'r1',
    screener: 'li',
    stage: 'title-abstract',
    decision: 'exclude',
    at: '2026-03-01T09:30:00Z',
  };
  expect(readScreenDecisions([row])).toEqual([{ ...row, reason: null, settles: false }]);
  const where = (change: object): string => {
    try {
      readScreenDecisions([row, { ...row, ...change }]);
    } catch (error) {
      return (error as Error).message;
    }
    return 'accepted';
  };
  expect(where({ decision: 'maybe' })).toBe('E-SCR-004 | at decisions[1].decision');
  expect(where({ at: '2026-03-01 09:30' })).toBe('E-SCR-004 | at decisions[1].at');
  expect(where({ stage: 'full-text' })).toBe('E-SCR-004 | at decisions[1].reason');
  expect(where({ stage: 'full-text', reason: 'no-outcome' })).toBe('accepted');
});
