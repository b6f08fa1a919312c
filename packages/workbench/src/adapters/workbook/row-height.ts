import type { Row } from './sheet.ts';

/** Points of one line, and of a line of the title. */
const LINE = 14;
const TITLE = 22;
/** Characters that stand as wide as two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const WRAPPED = new Set<string>(['wrapped', 'warnWrapped', 'head', 'headNumber']);

/** Height of a row in points, for programs that do not measure wrapped text; null for one line. */
export function rowHeight(row: Row, widths: readonly number[]): number | null {
  let lines = 1;
  row.forEach((cell, i) => {
    if (cell === null || !('text' in cell) || !WRAPPED.has(cell.style)) return;
    // Bold letters and the indent take about a seventh of the width.
    const room = Math.max(1, (widths[i] ?? 10) * 0.86 - 1);
    const wide = cell.text.match(WIDE)?.length ?? 0;
    lines = Math.max(lines, Math.ceil((cell.text.length + wide) / room));
  });
  const [first] = row;
  if (first != null && first.style === 'title') return TITLE;
  return lines === 1 ? null : lines * LINE;
}
