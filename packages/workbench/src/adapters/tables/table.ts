/** What one cell holds; dates come as `2024-05-03`. */
export type Cell = string | number | boolean | null;

export interface TableRow {
  /** Row in the sheet, or line in the text, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Rows as they stand in a sheet, titles and empty rows included. */
export interface Sheet {
  /** Null for a text file. */
  readonly name: string | null;
  readonly rows: readonly TableRow[];
}

/** A sheet whose row of column names was found. */
export interface Table {
  readonly sheet: string | null;
  readonly header: readonly string[];
  /** Number of the row the names stand in. */
  readonly headerRow: number;
  /** Rows above the names: titles, remarks. */
  readonly above: readonly TableRow[];
  readonly rows: readonly TableRow[];
}

/** Longer cells are no names of columns; patterns for names are not made for megabytes. */
export const MAX_NAME = 120;
/** Titles above a table are few. */
const HEADER_WITHIN = 30;

/**
 * The table in a sheet: the row of its first thirty that `score` finds best holds the column names.
 *
 * @param score of a row as column names; 0 or less = no row of names
 * @returns null where no row scores
 */
export function tableOf(sheet: Sheet, score: (names: readonly string[]) => number): Table | null {
  let best = 0;
  let at = -1;
  sheet.rows.slice(0, HEADER_WITHIN).forEach((row, i) => {
    const own = score(row.cells.map(cellText));
    if (own > best) [best, at] = [own, i];
  });
  const names = sheet.rows[at];
  if (names === undefined) return null;
  return {
    sheet: sheet.name,
    header: names.cells.map(cellText),
    headerRow: names.number,
    above: sheet.rows.slice(0, at),
    rows: sheet.rows.slice(at + 1),
  };
}

/** A cell as text without spaces around it; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
