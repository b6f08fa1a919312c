import type { MessageParam } from '../../base/index.ts';
import type { Dialect, Reference } from '../record/index.ts';
import type {
  FailedRecord,
  ImportLedger,
  ImportRemark,
  LiteratureFile,
  LiteraturePart,
  OutsideText,
} from './literature-file.ts';
import type { ReferenceContent } from './record-fields.ts';
import { saysNothing } from './reference-content.ts';

/** A stretch of the text of a file, in characters, with the number of its first line. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Where readers of all dialects put what they find, in the order of the file. */
export interface RecordSink {
  readonly text: string;
  /** A record as read; one that says nothing is counted as failed. */
  keep(content: ReferenceContent, dialect: Dialect, span: TextSpan): void;
  /** A record that cannot be read. @param reason catalogue key without `evidence.failed.` */
  fail(
    reason: string,
    dialect: Dialect,
    span: TextSpan,
    params?: Readonly<Record<string, MessageParam>>,
  ): void;
  /** Text of no record. Blank text is passed over. */
  outside(span: TextSpan): void;
  /** @param key catalogue key without `evidence.import.`; told once, with the lines it happened at */
  remark(key: string, line: number, params?: Readonly<Record<string, MessageParam>>): void;
}

const LINES_TOLD = 10;

/** Gathers the records of one file and draws up its ledger. */
export class RecordGathering implements RecordSink {
  readonly text: string;
  readonly #file: string;
  readonly #references: Reference[] = [];
  readonly #lines: number[] = [];
  readonly #starts: number[] = [];
  readonly #failed: FailedRecord[] = [];
  readonly #outside: OutsideText[] = [];
  readonly #remarks = new Map<string, { count: number; lines: number[]; params: ImportRemark['params'] }>();

  constructor(file: string, text: string) {
    this.#file = file;
    this.text = text;
  }

  /** Records found so far, kept and failed. */
  get records(): number {
    return this.#references.length + this.#failed.length;
  }

  keep(content: ReferenceContent, dialect: Dialect, span: TextSpan): void {
    if (saysNothing(content)) {
      this.fail('nothing-said', dialect, span);
      return;
    }
    const key = `${this.#file}#${this.#references.length}`;
    // Field by field: one copy a record, all of one shape.
    this.#references.push({
      key,
      dialect,
      type: content.type,
      title: content.title,
      otherTitle: content.otherTitle,
      authors: content.authors,
      year: content.year,
      journal: content.journal,
      volume: content.volume,
      issue: content.issue,
      pages: content.pages,
      articleNumber: content.articleNumber,
      doi: content.doi,
      issn: content.issn,
      isbn: content.isbn,
      accession: content.accession,
      publisher: content.publisher,
      place: content.place,
      language: content.language,
      abstract: content.abstract,
      keywords: content.keywords,
      urls: content.urls,
      notes: content.notes,
      other: content.other,
      raw: this.text.slice(span.start, span.end),
    });
    this.#lines.push(span.line);
    this.#starts.push(span.start);
    if (content.pages !== null && SHEET_DATE.test(content.pages))
      this.remark('date-pages', span.line, { example: content.pages });
  }

  fail(
    reason: string,
    dialect: Dialect,
    span: TextSpan,
    params: Readonly<Record<string, MessageParam>> = {},
  ): void {
    const raw = this.text.slice(span.start, span.end);
    this.#failed.push({ line: span.line, raw, dialect, reason: `evidence.failed.${reason}`, params });
  }

  outside(span: TextSpan): void {
    const raw = this.text.slice(span.start, span.end);
    if (/[^\s\ufeff]/.test(raw)) this.#outside.push({ line: span.line, start: span.start, raw });
  }

  remark(key: string, line: number, params: Readonly<Record<string, MessageParam>> = {}): void {
    const known = this.#remarks.get(key);
    if (known === undefined) this.#remarks.set(key, { count: 1, lines: [line], params });
    else {
      known.count += 1;
      if (known.lines.length < LINES_TOLD) known.lines.push(line);
    }
  }

  /** The file with its ledger; counts are taken from what was kept. */
  finish(parts: readonly LiteraturePart[]): LiteratureFile {
    const references = this.#references;
    const without = (has: (reference: Reference) => boolean): number =>
      references.reduce((count, reference) => count + (has(reference) ? 0 : 1), 0);
    const repeatedIds = repeated(references);
    if (repeatedIds.length > 0)
      this.remark('repeated-ids', this.#lines[0] ?? 1, { count: repeatedIds.length });
    const ledger: ImportLedger = {
      records: this.records,
      parsed: references.length,
      failed: this.#failed,
      noTitle: without(({ title }) => title !== null),
      noAuthors: without(({ authors }) => authors.length > 0),
      noYear: without(({ year }) => year !== null),
      noAbstract: without(({ abstract }) => abstract !== null),
      noDoi: without(({ doi }) => doi !== null),
      repeatedIds,
      remarks: [...this.#remarks].map(([key, remark]) => ({ key: `evidence.import.${key}`, ...remark })),
    };
    return {
      file: this.#file,
      dialects: [...new Set(parts.map(({ dialect }) => dialect))],
      parts,
      references,
      lines: this.#lines,
      starts: this.#starts,
      outside: this.#outside,
      ledger,
    };
  }
}

/** `01-Jul`, `2.05E+15`: pages after a spreadsheet took them for a date or a number. */
const SHEET_DATE = /^(?:\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}|\d\.\d+E\+\d+)$/;

function repeated(references: readonly Reference[]): ImportLedger['repeatedIds'] {
  const keys = new Map<string, string[]>();
  for (const { accession, key } of references) {
    if (accession === null) continue;
    const same = keys.get(accession);
    if (same === undefined) keys.set(accession, [key]);
    else same.push(key);
  }
  return [...keys].filter(([, same]) => same.length > 1).map(([id, same]) => ({ id, keys: same }));
}
