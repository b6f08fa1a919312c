import type { RecordSink, TextSpan } from '../gather-records.ts';
import { isBlank, LineCursor } from '../line-cursor.ts';
import { contentOf, type FieldStyle } from '../reference-content.ts';
import { hasMark, isNumbered, parseGbt7714 } from './parse-gbt7714.ts';

const STYLE: FieldStyle = { names: 'lines', keywords: 'lines', prose: 'lines' };

/**
 * Reads a pasted list of references of GB/T 7714. With numbers (`[1]`) a reference goes on until the next number; without,
 * each line is one. A reference without a mark such as `[J]` is failed.
 */
export function readGbt7714(sink: RecordSink, span: TextSpan): void {
  const { text } = sink;
  const entries: { start: number; end: number; line: number }[] = [];
  const isListed = firstNumbered(text, span);
  const lines = new LineCursor(text, span.start, span.end, span.line);
  while (lines.advance()) {
    if (isBlank(text, lines.start, lines.end)) continue;
    const last = entries[entries.length - 1];
    const begins = !isListed || isNumbered(text.slice(lines.start, Math.min(lines.end, lines.start + 40)));
    if (begins) entries.push({ start: lines.start, end: lines.next, line: lines.line });
    else if (last !== undefined) last.end = lines.next;
  }
  if (entries[0] !== undefined) sink.outside({ start: span.start, end: entries[0].start, line: span.line });
  for (const entry of entries) {
    const fields = parseGbt7714(text.slice(entry.start, entry.end));
    if (fields === null) sink.fail('no-mark', 'gbt7714', entry);
    else sink.keep(contentOf(fields, 'gbt7714', STYLE), 'gbt7714', entry);
  }
}

/** True where the first line with a mark, or the line before it, is numbered. */
function firstNumbered(text: string, span: TextSpan): boolean {
  const lines = new LineCursor(text, span.start, span.end, span.line);
  let wasNumbered = false;
  while (lines.advance()) {
    const line = text.slice(lines.start, lines.end);
    wasNumbered = isNumbered(line) || (wasNumbered && line.trim() !== '');
    if (hasMark(line)) return wasNumbered;
  }
  return false;
}
