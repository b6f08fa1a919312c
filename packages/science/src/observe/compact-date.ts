import { AftermineError } from '../base/index.ts';
import { type CalendarDay, calendarDay, daysSinceEpoch, isLeapYear } from './season.ts';

/** True when the text begins with a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDay(iso: string): boolean {
  try {
    calendarDay(iso);
    return true;
  } catch (error) {
    if (error instanceof AftermineError) return false;
    throw error;
  }
}

/** `20200715` or `20200715T025551` as ISO 8601 in UTC, at midnight without a time; null when it is no date. */
export function isoOfCompact(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return isCalendarDay(iso) && isTimeOfDay(hour, minute, second) ? iso : null;
}

/** `2020197` or `2020197T025423` (year and day of year) as ISO 8601 in UTC; null when it is no date. */
export function isoOfDayOfYear(text: string): string | null {
  const match = /^(\d{4})(\d{3})(?:T(\d{2})(\d{2})(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, yearText, dayText, hour = '00', minute = '00', second = '00'] = match;
  const year = Number(yearText);
  const dayOfYear = Number(dayText);
  if (dayOfYear < 1 || dayOfYear > (isLeapYear(year) ? 366 : 365) || !isTimeOfDay(hour, minute, second))
    return null;
  const day = dayOfEpoch(daysSinceEpoch({ year, month: 1, day: 1 }) + dayOfYear - 1);
  return `${isoDay(day)}T${hour}:${minute}:${second}Z`;
}

/**
 * An RFC 3339 moment, whatever its offset from UTC, as ISO 8601 in UTC with `Z`. A date alone is midnight;
 * a moment without an offset is taken as UTC; digits of a second beyond the third are cut.
 *
 * @returns null when it is no date
 */
export function isoInUtc(text: string): string | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  if (!isCalendarDay(`${year}-${month}-${day}`) || !isTimeOfDay(hour, minute, second)) return null;
  let minutes = daysSinceEpoch({ year: Number(year), month: Number(month), day: Number(day) }) * 1440;
  minutes += Number(hour) * 60 + Number(minute);
  const shift = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (shift !== null) minutes -= (shift[1] === '-' ? -1 : 1) * (Number(shift[2]) * 60 + Number(shift[3]));
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const milliseconds = /[1-9]/.test(fraction.slice(0, 4)) ? fraction.slice(0, 4).padEnd(4, '0') : '';
  return `${isoDay(dayOfEpoch(days))}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:${second}${milliseconds}Z`;
}

/** The day in the middle of two, at midnight UTC: the date that stands for a composite over a season. */
export function middleDay(from: string, to: string): string {
  const first = daysSinceEpoch(calendarDay(from));
  const last = daysSinceEpoch(calendarDay(to));
  return `${isoDay(dayOfEpoch(Math.floor((first + last) / 2)))}T00:00:00Z`;
}

/** The inverse of `daysSinceEpoch`. */
function dayOfEpoch(days: number): CalendarDay {
  // years begin in March so that the leap day comes last
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

function isoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** 60 is a leap second. */
function isTimeOfDay(hour: string, minute: string, second: string): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}
