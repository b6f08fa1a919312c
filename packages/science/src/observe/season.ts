import { AftermineError } from '../base/index.ts';

/** A window of the year, both days included; `from` after `to` means it runs across New Year. */
export interface Season {
  /** Month and day, `MM-DD`. */
  readonly from: string;
  readonly to: string;
}

/** A date in the proleptic Gregorian calendar, UTC. */
export interface CalendarDay {
  readonly year: number;
  /** 1..12. */
  readonly month: number;
  /** 1..31. */
  readonly day: number;
}

/** Days before each month in a common year. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The day an ISO 8601 text names; the time of day is ignored (satellite deliveries give UTC).
 *
 * @throws InvalidInput `E-OBS-105` when it is no date
 */
export function calendarDay(iso: string): CalendarDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  const [year, month, day] =
    match === null ? [0, 0, 0] : [Number(match[1]), Number(match[2]), Number(match[3])];
  if (match === null || !isRealDay(month, day, isLeapYear(year))) {
    throw new AftermineError('InvalidInput', 'E-OBS-105', { expected: 'YYYY-MM-DD', got: iso });
  }
  return { year, month, day };
}

/** Day of year, 1..366. */
export function dayOfYear({ year, month, day }: CalendarDay): number {
  return DAYS_BEFORE[month - 1]! + day + (month > 2 && isLeapYear(year) ? 1 : 0);
}

/** Days since 1970-01-01 (negative before), by counting days of whole 400-year cycles. */
export function daysSinceEpoch({ year, month, day }: CalendarDay): number {
  // years begin in March so that the leap day comes last
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfMarchYear = Math.floor((153 * m + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfMarchYear -
    719_468
  );
}

function isRealDay(month: number, day: number, leap: boolean): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= DAYS_IN[month - 1]! + (leap && month === 2 ? 1 : 0);
}

/** `MM-DD` as month * 100 + day: keeps calendar order without knowing about leap years. */
function monthDay(text: string, where: string): number {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const [month, day] = match === null ? [0, 0] : [Number(match[1]), Number(match[2])];
  if (!isRealDay(month, day, true)) {
    throw new AftermineError('InvalidInput', 'E-OBS-105', { where, expected: 'MM-DD', got: text });
  }
  return month * 100 + day;
}

/** True when the season runs across New Year. */
export function crossesNewYear(season: Season): boolean {
  return monthDay(season.from, 'season.from') > monthDay(season.to, 'season.to');
}

/**
 * The year whose growing season a date belongs to. A season across New Year is labelled by the year it BEGINS
 * in: with 11-01..03-31, both 2019-12-24 and 2020-02-10 count for 2019.
 *
 * @param iso date or date and time, ISO 8601, UTC
 * @returns the season's year, or null when the date lies outside the season
 * @throws InvalidInput `E-OBS-105` when date or season is no date
 */
export function seasonYear(iso: string, season: Season): number | null {
  const date = calendarDay(iso);
  const at = date.month * 100 + date.day;
  const from = monthDay(season.from, 'season.from');
  const to = monthDay(season.to, 'season.to');
  if (from <= to) return at >= from && at <= to ? date.year : null;
  if (at >= from) return date.year;
  return at <= to ? date.year - 1 : null;
}

/**
 * Days from the beginning of a growing season to a date, the same scale on both sides of New Year.
 *
 * @param year the season's year, from `seasonYear`
 * @returns 0 on the first day; negative before it
 */
export function seasonDay(iso: string, season: Season, year: number): number {
  return daysSinceEpoch(calendarDay(iso)) - daysSinceEpoch(seasonStart(season, year));
}

/** Number of days of a season, both ends included. */
export function seasonLength(season: Season, year: number): number {
  const end = fromMonthDay(monthDay(season.to, 'season.to'), crossesNewYear(season) ? year + 1 : year);
  return daysSinceEpoch(end) - daysSinceEpoch(seasonStart(season, year)) + 1;
}

function seasonStart(season: Season, year: number): CalendarDay {
  return fromMonthDay(monthDay(season.from, 'season.from'), year);
}

/** 29 February of a common year is taken as 28 February. */
function fromMonthDay(code: number, year: number): CalendarDay {
  const month = Math.floor(code / 100);
  const day = code % 100;
  return { year, month, day: month === 2 && day === 29 && !isLeapYear(year) ? 28 : day };
}
