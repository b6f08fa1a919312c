/** A figure with the three digits that count, without zeros at its end. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}
