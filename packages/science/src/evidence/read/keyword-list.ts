import { quotedList, splitAtSemicolons } from './author-list.ts';
import { holdsOneValue, oneLine } from './tidy-text.ts';

const HAN = /\p{Script=Han}/u;

/**
 * Keywords of a field: parted at line ends and semicolons (`;`, `；`, `;;`). A field without any that is Chinese is
 * parted at commas, as some Chinese exports write it.
 */
export function keywordsIn(text: string): string[] {
  if (holdsOneValue(text)) return tidied([text]);
  return tidied(
    text
      .split(/[\n\r]+/)
      .flatMap((line) => splitAtSemicolons(line))
      .flatMap((part, _, all) => (all.length === 1 && HAN.test(part) ? part.split(/[,，]/) : [part])),
  );
}

/** Keywords of a cell of a table, which may also be a list as Python writes it, or be parted by bars or commas. */
export function keywordsInCell(text: string): string[] {
  const listed = quotedList(text);
  if (listed !== null) return tidied(listed);
  if (/[;；\n\r]/.test(text)) return keywordsIn(text);
  if (text.includes('|')) return tidied(text.split('|'));
  return tidied(text.split(/[,，]/));
}

function tidied(parts: readonly string[]): string[] {
  return parts.map(oneLine).filter((part) => part !== '');
}
