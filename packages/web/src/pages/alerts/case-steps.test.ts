import type { LedgerEntry, LedgerKind } from '@aftermine/science/control';
import { expect, test } from 'vitest';
import { stepTimes } from './case-steps.ts';

const history = (...kinds: LedgerKind[]): LedgerEntry[] =>
  kinds.map((kind, seq) => ({ kind, at: `t${seq}`, seq }) as unknown as LedgerEntry);
const times = (...kinds: LedgerKind[]) => stepTimes(history(...kinds)).map(({ at }) => at);

test('a case seen through has a time at every step', () => {
  expect(
    times(
      'raised',
      'acknowledged',
      'action-added',
      'evidence-added',
      'rectified',
      'recheck-passed',
      'closed',
    ),
  ).toEqual(['t0', 't1', 't2', 't4', 't6']);
});

test('a re-check that fails takes the case back: later steps have no time until they come again', () => {
  expect(times('raised', 'acknowledged', 'action-added', 'rectified', 'recheck-failed')).toEqual([
    't0',
    't1',
    't4',
    null,
    null,
  ]);
});

test('what is opened again stands at the check', () => {
  expect(times('raised', 'dismissed', 'reopened')).toEqual(['t0', 't2', null, null, null]);
});
