import { AftermineError, type Unknown, unknown } from '../base/index.ts';

export interface ObstacleDegrees<K extends string> {
  /** sum w r / sum w over what is known: 0 all worst .. 1 all best; unknown `nothing-weighed` without any. */
  readonly score: number | Unknown;
  /** Share of the weights whose indicator is known, 0..1: how much of the picture the score rests on. */
  readonly knownShare: number;
  /** Obstacles greatest first, without those of degree 0; degrees sum to 1 unless the list is empty. */
  readonly obstacles: readonly { readonly indicator: K; readonly degree: number }[];
}

/**
 * Obstacle degree of each indicator of one unit: what part of all it lacks is owed to this one.
 *
 *     O_j = w_j (1 - r_j) / sum_j w_j (1 - r_j)
 *
 * Unknown indicators take no part: they are neither obstacles nor good.
 *
 * @param values normalised, 0 worst .. 1 best; null is unknown
 * @param weights >= 0, of any sum; an indicator without one weighs 0
 * @throws InvalidInput `E-DIA-203` for a value outside 0..1 or a negative weight
 * See docs/methods/limiting-factors.md.
 */
export function obstacleDegree<K extends string>(
  values: Readonly<Partial<Record<K, number | null>>>,
  weights: Readonly<Partial<Record<K, number>>>,
): ObstacleDegrees<K> {
  let [all, known, reached, lacking] = [0, 0, 0, 0];
  const lacks: { readonly indicator: K; readonly lack: number }[] = [];
  for (const indicator of Object.keys(weights) as K[]) {
    const weight = within(indicator, weights[indicator] ?? 0, Infinity);
    all += weight;
    const value = values[indicator] ?? null;
    if (value === null) continue;
    const lack = weight * (1 - within(indicator, value, 1));
    known += weight;
    reached += weight - lack;
    lacking += lack;
    if (lack > 0) lacks.push({ indicator, lack });
  }
  lacks.sort((a, b) => b.lack - a.lack);
  return {
    score: known > 0 ? reached / known : unknown('nothing-weighed'),
    knownShare: all > 0 ? known / all : 0,
    obstacles: lacks.map(({ indicator, lack }) => ({ indicator, degree: lack / lacking })),
  };
}

function within(where: string, value: number, high: number): number {
  if (value >= 0 && value <= high && value < Infinity) return value;
  const expected = high === Infinity ? '>= 0' : `0 to ${high}`;
  throw new AftermineError('InvalidInput', 'E-DIA-203', { where, expected, got: String(value) });
}
