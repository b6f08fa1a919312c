import { expect, test } from 'vitest';
import { GrowingColumn } from './growing-column.ts';

test('keeps what was pushed, however much; a finished column is no longer touched', () => {
  const column = new GrowingColumn((length) => new Float64Array(length));
  for (let i = 0; i < 5000; i += 1) column.push(i / 7);
  const done = column.done();
  column.push(-1);
  expect(done).toEqual(Float64Array.from({ length: 5000 }, (_, i) => i / 7));
  expect(column.length).toBe(5001);
});
