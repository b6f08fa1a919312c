import { readFileSync, statSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { parseCsv } from '../tables/parse-csv.ts';
import { parseTableVectors, vectorTables } from '../tables/parse-table-vectors.ts';
import { looksLikeXls, looksLikeXlsx, readSheets } from '../tables/read-sheets.ts';
import { decodeText } from './decode-text.ts';
import { assertNoBinaryDrawing, looksLikeDxf, parseDxf } from './parse-dxf.ts';
import { isFilingFormat, looksLikeVertexList, parseVertexList } from './parse-vertex-list.ts';

const MAX_TEXT_BYTES = 256 * 1024 * 1024;

/**
 * Polygons of a drawing (DXF), a workbook (XLSX), a list of corners or a text table, told apart by content.
 *
 * @param head first characters of the file, read as Latin-1
 * @returns null for a file that is none of them
 * @throws what the reader of the format throws; Unsupported `E-TAB-011` for binary drawings, `E-TAB-024` for old workbooks
 */
export async function readTextVectors(
  path: string,
  head: string,
  options: ReadVectorOptions = {},
): Promise<VectorFile | null> {
  assertNoBinaryDrawing(head, path);
  if (looksLikeXlsx(head) || looksLikeXls(head)) {
    const { sheets, warnings } = await readSheets(path);
    return joined(warnings, parseTableVectors(sheets, path, options));
  }
  // Zeros within the first characters: UTF-16 has them too, but only every other one.
  if (/\0\0/.test(head) || head.startsWith('PK')) return null;
  const { size } = statSync(path);
  if (size > MAX_TEXT_BYTES) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where: path,
      expected: MAX_TEXT_BYTES,
      got: size,
    });
  }
  const { text, warnings } = decodeText(readFileSync(path), path);
  const file = parseTextVectors(text, path, options);
  return file === null ? null : joined(warnings, file);
}

/** The same for text that is decoded already; null for text that is none of them. */
export function parseTextVectors(
  text: string,
  source: string,
  options: ReadVectorOptions = {},
): VectorFile | null {
  if (looksLikeDxf(text.slice(0, 4096))) return parseDxf(text, source, options);
  if (isFilingFormat(text)) return parseVertexList(text, source, options);
  // Names of columns say more than numbers alone, so tables come before bare lists.
  if (isTable(text, source)) return parseTableVectors([parseCsv(text, source)], source, options);
  return looksLikeVertexList(text) ? parseVertexList(text, source, options) : null;
}

function isTable(text: string, source: string): boolean {
  // Whole lines are asked; a line with an odd quote is one half of a cell, a cell of WKT may be long.
  const lines = text
    .slice(0, 16 * 1024)
    .split(/\r\n|\r|\n/, 31)
    .slice(0, 30)
    .filter((line) => (line.split('"').length - 1) % 2 === 0);
  try {
    return vectorTables([parseCsv(lines.join('\n'), source)], undefined, source).length > 0;
  } catch (error) {
    // Text whose quotes do not fit is no table.
    if (error instanceof AftermineError && error.code === 'E-TAB-020') return false;
    throw error;
  }
}

function joined(warnings: VectorFile['warnings'], file: VectorFile): VectorFile {
  return { set: file.set, warnings: [...warnings, ...file.warnings] };
}
