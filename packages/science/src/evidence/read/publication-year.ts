/**
 * The first year, 1400 to 2199, that a text names: of `2019//`, `2019 Jan 5`, `1975-1976//` (the first), `1999.0`.
 * Null where it names none (`10 15`, `in press`). Four digits of a longer number are no year.
 *
 * @returns the year and whether the text says nothing besides
 */
export function yearIn(text: string): { readonly year: number; readonly alone: boolean } | null {
  for (let i = 0; i + 4 <= text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) continue;
    let end = i + 1;
    while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
    const digits = end - i;
    // Eight digits are a date without marks: 20190105.
    if (digits === 4 || digits === 8) {
      const year = Number(text.slice(i, i + 4));
      const dated = digits === 4 || /^(?:0[0-9]|1[0-2])[0-3]\d$/.test(text.slice(i + 4, end));
      if (year >= 1400 && year < 2200 && dated)
        return { year, alone: digits === 4 && /^[\s/]*(?:\.0+)?$/.test(text.slice(0, i) + text.slice(end)) };
    }
    i = end - 1;
  }
  return null;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
