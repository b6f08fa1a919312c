import type { Comparable } from './comparable.ts';
import { compareRecords, type Evidence, scoreOf } from './compare-records.ts';
import { contradiction } from './contradiction.ts';
import { type ManualKind, type ManualRule, manualQuestion } from './manual-question.ts';
import { type SameRule, sameRule } from './same-rule.ts';
import { isTranslation } from './translation.ts';

/** What the rules say of two records. */
export type Judgement =
  /** One work: `rule` says why, `score` how strongly (higher first when groups form). */
  | { readonly verdict: 'same'; readonly rule: SameRule; readonly score: number }
  /** A person has to say; `isApart` where the two contradict each other and must not meet through a third record. */
  | {
      readonly verdict: 'manual';
      readonly kind: ManualKind;
      readonly rule: ManualRule;
      readonly score: number;
      readonly isApart: boolean;
    }
  /** Two works. */
  | { readonly verdict: 'different'; readonly isApart: boolean };

/** Judges two records by the rules of docs/methods/de-duplication.md. Symmetric: the order of the two does not matter. */
export function judgePair(a: Comparable, b: Comparable): Judgement {
  if (isFarInTime(a, b)) return { verdict: 'different', isApart: true };
  const e = compareRecords(a, b);
  if (a.title !== null && b.title !== null && a.title.script !== b.title.script) {
    if (!isTranslation(a, b, e)) return { verdict: 'different', isApart: true };
    return {
      verdict: 'manual',
      kind: 'translation?',
      rule: 'other-language',
      score: scoreOf(e),
      isApart: true,
    };
  }
  const joined = sameRule(a, b, e);
  const against = contradiction(a, b, e);
  if (joined !== null && against === null) return { verdict: 'same', rule: joined, score: scoreOf(e) };
  const isApart = against !== null || isElsewhere(e);
  const question = manualQuestion(a, b, e, joined, against);
  if (question === null) return { verdict: 'different', isApart };
  return { verdict: 'manual', ...question, score: scoreOf(e), isApart };
}

/** So many years apart that no rule joins or asks, whatever else agrees: spares the comparison of all fields. */
function isFarInTime(a: Comparable, b: Comparable): boolean {
  return a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 3;
}

/**
 * Years apart, on other pages, or, without one identifier, page or abstract, titles with a word in place of another, a number more or
 * words added: not joined, and not to be joined through a third record either (a title cut short begins many).
 */
function isElsewhere(e: Evidence): boolean {
  const isOnePlace = e.pages === 1 && e.volume === 1;
  if ((e.yearsApart ?? 0) > (e.abstract === 1 || isOnePlace ? 2 : 1)) return true;
  if (e.abstract === 1) return false;
  if (e.pages === -1) return true;
  if (e.doi === 1 || e.accession === 1 || e.trial === 1 || isOnePlace) return false;
  const isLonger = e.title.level === 'cut' && !e.title.isBroken;
  return e.title.isReworded || isLonger || e.title.numbers === 'more';
}
