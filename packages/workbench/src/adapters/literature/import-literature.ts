import { type LiteratureFile, readLiterature } from '@aftermine/science/evidence';
import { type DecodingRemark, decodeText } from './decode-text.ts';

/** A search export as read from its bytes. */
export interface ImportedLiterature {
  readonly literature: LiteratureFile;
  readonly encoding: string;
  /** About the decoding; those about the records are in the ledger. */
  readonly remarks: readonly DecodingRemark[];
}

/**
 * Decodes a search export and reads its records.
 *
 * @param file name that keys of references begin with
 * @throws InvalidInput `E-EVI-101` for text in no known dialect, `E-EVI-102` for a file that is no text, `E-EVI-103` for one
 * too large
 */
export function importLiterature(file: string, bytes: Uint8Array): ImportedLiterature {
  const { text, encoding, remarks } = decodeText(bytes, file);
  return { literature: readLiterature(file, text), encoding, remarks };
}
