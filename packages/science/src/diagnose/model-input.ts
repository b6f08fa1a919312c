import { AftermineError } from '../base/index.ts';

/**
 * Refuses a number outside [low, high]; NaN and infinities are outside. Returns it otherwise.
 *
 * @throws InvalidInput `E-DIA-102`
 */
export function requireWithin(where: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high && Number.isFinite(value)) return value;
  const expected = high === Number.POSITIVE_INFINITY ? `>= ${low}` : `${low} to ${high}`;
  throw new AftermineError('InvalidInput', 'E-DIA-102', { where, expected, got: String(value) });
}

/**
 * Refuses layers that do not all have `length` cells.
 *
 * @throws Misaligned `E-DIA-101`
 */
export function requireLength(
  where: string,
  length: number,
  ...layers: readonly { readonly length: number }[]
): void {
  const other = layers.find((layer) => layer.length !== length);
  if (other === undefined) return;
  throw new AftermineError('Misaligned', 'E-DIA-101', { where, expected: length, got: other.length });
}

/**
 * The entry of a table under `name`.
 *
 * @throws InvalidInput `E-DIA-103` for a name the table does not have
 */
export function requireNamed<T>(where: string, table: Readonly<Record<string, T>>, name: string): T {
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  if (entry !== undefined) return entry;
  throw new AftermineError('InvalidInput', 'E-DIA-103', {
    where,
    expected: Object.keys(table).join(', '),
    got: name,
  });
}
