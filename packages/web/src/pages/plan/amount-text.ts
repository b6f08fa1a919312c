import type { Language } from '../../app/language.ts';
import { numberText } from '../../parts/numbers.ts';

/** A number with about three figures that matter: 1,234 · 56.7 · 3.21 · 0.0456. */
export function amountText(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return '–';
  const size = Math.abs(value);
  const digits =
    size === 0 || size >= 100 || Number.isInteger(value)
      ? 0
      : size >= 10
        ? 1
        : size >= 1
          ? 2
          : Math.min(6, 2 - Math.floor(Math.log10(size)));
  return numberText(value, language, digits);
}

/** A number with its sign. */
export function signedText(value: number, language: Language): string {
  return `${value > 0 ? '+' : ''}${amountText(value, language)}`;
}
