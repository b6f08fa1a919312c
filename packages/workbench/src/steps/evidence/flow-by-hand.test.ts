import { chance } from '@aftermine/science/base';
import { flowBoxes, flowIdentities, tallyFlow } from '@aftermine/science/evidence';
import { expect, test } from 'vitest';
import type { EvidenceEntry, JsonObject } from '../../ports/index.ts';
import { FLOW_STATES, flowByHand, flowEntries } from './flow-by-hand.ts';

const written = (...values: readonly JsonObject[]): readonly EvidenceEntry[] =>
  values.map((value, i) => ({ seq: i + 1, kind: 'flow', at: '2026-11-28T10:00:00Z', by: 'li', value }));

test('whatever people enter and take back, the boxes add up and every record stands in one of them', () => {
  const { uniform } = chance(11);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(uniform() * of.length)]!;
  for (let round = 0; round < 60; round += 1) {
    const sources = ['website', 'register', 'citation', 'database'] as const;
    const values: JsonObject[] = sources.map((from) => ({
      kind: 'found',
      source: from,
      from,
      records: [1, 2, 3].map((i) => `${from}#${i}`),
    }));
    for (let i = 0; i < 25; i += 1)
      values.push(
        uniform() < 0.2
          ? { kind: 'undone', entry: 5 + Math.floor(uniform() * values.length), note: '' }
          : {
              kind: 'state',
              state: pick(FLOW_STATES),
              records: [`${pick(sources)}#${1 + Math.floor(uniform() * 3)}`],
              reason: 'X1',
              study: pick(['A', 'B']),
            },
      );
    const { events, previous } = flowByHand(written(...values));
    const { counts, states, complaints } = tallyFlow(events, previous);
    expect(complaints).toEqual([]);
    expect(states.size).toBe(12);
    expect(flowIdentities(flowBoxes(counts).boxes).filter(({ state }) => state === 'broken')).toEqual([]);
  }
});

test('a report that is read counts as sought and had; an entry that is undone counts for nothing and stays', () => {
  const entries = written(
    { kind: 'found', source: 'T', from: 'register', records: ['T#1', 'T#2'] },
    { kind: 'state', state: 'included', records: ['T#1'], reason: null, study: null },
    { kind: 'state', state: 'not-sought', records: ['T#1'], reason: null, study: null },
    { kind: 'undone', entry: 3, note: 'a slip' },
  );
  expect(tallyFlow(flowByHand(entries).events).states.get('T#1')).toBe('included');
  expect(tallyFlow(flowByHand(entries.slice(0, 3)).events).states.get('T#1')).toBe('excluded');
  expect(flowEntries(entries).map(({ entry, undone }) => [entry, undone?.note ?? null])).toEqual([
    [1, null],
    [2, null],
    [3, 'a slip'],
  ]);
});
