import type { Language } from '../../base/index.ts';
import { numberText } from '../observation/number-text.ts';

/** A number with about three figures that matter: 1,234 · 56.7 · 3.21 · 0.0456. What is not known is a dash. */
export function amountText(language: Language, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  const digits = digitsOf(value);
  // No zeros at the end: 0.27, not 0.270.
  const needed = [...Array(digits).keys()].find(
    (d) => Number(value.toFixed(d)) === Number(value.toFixed(digits)),
  );
  return numberText(language, value, needed ?? digits);
}

/** Such a number with its sign; nothing before a zero. */
export function signedAmountText(language: Language, value: number): string {
  return `${value > 0 ? '+' : ''}${amountText(language, value)}`;
}

/** Share of the gap in percent, rounded up to two figures so that it never promises too much. */
export function gapText(language: Language, gap: number): string {
  const percent = gap * 100;
  if (percent <= 0) return numberText(language, 0, 0);
  const step = 10 ** (Math.floor(Math.log10(percent)) - 1);
  const up = Math.ceil(percent / step - 1e-9) * step;
  return numberText(language, up, Math.max(0, Math.min(6, -Math.floor(Math.log10(step)))));
}

function digitsOf(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return 0;
  if (Number.isInteger(value)) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return Math.min(6, 2 - Math.floor(Math.log10(size)));
}
