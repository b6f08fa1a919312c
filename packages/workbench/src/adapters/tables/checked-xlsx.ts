import { AftermineError } from '@aftermine/science/base';
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { MAX_CELLS, MAX_ROWS } from './parse-csv.ts';

export const MAX_XLSX_BYTES = 32 * 1024 * 1024;
/** What a workbook may unpack to; bombs lie about their sizes, so bytes are counted as they come out. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
/** Deflate expands a thousandfold at most: one push gives 8 MiB at most before the count is looked at. */
const PUSH_BYTES = 8 * 1024;
/** A cell holds 32 767 characters at most; readers slow down with the square of longer runs between tags. */
const MAX_RUN = 256 * 1024;
/** Rows a sheet of the format has; a row number above it is no honest one. */
const LAST_ROW = 1_048_576;
/** The parts of a workbook that hold cells, names and number formats. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/[\w.]+\.rels|xl\/(worksheets\/|_rels\/)?[\w.-]+\.(xml|rels))$/;

/**
 * A workbook that is safe to hand to a reader: only its sheets, texts and styles, packed anew after each was unpacked
 * within a limit, and its cells found to span no more than the rows and cells we read. Readers fill the span of a
 * sheet, so a single cell in the last corner would cost gigabytes.
 *
 * @throws InvalidInput `E-TAB-021` for no readable archive, `E-TAB-022` for one that unpacks to too much, `E-TAB-023` for
 * too many rows or cells, `E-VEC-003` for too large a file
 */
export function checkedXlsx(bytes: Uint8Array, where: string): Uint8Array {
  if (bytes.length > MAX_XLSX_BYTES) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where,
      expected: MAX_XLSX_BYTES,
      got: bytes.length,
    });
  }
  const parts = unpack(bytes, where);
  for (const [name, part] of parts) if (name.startsWith('xl/')) checkSpan(part, `${where}#${name}`);
  if (![...parts.keys()].some((name) => name.startsWith('xl/')))
    throw new AftermineError('InvalidInput', 'E-TAB-021', { where, got: '-' });
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function unpack(bytes: Uint8Array, where: string): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let [entries, total] = [0, 0];
  const tooMuch = (expected: number): AftermineError =>
    new AftermineError('InvalidInput', 'E-TAB-022', { where, expected });
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > MAX_ENTRIES) throw tooMuch(MAX_ENTRIES);
    if (!WANTED.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error !== null) throw error;
      total += chunk.length;
      if (total > MAX_UNPACKED_BYTES) throw tooMuch(MAX_UNPACKED_BYTES);
      chunks.push(chunk);
      if (final) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PUSH_BYTES)
      unzip.push(bytes.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= bytes.length);
  } catch (cause) {
    if (cause instanceof AftermineError) throw cause;
    throw new AftermineError('InvalidInput', 'E-TAB-021', { where, got: (cause as Error).message, cause });
  }
  return parts;
}

/** Cell and row numbers are `r` attributes; an element that ends at once is a formatted cell without content. */
const REFERENCE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')((?:\s+[\w:]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\/>)?/g;

function checkSpan(part: Uint8Array, where: string): void {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  for (let at = 0; at >= 0 && at < text.length; ) {
    const next = text.indexOf('<', at + 1);
    if ((next < 0 ? text.length : next) - at > MAX_RUN)
      throw new AftermineError('InvalidInput', 'E-TAB-021', { where, got: text.slice(at, at + 40) });
    at = next;
  }
  if (!text.includes('sheetData')) return;
  let [rows, columns] = [0, 0];
  for (const [, double, single, empty] of text.matchAll(REFERENCE)) {
    const value = double ?? single ?? '';
    const reference = /^([A-Z]{0,3})(\d{1,7})$/.exec(value);
    if (reference === null || Number(reference[2]) > LAST_ROW)
      throw new AftermineError('InvalidInput', 'E-TAB-021', { where, got: value.slice(0, 40) });
    if (empty !== undefined || reference[1] === '') continue;
    rows = Math.max(rows, Number(reference[2]));
    columns = Math.max(columns, columnNumber(reference[1]!));
  }
  if (rows > MAX_ROWS || rows * columns > MAX_CELLS)
    throw new AftermineError('InvalidInput', 'E-TAB-023', { where, expected: MAX_ROWS });
}

function columnNumber(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i += 1) n = n * 26 + letters.charCodeAt(i) - 64;
  return n;
}
