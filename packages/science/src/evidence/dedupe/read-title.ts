import { compactText, foldText } from './fold-text.ts';
import { type NoticeKind, noticeKind } from './notice-kind.ts';
import { type TitleNumbers, titleNumbers } from './title-numbers.ts';

/** A title as it may be compared. */
export interface Title {
  /** Letters and digits alone, in one spelling. */
  readonly compact: string;
  /** Its words in order; runs of Han, kana or hangul as pairs of neighbouring characters. */
  readonly words: readonly string[];
  /** The words sorted, each once. */
  readonly sorted: readonly string[];
  readonly script: Script;
  readonly numbers: TitleNumbers;
  readonly notice: NoticeKind | null;
  /** True where many works have this title: "Editorial", "Introduction to this issue", one word of its own. */
  readonly isGeneric: boolean;
  /** True where the export cut it: it ends in dots. */
  readonly isCut: boolean;
  /** Letters that a wrong encoding has replaced by `?` or its like. */
  readonly lostLetters: number;
}

export type Script = 'latin' | 'han' | 'kana' | 'hangul' | 'cyrillic' | 'other';

const GENERIC = new Set(
  'abstract abstracts acknowledgement acknowledgements announcement announcements annual author authors board book books calendar case clinical comment commentary comments conclusion conclusions contents contributors discussion editor editorial editors foreword front from general highlights image images in index introduction issue journal letter letters list matter meeting message month news note notes of on oral overview perspective poster preface president proceedings program programme question questions quiz report reports reprint research response reviewer reviewers reviews reply review section selected session special summary symposium table the this to untitled update viewpoint welcome 前言 序言 卷首语 编者按 目录 综述 简介 引言 结论 摘要 后记'.split(
    ' ',
  ),
);

/** Labels that databases set before or after a title: the kind of item, its language, pointers to comments and errata. */
const LABELS =
  /^\s*\[?(?:letter|editorial|proceedings|abstract|review|original article|conference abstract|case report)\]?\s*[:\]]\s*|\s*[([](?:(?:article |text |original )?(?:in )?(?:english|french|german|spanish|italian|portuguese|russian|japanese|chinese|korean|polish|turkish|dutch|danish|swedish|norwegian|czech|hungarian|persian|arabic|hebrew)|(?:conference |meeting )?abstract|article|review|reprinted|letter|editorial|news|thesis|proceedings|in process citation|(?:see |multiple )?comments?|corrected|(?:published )?err(?:atum|ata) (?:appears?|published) in[^)\]]*|(?:corrected and )?republished (?:in|from)[^)\]]*|summary for patients in[^)\]]*)[)\]]\W*$/gi;

/** Marks set on a retracted article afterwards: no part of its title, but kept as its notice. */
const RETRACTED =
  /^\W*(?:retracted|withdrawn)(?: article| paper)?\s*[:\])]+|[([]\s*retracted (?:article|paper)[^)\]]*[)\]]/i;

/** Characters of a title that are looked at: what is longer holds an abstract. */
const READ_CHARACTERS = 600;

/** Reads a title; null where none is given or nothing of it is a letter or a digit. */
export function readTitle(text: string | null): Title | null {
  if (text === null) return null;
  const bare = text.slice(0, READ_CHARACTERS).replace(LABELS, ' ');
  const folded = foldText(bare.replace(RETRACTED, ' '));
  const words = folded.split(' ').flatMap(wordsOf);
  if (words.length === 0 || words[0] === '') return null;
  const sorted = [...new Set(words)].sort();
  return {
    compact: compactText(words.some(isPair) ? folded : words.join('')),
    words,
    sorted,
    script: scriptOf(folded),
    numbers: titleNumbers(words, bare),
    notice: noticeKind(bare),
    isGeneric: sorted.filter((word) => !GENERIC.has(word) && !/^\d+$/.test(word)).length < 2,
    isCut: /(?:\.{2,}|…)\s*$/.test(text),
    lostLetters: text.match(/(?<=\p{L})[?\ufffd¿](?=\p{L})|(?<=\s)[?\ufffd](?=\p{L})/gu)?.length ?? 0,
  };
}

function scriptOf(folded: string): Script {
  if (/[\u3040-\u30ff]/.test(folded)) return 'kana';
  if (/\p{Script=Hangul}/u.test(folded)) return 'hangul';
  if (/\p{Script=Han}/u.test(folded)) return 'han';
  if (/\p{Script=Cyrillic}/u.test(folded)) return 'cyrillic';
  return /[a-z]/.test(folded) ? 'latin' : 'other';
}

const EAST_ASIAN = /[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]/u;

function isPair(word: string): boolean {
  return EAST_ASIAN.test(word);
}

/** A word in one spelling, or the pairs of neighbouring characters where no spaces part the words. */
function wordsOf(word: string): string[] {
  if (!EAST_ASIAN.test(word)) return [oneSpelling(word)];
  const pieces =
    word.match(
      /[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]+|[^\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]+/gu,
    ) ?? [];
  return pieces.flatMap((piece) => {
    if (!EAST_ASIAN.test(piece)) return [oneSpelling(piece)];
    const letters = [...piece];
    return letters.length === 1 ? [piece] : letters.slice(1).map((letter, i) => letters[i]! + letter);
  });
}

const TWO_SPELLINGS =
  /ae|oe|ph|our|is(?:e|ing|ation)|ys(?:e|ing)|ll(?:ed|ing)$|(?:cent|fib|lit|met)re|programme|ageing|aluminium/;

/** British and American spelling made one: oedema, haem-, sulph-, behaviour, characterise, centre, modelling, programme. */
function oneSpelling(word: string): string {
  if (word.length < 5 || !TWO_SPELLINGS.test(word)) return word;
  return word
    .replace(/ae|oe/g, 'e')
    .replace(/ph(?=ate|ide|ite|ur|on)/g, 'f')
    .replace(/(behavi|tum|col|lab|neighb|fav|flav|hum|vap|od|hon)our/, '$1or')
    .replace(/is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)/, 'iz')
    .replace(/ys(?=(?:e|ed|es|ing)$)/, 'yz')
    .replace(/ll(?=(?:ed|ing)$)/, 'l')
    .replace(/(cent|fib|lit|met)re(s?)$/, '$1er$2')
    .replace(/programme(?=s?$)/, 'program')
    .replace(/ageing$/, 'aging')
    .replace(/aluminium/, 'aluminum');
}
