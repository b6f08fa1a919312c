import { expect, test } from 'vitest';
import { lockedYear, withoutLock, withYear } from './locks.ts';

const locks = [
  { unit: 'A', mode: 'leave' as const },
  { unit: 'B', mode: 'treat' as const, endUse: 'forest', year: 2026 },
];

test('the year of one unit is fixed, and what is fixed for others stays as it was', () => {
  const next = withYear(locks, { unit: 'C', year: 2027, endUse: 'grass' });
  expect(next).toEqual([...locks, { unit: 'C', mode: 'treat', endUse: 'grass', year: 2027 }]);
  expect(withYear(locks, { unit: 'B', year: 2028, endUse: 'grass' })).toContainEqual({
    unit: 'B',
    mode: 'treat',
    endUse: 'forest',
    year: 2028,
  });
});

test('a unit that is left has no year, and releasing a unit takes its lock away', () => {
  expect(lockedYear(locks, 'A')).toBeNull();
  expect(lockedYear(locks, 'B')).toBe(2026);
  expect(withoutLock(locks, 'B')).toEqual([locks[0]]);
});
