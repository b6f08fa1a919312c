/** A person or a body that wrote something. */
export interface Author {
  readonly family: string;
  readonly given: string;
  /** The name as it stood in the file. */
  readonly literal: string;
}

/** What a publication is; ids of CSL where CSL has one. */
export type PublicationType =
  | 'article-journal'
  | 'paper-conference'
  | 'thesis'
  | 'book'
  | 'chapter'
  | 'report'
  | 'patent'
  | 'standard'
  | 'article-newspaper'
  | 'webpage'
  | 'dataset'
  | 'document';

/** How an export says what it holds. */
export type Dialect =
  | 'ris'
  | 'wos-plain'
  | 'wos-tab'
  | 'scopus-csv'
  | 'generic-csv'
  | 'nbib'
  | 'endnote-xml'
  | 'endnote-refer'
  | 'bibtex'
  | 'csl-json'
  | 'noteexpress'
  | 'refworks'
  | 'cnki-estudy'
  | 'gbt7714';

/** One publication as an export tells it. Text that is not there is null, never empty. */
export interface Reference {
  /** `file#index`, from 0, in the order of the file. */
  readonly key: string;
  readonly dialect: Dialect;
  readonly type: PublicationType;
  readonly title: string | null;
  /** The title in another language, where the export gives one. */
  readonly otherTitle: string | null;
  readonly authors: readonly Author[];
  readonly year: number | null;
  readonly journal: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  /** As it stood: `210+209`, `e12`. */
  readonly pages: string | null;
  /** Number of the article where there are no pages. */
  readonly articleNumber: string | null;
  /** Without resolver, percent-decoded, as it stood in case. */
  readonly doi: string | null;
  readonly issn: string | null;
  readonly isbn: string | null;
  /** Of the database it came from: `WOS:…`, PMID, EID. */
  readonly accession: string | null;
  readonly publisher: string | null;
  readonly place: string | null;
  readonly language: string | null;
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  readonly urls: readonly string[];
  readonly notes: readonly string[];
  /** Fields that have no place above, by the tag of the export, in the order of the file: nothing is lost. */
  readonly other: readonly (readonly [tag: string, value: string])[];
  /** The record as it stood in the file, byte for byte once decoded. */
  readonly raw: string;
}
