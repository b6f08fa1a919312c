import { expect, it } from 'vitest';
import { requireLength, requireNamed, requireWithin } from './model-input.ts';

it('the ends of a range belong to it, NaN and infinities do not', () => {
  expect(requireWithin('clay', 0, 0, 100)).toBe(0);
  expect(requireWithin('clay', 100, 0, 100)).toBe(100);
  expect(() => requireWithin('clay', Number.NaN, 0, 100)).toThrow(/E-DIA-102.*clay.*0 to 100/);
  expect(() => requireWithin('rain', Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY)).toThrow(/>= 0/);
});

it('one layer of another size is refused with both sizes', () => {
  expect(() => requireLength('rusle', 4, new Float32Array(4), new Float32Array(3))).toThrow(
    /E-DIA-101.*expected 4.*got 3/,
  );
});

it('names every object inherits are no entries of a table', () => {
  expect(requireNamed('region', { loess: 1 }, 'loess')).toBe(1);
  expect(() => requireNamed('region', { loess: 1 }, 'toString')).toThrow(/E-DIA-103.*loess/);
});
