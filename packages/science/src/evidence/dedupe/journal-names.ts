import { foldText } from './fold-text.ts';

/** Where it was published, as it may be compared. */
export interface Journal {
  /** Words that carry the name, in order. */
  readonly words: readonly string[];
  /** First letters of the words: alike for a name and its abbreviation. */
  readonly initials: string;
  readonly issns: readonly string[];
  readonly isPreprintServer: boolean;
}

const FILLERS = new Set(
  'a an and the of in on for to at by with from de la le les des du di der die das und et en del el y i e van voor og'.split(
    ' ',
  ),
);

/** Reads a journal's name (full, abbreviated or one letter a word) and all ISSNs and ISBNs in the field of the export. */
export function readJournal(name: string | null, issn: string | null, isbn: string | null): Journal {
  const plain = (name ?? '')
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .replace(/[.:;]\s*(?:conference|annual|meeting|\d)\b.*$/i, ' ');
  const folded = foldText(plain.trim() === '' ? (name ?? '') : plain);
  const words = folded.split(' ').filter((word) => word !== '' && !FILLERS.has(word));
  const issns = [
    ...`${issn ?? ''} ${isbn ?? ''}`
      .toUpperCase()
      .matchAll(/\b(\d{4})-?(\d{3}[\dX])\b|\b97[89][\d-]{10,14}\b/g),
  ].map((match) => match[0].replaceAll('-', ''));
  return {
    words,
    initials: words.map((word) => word[0]).join(''),
    issns,
    isPreprintServer: /rxiv|preprint|ssrn|research square|authorea/i.test(name ?? ''),
  };
}

/**
 * 1 where an ISSN is shared or the names can be one name abbreviated word by word ("J Hosp Infect") or to its initials ("JAMA"),
 * -1 where both are known and they cannot, 0 where either is missing or one name goes on where the other ends ("Diabetes",
 * "Diabetes Care").
 */
export function compareJournals(a: Journal, b: Journal): -1 | 0 | 1 {
  if (a.issns.some((issn) => b.issns.includes(issn))) return 1;
  if (a.words.length === 0 || b.words.length === 0) return 0;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.every((word, i) => abbreviates(word, long.words[i]!)))
    return short.words.length === long.words.length ? 1 : 0;
  if (short.words.length === 1 && short.words[0]!.length > 2 && short.words[0] === long.initials) return 1;
  return -1;
}

/** One word is the beginning of the other, or leaves letters out of it: `intl` of `international`, `assoc` of `association`. */
function abbreviates(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short)) return true;
  if (short[0] !== long[0] || short.length < 2) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
