import { editDistance } from './edit-distance.ts';
import type { Title } from './read-title.ts';
import { compareNumbers } from './title-numbers.ts';

/**
 * How two titles stand to each other, from the surest down: `equal` (letter for letter in one spelling), `typo` (every differing
 * word is the other's with a letter wrong), `cut` (one ends where the other goes on), `close` (few words differ), `akin`
 * (most words are shared), `other`.
 */
export type TitleLevel = 'equal' | 'typo' | 'cut' | 'close' | 'akin' | 'other';

/** The levels as numbers, the surest highest. */
export const titleStrength: Readonly<Record<TitleLevel, number>> = {
  equal: 5,
  typo: 4,
  cut: 3,
  close: 2,
  akin: 1,
  other: 0,
};

/** What the comparison of two titles found. */
export interface TitleMatch {
  readonly level: TitleLevel;
  /** Shared words over all words, 0 to 1; a word with one letter wrong counts as shared. */
  readonly jaccard: number;
  readonly numbers: 'same' | 'more' | 'differ';
  /** True where the shorter title ends within a word of the longer, or in dots: a cut for want of room, no subtitle. */
  readonly isBroken: boolean;
  /** True where each title has a word in place of another of the other: `mice` for `rats`. */
  readonly isReworded: boolean;
  /** True where one title has telling words more: `linagliptin`, `linagliptin and sitagliptin`. */
  readonly isExtended: boolean;
}

const NO_MATCH: TitleMatch = {
  level: 'other',
  jaccard: 0,
  numbers: 'same',
  isBroken: false,
  isReworded: false,
  isExtended: false,
};
/** From this length on (letters; a third of it for Han) a title that is the beginning of another is a cut one. */
const CUT_LETTERS = 40;
const STUB_LETTERS = 18;
const SUBSTANCE = /(?:[aiu]te|ide|[aeiy]ne|ol|al|yl)s?$/;
const FILLERS = new Set(
  'a an and as at by for from in into is its of on or the to using versus via vs with'.split(' '),
);

/** Compares two titles of one script; titles of different scripts, and a missing title, are `other`. */
export function compareTitles(a: Title | null, b: Title | null): TitleMatch {
  if (a === null || b === null) return NO_MATCH;
  if (a.compact === b.compact) return { ...NO_MATCH, level: 'equal', jaccard: 1 };
  const shared = countShared(a.sorted, b.sorted);
  const [short, long] = a.compact.length <= b.compact.length ? [a, b] : [b, a];
  const starts = long.compact.startsWith(short.compact);
  if (shared < 2 && !starts && a.compact.slice(0, 6) !== b.compact.slice(0, 6) && !isSlip(a, b))
    return NO_MATCH;
  const numbers = compareNumbers(a.numbers, b.numbers);
  const [onlyA, onlyB] = [without(a.words, b.words), without(b.words, a.words)];
  const [restA, restB] = leftOver(onlyA, onlyB);
  const misspelt = onlyA.length - restA.length;
  const both = shared + misspelt;
  const jaccard = both / (a.sorted.length + b.sorted.length - both);
  const isReworded =
    restA.some(isTelling) && restB.some(isTelling) && !isMangled(restA.join(''), restB.join(''));
  const letters = lettersOf(short);
  if (starts && (letters >= STUB_LETTERS || short.isCut)) {
    const isBroken = short.isCut || endsWithin(short, long);
    const level = letters >= CUT_LETTERS || isBroken ? 'cut' : 'close';
    return { ...NO_MATCH, level, jaccard, numbers: isBroken ? 'same' : numbers, isBroken };
  }
  if (isBadlyCut(short, long)) return { ...NO_MATCH, level: 'close', jaccard, numbers };
  const lost = a.lostLetters + b.lostLetters;
  const isRespelt =
    restA.length + restB.length === 0 ||
    (shared > 0 && editDistance(restA.join(''), restB.join(''), lost) <= lost);
  const level = isRespelt && misspelt <= 4 ? 'typo' : likeness(a, b, jaccard);
  const isExtended = restA.some(isTelling) !== restB.some(isTelling);
  return { level, jaccard, numbers, isBroken: false, isReworded, isExtended };
}

/** Letters of a title; a Han character says as much as three. */
export function lettersOf(title: Title): number {
  return title.compact.length * (title.script === 'han' || title.script === 'kana' ? 3 : 1);
}

/** Shares of the longer title's letters that may differ. */
const CLOSE_LETTERS = 0.08;
const AKIN_LETTERS = 0.2;

function likeness(a: Title, b: Title, jaccard: number): TitleLevel {
  if (jaccard >= 0.85 || isSlip(a, b)) return 'close';
  const length = Math.max(a.compact.length, b.compact.length);
  const limit = length >= 25 && jaccard >= 0.35 ? Math.floor(AKIN_LETTERS * length) : 0;
  const distance = limit === 0 ? Infinity : editDistance(a.compact, b.compact, limit);
  if (distance <= CLOSE_LETTERS * length) return 'close';
  return jaccard >= 0.6 || distance <= limit ? 'akin' : 'other';
}

/** Three letters at most differ in titles of twenty letters or more, whatever words they part into. */
function isSlip(a: Title, b: Title): boolean {
  const [x, y] = [a.compact, b.compact];
  if (Math.min(x.length, y.length) < 20 || Math.abs(x.length - y.length) > 3) return false;
  return editDistance(x, y, 3) <= 3;
}

/** The shorter title, cut and misspelt, begins the longer one. */
function isBadlyCut(short: Title, long: Title): boolean {
  const { length } = short.compact;
  if (length < (short.isCut ? 30 : CUT_LETTERS) || long.compact.length < 1.2 * length) return false;
  const limit = Math.floor(0.08 * length);
  return editDistance(short.compact, long.compact.slice(0, length), limit) <= limit;
}

/** What is left of both titles is one text with a letter wrong here and there. */
function isMangled(a: string, b: string): boolean {
  const limit = Math.floor(0.2 * Math.max(a.length, b.length));
  return limit >= 2 && editDistance(a, b, limit) <= limit;
}

function isTelling(word: string): boolean {
  return !FILLERS.has(word);
}

function countShared(a: readonly string[], b: readonly string[]): number {
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
  return shared;
}

/** Words of `a`, in order, that `b` has not or not as often. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const word of b) times.set(word, (times.get(word) ?? 0) + 1);
  return a.filter((word) => {
    const left = times.get(word) ?? 0;
    times.set(word, left - 1);
    return left <= 0;
  });
}

/** What is left of two lists of words once words that differ in one letter are paired off. */
function leftOver(onlyA: readonly string[], onlyB: readonly string[]): [string[], string[]] {
  const rest = [...onlyB];
  const restA = onlyA.filter((word) => {
    const at = rest.findIndex((other) => isOneLetterOff(word, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [restA, rest];
}

/**
 * One letter added, dropped, changed, or two neighbours swapped, in words of five letters or more. Digits are never a slip of
 * the pen, and neither is a letter at the beginning (symptomatic, asymptomatic; micro-, macro-) or in the ending of a substance
 * (nitrate, nitrite; ethane, ethene).
 */
export function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 5 || long.length - short.length > 1 || /\d/.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const isSwapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  if (at < 2) return at === 1 && isSwapped && short.length === long.length;
  if (SUBSTANCE.test(a) && SUBSTANCE.test(b) && at > short.length - 5) return false;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  return short.slice(at + 1) === long.slice(at + 1) || isSwapped;
}

/** True where the shorter title ends in the middle of a word of the longer one; Part I is no beginning of Part II. */
function endsWithin(short: Title, long: Title): boolean {
  if (long.script === 'han' || long.script === 'kana') return false;
  let at = 0;
  for (const word of long.words) {
    at += word.length;
    if (at === short.compact.length) return false;
    if (at > short.compact.length) return !/\d|^[ivxl]+$/.test(word);
  }
  return false;
}
