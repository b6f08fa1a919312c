import { type Unknown, unknown } from '../base/index.ts';
import { requireEntries, requireNumber } from './choice-input.ts';

export interface TopsisCriterion {
  /** >= 0; weights need not add up to 1. */
  readonly weight: number;
  readonly better: 'high' | 'low';
}

export interface TopsisResult {
  /** CC, 0 (worst everywhere) to 1 (best everywhere), by alternative. */
  readonly closeness: readonly number[];
  /** 1 for the closest to the ideal; ties share the better rank (1, 2, 2, 4). */
  readonly ranks: readonly number[];
  /** D+, in weighted normalised units. */
  readonly toBest: readonly number[];
  /** D-, in weighted normalised units. */
  readonly toWorst: readonly number[];
}

/** Closeness that differs by less is a tie. */
const TIE = 1e-12;

/**
 * Closeness of alternatives to an ideal one (TOPSIS):
 *
 *     z_ij = x_ij / sqrt(sum_i x_ij^2),  v_ij = w_j z_ij / sum w
 *     D+_i = |v_i - best|,  D-_i = |v_i - worst|,  CC_i = D-_i / (D+_i + D-_i)
 *
 * best and worst take each criterion's best and worst value at hand. A criterion alike in all alternatives adds
 * nothing to either distance.
 *
 * @param values by alternative, then by criterion; finite, a ratio scale (a zero that means none)
 * @returns unknown `alternatives-alike` where all alternatives are alike
 * @throws Misaligned `E-CHO-101`, InvalidInput `E-CHO-102`
 * @source Hwang and Yoon 1981, Multiple attribute decision making, doi:10.1007/978-3-642-48318-9
 */
export function topsis(
  values: readonly (readonly number[])[],
  criteria: readonly TopsisCriterion[],
): TopsisResult | Unknown {
  values.forEach((row, i) => {
    requireEntries(`values[${i}]`, row, criteria.length);
    row.forEach((value, j) => {
      requireNumber(`values[${i}][${j}]`, value);
    });
  });
  const weights = criteria.map((criterion, j) =>
    requireNumber(`criteria[${j}].weight`, criterion.weight, { low: 0 }),
  );
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const toBest = new Array<number>(values.length).fill(0);
  const toWorst = new Array<number>(values.length).fill(0);
  criteria.forEach(({ better }, j) => {
    const column = values.map((row) => row[j]!);
    const norm = Math.hypot(...column);
    if (norm === 0 || weightSum === 0) return;
    const scaled = column.map((value) => (weights[j]! * value) / norm / weightSum);
    const [low, high] = [Math.min(...scaled), Math.max(...scaled)];
    const [best, worst] = better === 'high' ? [high, low] : [low, high];
    scaled.forEach((value, i) => {
      toBest[i]! += (value - best) ** 2;
      toWorst[i]! += (value - worst) ** 2;
    });
  });
  for (let i = 0; i < values.length; i += 1) {
    toBest[i] = Math.sqrt(toBest[i]!);
    toWorst[i] = Math.sqrt(toWorst[i]!);
    if (toBest[i]! + toWorst[i]! === 0) return unknown('alternatives-alike');
  }
  if (values.length === 0) return unknown('alternatives-alike');
  const closeness = values.map((_, i) => toWorst[i]! / (toBest[i]! + toWorst[i]!));
  const ranks = closeness.map((own) => 1 + closeness.filter((other) => other > own + TIE).length);
  return { closeness, ranks, toBest, toWorst };
}
