/** A word of a text and where it stands: `text.slice(from, to)`. */
export interface Token {
  /** In lower case. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Runs of letters, digits and underscores, the characters other tools write as `\w`. */
const RUN = /[\p{L}\p{N}_]+/gu;
const HAN = /\p{Script=Han}/u;
/** The full-width twins of the printable ASCII characters. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_SHIFT = 0xfee0;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in order: runs of two or more letters, digits or underscores in any script (`\b\w\w+\b`), in lower case. A
 * run that holds Chinese characters is cut into words by the dictionary of the platform; Chinese words of one character are
 * kept, for elements (镉, 铅) and land (矿, 土) are such words. Full-width letters and digits count as their ASCII twins.
 *
 * @source scikit-learn, `TfidfVectorizer` (`token_pattern`); Unicode Standard Annex 29 (Chinese)
 */
export function tokenise(text: string): Token[] {
  // Every step keeps the length, so that places in the folded text are places in the text
  const folded = text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replaceAll('İ', 'I')
    .toLowerCase();
  const tokens: Token[] = [];
  for (const match of folded.matchAll(RUN)) {
    const [run] = match;
    const from = match.index;
    if (!HAN.test(run)) {
      if (!isOneCharacter(run)) tokens.push({ word: run, from, to: from + run.length });
      continue;
    }
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    for (const { segment, index } of segmenter.segment(run))
      if (HAN.test(segment) || !isOneCharacter(segment))
        tokens.push({ word: segment, from: from + index, to: from + index + segment.length });
  }
  return tokens;
}

/** Characters beyond the first plane take two places. */
function isOneCharacter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff);
}

/** The words and the pairs of neighbouring words of a text (1-grams and 2-grams), a pair joined by a space. */
export function termsOfText(text: string): string[] {
  const tokens = tokenise(text);
  const terms: string[] = [];
  tokens.forEach(({ word }, i) => {
    terms.push(word);
    if (i > 0) terms.push(`${tokens[i - 1]!.word} ${word}`);
  });
  return terms;
}
