const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

/** Named entities that are no letters; accented letters (`&eacute;`) and Greek ones (`&beta;`) follow a rule. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  rsquo: "'",
  lsquo: "'",
};

/**
 * What two databases agree on in a line of text: lower-case words with single spaces between them. Tags are stripped, entities
 * decoded, accents dropped, Greek letters spelt, `&` becomes `and`. Letters of every script stay: Han, kana, hangul and Cyrillic
 * are letters, and their own marks (the voicing of kana, the vowels of Devanagari) are kept.
 */
export function foldText(text: string): string {
  const t = MARKUP.test(text) ? stripMarkup(text).replace(/&/g, ' and ') : text;
  if (ASCII.test(t))
    return t
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return t
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(/\p{Script=Greek}/gu, (letter) => GREEK[letter] ?? letter)
    .replace(/[ßæœøđðþłıħ]/g, (letter) => WHOLE[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/＆/g, ' and ')
    .replace(NOT_LETTERS, ' ')
    .trim();
}

/** The folded text without its spaces: what stays equal when a hyphen or a space comes or goes. */
export function compactText(folded: string): string {
  return folded.replaceAll(' ', '');
}

const ASCII = /^[\x20-\x7e\s]*$/;
const MARKUP = /[<&{}\\]/;
const LATIN_MARKS = /[\u0300-\u036f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const NOT_LETTERS = /[^\p{L}\p{N}\p{M}]+/gu;
const TEXT_TAG = /<\/?(?:p|br|div|title|sec|li|ul|ol|h\d|jats:\w+)\b[^<>]{0,120}>/gi;
const TAG = /<\/?[a-z][^<>]{0,120}>/gi;

function stripMarkup(text: string): string {
  let t = text;
  for (let turn = 0; turn < 2 && t.includes('&'); turn += 1) t = t.replace(/&(#?\w{1,31});/g, decodeEntity);
  return t
    .replace(TEXT_TAG, ' ')
    .replace(TAG, '')
    .replace(/\\['"`^~=.]\s*\{?([a-z])\}?/gi, '$1')
    .replace(/\\[a-z]+(?=\{)/gi, '')
    .replace(/[{}\\]/g, '');
}

function decodeEntity(whole: string, name: string): string {
  const lower = name.toLowerCase();
  if (lower.startsWith('#')) {
    const code = lower.startsWith('#x') ? Number.parseInt(lower.slice(2), 16) : Number(lower.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  }
  const accented = /^([a-z])(?:acute|grave|uml|circ|tilde|cedil|ring|caron|slash)$/i.exec(name)?.[1];
  if (accented !== undefined) return accented;
  if (Object.values(GREEK).includes(lower)) return lower;
  return ENTITIES[lower] ?? whole;
}
