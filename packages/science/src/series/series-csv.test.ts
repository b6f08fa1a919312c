import { expect, test } from 'vitest';
import { parseSeriesCsv } from './series-csv.ts';

test('reads ids, gaps, quotes, a byte order mark and CRLF; sorts years', () => {
  const text =
    '\uFEFFid,year,value,note\r\n"排土场, 1",2001,0.5,a\r\n"排土场, 1",2000,-0.25,\r\nb,2000,,x\r\n\r\n';
  expect(parseSeriesCsv(text, 's.csv')).toEqual([
    {
      id: '排土场, 1',
      observations: [
        { year: 2000, value: -0.25 },
        { year: 2001, value: 0.5 },
      ],
    },
    { id: 'b', observations: [] },
  ]);
});

test('names file and line of what cannot be read', () => {
  expect(() => parseSeriesCsv('a,b\n1,2', 's.csv')).toThrow(/E-SER-011 \| at s.csv:1/);
  expect(() => parseSeriesCsv('id,year,value\na,2000.5,1', 's.csv')).toThrow(/E-SER-012 \| at s.csv:2/);
  expect(() => parseSeriesCsv('id,year,value\na,2000,x', 's.csv')).toThrow(/E-SER-012/);
  expect(() => parseSeriesCsv('id,year,value\na,2000,Infinity', 's.csv')).toThrow(/E-SER-012/);
  expect(() => parseSeriesCsv('id,year,value\na,2000,1\na,2000,2', 's.csv')).toThrow(
    /E-SER-013 \| at s.csv:3/,
  );
  expect(() => parseSeriesCsv('id,year,value\n', 's.csv')).toThrow(/E-SER-014/);
  expect(() => parseSeriesCsv('', 's.csv')).toThrow(/E-SER-011/);
});
