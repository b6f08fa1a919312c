import { AftermineError } from '@aftermine/science/base';
import { CsvError, parse } from 'csv-parse/sync';
import type { Sheet, TableRow } from './table.ts';

export const MAX_ROWS = 200_000;
export const MAX_CELLS = 4_000_000;
const MAX_COLUMNS = 2_000;
/** One cell may hold the outline of a whole mine as WKT. */
const MAX_RECORD = 16 * 1024 * 1024;
const DELIMITERS = [',', ';', '\t', '，', '|'] as const;

/**
 * Rows of a text table. The delimiter (comma, full-width comma, semicolon, tab, bar) is the one that the first lines
 * hold most often outside quotes. Cells stay text.
 *
 * @throws InvalidInput `E-TAB-020` for quotes that never end, `E-TAB-023` for too many rows or cells
 */
export function parseCsv(text: string, where: string): Sheet {
  const rows: TableRow[] = [];
  let cells = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD,
      on_record: (record, { lines }) => {
        cells += record.length;
        if (rows.length >= MAX_ROWS || cells > MAX_CELLS || record.length > MAX_COLUMNS)
          throw new AftermineError('InvalidInput', 'E-TAB-023', { where, expected: MAX_ROWS });
        rows.push({ number: lines, cells: record.map((cell) => (cell === '' ? null : cell)) });
        return null;
      },
    });
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new AftermineError('InvalidInput', 'E-TAB-020', {
        where,
        got: cause.message.slice(0, 160),
        cause,
      });
    throw cause;
  }
  return { name: null, rows };
}

function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  const head = text.slice(0, 20_000);
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (!quoted) {
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  return [...counts].reduce((best, own) => (own[1] > best[1] ? own : best))[0];
}
