import { type Unknown, unknown } from '../../base/index.ts';
import { type EffectSize, type EventArm, effectSize, requireEventArm } from './effect-size.ts';

/**
 * Log odds ratio of an event, for survival and other shares:
 *
 *     ln(a d / (b c)),  v = 1/a + 1/b + 1/c + 1/d
 *
 * a, b: treated with and without the event; c, d: the comparator. 0.5 is added to all four only where one of them is 0.
 *
 * @returns unknown `event-in-all-or-none` where no arm or both arms whole had the event: nothing is compared
 * @throws InvalidInput `E-EFF-002`
 * @source Woolf 1955, doi:10.1111/j.1469-1809.1955.tb01348.x; 0.5 in empty cells: Gart and Zweifel 1967, doi:10.1093/biomet/54.1-2.181
 */
export function logOddsRatio(treated: EventArm, comparator: EventArm): EffectSize | Unknown {
  const cells = cellsOf(treated, comparator);
  if (cells === null) return unknown('event-in-all-or-none');
  const [a, b, c, d] = cells;
  return effectSize('logOR', Math.log((a * d) / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
}

/**
 * Log risk ratio of an event:
 *
 *     ln((a / (a+b)) / (c / (c+d))),  v = 1/a - 1/(a+b) + 1/c - 1/(c+d)
 *
 * Cells and the 0.5 as in `logOddsRatio`.
 *
 * @returns unknown `event-in-all-or-none` where no arm or both arms whole had the event
 * @throws InvalidInput `E-EFF-002`
 */
export function logRiskRatio(treated: EventArm, comparator: EventArm): EffectSize | Unknown {
  const cells = cellsOf(treated, comparator);
  if (cells === null) return unknown('event-in-all-or-none');
  const [a, b, c, d] = cells;
  return effectSize(
    'logRR',
    Math.log(a / (a + b) / (c / (c + d))),
    1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
  );
}

/** The four cells, mended where one is empty; null where the event tells nothing. */
function cellsOf(treated: EventArm, comparator: EventArm): [number, number, number, number] | null {
  requireEventArm('treated', treated);
  requireEventArm('comparator', comparator);
  const [a, b, c, d] = [treated.events, treated.without, comparator.events, comparator.without];
  if (a + c === 0 || b + d === 0) return null;
  const add = a === 0 || b === 0 || c === 0 || d === 0 ? 0.5 : 0;
  return [a + add, b + add, c + add, d + add];
}
