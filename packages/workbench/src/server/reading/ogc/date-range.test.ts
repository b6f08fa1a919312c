import { describe, expect, test } from 'vitest';
import { dateRange, yearWithin } from './date-range.ts';

const within = (year: number | null, text: string): boolean => yearWithin(year, dateRange(text));

describe('the parameter datetime', () => {
  test.each([
    ['2026-06-01', [2026]],
    ['2026-12-31T23:59:59Z', [2026]],
    ['2026-01-01T00:30:00+08:00', [2025]],
    ['2026-06-01/2028-01-01', [2026, 2027, 2028]],
    ['../2025-12-31', [2024, 2025]],
    ['2027-01-01/..', [2027, 2028]],
    ['2027-01-01/', [2027, 2028]],
    ['../..', [2024, 2025, 2026, 2027, 2028]],
  ])('%s keeps the years %o', (text, years) => {
    expect([2024, 2025, 2026, 2027, 2028].filter((year) => within(year, text))).toEqual(years);
  });

  test('what has no year is always kept', () => {
    expect(within(null, '1990-01-01')).toBe(true);
  });

  test.each(['2026', 'yesterday', '2026-13-01', '2028-01-01/2026-01-01', '2026-01-01/x', 'a/b/c'])(
    '%s is refused',
    (text) => {
      expect(() => dateRange(text)).toThrow(/E-SRV-103/);
    },
  );
});
