import { scramble, seedOf, type Unknown, unknown } from '../../base/index.ts';
import { rankRecords } from './rank-records.ts';
import type { SvmTrainer } from './svm-trainer.ts';

/** What a screener says of a record; an `unsure` record is set aside and teaches the model nothing. */
export type ScreeningMark = 'include' | 'exclude' | 'unsure';

/** `relevance`: what the model most expects to be included comes first; `random`: an order that no label changes. */
export type QueueMode = 'relevance' | 'random';

export interface NextOptions {
  /** `relevance` by default. */
  readonly mode?: QueueMode;
  /** How many records are wanted; 1 by default. */
  readonly count?: number;
  /** Of the random order; 0 by default. */
  readonly seed?: number;
}

/** What to screen next. */
export interface NextRecords {
  /** What the order rests on: random as well where the model cannot be trained yet. */
  readonly basis: QueueMode;
  /** Why relevance was asked for and could not be had: `both-kinds-needed`. */
  readonly why: Unknown | null;
  /** First to be screened first; the decision value where the order rests on the model. */
  readonly next: readonly { readonly record: number; readonly decision: number | null }[];
  /** Records without a mark, those in `next` included. */
  readonly unmarked: number;
  /** Records marked `unsure`. */
  readonly unsure: number;
}

/**
 * What to screen next, given what was said so far. The answer depends on the marks alone, not on the order they came in nor on
 * what the trainer did before: a session that is resumed goes on as if it had never stopped. It trains once, from nothing,
 * wherever both kinds are marked.
 *
 * @param marks by record; null: not screened yet
 */
export function rankNext(
  trainer: SvmTrainer,
  marks: readonly (ScreeningMark | null)[],
  options: NextOptions = {},
): NextRecords {
  const { mode = 'relevance', count = 1, seed = 0 } = options;
  const candidates = [...marks.keys()].filter((record) => marks[record] === null);
  const counts = {
    unmarked: candidates.length,
    unsure: marks.filter((mark) => mark === 'unsure').length,
  };
  const bothKinds = marks.includes('include') && marks.includes('exclude');
  if (mode === 'random' || !bothKinds) {
    const next = inRandomOrder(candidates, seed).slice(0, count);
    return {
      basis: 'random',
      why: mode === 'random' ? null : unknown('both-kinds-needed'),
      next: next.map((record) => ({ record, decision: null })),
      ...counts,
    };
  }
  trainer.train(marks.map((mark) => (mark === 'include' ? true : mark === 'exclude' ? false : null)));
  return {
    basis: 'relevance',
    why: null,
    next: rankRecords(trainer, candidates).slice(0, count),
    ...counts,
  };
}

/** Each record has its place from the seed and its number, so that taking some away leaves the order of the others. */
function inRandomOrder(records: readonly number[], seed: number): number[] {
  const start = seedOf(seed, 'screening-order');
  return records
    .map((record) => ({ record, place: scramble(start + Math.imul(record, 0x9e3779b9)) }))
    .sort((a, b) => a.place - b.place || a.record - b.record)
    .map(({ record }) => record);
}
