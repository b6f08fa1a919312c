/**
 * The shortest text of a number that reads back as the same number, without exponent: `1e-7` as `0.0000001`.
 *
 * @returns null for what is not finite
 */
export function decimalText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const plain = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(plain);
  if (match === null) return plain;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
