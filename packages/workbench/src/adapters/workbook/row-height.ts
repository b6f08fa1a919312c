import type { Row } from './sheet.ts';

/** Points of one line, and of a line of the title. */
const LINE = 14;
const TITLE = 22;
/** Ideographs and what stands as wide as they: a line may break after each. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
/** Words with the blank after them, or one ideograph. */
const PIECES = new RegExp(`${WIDE.source}|(?:(?!${WIDE.source})\\S)+\\s*|\\s+`, 'gu');
/** Widths against that of a digit, which columns are counted in; on the wide side, for faces differ. */
const [LETTER, BOLD, IDEOGRAPH, INDENT] = [0.85, 1.05, 1.75, 2] as const;
const WRAPPED = new Set<string>(['wrapped', 'warnWrapped', 'head', 'headNumber']);

/** Height of a row in points, for programs that do not measure wrapped text; null for one line. */
export function rowHeight(row: Row, widths: readonly number[]): number | null {
  const [first] = row;
  if (first != null && first.style === 'title') return TITLE;
  let lines = 1;
  row.forEach((cell, i) => {
    if (cell === null || !('text' in cell) || !WRAPPED.has(cell.style)) return;
    const letter = cell.style.startsWith('head') ? BOLD : LETTER;
    lines = Math.max(lines, linesOf(cell.text, letter, Math.max(1, (widths[i] ?? 10) - INDENT)));
  });
  return lines === 1 ? null : lines * LINE;
}

function linesOf(text: string, letter: number, room: number): number {
  let [lines, used] = [1, 0];
  for (const piece of text.match(PIECES) ?? []) {
    const width = WIDE.test(piece) ? IDEOGRAPH : letter * piece.trimEnd().length;
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line is broken.
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used =
      (used + width > room ? width % room : used + width) + letter * (piece.length - piece.trimEnd().length);
  }
  return lines;
}
