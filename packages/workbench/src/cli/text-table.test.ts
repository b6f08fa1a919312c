import { expect, test } from 'vitest';
import { placesOf, textTable } from './text-table.ts';

test('columns line up where Han characters take two places, and no line ends in blanks', () => {
  expect(
    textTable(
      ['图斑', 'state'],
      [
        ['U1 东排土场', 'x'],
        ['U2', 'on course'],
      ],
    ),
  ).toEqual(['图斑         state', 'U1 东排土场  x', 'U2           on course']);
  expect(placesOf('U1 东')).toBe(5);
});

test('a row that lacks a cell is shorter, and nothing is told for it', () => {
  expect(textTable(['a', 'b'], [['long'], ['x', 'y']])).toEqual(['a     b', 'long', 'x     y']);
});
