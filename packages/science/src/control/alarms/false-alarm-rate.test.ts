import { expect, test } from 'vitest';
import { falseAlarmRate } from './false-alarm-rate.ts';

const dismissed = (reason: 'false-alarm' | 'known') =>
  ({ state: 'dismissed', dismissal: { reason, note: 'seen on the ground' } }) as const;

test('one false alarm of four alerts that anybody looked at is a quarter; new alerts do not count', () => {
  const open = { state: 'check', dismissal: null } as const;
  const fresh = { state: 'new', dismissal: null } as const;
  expect(falseAlarmRate([dismissed('false-alarm'), dismissed('known'), open, open, fresh])).toBe(0.25);
});

test('before anybody looked there is no rate', () => {
  expect(falseAlarmRate([])).toBeNull();
  expect(falseAlarmRate([{ state: 'new', dismissal: null }])).toBeNull();
});
