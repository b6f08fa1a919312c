/** Lines of a table on a terminal: columns as wide as their widest cell, two blanks apart. Han characters take two places. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((label, c) =>
    Math.max(...[label, ...rows.map((row) => row[c] ?? '')].map(placesOf)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => cell + ' '.repeat(Math.max(0, widths[c]! - placesOf(cell))))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)];
}

/** Places a text takes on a terminal. */
export function placesOf(text: string): number {
  let places = 0;
  for (const character of text)
    places += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(
      character,
    )
      ? 2
      : 1;
  return places;
}
