import type { MessageParam } from '../../base/index.ts';
import type { Dialect, Reference } from '../record/index.ts';

/** A record that could not be kept, with all of its text. */
export interface FailedRecord {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly raw: string;
  readonly dialect: Dialect;
  /** Key of the catalogue, `evidence.failed.…`. */
  readonly reason: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

/** Something of a file worth saying, once for all its places. */
export interface ImportRemark {
  /** Key of the catalogue, `evidence.import.…`. */
  readonly key: string;
  /** How often; the first few lines it happened at. */
  readonly count: number;
  readonly lines: readonly number[];
  readonly params: Readonly<Record<string, MessageParam>>;
}

/** Text of a file that belongs to no record: header rows, frames, stray lines. */
export interface OutsideText {
  readonly line: number;
  /** Place of its first character in the text. */
  readonly start: number;
  readonly raw: string;
}

/** What became of every record of a file. `records` = `parsed` + `failed.length`, always. */
export interface ImportLedger {
  readonly records: number;
  readonly parsed: number;
  readonly failed: readonly FailedRecord[];
  readonly noTitle: number;
  readonly noAuthors: number;
  readonly noYear: number;
  readonly noAbstract: number;
  readonly noDoi: number;
  /** Accession numbers that stand at more than one reference, with their keys. */
  readonly repeatedIds: readonly { readonly id: string; readonly keys: readonly string[] }[];
  readonly remarks: readonly ImportRemark[];
}

/** A stretch of a file in one dialect. */
export interface LiteraturePart {
  readonly dialect: Dialect;
  /** Number of its first line. */
  readonly line: number;
  readonly records: number;
}

/** A search export as read. */
export interface LiteratureFile {
  readonly file: string;
  /** Dialects in the order they first appear; several where exports were appended to each other. */
  readonly dialects: readonly Dialect[];
  readonly parts: readonly LiteraturePart[];
  readonly references: readonly Reference[];
  /** For each reference the number of its first line, and the place of its first character in the text. */
  readonly lines: readonly number[];
  readonly starts: readonly number[];
  readonly outside: readonly OutsideText[];
  readonly ledger: ImportLedger;
}
