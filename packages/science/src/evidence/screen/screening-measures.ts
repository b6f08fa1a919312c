import { type Unknown, unknown } from '../../base/index.ts';

/** How well an order of screening found what was included. Records labelled beforehand do not count. */
export interface ScreeningMeasures {
  /** Work saved over sampling at a recall of 95 %: 1 - n95 / N - 0.05. */
  readonly wss95: number | Unknown;
  readonly wss100: number | Unknown;
  /** Records screened until 95 % and until all of the included ones were found. */
  readonly n95: number | Unknown;
  readonly n100: number | Unknown;
  /** 0 when every included record came first, 1 when every one came last. */
  readonly loss: number | Unknown;
  /** Share of the included records among the first 10 % of the records (rounded up). */
  readonly rrf10: number | Unknown;
}

/**
 * Measures of an order in which records were screened:
 *
 *     WSS@r = 1 - n_r / N - (1 - r),   n_r the place at which ceil(r K) of the K included records are found
 *     loss  = (K (N - (K - 1) / 2) - sum of the running count of finds) / (K (N - K))
 *     RRF@10 = finds among the first ceil(N / 10), / K
 *
 * @param found whether each record was included, in the order of screening
 * @param all N and K of the whole set, where `found` stops before its end; by default it is the whole
 * @returns unknown `nothing-to-find` where K is 0, `nothing-to-exclude` for the loss where K is N, and
 * `screening-not-far-enough` for what a shorter order cannot tell
 * @source Cohen et al. 2006, doi:10.1197/jamia.M1929 (WSS); ASReview Insights (loss), doi:10.1038/s42256-020-00287-7
 */
export function measureScreening(
  found: readonly boolean[],
  all: { readonly records: number; readonly included: number } = {
    records: found.length,
    included: found.filter(Boolean).length,
  },
): ScreeningMeasures {
  const { records: n, included: k } = all;
  if (k === 0) {
    const none = unknown('nothing-to-find');
    return { wss95: none, wss100: none, n95: none, n100: none, loss: none, rrf10: none };
  }
  const tooShort = unknown('screening-not-far-enough');
  const counts: number[] = [];
  let finds = 0;
  let sum = 0;
  for (const isIncluded of found) {
    if (isIncluded) finds += 1;
    sum += finds;
    counts.push(finds);
  }
  const needed = (recall: number): number | Unknown => {
    // 0.95 x 20 is not above 19, whatever floating point makes of it
    const target = Math.ceil(recall * k - 1e-9);
    const at = counts.findIndex((count) => count >= target);
    return at < 0 ? tooShort : at + 1;
  };
  const saved = (screened: number | Unknown, recall: number): number | Unknown =>
    typeof screened === 'number' ? 1 - screened / n - (1 - recall) : screened;
  const [n95, n100] = [needed(0.95), needed(1)];
  // Once all are found the running count stays at K
  const whole = finds === k ? sum + (n - counts.length) * k : null;
  const tenth = counts[Math.ceil(n / 10) - 1] ?? (finds === k ? k : null);
  return {
    wss95: saved(n95, 0.95),
    wss100: saved(n100, 1),
    n95,
    n100,
    loss:
      n === k
        ? unknown('nothing-to-exclude')
        : whole === null
          ? tooShort
          : (k * (n - (k - 1) / 2) - whole) / (k * (n - k)),
    rrf10: tenth === null ? tooShort : tenth / k,
  };
}
