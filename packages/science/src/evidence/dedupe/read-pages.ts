/** One page as it may be compared. */
export interface Page {
  /** `s` of S394, `e` of e70933; empty where there is none. */
  readonly letters: string;
  /** Digits without leading zeros. */
  readonly digits: string;
}

/** Where a record says it stands. */
export interface Pages {
  /** First page, or what it may be, and number of the article: 0 to 3 entries. */
  readonly first: readonly Page[];
  /** Digits of the last page in full: 129 for `123-9`. Null where no range is given. */
  readonly last: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads `221-8`, `S394-S395`, `e70933`, `pp. 12-15`, `CD001234`, `210+209` (an article that goes on elsewhere: either page may come first). What a spreadsheet made of ranges is undone: `Nov-19`
 * was 11-19, `11-Sep` was 11-9 or 9-11, by country, so either may be the first page. Its powers of ten (`2.05E+15`) and counts
 * of pages (`234 p.`) are no pages.
 */
export function readPages(pages: string | null, articleNumber: string | null): Pages {
  const first: Page[] = [];
  let last: string | null = null;
  const text = pages === null ? '' : plain(pages);
  const dated = fromDate(text);
  if (dated !== null) first.push(...dated.map((digits) => ({ letters: '', digits })));
  else if (!/\d(?:\.\d+)?e\+\d/.test(text) && !/^\d+\s*(?:p|pp|pages?|页)\.?$/.test(text)) {
    const match = PAGE.exec(text);
    if (match !== null) {
      const page = { letters: match[1]!.replace(/^pp?$/, ''), digits: bare(match[2]!) };
      first.push(page);
      const next = match[4] === undefined ? null : inFull(page.digits, bare(match[4]));
      if (match[3] === '+') first.push({ letters: page.letters, digits: next! });
      else last = next;
    }
  }
  const number = articleNumber === null ? null : PAGE.exec(plain(articleNumber));
  if (number !== null) {
    const page = { letters: number[1]!, digits: bare(number[2]!) };
    if (!first.some((other) => isSamePage(page, other))) first.push(page);
  }
  return { first, last };
}

/** S12 and 12 are one page (databases drop the letter), S12 and E12 are not. */
export function isSamePage(a: Page, b: Page): boolean {
  return a.digits === b.digits && (a.letters === b.letters || a.letters === '' || b.letters === '');
}

/**
 * 1 where any of the places is the same, -1 where both are known and none is, else 0. Page 1 proves nothing and contradicts
 * nothing: journals that number articles begin each at 1; it counts only with the same last page.
 */
export function comparePages(a: Pages, b: Pages): -1 | 0 | 1 {
  if (a.first.length === 0 || b.first.length === 0) return 0;
  let opening = false;
  for (const page of a.first)
    for (const other of b.first) {
      if (isOpening(page) || isOpening(other)) opening = true;
      if (!isSamePage(page, other)) continue;
      if (!isOpening(page) || (a.last !== null && a.last === b.last)) return 1;
    }
  return opening ? 0 : -1;
}

const PAGE = /([a-z]{0,4})\s?(\d+)(?:\s?(-|to|\+)\s?[a-z]{0,4}\s?(\d+))?/;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212~]+/g, '-')
    .replace(/--+/g, '-')
    .replace(/^.*:(?=[^:]*\d)/, '')
    .replace(/^\W*(?:pages?|pp?|article(?: no| number| id)?|art(?:\. ?no)?|no)\b[.:\s]*/, '')
    .trim();
}

/** What the first page may be, where a spreadsheet made a date of the range. */
function fromDate(text: string): string[] | null {
  const dayFirst = /^(\d{1,2})-([a-z]{3})$/.exec(text);
  const monthFirst = /^([a-z]{3})-(\d{1,4})$/.exec(text);
  const month = MONTHS.indexOf(dayFirst?.[2] ?? monthFirst?.[1] ?? '') + 1;
  if (month === 0) return null;
  return dayFirst === null ? [String(month)] : [bare(dayFirst[1]!), String(month)];
}

function isOpening(page: Page): boolean {
  return page.letters === '' && page.digits === '1';
}

function bare(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function inFull(first: string, last: string): string {
  return last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
}
