/** One entry of a BibTeX file as it is written. */
export interface BibtexEntry {
  readonly kind: string;
  readonly citeKey: string;
  /** Names in small letters; values with macros put in, LaTeX untouched. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly end: number;
  /** Closed by its own bracket, broken off by the end of the text, or unreadable from some place on. */
  readonly state: 'whole' | 'cut' | 'broken';
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Macros a file may use: the months, and what its `@string` entries define. */
export function startingMacros(): Map<string, string> {
  return new Map(MONTHS.map((month) => [month, month]));
}

/**
 * Reads the entry whose `@` is at `at`: values in braces (nested to any depth) or quotes (braces within them count),
 * numbers, macros, joined by `#`. A `@string` entry is put into `macros` and given back like any other.
 *
 * @returns null where no entry begins: `@` in running text
 */
export function parseBibtexEntry(
  text: string,
  at: number,
  limit: number,
  macros: Map<string, string>,
): BibtexEntry | null {
  const head = /^@\s*([A-Za-z]+)\s*([{(])/.exec(text.slice(at, Math.min(limit, at + 80)));
  if (head === null) return null;
  const kind = head[1]!.toLowerCase();
  const closing = head[2] === '{' ? 0x7d : 0x29;
  let i = at + head[0].length;
  if (kind === 'comment' || kind === 'preamble') {
    const end = groupEnd(text, i - 1, limit);
    return { kind, citeKey: '', fields: [], end: end < 0 ? limit : end, state: end < 0 ? 'cut' : 'whole' };
  }
  let citeKey = '';
  if (kind !== 'string') {
    let stop = i;
    while (stop < limit && !/[,})\n\r]/.test(text[stop]!)) stop += 1;
    citeKey = text.slice(i, stop).trim();
    i = stop;
  }
  const fields: [string, string][] = [];
  for (;;) {
    while (i < limit && /[\s,]/.test(text[i]!)) i += 1;
    if (i >= limit) return { kind, citeKey, fields, end: limit, state: 'cut' };
    if (text.charCodeAt(i) === closing) {
      if (kind === 'string') for (const [name, value] of fields) macros.set(name, value);
      return { kind, citeKey, fields, end: i + 1, state: 'whole' };
    }
    let stop = i;
    while (stop < limit && !/[\s={}(),"#@]/.test(text[stop]!)) stop += 1;
    const name = text.slice(i, stop).toLowerCase();
    i = stop;
    while (i < limit && /\s/.test(text[i]!)) i += 1;
    if (i >= limit) return { kind, citeKey, fields, end: limit, state: 'cut' };
    if (name === '' || text[i] !== '=')
      return { kind, citeKey, fields, end: nextEntry(text, i, limit), state: 'broken' };
    const value = valueAt(text, i + 1, limit, macros);
    if (value.text !== '') fields.push([name, value.text]);
    if (value.state !== 'whole')
      return {
        kind,
        citeKey,
        fields,
        end: value.state === 'cut' ? limit : nextEntry(text, value.end, limit),
        state: value.state,
      };
    i = value.end;
  }
}

interface Value {
  readonly text: string;
  readonly end: number;
  readonly state: BibtexEntry['state'];
}

/** A value: parts joined by `#`. A part that is not closed before the next entry begins is cut there. */
function valueAt(text: string, from: number, limit: number, macros: ReadonlyMap<string, string>): Value {
  let out = '';
  for (let i = from; ; ) {
    while (i < limit && /\s/.test(text[i]!)) i += 1;
    if (i >= limit) return { text: out, end: limit, state: 'cut' };
    const sign = text[i]!;
    if (sign === '{' || sign === '"') {
      const end = groupEnd(text, i, limit);
      if (end < 0) {
        const stop = nextEntry(text, i, limit);
        return {
          text: out + text.slice(i + 1, stop).trim(),
          end: stop,
          state: stop >= limit ? 'cut' : 'broken',
        };
      }
      out += text.slice(i + 1, end - 1);
      i = end;
    } else {
      let stop = i;
      while (stop < limit && !/[\s,#{}()"=]/.test(text[stop]!)) stop += 1;
      if (stop === i) return { text: out, end: i, state: 'broken' };
      const word = text.slice(i, stop);
      out += macros.get(word.toLowerCase()) ?? word;
      i = stop;
    }
    while (i < limit && /\s/.test(text[i]!)) i += 1;
    if (text[i] !== '#' || i >= limit) return { text: out, end: i, state: 'whole' };
    i += 1;
  }
}

/**
 * Behind the bracket or quote that closes the one at `at`; -1 without. A line that begins an entry ends the search, so that
 * a brace never closed costs one entry and not the file.
 */
function groupEnd(text: string, at: number, limit: number): number {
  const opening = text.charCodeAt(at);
  const inQuotes = opening === 0x22;
  let depth = inQuotes ? 0 : 1;
  for (let i = at + 1; i < limit; i += 1) {
    const code = text.charCodeAt(i);
    // Braces count even where a backslash stands before them, as in BibTeX; quotes do not.
    if (code === 0x5c) i += QUOTED.has(text.charCodeAt(i + 1)) ? 1 : 0;
    else if (code === 0x7b || (code === 0x28 && opening === 0x28)) depth += 1;
    else if (code === 0x7d || (code === 0x29 && opening === 0x28)) {
      depth -= 1;
      if (depth === 0 && !inQuotes) return i + 1;
      if (depth < 0) return -1;
    } else if (code === 0x22 && inQuotes && depth === 0) return i + 1;
    else if (code === 0x40 && isEntryStart(text, i, limit)) return -1;
  }
  return -1;
}

const QUOTED = new Set([0x22, 0x5c]);

/** The next line that begins an entry; the end of the text without one. */
function nextEntry(text: string, from: number, limit: number): number {
  for (let at = text.indexOf('@', from); at >= 0 && at < limit; at = text.indexOf('@', at + 1))
    if (isEntryStart(text, at, limit)) return at;
  return limit;
}

/** `@article{key,` at the begin of a line. */
export function isEntryStart(text: string, at: number, limit: number): boolean {
  const before = at === 0 ? 0x0a : text.charCodeAt(at - 1);
  if (before !== 0x0a && before !== 0x0d && before !== 0xfeff) return false;
  return /^@(?:[A-Za-z]+\s*[{(]\s*[^\s,{}()=]*\s*,|(?:string|comment|preamble)\s*[{(])/i.test(
    text.slice(at, Math.min(limit, at + 200)),
  );
}
