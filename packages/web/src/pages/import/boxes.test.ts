import { expect, test } from 'vitest';
import { boxAround, boxesMeet, boxText } from './boxes.ts';

test('boxes that share land or an edge meet, others do not, whichever is asked first', () => {
  expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
  expect(boxesMeet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
  expect(boxesMeet([1.1, 0, 2, 1], [0, 0, 1, 1])).toBe(false);
});

test('the box around boxes holds them all', () => {
  expect(boxAround([])).toBeNull();
  expect(
    boxAround([
      [0, 5, 1, 6],
      [-2, 3, 0, 4],
    ]),
  ).toEqual([-2, 3, 1, 6]);
});

test('degrees keep four decimals, metres none', () => {
  expect(boxText([113.25361, 41, 113.3, 41.7])).toBe('113.2536, 41.0000, 113.3000, 41.7000');
  expect(boxText([500000.4, 1, 2, 3])).toBe('500000, 1, 2, 3');
});
