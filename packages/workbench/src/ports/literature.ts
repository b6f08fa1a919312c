import type { LiteratureFile } from '@aftermine/science/evidence';

/** A search export as read from its bytes. */
export interface ReadLiterature {
  readonly literature: LiteratureFile;
  readonly encoding: string;
  /** About the decoding, as catalogue keys; those about the records are in the ledger. */
  readonly remarks: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, string | number | boolean | null>>;
  }[];
}

/** Reads what researchers bring: search exports, tables, documents in YAML or JSON. */
export interface Literature {
  /**
   * @param name that the keys of references begin with
   * @throws NotFound `E-PRJ-002` without the file; what reading a search export throws
   */
  read(path: string, name: string): ReadLiterature;
  /**
   * SHA-256 of a file.
   *
   * @throws NotFound `E-PRJ-002` without the file, or for a folder
   */
  hash(path: string): string;
  /** Rows of a CSV file or workbook by column name; cells stay text. */
  rows(path: string): Promise<readonly Readonly<Record<string, string>>[]>;
  /** A YAML or JSON document. */
  document(path: string): unknown;
  /** The codebook that is shipped. */
  codebook(): unknown;
}
