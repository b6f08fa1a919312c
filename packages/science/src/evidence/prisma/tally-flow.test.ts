import { describe, expect, test } from 'vitest';
import { type Chance, chance, seedOf } from '../../base/index.ts';
import { flowBoxes } from './flow-boxes.ts';
import { flowIdentities } from './flow-identities.ts';
import { tallyFlow } from './tally-flow.ts';

const found = (record: string, source = 'WoS', from = 'database') => ({
  kind: 'found',
  record,
  source,
  from,
});
const removed = (record: string, why = 'duplicate') => ({ kind: 'removed', record, why });
const screened = (record: string, verdict = 'include') => ({ kind: 'screened', record, verdict });
const retrieved = (record: string, verdict = 'yes') => ({ kind: 'retrieved', record, verdict });
const assessed = (record: string, verdict = 'include', reason?: string) => ({
  kind: 'assessed',
  record,
  verdict,
  ...(reason !== undefined && { reason }),
});

/** Seven records of two databases, one of a website. */
const review = [
  ...['a', 'b', 'c', 'd', 'e'].map((record) => found(record)),
  ...['f', 'g'].map((record) => found(record, 'CNKI')),
  found('w', 'mine.example', 'website'),
  removed('b'),
  screened('a'),
  screened('c', 'exclude'),
  screened('d'),
  screened('e'),
  screened('f'),
  retrieved('d', 'no'),
  assessed('a'),
  assessed('e', 'exclude', 'X1'),
  assessed('f'),
  assessed('w'),
  { kind: 'belongs', record: 'a', study: 's1' },
  { kind: 'belongs', record: 'f', study: 's1' },
];

describe('a review by hand', () => {
  test('every record ends in one box', () => {
    const { counts, states, complaints } = tallyFlow(review);
    expect(complaints).toEqual([]);
    expect(Object.fromEntries(states)).toEqual({
      a: 'included',
      b: 'duplicate',
      c: 'excluded',
      d: 'not-retrieved',
      e: 'left-out',
      f: 'included',
      g: 'awaiting-screening',
      w: 'included',
    });
    const { boxes } = flowBoxes(counts);
    expect(boxes).toMatchObject({
      databases: 7,
      registers: 0,
      duplicates: 1,
      automation: 0,
      awaitingScreening: 1,
      screened: 5,
      excluded: 1,
      sought: 4,
      notRetrieved: 1,
      assessed: 3,
      reasons: [{ reason: 'X1', reports: 1 }],
      otherFound: 1,
      otherSought: 1,
      otherAssessed: 1,
      newReports: 3,
      newStudies: 2,
    });
    expect(boxes.sources.map(({ name, records }) => [name, records])).toEqual([
      ['WoS', 5],
      ['CNKI', 2],
      ['mine.example', 1],
    ]);
  });

  test('a decision is changed by a later one, and taken back', () => {
    const state = (...more: readonly object[]): string | undefined =>
      tallyFlow([...review, ...more]).states.get('a');
    expect(state(screened('a', 'exclude'))).toBe('excluded');
    expect(state(screened('a', 'exclude'), screened('a'))).toBe('included');
    expect(state(assessed('a', 'undecided'))).toBe('awaiting');
    expect(state(removed('a', 'automation'))).toBe('automation');
    expect(state(removed('a'), { kind: 'restored', record: 'a' })).toBe('included');
  });

  test('a source that keeps its number to itself makes the total not reported, never smaller', () => {
    const { counts } = tallyFlow([...review, { kind: 'unreported', source: 'Scholar', from: 'database' }]);
    const { boxes } = flowBoxes(counts);
    expect(boxes.databases).toBeNull();
    expect(boxes.screened).toBeNull();
    expect(boxes.excluded).toBe(1);
  });

  test('a record of a website that is off the subject was not sought', () => {
    const { counts } = tallyFlow([found('w', 'x', 'website'), screened('w', 'exclude')]);
    expect(flowBoxes(counts).boxes).toMatchObject({ otherFound: 1, otherNotSought: 1, otherSought: 0 });
  });
});

describe('bad events', () => {
  const bad = [
    null,
    7,
    'found',
    {},
    { kind: 'found' },
    { kind: 'found', record: '', source: 'x', from: 'database' },
    { kind: 'screened', record: 'a', verdict: 'maybe' },
    { kind: 'removed', record: 'a', why: 5 },
    { kind: 'assessed', record: 'nobody', verdict: 'include' },
    found('a', 'Scopus'),
    { kind: 'count', n: Number.NaN },
  ];

  test('cost a complaint and nothing else, wherever they stand', () => {
    const clean = tallyFlow(review);
    for (const event of bad)
      for (const at of [8, 12, review.length]) {
        const dirty = tallyFlow([...review.slice(0, at), event, ...review.slice(at)]);
        expect(dirty.counts).toEqual(clean.counts);
        expect(dirty.complaints).toHaveLength(1);
      }
  });
});

describe('any sequence of events', () => {
  const pick = <T>({ uniform }: Chance, list: readonly T[]): T => list[Math.floor(list.length * uniform())]!;

  function anyEvent(of: Chance): unknown {
    const record = `r${Math.floor(30 * of.uniform())}`;
    return pick(of, [
      () =>
        found(
          record,
          pick(of, ['WoS', 'CNKI', '中国知网']),
          pick(of, ['database', 'register', 'website', 'citation']),
        ),
      () => found(record),
      () => removed(record, pick(of, ['duplicate', 'automation', 'other', 'whim'])),
      () => ({ kind: 'restored', record }),
      () => screened(record, pick(of, ['include', 'exclude', 'undecided', ''])),
      () => retrieved(record, pick(of, ['yes', 'no', 'undecided'])),
      () => assessed(record, pick(of, ['include', 'exclude']), pick(of, ['X1', 'X2', undefined])),
      () => ({ kind: 'belongs', record, study: `s${Math.floor(5 * of.uniform())}` }),
      () =>
        pick(of, [null, 'x', { kind: 'screened' }, { kind: 'found', record, source: 3, from: 'database' }]),
    ])();
  }

  test('keeps every identity, and no record is counted twice or lost', () => {
    for (let round = 0; round < 150; round += 1) {
      const of = chance(seedOf(round, 'flow'));
      const events = Array.from({ length: Math.floor(200 * of.uniform()) }, () => anyEvent(of));
      const { counts, states } = tallyFlow(events, of.uniform() < 0.3 ? { studies: 2, reports: 3 } : null);
      const { boxes, complaints } = flowBoxes(counts);
      expect(complaints).toEqual([]);
      for (const { state } of flowIdentities(boxes)) expect(state).toBe('holds');
      expect((boxes.databases ?? 0) + (boxes.registers ?? 0) + (boxes.otherFound ?? 0)).toBe(states.size);
      expect(boxes.newReports).toBe([...states.values()].filter((state) => state === 'included').length);
    }
  });

  test('events of different kinds may stand in any order', () => {
    for (let round = 0; round < 50; round += 1) {
      const of = chance(seedOf(round, 'order'));
      const shuffled = review
        .map((event) => ({ event, at: of.uniform() }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      const { counts } = tallyFlow(shuffled);
      expect(flowBoxes(counts).boxes).toMatchObject({
        screened: 5,
        assessed: 3,
        newReports: 3,
        newStudies: 2,
      });
    }
  });
});
