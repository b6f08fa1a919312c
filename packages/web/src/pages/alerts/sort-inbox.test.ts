import type { ActionState } from '@aftermine/science/control';
import { expect, test } from 'vitest';
import type { Alert } from './alert-data.ts';
import { sortInbox } from './sort-inbox.ts';

const alert = (id: string, rank: number, site: string, state: ActionState, since = '2031'): Alert =>
  ({ alarm: { id, rank, site }, case: { state, since }, name: null, history: [] }) as unknown as Alert;
const ids = (alerts: readonly Alert[]): string[] => alerts.map((one) => one.alarm.id);

test('the few of highest rank come first, by site in the order of their highest', () => {
  const { first, folded } = sortInbox(
    [
      alert('a', 0.1, 'east', 'new'),
      alert('b', 0.5, 'west', 'check'),
      alert('c', 0.4, 'east', 'new'),
      alert('d', 0.3, 'west', 'recheck'),
    ],
    3,
  );
  expect(first.map(({ site }) => site)).toEqual(['west', 'east']);
  expect(first.map(({ alerts }) => ids(alerts))).toEqual([['b', 'd'], ['c']]);
  expect(folded.map(({ alerts }) => ids(alerts))).toEqual([['a']]);
});

test('answered alerts take no place among the first, and the latest answer leads', () => {
  const { first, answered } = sortInbox(
    [
      alert('a', 0.9, 'east', 'closed', '2030'),
      alert('b', 0.1, 'east', 'new'),
      alert('c', 0.8, 'east', 'dismissed', '2032'),
    ],
    1,
  );
  expect(first.flatMap(({ alerts }) => ids(alerts))).toEqual(['b']);
  expect(ids(answered)).toEqual(['c', 'a']);
});

test('every alert stands in exactly one part, however many are looked at first', () => {
  const states = ['new', 'check', 'rectify', 'recheck', 'closed', 'dismissed'] as const;
  const alerts = Array.from({ length: 40 }, (_, i) =>
    alert(`a${i}`, ((i * 7) % 11) / 11, `s${i % 3}`, states[i % 6]!),
  );
  for (const attention of [0, 1, 5, 40, 100]) {
    const { first, folded, answered } = sortInbox(alerts, attention);
    const all = [...first, ...folded].flatMap((group) => ids(group.alerts)).concat(ids(answered));
    expect([...all].sort()).toEqual(ids(alerts).sort());
    expect(first.flatMap((group) => group.alerts).length).toBeLessThanOrEqual(attention);
  }
});
