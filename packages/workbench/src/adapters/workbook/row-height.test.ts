import { expect, test } from 'vitest';
import { rowHeight } from './row-height.ts';
import { number, text } from './sheet.ts';

test('a row is as high as its longest wrapped text needs, broken between words and ideographs', () => {
  expect(rowHeight([text('one line', 'wrapped'), number(1, 'money')], [20, 10])).toBeNull();
  // 18 wide: "Seeding of native" is 14.45, and "species," would pass the end.
  expect(rowHeight([text('Seeding of native species', 'wrapped')], [20])).toBe(28);
  expect(rowHeight([text('削坡整形、表土回覆、乡土草种撒播', 'wrapped')], [20])).toBe(28);
  // What is not wrapped is cut off, however long.
  expect(rowHeight([text('x'.repeat(100))], [10])).toBeNull();
  expect(rowHeight([text('x'.repeat(100), 'wrapped')], [12])).toBe(14 * 9);
});
