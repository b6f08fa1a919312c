const ISSN = /^\d{4}-?\d{3}[\dX]$/i;
const ISBN = /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]$/i;
/** What databases add behind a number. */
const QUALIFIER = /\((?:[^()]{0,40})\)|\b(?:ISSN|ISBN|e-?ISSN|Print|Electronic|Linking|Online)\b:?/gi;

/** The numbers of a serial or a book that a field holds; `rest` are texts that are neither. */
export interface SerialNumbers {
  /** As `1234-567X`, each once. */
  readonly issns: readonly string[];
  /** As they stood. */
  readonly isbns: readonly string[];
  readonly rest: readonly string[];
}

/** Parts a field such as `0957-9672 (Print) 1473-6535` or `20762615 (ISSN)` into its ISSN and ISBN. */
export function serialNumbers(text: string): SerialNumbers {
  const issns: string[] = [];
  const isbns: string[] = [];
  const rest: string[] = [];
  for (const line of text.split(/[\n\r;；,，]+/)) {
    const bare = line.replace(QUALIFIER, ' ').trim();
    if (bare === '') continue;
    if (ISBN.test(bare)) {
      isbns.push(bare);
      continue;
    }
    for (const word of bare.split(/\s+/)) {
      if (ISSN.test(word)) {
        const digits = word.replace('-', '').toUpperCase();
        const issn = `${digits.slice(0, 4)}-${digits.slice(4)}`;
        if (!issns.includes(issn)) issns.push(issn);
      } else if (ISBN.test(word)) {
        if (!isbns.includes(word)) isbns.push(word);
      } else {
        rest.push(line.trim());
        break;
      }
    }
  }
  return { issns, isbns, rest };
}
