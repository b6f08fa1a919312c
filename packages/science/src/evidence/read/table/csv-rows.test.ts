import { expect, test } from 'vitest';
import { chance } from '../../../base/index.ts';
import { CsvRows } from './csv-rows.ts';

function rowsOf(text: string, delimiter = ','): string[][] {
  const rows = new CsvRows(text, 0, text.length, delimiter);
  const all: string[][] = [];
  for (let row = rows.next(); row !== null; row = rows.next()) all.push([...row.cells]);
  return all;
}

test('cells hold delimiters, line ends and doubled quotes; every line end ends a row', () => {
  expect(rowsOf('a,"b, ""c""",d\r\n"x\ny",,\re\n')).toEqual([['a', 'b, "c"', 'd'], ['x\ny', '', ''], ['e']]);
});

test('a quote within a cell is a letter, and one that was not doubled too', () => {
  expect(rowsOf('5" pipe,b\n"a "quoted" word",c\n')).toEqual([
    ['5" pipe', 'b'],
    ['a "quoted" word', 'c'],
  ]);
});

test('property: what is written after RFC 4180 is read back, for any cells', () => {
  const random = chance(7);
  const letters = ['a', ',', '"', '\n', '\r\n', ' ', '矿', ';', '\t', "'"];
  for (let round = 0; round < 300; round += 1) {
    const table = Array.from({ length: 1 + Math.floor(random.uniform() * 4) }, () =>
      Array.from({ length: 3 }, () =>
        Array.from(
          { length: Math.floor(random.uniform() * 6) },
          () => letters[Math.floor(random.uniform() * letters.length)]!,
        ).join(''),
      ),
    );
    const text = table
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\r\n');
    expect(rowsOf(`${text}\r\n`)).toEqual(table);
  }
});

test('a million characters of quotes that never close are read in linear time', () => {
  expect(rowsOf('"a,b\n'.repeat(300_000))).toHaveLength(300_000);
  expect(rowsOf('a,"b ""c" d\n'.repeat(100_000))).toHaveLength(100_000);
  expect(rowsOf(`a,b\n"${'x "y" '.repeat(200_000)}`)).toHaveLength(2);
});
