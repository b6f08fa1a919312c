import type { Comparable } from './comparable.ts';
import type { Evidence } from './compare-records.ts';
import { titleStrength } from './compare-titles.ts';
import { isVersions } from './normalise-doi.ts';
import { isNoticeOf } from './notice-kind.ts';

/** Why two records are not one work however well the rest agrees. */
export type Contradiction =
  | 'notice'
  | 'retracted'
  | 'other-number'
  | 'other-trial'
  | 'preprint'
  | 'other-type'
  | 'meeting-abstract'
  | 'other-doi'
  | 'other-place';

/** What speaks against one work however well the rest agrees; null where nothing does. */
export function contradiction(a: Comparable, b: Comparable, e: Evidence): Contradiction | null {
  const [noticeA, noticeB] = [a.title?.notice ?? null, b.title?.notice ?? null];
  if (noticeA !== noticeB) {
    const marked = noticeA === 'retracted' || noticeB === 'retracted';
    return marked && (noticeA === null || noticeB === null) ? 'retracted' : 'notice';
  }
  if (
    noticeA === null &&
    a.title !== null &&
    b.title !== null &&
    isNoticeOf(a.title.compact, b.title.compact)
  )
    return 'notice';
  if (noticeA !== null && e.doi !== 1 && !(e.pages === 1 && e.volume !== -1)) return 'other-place';
  if (e.title.numbers === 'differ' && !(e.doi === 1 && e.pages === 1 && e.volume !== -1 && e.abstract === 1))
    return 'other-number';
  if (e.trial === -1) return 'other-trial';
  if (e.doi === -1) {
    if (isVersions(a.doi!, b.doi!)) return 'other-doi';
    if (a.isPreprint !== b.isPreprint) return 'preprint';
    if (!isSureDespiteDois(a, b, e)) return 'other-doi';
  }
  if (e.doi === 1) return null;
  if (a.isPreprint !== b.isPreprint) return 'preprint';
  if (e.pages !== 1 && e.volume !== 1 && e.accession !== 1) {
    if (isOtherType(a, b)) {
      const spoken = a.type === 'paper-conference' || b.type === 'paper-conference';
      return spoken ? 'meeting-abstract' : 'other-type';
    }
    if (a.isMeeting !== b.isMeeting && isOtherOccasion(e)) return 'meeting-abstract';
  }
  if (e.pages === -1 && (e.volume === -1 || e.journal === -1)) return 'other-place';
  return null;
}

/** Another volume, journal or year, unless title, abstract, journal and year are one: then the volume was mistaken. */
function isOtherOccasion(e: Evidence): boolean {
  const isOne = e.title.level === 'equal' && e.yearsApart === 0;
  if (e.volume === -1) return !(isOne && e.abstract === 1 && e.journal === 1);
  return e.journal === -1 || (e.journal === 0 && !isOne);
}

/** Title, page and volume or journal agree: one of the DOIs is mistaken, or two agencies gave one each. */
function isSureDespiteDois(a: Comparable, b: Comparable, e: Evidence): boolean {
  if (e.pages !== 1 || a.title?.isGeneric === true || b.title?.isGeneric === true) return false;
  if (e.abstract === 1) return true;
  return titleStrength[e.title.level] >= 3 && (e.volume === 1 || e.journal === 1) && e.firstAuthor !== -1;
}

/** Types of publication that exclude each other; a bare document or web page may be any of them. */
function isOtherType(a: Comparable, b: Comparable): boolean {
  const open = (type: Comparable['type']): boolean => type === 'document' || type === 'webpage';
  return a.type !== b.type && !open(a.type) && !open(b.type);
}
