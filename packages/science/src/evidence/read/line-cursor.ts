/**
 * Goes through the lines of a text in one pass. CR, LF and CRLF end a line, mixed as they come: exports of one
 * database hold all three. Nothing is copied; the fields tell where the present line is.
 */
export class LineCursor {
  /** Of the present line: its first character, the end of its text, the first character of the next line. */
  start: number;
  end: number;
  next: number;
  /** Number of the present line, counted from the number given. */
  line: number;
  readonly #text: string;
  readonly #limit: number;
  #feed = -1;
  #carriage = -1;

  /** @param line number of the line that begins at `from` */
  constructor(text: string, from = 0, limit = text.length, line = 1) {
    this.#text = text;
    this.#limit = limit;
    this.start = from;
    this.end = from;
    this.next = from;
    this.line = line - 1;
  }

  /** Moves to the next line; false at the end of the text. */
  advance(): boolean {
    const from = this.next;
    if (from >= this.#limit) return false;
    if (this.#feed < from) this.#feed = this.#find('\n', from);
    if (this.#carriage < from) this.#carriage = this.#find('\r', from);
    this.start = from;
    this.end = Math.min(this.#feed, this.#carriage);
    this.next = this.end + 1;
    // CR directly before LF: one line end.
    if (this.#carriage < this.#feed && this.#feed === this.#carriage + 1) this.next += 1;
    if (this.next > this.#limit) this.next = this.#limit;
    this.line += 1;
    return true;
  }

  /** Goes on with the line that begins at `place`, whose number is `line`. */
  jump(place: number, line: number): void {
    this.next = place;
    this.line = line - 1;
  }

  /** Searched again only when the place found before is passed, so a text without CR costs nothing. */
  #find(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    return at < 0 || at > this.#limit ? this.#limit : at;
  }
}

/** True when `text` from `start` to `end` holds blanks only. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0x0a && code !== 0xfeff && code !== 0xa0)
      return false;
  }
  return true;
}

/** Line numbers of ascending places in a text; each stretch is looked at once. */
export class LineCounter {
  #at: number;
  #line: number;
  readonly #text: string;

  constructor(text: string, from = 0, line = 1) {
    this.#text = text;
    this.#at = from;
    this.#line = line;
  }

  /** @param place not before the place asked for last */
  lineOf(place: number): number {
    for (; this.#at < place; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x0a || (code === 0x0d && this.#text.charCodeAt(this.#at + 1) !== 0x0a)) this.#line += 1;
    }
    return this.#line;
  }
}
