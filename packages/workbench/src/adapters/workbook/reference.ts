/** Letters of a column counted from 0: A, B, ... Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

/** A cell as formulas name it, column from 0 and row from 1: `B7`. */
export const at = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** The cells of one column from row to row, fixed: `$B$5:$B$9`. */
export function span(column: number, from: number, to: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${from}:$${letters}$${to}`;
}

/** A sheet as formulas name it. */
export const onSheet = (name: string, cells: string): string => `'${name.replaceAll("'", "''")}'!${cells}`;
