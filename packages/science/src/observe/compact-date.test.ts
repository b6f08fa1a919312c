import { describe, expect, test } from 'vitest';
import { isCalendarDay, isoInUtc, isoOfCompact, isoOfDayOfYear, middleDay } from './compact-date.ts';

describe('compact dates of deliveries', () => {
  test('a day alone is midnight, a moment keeps its seconds', () => {
    expect(isoOfCompact('20200715')).toBe('2020-07-15T00:00:00Z');
    expect(isoOfCompact('20200715T025551')).toBe('2020-07-15T02:55:51Z');
  });

  test('what is no day of the calendar is no date', () => {
    expect(isoOfCompact('20210229')).toBeNull();
    expect(isoOfCompact('20200715T250000')).toBeNull();
    expect(isoOfCompact('2020071')).toBeNull();
    expect(isCalendarDay('2020-13-01')).toBe(false);
  });

  test('day of year 197 of a leap year is 15 July, of a common year 16 July', () => {
    expect(isoOfDayOfYear('2020197T025423')).toBe('2020-07-15T02:54:23Z');
    expect(isoOfDayOfYear('2021197')).toBe('2021-07-16T00:00:00Z');
  });

  test('day 366 exists in leap years only', () => {
    expect(isoOfDayOfYear('2020366')).toBe('2020-12-31T00:00:00Z');
    expect(isoOfDayOfYear('2021366')).toBeNull();
    expect(isoOfDayOfYear('2021000')).toBeNull();
  });

  test('an offset from UTC is resolved across midnight and New Year', () => {
    expect(isoInUtc('2020-01-01T06:30:00+08:00')).toBe('2019-12-31T22:30:00Z');
    expect(isoInUtc('2019-12-31T20:00:00-05:00')).toBe('2020-01-01T01:00:00Z');
  });

  test('milliseconds are kept, finer digits cut, zeros dropped', () => {
    expect(isoInUtc('2020-07-15T02:53:11.1234567Z')).toBe('2020-07-15T02:53:11.123Z');
    expect(isoInUtc('2020-07-15T02:53:11.000000Z')).toBe('2020-07-15T02:53:11Z');
    expect(isoInUtc('2020-07-15')).toBe('2020-07-15T00:00:00Z');
  });

  test('text that is no moment is null', () => {
    for (const text of ['', 'yesterday', '2020-02-30T00:00:00Z', '2020-07-15T24:00:00Z'])
      expect(isoInUtc(text)).toBeNull();
  });

  test('the middle of June to September is at the end of July', () => {
    expect(middleDay('2020-06-01', '2020-09-30')).toBe('2020-07-31T00:00:00Z');
    expect(middleDay('2020-01-01T00:00:00Z', '2020-12-31T23:59:59Z')).toBe('2020-07-01T00:00:00Z');
  });

  test('every day of eight years survives the way through its number', () => {
    for (let year = 1999; year < 2007; year += 1) {
      for (let day = 1; day <= 365; day += 1) {
        const iso = isoOfDayOfYear(`${year}${String(day).padStart(3, '0')}`)!;
        expect(middleDay(iso, iso)).toBe(iso);
      }
    }
  });
});
