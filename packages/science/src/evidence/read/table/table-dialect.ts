import type { Dialect } from '../../record/index.ts';
import { roleOfColumn } from './column-roles.ts';
import { CsvRows } from './csv-rows.ts';

/** How a table is written, from its header row. */
export interface TableShape {
  readonly dialect: Extract<Dialect, 'wos-tab' | 'scopus-csv' | 'generic-csv'>;
  readonly delimiter: string;
}

const DELIMITERS = [',', '\t', ';', '|', '，'];
const LONGEST_HEADER = 20_000;

/**
 * The table that begins with the row at `start`, by the names of its columns; null where they are not of a table of
 * literature. A table has a column of titles and one at least of authors, abstracts, years, journals or DOIs.
 */
export function tableAt(text: string, start: number, limit: number): TableShape | null {
  const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  if (text.startsWith('PT\tAU\t', from)) return { dialect: 'wos-tab', delimiter: '\t' };
  for (const delimiter of DELIMITERS) {
    const header = new CsvRows(text, from, Math.min(limit, from + LONGEST_HEADER), delimiter).next();
    if (header === null || header.cells.length < 2) continue;
    const names = header.cells.map((cell) => cell.trim());
    const roles = new Set(names.map(roleOfColumn));
    const isLiterature =
      (roles.has('title') &&
        (['author', 'abstract', 'year', 'journal', 'doi', 'date', 'accession'] as const).some((role) =>
          roles.has(role),
        )) ||
      roles.has('carrier');
    if (!isLiterature) continue;
    const isScopus = names.includes('EID') && names.includes('Source title') && delimiter === ',';
    return { dialect: isScopus ? 'scopus-csv' : 'generic-csv', delimiter };
  }
  return null;
}
