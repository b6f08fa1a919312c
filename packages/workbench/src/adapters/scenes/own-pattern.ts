import { isCalendarDay } from '@aftermine/science/observe';

/** What the placeholders of a pattern stood for in one path. */
export interface PatternMatch {
  /** Day, `YYYY-MM-DD`. */
  readonly date: string;
  /** What `{band}` stood for, in small letters; null without that placeholder. */
  readonly band: string | null;
}

/** A file pattern of the settings, taken apart. */
export interface OwnPattern {
  /** Folder below which files may match, relative, with forward slashes; empty for the project itself. */
  readonly folder: string;
  /** Matches a path relative to the project, with forward slashes; null where it does not fit or is no date. */
  match(path: string): PatternMatch | null;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  year: '(?<year>\\d{4})',
  month: '(?<month>\\d{1,2})',
  day: '(?<day>\\d{1,2})',
  band: '(?<band>[^/]+?)',
};

/**
 * Reads a pattern such as `inputs/{year}/{month}_{band}.tif`; `*` stands for any part of one name. A
 * placeholder that comes twice must stand for the same text.
 *
 * @param monthDay `MM-DD` that stands where the pattern names no month; without a day the 15th is taken
 * @returns null without `{year}`
 */
export function ownPattern(pattern: string, monthDay: string): OwnPattern | null {
  const clean = pattern.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  if (!clean.includes('{year}')) return null;
  const used = new Set<string>();
  const source = clean.replace(
    /\{(year|month|day|band)\}|\*|[^{*]+|\{/g,
    (piece, name: string | undefined) => {
      if (name === undefined) return piece === '*' ? '[^/]*' : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (used.has(name)) return `\\k<${name}>`;
      used.add(name);
      return PLACEHOLDERS[name]!;
    },
  );
  const expression = new RegExp(`^${source}$`, 'i');
  const literal = /^[^{*]*/.exec(clean)![0];
  const folder = literal.slice(0, Math.max(0, literal.lastIndexOf('/')));
  return {
    folder,
    match(path) {
      const groups = expression.exec(path)?.groups;
      if (groups === undefined) return null;
      const [defaultMonth, defaultDay] = monthDay.split('-');
      const month = groups['month']?.padStart(2, '0') ?? defaultMonth;
      const day = groups['day']?.padStart(2, '0') ?? (groups['month'] === undefined ? defaultDay : '15');
      const date = `${groups['year']}-${month}-${day}`;
      return isCalendarDay(date) ? { date, band: groups['band']?.toLowerCase() ?? null } : null;
    },
  };
}
