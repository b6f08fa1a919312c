/** Longest text that a cell holds. */
const LONGEST = 32_767;

/** Characters that no XML holds: controls, and halves of a pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text between tags or in an attribute; what XML cannot hold is left out. */
export function xmlText(value: string): string {
  return value
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Text of a cell: cut at what a cell holds, and `_x000D_` kept as it reads, which spreadsheets would take for a character.
 *
 * @source ECMA-376-1, 22.9.2.19 (ST_Xstring)
 */
export function cellText(value: string): string {
  return xmlText(value.slice(0, LONGEST)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
