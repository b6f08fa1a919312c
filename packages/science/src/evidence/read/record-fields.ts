import type { Reference } from '../record/index.ts';

/** What a field of an export is for; each dialect has one table from its tags to these. */
export type FieldRole =
  | 'type'
  | 'title'
  | 'other-title'
  | 'author'
  /** The same persons in a shorter form: read only where no full names are given. */
  | 'short-author'
  | 'corporate-author'
  | 'journal'
  /** Journal, book or proceedings it appeared in: second choice for the journal. */
  | 'container'
  | 'journal-short'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'first-page'
  | 'last-page'
  | 'article-number'
  | 'doi'
  /** A DOI where it looks like one, else kept under its tag. */
  | 'maybe-doi'
  /** ISSN or ISBN. */
  | 'serial'
  | 'accession'
  | 'publisher'
  | 'place'
  | 'language'
  | 'abstract'
  | 'keyword'
  | 'url'
  /** An address where it looks like one, else kept under its tag. */
  | 'maybe-url'
  | 'note'
  | 'year'
  /** A date: the year is taken from it where no year is given. */
  | 'date'
  | 'other'
  /** Marks begin or end of a record or file and says nothing. */
  | 'frame'
  /** Fields as Aftermine's own writers keep what the dialect cannot hold. */
  | 'carrier';

/** One field of a record as a file gives it. */
export interface RecordField {
  readonly role: FieldRole;
  readonly tag: string;
  /** As it stood; lines of a field over several lines are parted by `\n`. */
  value: string;
}

/** What a record says, without where it stood. */
export type ReferenceContent = Omit<Reference, 'key' | 'dialect' | 'raw'>;
