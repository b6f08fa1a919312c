import type { Unknown } from '../../base/index.ts';
import { type IrrelevantRun, irrelevantRun } from './irrelevant-run.ts';
import { type RecallTest, type RecallTestOptions, recallTest } from './recall-test.ts';
import type { VerdictOfRecord } from './record-verdicts.ts';
import { type SafeHeuristic, type SafeOptions, safeHeuristic } from './safe-heuristic.ts';

export interface StoppingOptions extends RecallTestOptions {
  readonly safe?: SafeOptions;
  /** Irrelevant records in a row for the third signal; 100 by default. */
  readonly run?: number;
}

/** Three signals side by side. None of them ends screening, nor do all three: people do. */
export interface StoppingSignals {
  readonly screened: number;
  readonly found: number;
  readonly total: number;
  readonly safe: SafeHeuristic;
  readonly recallTest: RecallTest | Unknown;
  readonly irrelevantRun: IrrelevantRun;
}

/**
 * What speaks for ending screening. There is no overall answer on purpose.
 *
 * @param found whether each record screened was included, in the order of screening; records nobody is sure of are
 * left out, as if not screened
 * @param total records to be screened in all
 */
export function stoppingSignals(
  found: readonly boolean[],
  total: number,
  options: StoppingOptions = {},
): StoppingSignals {
  return {
    screened: found.length,
    found: found.filter(Boolean).length,
    total,
    safe: safeHeuristic(found, total, options.safe),
    recallTest: recallTest(found, total, options),
    irrelevantRun: irrelevantRun(found, options.run),
  };
}

/** The course of screening from where records stand: those agreed on, in the order they were first decided on. */
export function courseOfScreening(verdicts: readonly VerdictOfRecord[]): boolean[] {
  return verdicts.flatMap(({ verdict }) =>
    verdict === 'include' ? true : verdict === 'exclude' ? false : [],
  );
}
