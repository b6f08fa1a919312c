import type { RecordSink, TextSpan } from '../gather-records.ts';
import { isBlank, LineCursor } from '../line-cursor.ts';
import type { RecordField } from '../record-fields.ts';
import { contentOf } from '../reference-content.ts';
import type { Tag, TagContext, TagFound, TagTable } from './tag-table.ts';

/**
 * Reads a stretch of tagged lines in any dialect, by its table. One pass, one line at a time.
 *
 * A record begins at an opening tag. Where records are closed by a line (`ER  -`), nothing else closes them but the
 * opening of the next record, and that is remarked upon: blank lines, and `ER` within a text, do not. Lines that are no
 * tag continue the field before. What follows a closed record (other tags, sentences of the database) is of that record
 * and stays in its raw text; a number on a line of its own belongs to the record after it.
 */
export function readTagged(sink: RecordSink, span: TextSpan, table: TagTable): void {
  new TaggedReading(sink, span, table).run();
}

const NONE: Tag = { name: '', role: 'other', begins: false, ends: false };

class TaggedReading {
  readonly #sink: RecordSink;
  readonly #span: TextSpan;
  /** Where text begins that no record has taken. */
  #from: number;
  readonly #table: TagTable;
  readonly #found: TagFound = { tag: NONE, valueStart: 0 };
  readonly #context: TagContext = { blanks: 2 };
  /** Fields of the record at hand, and where it began; null before the first. */
  #fields: RecordField[] | null = null;
  #start: number;
  #line: number;
  #isClosed = false;
  /** True where the record at hand began with an opening tag. */
  #hasBegun = false;
  /** Fields behind the closing line, and where the first of them began. */
  #tail: RecordField[] = [];
  #tailStart = 0;
  #tailLine = 0;
  /** A line that only numbers the record after it. */
  #numberStart = -1;
  #numberLine = 0;
  /** Records of this stretch are opened by their tag; else blank lines may part them. */
  #isOpened = false;
  #afterBlank = true;

  constructor(sink: RecordSink, span: TextSpan, table: TagTable) {
    this.#sink = sink;
    this.#span = span;
    this.#table = table;
    this.#from = span.start;
    this.#start = span.start;
    this.#line = span.line;
  }

  run(): void {
    const { text } = this.#sink;
    const { start, end, line } = this.#span;
    const lines = new LineCursor(text, start, end, line);
    const found = this.#found;
    while (lines.advance()) {
      if (lines.start === lines.end || isBlank(text, lines.start, lines.end)) {
        this.#afterBlank = true;
        continue;
      }
      if (this.#table.find(text, lines.start, lines.end, this.#context, found)) this.#takeTag(lines);
      else this.#takeText(lines);
      this.#afterBlank = false;
    }
    this.#flush(end, true);
  }

  #takeTag(lines: LineCursor): void {
    const { tag, valueStart } = this.#found;
    const field: RecordField = {
      role: tag.role,
      tag: tag.name,
      value: this.#sink.text.slice(valueStart, lines.end),
    };
    if (tag.begins || (this.#parts() && tag.role !== 'frame')) {
      this.#isOpened ||= tag.begins;
      const start = this.#numberStart >= 0 ? this.#numberStart : lines.start;
      const line = this.#numberStart >= 0 ? this.#numberLine : lines.line;
      this.#flush(start, false);
      this.#open(start, line, [field]);
      this.#hasBegun = tag.begins;
    } else if (this.#fields === null) {
      // Lines before the first record: a record without its opening line, or the head of the file.
      if (tag.role !== 'frame') this.#open(lines.start, lines.line, [field]);
    } else if (!this.#isClosed) {
      this.#fields.push(field);
      this.#isClosed = tag.ends;
    } else if (tag.ends && this.#tail.length > 0) {
      // Closed twice: what stands between is a record whose opening line is missing.
      const tail = this.#tail;
      const [start, line] = [this.#tailStart, this.#tailLine];
      this.#tail = [];
      this.#flush(start, false);
      this.#open(start, line, tail);
      this.#isClosed = true;
    } else if (tag.role !== 'frame') {
      if (this.#tail.length === 0) {
        this.#tailStart = lines.start;
        this.#tailLine = lines.line;
      }
      this.#tail.push(field);
    }
    this.#numberStart = -1;
  }

  /** True where a blank line and a tag begin the next record: only where no record has an opening tag. */
  #parts(): boolean {
    return this.#table.blankParts && !this.#isOpened && this.#afterBlank && this.#fields !== null;
  }

  #takeText(lines: LineCursor): void {
    const { text } = this.#sink;
    const isOpen = this.#fields !== null && !this.#isClosed;
    if (isOpen) {
      const last = this.#fields![this.#fields!.length - 1]!;
      last.value += `\n${text.slice(lines.start, lines.end)}`;
      return;
    }
    if (lines.end - lines.start < 12 && /^\s*\d+[.)]?\s*$/.test(text.slice(lines.start, lines.end))) {
      this.#numberStart = lines.start;
      this.#numberLine = lines.line;
      return;
    }
    this.#numberStart = -1;
    if (this.#tail.length > 0) {
      const last = this.#tail[this.#tail.length - 1]!;
      if (!this.#afterBlank) {
        last.value += `\n${text.slice(lines.start, lines.end)}`;
        return;
      }
    }
    if (!text.startsWith('Link to the ', lines.start)) this.#sink.remark('stray-text', lines.line);
  }

  #open(start: number, line: number, fields: RecordField[]): void {
    if (start > this.#from) this.#sink.outside({ start: this.#from, end: start, line: this.#span.line });
    this.#from = start;
    this.#fields = fields;
    this.#start = start;
    this.#line = line;
    this.#isClosed = false;
    this.#hasBegun = false;
  }

  /** Hands over the record at hand, which ends before `end`. */
  #flush(end: number, isLast: boolean): void {
    const fields = this.#fields;
    if (fields === null) {
      if (isLast) this.#sink.outside({ start: this.#from, end, line: this.#span.line });
      return;
    }
    for (const field of this.#tail) fields.push({ ...field, role: 'other' });
    this.#tail = [];
    this.#fields = null;
    const span = { start: this.#start, end, line: this.#line };
    if (this.#table.closed && !this.#isClosed) this.#sink.remark('record-not-closed', span.line);
    if (!this.#table.blankParts && !this.#hasBegun) this.#sink.remark('record-not-opened', span.line);
    this.#sink.keep(contentOf(fields, this.#table.dialect, this.#table.style), this.#table.dialect, span);
    this.#from = end;
  }
}
