import type { Reference } from '../record/reference.ts';
import { visitCandidatePairs } from './candidate-pairs.ts';
import type { Comparable } from './comparable.ts';
import type { Tie } from './form-groups.ts';
import { judgePair } from './judge-pair.ts';
import type { ManualKind, ManualRule } from './manual-question.ts';
import type { SameRule } from './same-rule.ts';

/** A tie by a rule or by a person's "same". */
export interface RuledTie extends Tie {
  readonly rule: SameRule | 'decision';
  /** Null for a person's answer. */
  readonly score: number | null;
}

/** A pair that a person should look at. */
export interface Question extends Tie {
  readonly rule: ManualRule;
  readonly kind: ManualKind;
  readonly score: number;
}

/** What the rules say of all pairs that are worth comparing. Pairs hold places in the list of records, the lower first. */
export interface Judged {
  readonly ties: readonly RuledTie[];
  readonly questions: readonly Question[];
  /** For each record the first record that says exactly the same and was judged one with it; itself where there is none. */
  readonly twins: Int32Array;
  readonly compared: number;
}

/**
 * Judges the candidate pairs. A record that says exactly what an earlier one says is tied to it and stands back, so that a file loaded
 * many times costs no more than once; records in `named` (a person spoke of them) never stand back.
 */
export function judgeAll(
  references: readonly Reference[],
  records: readonly Comparable[],
  named: ReadonlySet<number>,
): Judged {
  const ties: RuledTie[] = [];
  const questions: Question[] = [];
  let compared = 0;
  const judge = (a: number, b: number): boolean => {
    compared += 1;
    const judged = judgePair(records[a]!, records[b]!);
    if (judged.verdict === 'same') ties.push({ a, b, rule: judged.rule, score: judged.score });
    else if (judged.verdict === 'manual')
      questions.push({ a, b, rule: judged.rule, kind: judged.kind, score: judged.score });
    return judged.verdict === 'same';
  };

  const twins = Int32Array.from(records, (_, i) => i);
  const spokesmen = Int32Array.from(records, (_, i) => i);
  const firstSaying = new Map<string, number>();
  const standing: number[] = [];
  for (const [i, reference] of references.entries()) {
    const text = saying(reference);
    const earlier = named.has(i) ? undefined : firstSaying.get(text);
    if (earlier !== undefined) {
      spokesmen[i] = earlier;
      if (judge(earlier, i)) {
        twins[i] = earlier;
        continue;
      }
    } else if (!named.has(i)) firstSaying.set(text, i);
    standing.push(i);
  }
  visitCandidatePairs(
    standing.map((i) => records[i]!),
    (x, y) => {
      const [a, b] = [standing[x]!, standing[y]!];
      // Of records that say the same, each was judged with the first.
      if (spokesmen[a] !== spokesmen[b]) judge(a, b);
    },
  );
  return { ties, questions, twins, compared };
}

/** All that is compared of a record, as one text; of the abstract its length and both ends. */
function saying(reference: Reference): string {
  const { type, title, otherTitle, authors, year, journal, volume, issue, pages, articleNumber } = reference;
  const { doi, issn, isbn, accession, language, abstract, urls } = reference;
  const names = authors.map(({ literal }) => literal);
  return JSON.stringify([
    [type, title, otherTitle, names, year, journal, volume, issue, pages, articleNumber],
    [
      doi,
      issn,
      isbn,
      accession,
      language,
      abstract?.length,
      abstract?.slice(0, 60),
      abstract?.slice(-60),
      urls,
    ],
  ]);
}
