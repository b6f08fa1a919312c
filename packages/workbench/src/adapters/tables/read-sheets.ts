import { readFileSync, statSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';
import readXlsxFile from 'read-excel-file/node';
import type { VectorWarning } from '../../ports/index.ts';
import { decodeText } from '../vectors/decode-text.ts';
import { checkedXlsx, MAX_XLSX_BYTES } from './checked-xlsx.ts';
import { parseCsv } from './parse-csv.ts';
import type { Cell, Sheet } from './table.ts';

const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** True for the first characters (Latin-1) of a workbook: an archive whose first part is one of a workbook's. */
export function looksLikeXlsx(head: string): boolean {
  // The name of the first part stands behind thirty bytes.
  return head.startsWith('PK') && /^(\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/)/.test(head.slice(30));
}

/** True for the first characters (Latin-1) of an old .xls or a workbook with a password. */
export function looksLikeXls(head: string): boolean {
  return head.startsWith('\u00d0\u00cf\u0011\u00e0');
}

/**
 * Every sheet of an XLSX workbook, or the one table of a CSV or tab-separated text (UTF-8, UTF-16 or GBK).
 *
 * @throws NotFound `E-PRJ-002`; InvalidInput `E-VEC-002` encoding, `E-VEC-003` too large, `E-TAB-020`...`E-TAB-023` for
 * tables that cannot be read; Unsupported `E-TAB-024` for an old .xls or a workbook with a password
 */
export async function readSheets(
  path: string,
): Promise<{ readonly sheets: readonly Sheet[]; readonly warnings: readonly VectorWarning[] }> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile())
    throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
  if (stat.size > Math.max(MAX_TEXT_BYTES, MAX_XLSX_BYTES)) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where: path,
      expected: MAX_TEXT_BYTES,
      got: stat.size,
    });
  }
  const bytes = readFileSync(path);
  const head = bytes.toString('latin1', 0, 64);
  if (looksLikeXls(head)) throw new AftermineError('Unsupported', 'E-TAB-024', { where: path });
  if (head.startsWith('PK')) return { sheets: await xlsxSheets(bytes, path), warnings: [] };
  const { text, warnings } = decodeText(bytes, path);
  return { sheets: [parseCsv(text, path)], warnings };
}

/** @throws what `checkedXlsx` throws; InvalidInput `E-TAB-021` for a workbook whose cells cannot be read */
export async function xlsxSheets(bytes: Uint8Array, where: string): Promise<readonly Sheet[]> {
  const checked = checkedXlsx(bytes, where);
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(checked.buffer, checked.byteOffset, checked.byteLength));
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-TAB-021', {
      where,
      got: String((cause as Error).message).slice(0, 160),
      cause,
    });
  }
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells, i) => ({ number: i + 1, cells: cells.map(plainCell) })),
  }));
}

function plainCell(cell: unknown): Cell {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.trim() === '' ? null : cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}
