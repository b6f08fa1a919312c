import type { Comparable } from './comparable.ts';
import type { Evidence } from './compare-records.ts';
import type { Title } from './read-title.ts';

/**
 * True where two records with titles in two scripts are a work and its translation by all that can be told without a dictionary: one
 * DOI, or one of the titles is given by both, or year, volume or issue, first page and ISSN agree. Without both ISSNs the last
 * page and the number of authors have to agree too, with volume or issue.
 */
export function isTranslation(a: Comparable, b: Comparable, e: Evidence): boolean {
  if ((e.yearsApart ?? 0) > 1 || e.pages === -1 || e.volume === -1) return false;
  if (e.doi === 1 || isSameOtherTitle(a, b)) return true;
  if (e.pages !== 1 || e.yearsApart !== 0 || e.issue === -1 || (e.volume !== 1 && e.issue !== 1))
    return false;
  if (a.journal.issns.length > 0 && b.journal.issns.length > 0) return e.journal === 1;
  const range = a.pages.last !== null && a.pages.last === b.pages.last;
  return range && a.names.people.length > 0 && a.names.people.length === b.names.people.length;
}

function isSameOtherTitle(a: Comparable, b: Comparable): boolean {
  const same = (x: Title | null, y: Title | null): boolean =>
    x !== null && y !== null && !x.isGeneric && x.compact === y.compact;
  return same(a.title, b.otherTitle) || same(a.otherTitle, b.title) || same(a.otherTitle, b.otherTitle);
}
