/** One row of a delimited text. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** First character of the row, and of the row after it. */
  readonly start: number;
  readonly end: number;
  /** True where the text ended within a quoted cell. */
  readonly cut: boolean;
}

/** Times a quote that is never closed may be looked for to the end of the text before quotes are taken as letters. */
const MOST_OPEN_QUOTES = 8;

/**
 * Rows of a delimited text after RFC 4180: cells parted by the delimiter, quoted cells may hold delimiters, line ends and
 * doubled quotes. CR, LF and CRLF end a row. A quote within an unquoted cell is a letter; so is a quote that opens a
 * cell but is never closed, unless it is the last row (a file cut in half). Without `quoted`, quotes are letters.
 *
 * Time is linear: a quote is looked for to the end of the text a few times at most.
 *
 * @source RFC 4180
 */
export class CsvRows {
  readonly #text: string;
  readonly #limit: number;
  readonly #delimiter: number;
  #at: number;
  #quoted: boolean;
  #openQuotes = 0;
  #feed = -1;
  #carriage = -1;
  /** Cells of a full row, once the header is known. */
  width = 2;
  readonly #mark: string;

  constructor(text: string, from: number, limit: number, delimiter: string, quoted = true) {
    this.#text = text;
    this.#at = from;
    this.#limit = limit;
    this.#mark = delimiter;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quoted = quoted;
  }

  /** Where the next row begins. */
  get place(): number {
    return this.#at;
  }

  /** The next row; null at the end. */
  next(): CsvRow | null {
    if (this.#at >= this.#limit) return null;
    const start = this.#at;
    const cells: string[] = [];
    let cut = false;
    for (let at = start; ; ) {
      const cell = this.#cell(at);
      cells.push(cell.text);
      cut = cell.cut;
      at = cell.end;
      if (at < this.#limit && this.#text.charCodeAt(at) === this.#delimiter) {
        at += 1;
        continue;
      }
      if (this.#text.charCodeAt(at) === 0x0d && this.#text.charCodeAt(at + 1) === 0x0a) at += 1;
      this.#at = Math.min(this.#limit, at + 1);
      return { cells, start, end: this.#at, cut };
    }
  }

  /** Goes back to the begin of a row and reads its first line with quotes as letters. */
  asLetters(row: CsvRow): CsvRow | null {
    const was = this.#quoted;
    this.#at = row.start;
    this.#quoted = false;
    const again = this.next();
    this.#quoted = was;
    return again;
  }

  #cell(from: number): { text: string; end: number; cut: boolean } {
    const text = this.#text;
    if (this.#quoted && text.charCodeAt(from) === 0x22) {
      const closed = this.#quotedCell(from);
      if (closed !== null) return closed;
    }
    let end = from;
    while (end < this.#limit) {
      const code = text.charCodeAt(end);
      if (code === this.#delimiter || code === 0x0a || code === 0x0d) break;
      end += 1;
    }
    return { text: text.slice(from, end), end, cut: false };
  }

  /** The first line end behind a place; each mark is looked for again only once it is passed. */
  #breakAfter(from: number): number {
    const find = (mark: string): number => {
      const at = this.#text.indexOf(mark, from);
      return at < 0 ? this.#limit : at;
    };
    if (this.#feed < from) this.#feed = find('\n');
    if (this.#carriage < from) this.#carriage = find('\r');
    return Math.min(this.#feed, this.#carriage);
  }

  #quotedCell(from: number): { text: string; end: number; cut: boolean } | null {
    const text = this.#text;
    let doubled = false;
    let quote = text.indexOf('"', from + 1);
    while (quote >= 0 && quote < this.#limit) {
      const code = quote + 1 < this.#limit ? text.charCodeAt(quote + 1) : -1;
      if (code === 0x22) {
        doubled = true;
        quote = text.indexOf('"', quote + 2);
        continue;
      }
      if (code === this.#delimiter || code === 0x0a || code === 0x0d || code === -1) {
        const inner = text.slice(from + 1, quote);
        return { text: doubled ? inner.replaceAll('""', '"') : inner, end: quote + 1, cut: false };
      }
      // Behind a line end, a quote that opens a cell says that the one before it was never closed.
      const before = text.charCodeAt(quote - 1);
      const opens = before === this.#delimiter || before === 0x0a || before === 0x0d;
      if (opens && this.#breakAfter(from) < quote) return null;
      // `"a "quoted" word"`: a quote that was not doubled.
      quote = text.indexOf('"', quote + 1);
    }
    this.#openQuotes += 1;
    if (this.#openQuotes > MOST_OPEN_QUOTES) this.#quoted = false;
    if (this.#openQuotes > 1) return null;
    // The first time it may be a file cut in half: where no line behind it could be a row.
    const rest = text.slice(from + 1, this.#limit);
    const rows = rest.split(/[\n\r]+/).slice(1);
    if (rows.some((row) => row.split(this.#mark).length >= this.width)) return null;
    return { text: rest.replaceAll('""', '"').trim(), end: this.#limit, cut: true };
  }
}
