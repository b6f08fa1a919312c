import { AftermineError, type Unknown, unknown } from '../../base/index.ts';
import { hypergeometricAtMost, lnFactorials } from './hypergeometric.ts';

export interface RecallTestOptions {
  /** Share of the included records that must have been found, above 0 and at most 1; 0.95 by default. */
  readonly recall?: number;
}

/** How surprising it would be to have found so little lately, had the recall been missed. */
export interface RecallTest {
  /** The smallest chance over all starts of the last stretch; small: the recall is hardly missed. */
  readonly p: number;
  readonly recall: number;
  /** Records screened since the start of the stretch behind `p`, and how many of them were included. */
  readonly stretch: { readonly screened: number; readonly found: number };
  /** The fewest included records that were not found before the stretch if the recall is missed. */
  readonly missing: number;
}

/**
 * Test of Callaghan and Müller-Hansen that a recall has been missed. Had fewer than the share t of all included records been found,
 * then at the start of any last stretch of screening at least
 *
 *     K = floor(r / t - r0 + 1)
 *
 * of the N records not screened by then would have been included (r found in all, r0 before the stretch). The stretch of n
 * records with k finds is treated as if drawn at random, which favours no one who screens by relevance:
 *
 *     p = P(X <= k),  X hypergeometric (N, K, n),  least over all starts
 *
 * @param found whether each record screened was included, in the order of screening
 * @param total records to be screened in all, those screened included
 * @throws InvalidInput `E-SCR-009` where more were screened than there are, or the recall is not above 0 and at most 1
 * @returns unknown `nothing-found-yet` before the first included record, `nothing-screened` before the first record
 * @source Callaghan and Müller-Hansen 2020, doi:10.1186/s13643-020-01521-4
 */
export function recallTest(
  found: readonly boolean[],
  total: number,
  options: RecallTestOptions = {},
): RecallTest | Unknown {
  const recall = options.recall ?? 0.95;
  if (!(found.length <= total))
    throw new AftermineError('InvalidInput', 'E-SCR-009', {
      where: 'total',
      expected: `>= ${found.length}`,
      got: total,
    });
  if (!(recall > 0 && recall <= 1))
    throw new AftermineError('InvalidInput', 'E-SCR-009', { where: 'recall', expected: '0..1', got: recall });
  if (found.length === 0) return unknown('nothing-screened');
  const all = found.filter(Boolean).length;
  if (all === 0) return unknown('nothing-found-yet');
  const lnFactorial = lnFactorials(total);
  let best: RecallTest | null = null;
  let inStretch = 0;
  for (let screened = 1; screened <= found.length; screened += 1) {
    if (found[found.length - screened] === true) inStretch += 1;
    // 38 / 0.95 is 40, whatever floating point makes of it
    const missing = Math.floor(all / recall - (all - inStretch) + 1 + 1e-9);
    const population = total - (found.length - screened);
    // more cannot be missing than are there: the recall cannot have been missed
    const p =
      missing > population
        ? 0
        : hypergeometricAtMost(
            inStretch,
            { population, hitsInPopulation: missing, drawn: screened },
            lnFactorial,
          );
    if (best === null || p < best.p) best = { p, recall, stretch: { screened, found: inStretch }, missing };
  }
  return best!;
}
