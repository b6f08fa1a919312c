import { AftermineError } from '../base/index.ts';

/**
 * Refuses a number outside [low, high], or at `low` where it is `above`; NaN and infinities are outside.
 *
 * @throws InvalidInput `E-CHO-102`
 */
export function requireNumber(
  where: string,
  value: number,
  range: { readonly low?: number; readonly above?: number; readonly high?: number } = {},
): number {
  const { low = -Infinity, above = -Infinity, high = Infinity } = range;
  const [isAtLeast, isAbove] = [value >= low, above === -Infinity || value > above];
  if (Number.isFinite(value) && isAtLeast && isAbove && value <= high) return value;
  const parts = [
    ...(range.low === undefined ? [] : [`>= ${low}`]),
    ...(range.above === undefined ? [] : [`> ${above}`]),
    ...(range.high === undefined ? [] : [`<= ${high}`]),
  ];
  throw new AftermineError('InvalidInput', 'E-CHO-102', {
    where,
    expected: parts.length === 0 ? '-Inf < x < Inf' : parts.join(', '),
    got: String(value),
  });
}

/**
 * Refuses a list that has not `length` entries.
 *
 * @throws Misaligned `E-CHO-101`
 */
export function requireEntries(where: string, list: { readonly length: number }, length: number): void {
  if (list.length !== length)
    throw new AftermineError('Misaligned', 'E-CHO-101', { where, expected: length, got: list.length });
}
