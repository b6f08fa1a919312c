import { expect, it } from 'vitest';
import { readOwnSeries, textOfBytes } from './read-own-series.ts';

it('lines of id, year and value are read in any order, with a head, a mark, quotes or semicolons', () => {
  const read = readOwnSeries(
    '\ufeffid,year,value\r\nU1,2021,0.4\n"U1";2020;0.3\nboundary\t2020\t-1e-1\n,2019,7\n',
    'mine',
  );
  expect(read.skipped).toEqual([]);
  expect(read.points).toEqual([
    { id: '', year: 2019, value: 7 },
    { id: 'U1', year: 2020, value: 0.3 },
    { id: '', year: 2020, value: -0.1 },
    { id: 'U1', year: 2021, value: 0.4 },
  ]);
});

it('what is not a value is told by its line, never guessed', () => {
  expect(readOwnSeries('U1,2020,0.3\nU1,20x0,0.3\nU1,2021,\nU1,2022,n/a\nU1,2023,1,2', 'x')).toMatchObject({
    points: [{ id: 'U1', year: 2020, value: 0.3 }],
    skipped: [2, 3, 4, 5],
  });
});

it('a file of an office in GBK is read like one in UTF-8', () => {
  expect(textOfBytes(Uint8Array.of(0xc4, 0xea).buffer)).toBe('年');
  expect(textOfBytes(new TextEncoder().encode('年').buffer as ArrayBuffer)).toBe('年');
});
