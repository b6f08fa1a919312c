import { isNameSuffix } from './author-name.ts';
import { holdsOneValue, oneLine, withoutEnd } from './tidy-text.ts';

const HAN = /\p{Script=Han}/u;
/** `[1,2]` behind names in Chinese exports: numbers of addresses. */
const FOOTNOTES = /\[[\d,，;；、\s]{1,20}\]/g;

/**
 * The names in a field that may hold several: parted at line ends and semicolons (also full-width ones, also a last
 * one with nothing behind it), Chinese names at commas as well, and at a `%A` that old exports of CNKI leave within
 * the line. A comma in other names parts family and given name.
 */
export function namesIn(text: string): string[] {
  if (holdsOneValue(text)) {
    const name = oneLine(text);
    return name === '' ? [] : [name];
  }
  const plain = HAN.test(text) ? text.replace(FOOTNOTES, '') : text;
  return plain
    .split(/[\n\r]+| %A /)
    .flatMap((line) => splitAtSemicolons(line))
    .flatMap((part) => (HAN.test(part) ? splitHanNames(part) : [part]))
    .map((name) => withoutEnd(oneLine(name), ';；'))
    .filter((name) => name !== '');
}

/** Parts between semicolons; one that ends an entity (`&amp;`) parts nothing. */
export function splitAtSemicolons(text: string): string[] {
  if (!text.includes(';') && !text.includes('；')) return [text];
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i]!;
    if (mark !== ';' && mark !== '；') continue;
    if (mark === ';' && /&#?\w{1,8}$/.test(text.slice(Math.max(from, i - 10), i))) continue;
    parts.push(text.slice(from, i));
    from = i + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** `谢昕,王小增` and `徐敏、何世伟` are two names; `施, 洋` and `施,洋` are one in two parts. */
function splitHanNames(text: string): string[] {
  const parts = text.split(/[,，、]/);
  const whole = parts.every((part) => /^\s*[\p{Script=Han}·]{2,6}\s*$/u.test(part));
  return parts.length > 1 && whole ? parts : [text];
}

/**
 * The names in a cell of a table, which may part them in other ways: a list as Python writes it, ` and `, commas
 * between `Smith JA` or `Smith J.`, pairs of `Smith, J.`, or nothing at all (`Adeli K.Lewis G. F.`).
 */
export function namesInCell(text: string): string[] {
  const listed = quotedList(text);
  if (listed !== null) return listed.flatMap((name) => namesIn(name));
  if (/[;；\n\r]/.test(text)) return namesIn(text);
  if (HAN.test(text)) return namesIn(text);
  if (/ (?:and|&) /i.test(text) && (BEGINS_WITH_INITIALS.test(text) || !ORDINARY_WORD.test(text)))
    return text.split(/ (?:and|&) /i).flatMap((part) => namesInCell(part.replace(/,\s*$/, '')));
  const parts = foldedSuffixes(text.split(',').map((part) => part.trim()));
  if (parts.length > 1) {
    if (parts.every((part) => ENDS_IN_INITIALS.test(part))) return parts.flatMap(unglue);
    const begin = parts.filter((part) => BEGINS_WITH_INITIALS.test(part)).length;
    if (begin >= 2 && begin >= MOST * parts.length) return parts.map(oneLine);
    const paired =
      parts.length % 2 === 0 && parts.every((part, i) => (i % 2 === 0) !== ONLY_INITIALS.test(part));
    if (paired)
      return parts
        .filter((_, i) => i % 2 === 0)
        .map((family, i) => oneLine(`${family}, ${parts[2 * i + 1]}`));
    if (parts.length > 2 && parts.every((part) => part.includes(' '))) return parts.map(oneLine);
    return namesIn(text);
  }
  return unglue(text).flatMap((name) => namesIn(name));
}

/** Share of the parts that must look like names for all to be some. */
const MOST = 0.6;

/** `C. W. Livingston`, `Jr.` are one name. */
function foldedSuffixes(parts: readonly string[]): string[] {
  const folded: string[] = [];
  for (const part of parts)
    if (folded.length > 0 && isNameSuffix(part)) folded.push(`${folded.pop()!}, ${part}`);
    else folded.push(part);
  return folded;
}

/** Words that names of persons do not hold. */
const ORDINARY_WORD = /(?:^|\s)(?:of|for|the|to|in|on|group|trial|study|committee)(?:\s|$)/i;
const ENDS_IN_INITIALS = /^\S.*\s(?:\p{Lu}\.?[\s-]?){1,4}$/u;
const BEGINS_WITH_INITIALS = /^(?:\p{Lu}\.[\s-]?){1,4}\s?\p{L}['’\p{L}]/u;
const ONLY_INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;

/** `Adeli K.Lewis G. F.`: a point with the next name right behind it, after a family name with initials. */
function unglue(text: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    const behind = text.slice(at + 1, at + 3);
    if (!/^\p{L}['’\p{L}]/u.test(behind)) continue;
    if (!/\p{L}{2}.*\s(?:\p{Lu}\.[\s-]?)*\p{Lu}$/u.test(text.slice(Math.max(from, at - 60), at))) continue;
    names.push(text.slice(from, at + 1));
    from = at + 1;
  }
  names.push(text.slice(from));
  return names;
}

/** The strings of `['Marx, Karl', "O'Hara, J."]`; null for any other text. */
export function quotedList(text: string): string[] | null {
  const inner = text.trim();
  if (!/^\[\s*(?:['"].*['"]\s*)?\]$/s.test(inner)) return null;
  const items: string[] = [];
  for (let i = 1; i < inner.length - 1; ) {
    const quote = inner[i]!;
    if (quote !== "'" && quote !== '"') {
      if (!/[\s,]/.test(quote)) return null;
      i += 1;
      continue;
    }
    let item = '';
    for (i += 1; i < inner.length - 1 && inner[i] !== quote; i += 1) {
      if (inner[i] === '\\') i += 1;
      item += inner[i]!;
    }
    items.push(item);
    i += 1;
  }
  return items;
}
