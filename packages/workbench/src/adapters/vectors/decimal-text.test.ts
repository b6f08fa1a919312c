import { expect, test } from 'vitest';
import { decimalText } from './decimal-text.ts';

test('texts without exponent read back as the same number', () => {
  for (const value of [
    0,
    -1,
    1e-7,
    -1.25e-9,
    1e21,
    1.2345e25,
    5e-324,
    Number.MAX_VALUE,
    0.1 + 0.2,
    123.456,
  ]) {
    const text = decimalText(value)!;
    expect(Number(text)).toBe(value);
    expect(text).toMatch(/^-?\d+(\.\d+)?$/);
  }
  expect(decimalText(Number.NaN)).toBeNull();
});
