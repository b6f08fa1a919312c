import { normalQuantile, normalTwoSidedP, type Unknown, unknown } from '../../base/index.ts';
import type { FilterChecks } from './types.ts';

/** Fewest innovations from which anything is said of a filter. */
const FEWEST = 20;

/**
 * Checks of a filter on its own record, over all units and seasons seen:
 *
 *     coverage   share of |nu| <= 1.2816
 *     mean, variance of nu            0 and 1 for an honest filter
 *     r1 = sum nu_t nu_t-1 / sum (nu_t^2 + nu_t-1^2) / 2      over seasons that follow each other
 *     Q = N (N + 2) r1^2 / (N - 1)    chi-square with one degree of freedom
 *
 * The mean is known to be 0 and is not taken out. With fewer than 20 innovations (or pairs of them) there is no answer.
 *
 * @param units standardised innovations by season, null where nothing was seen, one list per unit
 * @source Ljung & Box 1978, doi:10.1093/biomet/65.2.297
 */
export function filterChecks(units: Iterable<readonly (number | null)[]>): FilterChecks {
  const bound = normalQuantile(0.9);
  let [n, inside, sum, squares, pairs, product, power] = [0, 0, 0, 0, 0, 0, 0];
  for (const innovations of units) {
    let before: number | null = null;
    for (const nu of innovations) {
      if (nu !== null) {
        n += 1;
        if (Math.abs(nu) <= bound) inside += 1;
        sum += nu;
        squares += nu * nu;
        if (before !== null) {
          pairs += 1;
          product += nu * before;
          power += (nu * nu + before * before) / 2;
        }
      }
      before = nu;
    }
  }
  const few = (have: number): Unknown => unknown('too-few-innovations', { have, need: FEWEST });
  const enough = n >= FEWEST;
  const lag1 = pairs >= FEWEST && power > 0 ? product / power : few(pairs);
  const mean = sum / n;
  return {
    seasons: n,
    coverage80: enough ? inside / n : few(n),
    mean: enough ? mean : few(n),
    variance: enough ? squares / n - mean * mean : few(n),
    lag1,
    whitenessP:
      typeof lag1 === 'number'
        ? normalTwoSidedP(lag1 * Math.sqrt((pairs * (pairs + 2)) / (pairs - 1)))
        : lag1,
  };
}
