import type { RecordSink, TextSpan } from '../gather-records.ts';
import { LineCounter } from '../line-cursor.ts';
import type { FieldRole, RecordField } from '../record-fields.ts';
import { contentOf, type FieldStyle } from '../reference-content.ts';
import { roleOfColumn, roleOfWosColumn } from './column-roles.ts';
import { type CsvRow, CsvRows } from './csv-rows.ts';
import type { TableShape } from './table-dialect.ts';

const CELLS: FieldStyle = { names: 'cell', keywords: 'cell', prose: 'lines' };
const WOS: FieldStyle = { names: 'lines', keywords: 'wrapped', prose: 'wrapped' };
/** What R and Python write for a value that is missing. */
const MISSING = new Set(['NA', 'N/A', 'nan', 'NaN', 'NULL', 'None', '<NA>', '#N/A']);
/** Of the row lengths, how much text may be read a second time for rows whose quotes went wrong. */
const RETRIED_SHARE = 2;

/**
 * Reads a table of literature: a header row, then one record a row, columns by their names in any order. A row with more
 * cells than the header, or with none under the titles, is a failed record: its cells may stand in wrong columns.
 */
export function readTable(sink: RecordSink, span: TextSpan, shape: TableShape): void {
  const { text } = sink;
  const { dialect } = shape;
  const isWos = dialect === 'wos-tab';
  const from = text.charCodeAt(span.start) === 0xfeff ? span.start + 1 : span.start;
  const rows = new CsvRows(text, from, span.end, shape.delimiter, !isWos);
  const lines = new LineCounter(text, span.start, span.line);
  let columns: readonly Column[] = [];
  let budget = RETRIED_SHARE * (span.end - span.start);
  for (let row = rows.next(); row !== null; row = rows.next()) {
    if (row.cells.length === 1 && row.cells[0]!.trim() === '') continue;
    const line = lines.lineOf(row.start);
    if (columns.length === 0 || isHeader(row, columns)) {
      if (columns.length > 0) sink.remark('header-again', line);
      columns = columnsOf(row, isWos);
      rows.width = columns.length;
      sink.outside({ start: row.start === from ? span.start : row.start, end: row.end, line });
      continue;
    }
    let fitting = row;
    if (!fits(row, columns.length) && row.end - row.start < budget && isOverLines(text, row)) {
      // A stray quote has swallowed rows: only the first line is lost, the others are read on their own.
      budget -= row.end - row.start;
      fitting = rows.asLetters(row) ?? row;
    }
    const place = { start: fitting.start, end: fitting.end, line };
    if (!fits(fitting, columns.length)) {
      sink.fail('cells', dialect, place, { cells: fitting.cells.length, columns: columns.length });
      continue;
    }
    if (fitting.cut) sink.remark('record-cut', line);
    const fields: RecordField[] = [];
    for (let i = 0; i < columns.length; i += 1) {
      const value = fitting.cells[i]?.trim() ?? '';
      if (value !== '' && (isWos || !MISSING.has(value))) fields.push({ ...columns[i]!, value });
    }
    sink.keep(contentOf(fields, dialect, isWos ? WOS : CELLS), dialect, place);
  }
}

interface Column {
  readonly role: FieldRole;
  readonly tag: string;
}

function columnsOf(header: CsvRow, isWos: boolean): Column[] {
  const names = header.cells.map((name) => name.trim());
  const roles = names.map(isWos ? roleOfWosColumn : roleOfColumn);
  // Scopus gives `Author full names` with numbers of authors in them beside `Authors`: read are those without.
  if (roles.filter((role) => role === 'author').length > 1)
    for (let i = 0; i < names.length; i += 1)
      if (roles[i] === 'author' && /full/i.test(names[i]!)) roles[i] = 'other';
  return names.map((tag, i) => ({ role: roles[i]!, tag }));
}

/** A table appended to another brings its header row along. */
function isHeader(row: CsvRow, columns: readonly Column[]): boolean {
  const title = columns.findIndex(({ role }) => role === 'title');
  if (title < 0 || roleOfColumn(row.cells[title] ?? '') === 'other') return false;
  const roles = row.cells.map((cell) => roleOfColumn(cell));
  const known = roles.filter((role) => role !== 'other').length;
  return (
    roles.includes('title') &&
    known >= 3 &&
    2 * known >= row.cells.filter((cell) => cell.trim() !== '').length
  );
}

/** Tables cut empty cells off the end of rows; more cells than columns, or one of many, mean a broken row. */
function fits(row: CsvRow, columns: number): boolean {
  if (row.cells.length <= columns) return row.cells.length > 1 || columns <= 2 || row.cut;
  return row.cells.slice(columns).every((cell) => cell.trim() === '');
}

function isOverLines(text: string, row: CsvRow): boolean {
  return /[\n\r][^\n\r]/.test(text.slice(row.start, row.end));
}
