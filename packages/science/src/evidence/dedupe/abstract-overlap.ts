import { foldText } from './fold-text.ts';

/** Characters of an abstract that are looked at: its first ten or so sentences. */
const READ_CHARACTERS = 1500;
const FEWEST_PAIRS = 25;

/** Pairs of neighbouring words of an abstract as sorted numbers, each once; null where it is missing or too short to tell. */
export function abstractPairs(abstract: string | null): Int32Array | null {
  if (abstract === null || abstract.length < 100) return null;
  const text = abstract.slice(0, READ_CHARACTERS);
  const words = PLAIN.test(text) ? hashesOf(text.toLowerCase()) : hashesOf(spaced(foldText(text)));
  if (words.length <= FEWEST_PAIRS) return null;
  const pairs = new Int32Array(words.length - 1);
  for (let i = 0; i < pairs.length; i += 1) pairs[i] = Math.imul(words[i]!, 0x01000193) ^ words[i + 1]!;
  pairs.sort();
  let kept = 1;
  for (let i = 1; i < pairs.length; i += 1) {
    if (pairs[i] === pairs[i - 1]) continue;
    pairs[kept] = pairs[i]!;
    kept += 1;
  }
  return kept < FEWEST_PAIRS ? null : pairs.slice(0, kept);
}

/** Nothing in it that folding would change but capitals: no markup, entities, apostrophes or letters beyond ASCII. */
const PLAIN = /^[^<&\\{}'`\u007f-\uffff]*$/;

/** Han characters as words of their own. */
function spaced(folded: string): string {
  return folded.replace(/\p{Script=Han}/gu, ' $& ');
}

/**
 * Share of the word pairs of the shorter abstract that the longer one has too, 0 to 1. Two abstracts of one work give 0.8 and more, cut
 * or with other headings too; abstracts of two works on one subject give less than 0.3.
 */
export function pairOverlap(a: Int32Array, b: Int32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) {
      shared += 1;
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return shared / Math.min(a.length, b.length);
}

/** 32 bits (FNV-1a) of each run of letters and digits in lower-case text. */
function hashesOf(text: string): number[] {
  const hashes: number[] = [];
  let h = 0x811c9dc5;
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) {
      h = Math.imul(h ^ code, 0x01000193);
      letters += 1;
    } else if (letters > 0) {
      hashes.push(h);
      h = 0x811c9dc5;
      letters = 0;
    }
  }
  if (letters > 0) hashes.push(h);
  return hashes;
}
