import type { Comparable } from './comparable.ts';
import { type Evidence, hasAuthor } from './compare-records.ts';
import { titleStrength } from './compare-titles.ts';
import type { Contradiction } from './contradiction.ts';
import type { SameRule } from './same-rule.ts';

/** Question a pair on the manual list asks. */
export type ManualKind = 'same?' | 'translation?' | 'report-of-one-study?';

/** Rules that put a pair on the manual list: what speaks against, what is alike, or why the pair is one for a person. */
export type ManualRule =
  | Exclude<Contradiction, 'notice'>
  | 'one-identifier'
  | 'one-page'
  | 'like-title'
  | 'other-language'
  | 'crossed';

/** A question to a person. */
export interface ManualQuestion {
  readonly kind: ManualKind;
  readonly rule: ManualRule;
}

const YEARS_APART = 2;

/**
 * The question two records raise that no rule joined, or that something kept apart; null where they are not worth a look. A notice
 * beside its article and the numbered parts of a work raise none.
 */
export function manualQuestion(
  a: Comparable,
  b: Comparable,
  e: Evidence,
  joined: SameRule | null,
  against: Contradiction | null,
): ManualQuestion | null {
  if (against === 'notice') return null;
  const onePlace = e.pages === 1 && e.volume === 1;
  if (against === 'other-number')
    return joined !== null && (e.doi === 1 || onePlace) ? { kind: 'same?', rule: against } : null;
  if (joined !== null && against === 'retracted') return { kind: 'same?', rule: 'retracted' };
  if ((e.yearsApart ?? 0) > YEARS_APART) return null;
  return aboutTitle(a, b, e, against) ?? aboutPlace(a, b, e);
}

/** Titles alike. */
function aboutTitle(
  a: Comparable,
  b: Comparable,
  e: Evidence,
  against: Exclude<Contradiction, 'notice'> | null,
): ManualQuestion | null {
  const level = titleStrength[e.title.level];
  const isNear = level >= 2 || (level === 1 && e.title.jaccard >= 0.7);
  const isKnown = hasAuthor(e) || e.abstract === 1 || (e.authors === null && level === 5);
  if (!isNear || !isKnown || (e.abstract === -1 && level < 5)) return null;
  if (against === 'preprint' || against === 'other-type' || against === 'other-trial')
    return { kind: 'report-of-one-study?', rule: against };
  if ((a.isMeeting || b.isMeeting) && e.pages !== 1)
    return { kind: 'report-of-one-study?', rule: 'meeting-abstract' };
  if (e.abstract === -1) return null;
  if ((a.title?.isGeneric === true || b.title?.isGeneric === true) && e.pages === -1) return null;
  return { kind: 'same?', rule: against ?? (e.pages === -1 ? 'other-place' : 'like-title') };
}

/** Titles unlike, but the place or the identifier is one: a translation, a changed title, or two items of one page. */
function aboutPlace(a: Comparable, b: Comparable, e: Evidence): ManualQuestion | null {
  if (e.abstract === -1 || !hasAuthor(e) || e.pages === -1) return null;
  const tongues = a.language !== null && b.language !== null && a.language !== b.language;
  const ask = (rule: ManualRule): ManualQuestion =>
    tongues ? { kind: 'translation?', rule: 'other-language' } : { kind: 'same?', rule };
  const isOnePlace =
    e.pages === 1 && e.volume === 1 && e.yearsApart === 0 && e.issue !== -1 && e.journal !== -1;
  if (isOnePlace) return ask('one-page');
  const isShared = a.isMeeting || b.isMeeting || a.type === 'chapter' || b.type === 'chapter';
  if (e.doi === 1 && (e.yearsApart ?? 0) <= 1 && (!isShared || e.pages === 1)) return ask('one-identifier');
  return null;
}
