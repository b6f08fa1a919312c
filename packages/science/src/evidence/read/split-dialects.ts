import type { Dialect } from '../record/index.ts';
import { dialectStart } from './dialect-start.ts';
import type { TextSpan } from './gather-records.ts';
import { hasMark } from './gbt7714/parse-gbt7714.ts';
import { jsonItems } from './json/json-items.ts';
import { isBlank, LineCounter, LineCursor } from './line-cursor.ts';
import { type TableShape, tableAt } from './table/table-dialect.ts';

/** A stretch of a file in one dialect, to be read by its reader. */
export interface DialectPart extends TextSpan {
  readonly dialect: Dialect;
  /** Of tables. */
  readonly shape: TableShape | null;
}

/**
 * Parts a text where its dialect changes: exports get appended to each other. A part ends where a line begins a record
 * of another dialect, and no record is open there or a blank line stands before it: a record that is not closed may
 * not swallow a whole file appended to it, and a line within a record may not begin one.
 *
 * @returns no part for a text in no dialect
 */
export function splitDialects(text: string): DialectPart[] {
  const parts = new Splitting(text).run();
  return parts.length > 0 ? parts : unmarked(text);
}

class Splitting {
  readonly #text: string;
  readonly #lines: LineCursor;
  readonly #parts: DialectPart[] = [];
  #dialect: Dialect | null = null;
  #shape: TableShape | null = null;
  #start = 0;
  #line = 1;
  /** A record of a dialect that closes its records has begun and is not closed. */
  #isOpen = false;
  #afterBlank = true;
  #isFirstLine = true;
  /** The quote looked at last, in tables. */
  #quote = 0;
  /** Braces of BibTeX that are open. */
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineCursor(text);
  }

  run(): DialectPart[] {
    const text = this.#text;
    const lines = this.#lines;
    while (lines.advance()) {
      const { start, end } = lines;
      if (start === end || isBlank(text, start, end)) {
        this.#afterBlank = true;
        continue;
      }
      if (this.#isOpen && closesRecord(this.#dialect, text, start, end)) this.#isOpen = false;
      const wasOpen = this.#isOpen;
      const begun = dialectStart(text, start, end, text.length);
      if (begun !== null) {
        if (begun !== this.#dialect && (!wasOpen || this.#afterBlank))
          this.#begin(begun, begun === 'wos-tab' ? tableAt(text, start, text.length) : null);
        if (begun === this.#dialect) this.#isOpen = CLOSING.has(begun);
      } else if (this.#mayBeHeader(start, end)) {
        const shape = tableAt(text, start, text.length);
        if (shape !== null) this.#begin(shape.dialect, shape);
      }
      this.#followBrackets(start, end, begun);
      this.#afterBlank = false;
      this.#isFirstLine = false;
    }
    this.#close(text.length);
    return this.#parts;
  }

  #begin(dialect: Dialect, shape: TableShape | null): void {
    const { start, line } = this.#lines;
    // What stands before the first part goes with it.
    const isFirst = this.#parts.length === 0 && this.#dialect === null;
    this.#close(start);
    this.#dialect = dialect;
    this.#shape = shape;
    this.#start = isFirst ? 0 : start;
    this.#line = isFirst ? 1 : line;
    this.#isOpen = false;
    this.#quote = shape === null ? 0 : this.#nextQuote(start);
    const stop = wholeEnd(dialect, this.#text, start);
    if (stop === null || stop < this.#lines.next) return;
    this.#close(stop);
    this.#lines.jump(stop, new LineCounter(this.#text, start, line).lineOf(stop));
  }

  #close(end: number): void {
    const span = { start: this.#start, end, line: this.#line };
    if (this.#dialect !== null) this.#parts.push({ dialect: this.#dialect, shape: this.#shape, ...span });
    this.#dialect = null;
  }

  /** A quoted cell or a field in braces that goes over lines is open until its quote or brace closes. */
  #followBrackets(start: number, end: number, begun: Dialect | null): void {
    const text = this.#text;
    if (this.#shape !== null && this.#shape.dialect !== 'wos-tab') {
      for (; this.#quote < end; this.#quote = this.#nextQuote(this.#quote + 1))
        if (this.#quote >= start) this.#isOpen = !this.#isOpen;
    } else if (this.#dialect === 'bibtex') {
      if (begun === 'bibtex') this.#depth = 0;
      for (let i = start; i < end; i += 1) {
        const code = text.charCodeAt(i);
        if (code === 0x7b) this.#depth += 1;
        else if (code === 0x7d) this.#depth -= 1;
      }
      this.#isOpen = this.#depth > 0;
    }
  }

  #nextQuote(from: number): number {
    const at = this.#text.indexOf('"', from);
    return at < 0 ? this.#text.length : at;
  }

  /** The first line of a file, or one behind a whole record, may be the header row of a table. */
  #mayBeHeader(start: number, end: number): boolean {
    if (this.#isFirstLine) return true;
    if (
      this.#isOpen ||
      end - start > 5_000 ||
      this.#shape !== null ||
      !(this.#afterBlank || CLOSING.has(this.#dialect))
    )
      return false;
    return this.#text.charCodeAt(start + 4) !== 0x2d && /[,;\t]/.test(this.#text.slice(start, end));
  }
}

const CLOSING: ReadonlySet<Dialect | null> = new Set(['ris', 'wos-plain']);

function closesRecord(dialect: Dialect | null, text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== 0x45 || text.charCodeAt(start + 1) !== 0x52) return false;
  return dialect === 'ris' ? /^ER[ \t\u00a0]{1,4}-/.test(text.slice(start, start + 7)) : end - start === 2;
}

/** Where a stretch ends that is one piece by its brackets or tags; null for stretches of lines. */
function wholeEnd(dialect: Dialect, text: string, start: number): number | null {
  const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  if (dialect === 'csl-json') return jsonItems(text, from, text.length).end;
  if (dialect !== 'endnote-xml') return null;
  const records = text.indexOf('</records>', start);
  if (records < 0) return text.length;
  const rest = /^\s*<\/xml>/i.exec(text.slice(records + 10, records + 60));
  return records + 10 + (rest?.[0].length ?? 0);
}

const LINES_LOOKED_AT = 2_000;
const LONGEST_LINE = 6_000;
/** Lines that must look like the dialect: a reference of GB/T 7714 may be wrapped over a few. */
const LEAST_SHARE = 0.1;

/** Texts whose records have no opening line of their own: refer without `%0`, RIS without `TY`, pasted references. */
function unmarked(text: string): DialectPart[] {
  const counts = new Map<Dialect, number>();
  const lines = new LineCursor(text);
  let seen = 0;
  while (seen < LINES_LOOKED_AT && lines.advance()) {
    if (isBlank(text, lines.start, lines.end)) continue;
    seen += 1;
    const dialect = dialectOfLine(text.slice(lines.start, Math.min(lines.end, lines.start + LONGEST_LINE)));
    if (dialect !== null) counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (best === undefined || best[1] < LEAST_SHARE * seen) return [];
  return [{ dialect: best[0], start: 0, end: text.length, line: 1, shape: null }];
}

function dialectOfLine(line: string): Dialect | null {
  if (/^%[A-Z0-9@] \S/.test(line)) return 'endnote-refer';
  if (/^(?:AU|A1|TI|T1|AB|N2|PY|Y1|JO|JF|T2|DO|KW|ER) {1,2}-/.test(line)) return 'ris';
  return hasMark(line) ? 'gbt7714' : null;
}
