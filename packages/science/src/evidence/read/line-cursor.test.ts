import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { LineCounter, LineCursor } from './line-cursor.ts';

test('property: lines are those of a split at CRLF, LF and CR, and their numbers count up', () => {
  const random = chance(11);
  const marks = ['a', 'b', '\n', '\r', '\r\n'];
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 20 }, () => marks[Math.floor(random.uniform() * marks.length)]!).join(
      '',
    );
    const lines = new LineCursor(text);
    const counter = new LineCounter(text);
    const found: string[] = [];
    let at = 0;
    while (lines.advance()) {
      expect(lines.start).toBe(at);
      at = lines.next;
      found.push(text.slice(lines.start, lines.end));
      expect(lines.line).toBe(found.length);
      expect(counter.lineOf(lines.start)).toBe(found.length);
    }
    expect(at).toBe(text.length);
    const wanted = text.split(/\r\n|\n|\r/);
    if (wanted[wanted.length - 1] === '') wanted.pop();
    expect(found).toEqual(wanted);
  }
});
