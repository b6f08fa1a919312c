import { AftermineError } from '@aftermine/science/base';

/** Milliseconds since the epoch, both ends in it; open ends are infinite. */
export type DateRange = readonly [from: number, to: number];

const DAY = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * The parameter `datetime`: an instant, or an interval `from/to` with `..` (or nothing) for an open end. A date without a time is
 * the whole day, UTC.
 *
 * @throws InvalidInput `E-SRV-103` for anything else
 * @source OGC 17-069r4, section 7.15.4; RFC 3339, section 5.6
 */
export function dateRange(text: string): DateRange {
  const wrong = (): AftermineError =>
    new AftermineError('InvalidInput', 'E-SRV-103', {
      where: 'datetime',
      expected: '2026-06-01/..',
      got: text.slice(0, 80),
    });
  const instant = (part: string): DateRange => {
    const at = INSTANT.test(part) ? Date.parse(part) : Number.NaN;
    if (Number.isNaN(at)) throw wrong();
    return [at, part.includes('T') ? at : at + DAY - 1];
  };
  const parts = text.split('/');
  if (parts.length === 1) return instant(text);
  const [from, to] = parts;
  if (parts.length !== 2 || from === undefined || to === undefined) throw wrong();
  const open = (part: string): boolean => part === '' || part === '..';
  if (open(from) && open(to)) return [-Infinity, Infinity];
  const range: DateRange = [open(from) ? -Infinity : instant(from)[0], open(to) ? Infinity : instant(to)[1]];
  if (range[0] > range[1]) throw wrong();
  return range;
}

/** True where a year (as a growing season is named) and a range share a moment; always for what has no year. */
export function yearWithin(year: number | null, [from, to]: DateRange): boolean {
  return year === null || (Date.UTC(year, 0, 1) <= to && Date.UTC(year + 1, 0, 1) - 1 >= from);
}
