import { type Language, say } from '../../base/index.ts';
import type { SupportedFigure } from '../result.ts';

/** What a supported figure is, in words: `rate of recovery`, `amount of lime`. */
export function supportedWords(
  { what, item }: Pick<SupportedFigure, 'what' | 'item'>,
  language: Language,
): string {
  return item === undefined
    ? say(language, `supported.${what}`)
    : say(language, 'supported.quantity', { item: item[language] });
}

/** Its value with the unit; a share stands alone. */
export function supportedValue(
  { unit }: Pick<SupportedFigure, 'unit'>,
  value: string,
  language: Language,
): string {
  if (unit === '1') return value;
  return unit === 'a-1' ? say(language, 'supported.per-year', { value }) : `${value} ${unit}`;
}
