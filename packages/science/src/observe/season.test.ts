import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  crossesNewYear,
  dayOfYear,
  daysSinceEpoch,
  seasonDay,
  seasonLength,
  seasonYear,
} from './season.ts';

const summer = { from: '06-01', to: '09-30' };
const southern = { from: '11-01', to: '03-31' };

it('both ends of the season belong to it', () => {
  expect(seasonYear('2020-06-01', summer)).toBe(2020);
  expect(seasonYear('2020-09-30T23:59:59Z', summer)).toBe(2020);
  expect(seasonYear('2020-05-31', summer)).toBeNull();
  expect(seasonYear('2020-10-01', summer)).toBeNull();
});

it('a season across New Year is labelled by the year it begins in', () => {
  expect(crossesNewYear(southern)).toBe(true);
  expect(seasonYear('2019-11-01', southern)).toBe(2019);
  expect(seasonYear('2019-12-24', southern)).toBe(2019);
  expect(seasonYear('2020-03-31', southern)).toBe(2019);
  expect(seasonYear('2020-04-01', southern)).toBeNull();
  expect(seasonYear('2020-10-31', southern)).toBeNull();
});

it('days of a season run on across New Year', () => {
  expect(seasonDay('2019-11-01', southern, 2019)).toBe(0);
  expect(seasonDay('2020-01-01', southern, 2019)).toBe(61);
  expect(seasonLength(summer, 2021)).toBe(122);
  // 2020 is a leap year
  expect(seasonLength(southern, 2019) - seasonLength(southern, 2018)).toBe(1);
});

describe('calendar', () => {
  it('day of year knows leap years', () => {
    expect(dayOfYear(calendarDay('2020-12-31'))).toBe(366);
    expect(dayOfYear(calendarDay('1900-12-31'))).toBe(365);
    expect(dayOfYear(calendarDay('2000-03-01'))).toBe(61);
  });

  it('days since 1970 agree with the platform over 130 years', () => {
    for (let day = -10_000; day < 40_000; day += 97) {
      const iso = new Date(day * 86_400_000).toISOString();
      expect(daysSinceEpoch(calendarDay(iso))).toBe(day);
    }
  });

  it('what is no date is refused', () => {
    for (const text of ['2021-02-29', '2021-13-01', '2021-1-1', '20210715', '2021-04-31']) {
      expect(() => calendarDay(text), text).toThrow(/E-OBS-105/);
    }
    expect(() => seasonYear('2020-06-01', { from: '06-31', to: '09-30' })).toThrow(/E-OBS-105/);
  });
});
