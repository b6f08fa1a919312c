const WORDS = new Map(
  Object.entries({
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    first: '1',
    second: '2',
    third: '3',
    fourth: '4',
    fifth: '5',
    sixth: '6',
    seventh: '7',
    eighth: '8',
    ninth: '9',
    tenth: '10',
    ii: '2',
    iii: '3',
    iv: '4',
    vi: '6',
    vii: '7',
    viii: '8',
    ix: '9',
    xi: '11',
    xii: '12',
    xiii: '13',
    xiv: '14',
    xv: '15',
    xvi: '16',
    xvii: '17',
    xviii: '18',
    xix: '19',
    xx: '20',
  }),
);

/** Roman numerals that are letters as well: numbers only after a word that is counted, or as the last word. */
const ROMAN = new Map([
  ['i', '1'],
  ['v', '5'],
  ['x', '10'],
]);
const COUNTED = new Set(
  'part phase type stage class grade section volume chapter study series report paper no number trial'.split(
    ' ',
  ),
);

const HAN_ORDER =
  /[(（]([一二三四五六七八九十上中下]{1,3})[)）]|第([一二三四五六七八九十百]{1,4})|([上中下]|之[一二三四五六七八九十])$/g;

/** What tells apart works of one series: numbers and single letters in the title. */
export interface TitleNumbers {
  /** In order: digits without leading zeros; number words, ordinals and Roman numerals as digits; Han numerals of parts. */
  readonly numbers: readonly string[];
  /** Single letters but `a`, sorted: the B of hepatitis B, of part B. */
  readonly letters: readonly string[];
}

/** Reads numbers and letters from the words of a folded title, and the order words of a Chinese title as it stood. */
export function titleNumbers(words: readonly string[], title: string): TitleNumbers {
  const numbers: string[] = [];
  const letters: string[] = [];
  for (const [i, word] of words.entries()) {
    const said = WORDS.get(word) ?? (word.length === 1 && isCounted(words, i) ? ROMAN.get(word) : undefined);
    if (said !== undefined) numbers.push(said);
    else if (word.length === 1 && /[b-rt-z]/.test(word)) letters.push(word);
    else if (word === 'a' && COUNTED.has(words[i - 1] ?? '')) letters.push(word);
    else if (/\d/.test(word))
      for (const [digits] of word.matchAll(/\d+/g)) numbers.push(digits.replace(/^0+(?=\d)/, ''));
  }
  if (/[\u4e00-\u9fff]/.test(title))
    for (const match of title.matchAll(HAN_ORDER)) numbers.push(match[1] ?? match[2] ?? match[3]!);
  return { numbers, letters: letters.sort() };
}

/**
 * `differ` where each title has a number or letter that the other lacks (Part I and Part II, 2009 and 2010, hepatitis B and C),
 * `more` where only one has (a cut title, or the second part of a work), else `same`.
 */
export function compareNumbers(a: TitleNumbers, b: TitleNumbers): 'same' | 'more' | 'differ' {
  const [ofA, ofB] = [lacking(a.numbers, b.numbers), lacking(b.numbers, a.numbers)];
  const [lettersA, lettersB] = [lacking(a.letters, b.letters), lacking(b.letters, a.letters)];
  if (lettersA.length > 0 && lettersB.length > 0) return 'differ';
  if (ofA.length > 0 && ofB.length > 0) return a.numbers.join('') === b.numbers.join('') ? 'same' : 'differ';
  return ofA.length + ofB.length > 0 ? 'more' : 'same';
}

function isCounted(words: readonly string[], at: number): boolean {
  return COUNTED.has(words[at - 1] ?? '') || (at === words.length - 1 && at > 0);
}

function lacking(a: readonly string[], b: readonly string[]): string[] {
  const rest = [...b];
  return a.filter((value) => {
    const at = rest.indexOf(value);
    if (at < 0) return true;
    rest.splice(at, 1);
    return false;
  });
}
