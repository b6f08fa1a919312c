/** Accent commands and the combining signs they stand for. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands that stand for letters and signs. */
const SIGNS: Readonly<Record<string, string>> = {
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textdegree: '°',
  textmu: 'µ',
  textregistered: '®',
  texttrademark: '™',
  textcopyright: '©',
  copyright: '©',
  pounds: '£',
  S: '§',
  P: '¶',
  dots: '…',
  ldots: '…',
  slash: '/',
  quotedblbase: '„',
};

/** Commands around text that keep the text only. */
const WRAPPERS = new Set(
  'emph textit textbf textsc textrm textsf texttt text mbox textsuperscript textsubscript mathrm uppercase lowercase url enquote'.split(
    ' ',
  ),
);

/**
 * LaTeX as BibTeX fields hold it, as plain text: accents and common letters as characters, escaped signs bare, `~` as
 * a blank, braces gone. Mathematics between `$` and commands that are not known stay as written.
 */
export function latexText(source: string): string {
  if (!/[\\{}~$]|--/.test(source)) return source;
  let out = '';
  for (let i = 0; i < source.length; ) {
    const sign = source[i]!;
    if (sign === '{' || sign === '}') i += 1;
    else if (sign === '~') {
      out += ' ';
      i += 1;
    } else if (sign === '$') {
      const close = source.indexOf('$', i + 1);
      const end = close < 0 ? source.length : close + 1;
      out += source.slice(i, end);
      i = end;
    } else if (sign === '-' && source.startsWith('---', i)) {
      out += '—';
      i += 3;
    } else if (sign === '-' && source.startsWith('--', i)) {
      out += '–';
      i += 2;
    } else if (sign === '\\') {
      const read = command(source, i);
      out += read.text;
      i = read.end;
    } else {
      out += sign;
      i += 1;
    }
  }
  return out.normalize('NFC');
}

function command(source: string, at: number): { readonly text: string; readonly end: number } {
  const next = source[at + 1];
  if (next === undefined) return { text: '\\', end: at + 1 };
  const name = /[A-Za-z]/.test(next) ? wordAt(source, at + 1) : next;
  const end = at + 1 + name.length;
  const accent = ACCENTS[name];
  const isWord = name.length > 1 || /[A-Za-z]/.test(name);
  if (accent !== undefined && !(isWord && /[A-Za-z]/.test(source[end] ?? ''))) {
    const base = accented(source, end);
    if (base !== null) return { text: base.letter + accent, end: base.end };
  }
  if (!isWord) return { text: name === '\\' ? ' ' : name, end };
  const known = SIGNS[name];
  // A blank behind a command only ends its name.
  if (known !== undefined) return { text: known, end: source[end] === ' ' ? end + 1 : end };
  if (WRAPPERS.has(name) && source[end] === '{') return { text: '', end };
  return { text: source.slice(at, end), end };
}

function wordAt(source: string, from: number): string {
  let end = from;
  while (end < source.length && /[A-Za-z]/.test(source[end]!)) end += 1;
  return source.slice(from, end);
}

/** The letter an accent stands on: `e`, `{e}`, ` e`, `\i`, `{\i}`. */
function accented(source: string, from: number): { readonly letter: string; readonly end: number } | null {
  let at = from;
  while (source[at] === ' ') at += 1;
  const braced = source[at] === '{';
  if (braced) at += 1;
  let letter = source[at];
  if (letter === undefined || letter === '}') return null;
  at += 1;
  if (letter === '\\') {
    const name = wordAt(source, at);
    if (name !== 'i' && name !== 'j') return null;
    letter = name;
    at += 1;
  } else if (!/\p{L}/u.test(letter)) return null;
  if (braced) {
    if (source[at] !== '}') return null;
    at += 1;
  }
  return { letter, end: at };
}

/** Plain text as LaTeX that {@link latexText} reads back: signs with a meaning are escaped, letters stay as they are. */
export function latexEscaped(text: string): string {
  return text
    .replace(/[\\{}~^]/g, (sign) => ESCAPES[sign]!)
    .replace(/[#$%&_]/g, (sign) => `\\${sign}`)
    .replace(/-(?=-)/g, '-{}');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};
