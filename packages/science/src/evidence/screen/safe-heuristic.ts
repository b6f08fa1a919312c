import { type Unknown, unknown } from '../../base/index.ts';
import { irrelevantRun } from './irrelevant-run.ts';

export interface SafeOptions {
  /** Records known beforehand that screening ought to find, and how many of them it has. Null: none were named. */
  readonly keyPapers?: { readonly named: number; readonly found: number } | null;
  /** How many included records are expected in all, by `expectedIncluded`. */
  readonly expectedIncluded?: number | Unknown;
  /** Least share of all records; 0.1 by default. */
  readonly leastShare?: number;
  /** Irrelevant records in a row; 50 by default. */
  readonly run?: number;
}

export type SafeConditionName = 'key-papers' | 'twice-expected' | 'least-share' | 'irrelevant-run';

/** One condition: how far it is and how far it must be. */
export interface SafeCondition {
  readonly name: SafeConditionName;
  readonly have: number;
  readonly need: number | Unknown;
  /** Unknown where the need is. */
  readonly met: boolean | Unknown;
}

/** The four conditions of the second phase of SAFE. */
export interface SafeHeuristic {
  readonly conditions: readonly SafeCondition[];
  /** All four are met. A condition that cannot be told is not met. */
  readonly allMet: boolean;
}

/**
 * The conditions under which SAFE lets the phase of active learning end: all key papers were found; at least twice as many
 * records were screened as included ones are expected; at least 10 % of all records were screened; none of the last 50 was
 * included. SAFE then goes on: with another model until 50 in a row are irrelevant, and with a check of what was excluded.
 *
 * @param found whether each record screened was included, in the order of screening
 * @param total records in all
 * @returns for a need nobody stated: unknown `no-key-papers-named`, `no-random-sample`
 * @source Boetje and van de Schoot 2024, doi:10.1186/s13643-024-02502-7
 */
export function safeHeuristic(
  found: readonly boolean[],
  total: number,
  options: SafeOptions = {},
): SafeHeuristic {
  const { keyPapers = null, expectedIncluded: expected = unknown('no-random-sample') } = options;
  const screened = found.length;
  const condition = (name: SafeConditionName, have: number, need: number | Unknown): SafeCondition => ({
    name,
    have,
    need,
    met: typeof need === 'number' ? have >= need : need,
  });
  const run = irrelevantRun(found, options.run ?? 50);
  const conditions = [
    condition('key-papers', keyPapers?.found ?? 0, keyPapers?.named ?? unknown('no-key-papers-named')),
    condition('twice-expected', screened, typeof expected === 'number' ? Math.ceil(2 * expected) : expected),
    condition('least-share', screened, Math.ceil((options.leastShare ?? 0.1) * total - 1e-9)),
    condition('irrelevant-run', run.length, run.needed),
  ];
  return { conditions, allMet: conditions.every(({ met }) => met === true) };
}

/**
 * Included records to be expected in all, from a random sample: included / sampled x total.
 *
 * @returns unknown `no-random-sample` where nothing was sampled
 */
export function expectedIncluded(
  sample: { readonly screened: number; readonly included: number },
  total: number,
): number | Unknown {
  return sample.screened === 0 ? unknown('no-random-sample') : (sample.included / sample.screened) * total;
}
