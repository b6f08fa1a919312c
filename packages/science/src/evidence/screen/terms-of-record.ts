import type { SvmModel } from './svm-trainer.ts';
import type { TermMatrix } from './term-matrix.ts';
import { tokenise } from './tokenise.ts';

/** A word or a pair of words of a record, and what it does to its decision value. */
export interface WeighedTerm {
  readonly term: string;
  /** Of the term in the model: above 0 towards inclusion, below towards exclusion. */
  readonly weight: number;
  /** Weight times the value of the term in this record: its part of the decision value. */
  readonly pull: number;
}

/**
 * The terms that move the decision on a record most, either way, by falling size of their pull. Terms of this record alone are not
 * among them: they say nothing of other records. The pulls of all terms, of the record's own terms and the bias add
 * up to the decision value.
 *
 * @param model by `SvmTrainer.model` on the same matrix
 * @param count how many at most; 10 by default
 */
export function termsOfRecord(
  matrix: TermMatrix,
  model: SvmModel,
  record: number,
  count = 10,
): WeighedTerm[] {
  const terms: WeighedTerm[] = [];
  for (let k = matrix.starts[record]!; k < matrix.starts[record + 1]!; k += 1) {
    const term = matrix.terms[matrix.columns[k]!];
    const weight = model.weights[matrix.columns[k]!]!;
    if (term !== undefined && weight !== 0) terms.push({ term, weight, pull: weight * matrix.values[k]! });
  }
  return terms.sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull)).slice(0, count);
}

/** A stretch of a text to be marked: `text.slice(from, to)`. */
export interface MarkedStretch {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Where terms stand in a text, in order and without overlap: a word that belongs to several of the terms is marked with the
 * weight of the one that weighs most.
 */
export function markTerms(text: string, terms: readonly WeighedTerm[]): MarkedStretch[] {
  const weightOf = new Map(terms.map(({ term, weight }) => [term, weight]));
  const tokens = tokenise(text);
  const weights = tokens.map(({ word }) => weightOf.get(word) ?? 0);
  for (let i = 1; i < tokens.length; i += 1) {
    const pair = weightOf.get(`${tokens[i - 1]!.word} ${tokens[i]!.word}`) ?? 0;
    for (const at of [i - 1, i]) if (Math.abs(pair) > Math.abs(weights[at]!)) weights[at] = pair;
  }
  return tokens.flatMap(({ from, to }, i) => (weights[i] === 0 ? [] : [{ from, to, weight: weights[i]! }]));
}
