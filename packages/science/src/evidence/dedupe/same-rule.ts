import type { Comparable } from './comparable.ts';
import { type Evidence, hasAuthor } from './compare-records.ts';
import { lettersOf, titleStrength } from './compare-titles.ts';

/** Rules that join two records. */
export type SameRule =
  | 'identifier-title'
  | 'title-page'
  | 'title-page-author'
  | 'title-author-place'
  | 'title-author-abstract'
  | 'page-volume-author';

/** The first rule that holds; null where none does. */
export function sameRule(a: Comparable, b: Comparable, e: Evidence): SameRule | null {
  const level = titleStrength[e.title.level];
  if (a.title === null || b.title === null) return untitled(e);
  const isGeneric = a.title!.isGeneric || b.title!.isGeneric;
  if ((e.yearsApart ?? 0) > (isSureDespiteYears(e) && !isGeneric ? 3 : 1)) return null;
  if (isIdentified(e, level, isGeneric)) return 'identifier-title';
  if (e.pages === 1 && e.abstract === -1 && isSurelyOnPage(e, level)) return 'title-page';
  if (e.pages === 1 && e.abstract !== -1) {
    if (isOnPage(e, level, isGeneric)) return 'title-page';
    if (level >= 3 && e.title.numbers !== 'more' && !isGeneric && e.firstAuthor === 1 && e.journal !== -1)
      return 'title-page-author';
    const placed = level === 2 && e.volume !== -1 && hasAuthor(e) && !isGeneric && fits(e);
    const isOther = (e.title.isReworded || e.title.isExtended) && isCrowded(a, b);
    if (placed && (e.abstract === 1 || !isOther)) return 'title-page-author';
  }
  if (isInPlace(a, b, e, level, isGeneric)) return 'title-author-place';
  if (isOneAbstract(e, level, isGeneric)) return 'title-author-abstract';
  if (e.pages === 1 && e.volume === 1 && isOneItem(a, b, e, level)) return 'page-volume-author';
  return null;
}

/** A number that only one title has must be backed by the volume: "X" and "X, part II" stand in different ones. */
function fits(e: Evidence): boolean {
  return e.title.numbers === 'same' || e.volume === 1;
}

/** Identifier or full place agree, so a year that was mistyped or is that of the first appearance online does not part the two. */
function isSureDespiteYears(e: Evidence): boolean {
  if (titleStrength[e.title.level] < 4 || e.firstAuthor !== 1) return false;
  return (e.doi === 1 && e.pages !== -1) || (e.pages === 1 && e.volume === 1 && e.journal === 1);
}

/** An identifier and the title. The identifier alone may be that of a book, of a supplement or of the article an erratum is about. */
function isIdentified(e: Evidence, level: number, isGeneric: boolean): boolean {
  if (e.doi !== 1 && e.accession !== 1 && e.trial !== 1) return false;
  if (!hasAuthor(e) && ((e.authors !== null && level < 4) || isGeneric)) return false;
  if (e.pages === 1) return e.abstract === 1 || (level >= 1 && e.abstract === 0) || level >= 3;
  if (isGeneric || level < 2) return false;
  if (e.pages === 0)
    return (
      e.abstract === 1 ||
      (level >= 3 && e.abstract === 0) ||
      level === 5 ||
      !(e.title.isReworded || e.abstract === -1)
    );
  return level === 5 && hasAuthor(e) && e.abstract !== -1;
}

/** The title and the page. */
function isOnPage(e: Evidence, level: number, isGeneric: boolean): boolean {
  if (level < 3 || e.volume === -1 || !fits(e)) return false;
  if (hasAuthor(e)) return true;
  return e.authors === null ? e.volume === 1 : level === 5 && !isGeneric && e.journal !== -1;
}

/** Databases write abstracts of their own: a full place with the title and the first author outweighs them. */
function isSurelyOnPage(e: Evidence, level: number): boolean {
  return (
    level >= 4 && e.title.numbers === 'same' && e.volume === 1 && e.journal !== -1 && e.firstAuthor === 1
  );
}

/**
 * First and last page, volume, journal, year and all of two or more authors agree: a title in translation or changed since, where the
 * pages are not such as hold several abstracts of a meeting.
 */
function isOneRange(a: Comparable, b: Comparable, e: Evidence): boolean {
  const { last } = a.pages;
  if (last === null || last !== b.pages.last || a.pages.first.some(({ digits }) => digits === last))
    return false;
  if (e.journal !== 1 || e.yearsApart !== 0 || e.issue === -1 || e.abstract === -1 || isCrowded(a, b))
    return false;
  return e.authors === 1 && a.names.people.length > 1 && a.names.people.length === b.names.people.length;
}

/** One page of one volume, and enough else that the titles may differ: mangled, changed since, or in another language. */
function isOneItem(a: Comparable, b: Comparable, e: Evidence, level: number): boolean {
  if (e.authors === null) return level >= 2 && e.abstract === 1;
  if (!hasAuthor(e) || e.abstract === -1) return false;
  if (e.abstract === 1 || isOneRange(a, b, e)) return true;
  if (isCrowded(a, b)) return false;
  return (
    (level === 1 && e.title.numbers === 'same') || (e.firstAuthor === 1 && (e.doi === 1 || e.accession === 1))
  );
}

/** The title and the abstract, by one author; without authors the whole issue must agree too. */
function isOneAbstract(e: Evidence, level: number, isGeneric: boolean): boolean {
  if (level < 2 || isGeneric || e.abstract !== 1 || e.journal === -1) return false;
  const isOneIssue = e.volume === 1 && e.journal === 1 && e.yearsApart === 0 && e.issue !== -1;
  if (!hasAuthor(e)) return e.authors === null && e.pages !== -1 && isOneIssue;
  if (e.pages !== -1) return (e.volume !== -1 || e.journal === 1) && fits(e);
  return level === 5 && e.firstAuthor === 1 && isOneIssue;
}

/** No title to compare: everything else must agree. */
function untitled(e: Evidence): SameRule | null {
  const place = e.pages === 1 && e.volume === 1 && e.yearsApart === 0 && e.firstAuthor === 1;
  return place && (e.doi === 1 || e.accession === 1 || e.abstract === 1) ? 'page-volume-author' : null;
}

/**
 * The title and the first author, pages not known of both: the volume, the journal or the abstract must agree. A title that was only
 * cut or misspelt needs the abstract, since "X in men" and "X in men and women" may stand in one issue. A year apart is a first
 * appearance online only where one record lacks volume and pages: a yearly report keeps its title too.
 */
function isInPlace(a: Comparable, b: Comparable, e: Evidence, level: number, isGeneric: boolean): boolean {
  if (level < 3 || e.title.numbers === 'more' || e.pages === -1 || e.volume === -1) return false;
  const equal = e.title.level === 'equal';
  if (e.abstract === -1) {
    const placed = e.volume === 1 && e.issue === 1 && e.journal === 1 && e.yearsApart === 0;
    return equal && placed && e.firstAuthor === 1 && lettersOf(a.title!) >= 40;
  }
  if (e.firstAuthor !== 1) {
    if (e.firstAuthor === -1 || e.journal === -1 || e.issue === -1) return false;
    if (level < 4 && !e.title.isBroken) return false;
    if (!equal && e.abstract !== 1 && (e.volume !== 1 || e.issue !== 1)) return false;
    const marks = [e.journal, e.volume, e.issue, e.abstract, e.yearsApart === 0 ? 1 : 0];
    return marks.filter((mark) => mark === 1).length >= (isGeneric || !equal ? 4 : 3);
  }
  if (isGeneric || (e.issue === -1 && e.abstract !== 1)) return false;
  if (e.abstract === 1) return e.journal !== -1 || e.volume === 1;
  if (!equal && !(e.volume === 1 && (e.title.isBroken || isMisprint(a, e)))) return false;
  if (e.volume === 1) return e.journal !== -1 || e.issue === 1;
  if (e.journal === 1) return e.yearsApart === 0 || isUnplaced(a) !== isUnplaced(b);
  return e.yearsApart === 0 && e.journal === 0 && lettersOf(a.title!) >= 50;
}

/** One issue, all authors and a long title with a letter wrong. */
function isMisprint(a: Comparable, e: Evidence): boolean {
  const sure = e.title.level === 'typo' && lettersOf(a.title!) >= 50 && a.names.people.length > 1;
  return sure && e.journal === 1 && e.yearsApart === 0 && e.authors === 1;
}

function isUnplaced(record: Comparable): boolean {
  return record.volume === null && record.pages.first.length === 0;
}

/** Pages that hold several abstracts of a meeting. */
function isCrowded(a: Comparable, b: Comparable): boolean {
  return (
    a.isMeeting || b.isMeeting || [...a.pages.first, ...b.pages.first].some((page) => page.letters !== '')
  );
}
