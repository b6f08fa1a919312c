import type { Author } from '../record/reference.ts';
import { compactText, foldText } from './fold-text.ts';

/** Who wrote it, as it may be compared across the ways databases write names. */
export interface Names {
  /** Name parts of the first author; empty where no author is given. */
  readonly first: readonly string[];
  /** Name parts of each author in order. */
  readonly people: readonly (readonly string[])[];
}

const NO_NAMES = new Set([
  'et',
  'al',
  'and',
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'dr',
  'prof',
  'phd',
  'md',
  'others',
  '等',
]);
const NO_PEOPLE = /^(?:et al|anon|anonymous|no authors? listed|author unknown|unknown|n\/?a|佚名)\b/i;

/**
 * The parts of each name that are more than initials: {khosrow, adeli} of "Adeli, Khosrow", "Khosrow Adeli" and (without the
 * given name) "Adeli K". Which part is the family name is not asked, since exports disagree about it. "Müller", "Mueller" and
 * "Muller" give one part; a Han name is one part as a whole. Authors run together in one field ("Adeli K.Lewis G. F.") are parted.
 */
export function nameParts(authors: readonly Author[]): Names {
  const people: string[][] = [];
  for (const author of authors) {
    for (const literal of partPeople(author.literal)) {
      const parts = partsOf(literal);
      if (parts.length > 0) people.push(parts);
    }
  }
  return { first: people[0] ?? [], people };
}

/** 1 where the first authors share a name part, -1 where they do not, 0 where either is not given. */
export function compareFirstAuthors(a: Names, b: Names): -1 | 0 | 1 {
  if (a.first.length === 0 || b.first.length === 0) return 0;
  return isOnePerson(a.first, b.first) ? 1 : -1;
}

/** Share of the shorter list of authors that the longer one has too, 0 to 1; null where either list is empty. */
export function authorOverlap(a: Names, b: Names): number | null {
  const [few, many] = a.people.length <= b.people.length ? [a.people, b.people] : [b.people, a.people];
  if (few.length === 0) return null;
  return few.filter((person) => many.some((other) => isOnePerson(person, other))).length / few.length;
}

/**
 * Two names of one person: a part is shared, and where both have more parts a second one is shared or begins alike ("Xiaoming"
 * and "Xiao Ming"), so that "Maria Garcia" is not "Maria Lopez".
 */
function isOnePerson(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((part) => b.includes(part));
  if (shared.length === 0) return false;
  if (shared.length >= 2 || a.length === 1 || b.length === 1) return true;
  const [restA, restB] = [a.filter((part) => part !== shared[0]), b.filter((part) => part !== shared[0])];
  return restA.some((x) => restB.some((y) => isOneGivenName(x, y)));
}

/** One begins with the other; of two or three letters, which may be initials, the first counts. */
function isOneGivenName(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  return Math.min(a.length, b.length) <= 3 && a[0] === b[0];
}

/** Authors that one field holds; a period directly before a capital and a small letter ends an author's initials. */
function partPeople(literal: string): string[] {
  if (NO_PEOPLE.test(literal.trim())) return [];
  return literal
    .split(/;|；|\s+and\s+|\s+&\s+|(?<=\p{Lu}\.)(?=\p{Lu}\p{Ll})|(?<=\p{Lu}\.),\s*(?=\p{Lu}\p{Ll})/u)
    .filter((name) => name.trim() !== '');
}

function partsOf(name: string): string[] {
  if (/\p{Script=Han}/u.test(name)) {
    const whole = compactText(foldText(name)).replace(/等$/, '');
    return whole === '' ? [] : [whole];
  }
  const shouted = name === name.toUpperCase();
  const parts: string[] = [];
  const words = name.split(/[\s,.]+/).filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    // Capitals are initials, but "LI Wei" has its family name in capitals first.
    if (!shouted && /^\p{Lu}{1,4}$/u.test(word) && (i > 0 || word.length === 1)) continue;
    const folded = foldText(word);
    for (const part of folded.split(' ')) push(parts, part);
    if (folded.includes(' ')) push(parts, compactText(folded));
  }
  if (parts.length === 0) {
    const whole = compactText(foldText(name));
    if (whole !== '' && !NO_NAMES.has(whole)) parts.push(whole);
  }
  return parts;
}

function push(parts: string[], part: string): void {
  if (part.length < 2 || NO_NAMES.has(part)) return;
  const plain = part.replace(/([aou])e/g, '$1');
  if (!parts.includes(plain)) parts.push(plain);
}
