/** A run of blanks longer than one, or any blank that is not a plain one. The ideographic space is text. */
const UNTIDY = /[\t\n\v\f\r\u00a0\ufeff]| {2}/;
const BLANKS = /[\t\n\v\f\r\u00a0\ufeff ]+/g;

/** The text on one line: blanks and line ends become one blank each, none at the ends. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  return UNTIDY.test(trimmed) ? trimmed.replace(BLANKS, ' ').trim() : trimmed;
}

/**
 * The text line by line, no blanks at the ends of lines, empty lines left out. Blanks within lines stay: long texts are
 * not searched for what nobody misses.
 *
 * @param between what stands between lines: `\n` keeps them, a blank undoes wrapping
 */
export function tidyLines(text: string, between: '\n' | ' ' = '\n'): string {
  if (!text.includes('\n') && !text.includes('\r')) return text.trim();
  return text
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(between);
}

const SEVERAL = /[;\n\r\u2e80-\uffff]/;

/** True for text that surely holds one value: no line end, no semicolon, nothing Chinese. */
export function holdsOneValue(text: string): boolean {
  return !SEVERAL.test(text);
}

/** The text without blanks and the given marks at its end; looks at the end only. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text[end - 1]!) || text[end - 1]! === ' ')) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
