import { expect, test } from 'vitest';
import { looksLikeWkt, parseWkt } from './parse-wkt.ts';

const RING = [
  [0, 0],
  [10, 0],
  [10, 10.5],
  [0, 0],
];

test('polygons with holes and several polygons are read', () => {
  const inner = '(1 1, 2 1, 2 2, 1 1)';
  const { polygons, srid } = parseWkt(`POLYGON ((0 0, 10 0, 10 10.5, 0 0), ${inner})`, 'a');
  expect(polygons).toEqual([
    [
      RING,
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
    ],
  ]);
  expect(srid).toBeNull();
  expect(parseWkt('multipolygon(((0 0,10 0,10 10.5,0 0)),((0 0,10 0,10 10.5,0 0)))', 'a').polygons).toEqual([
    [RING],
    [RING],
  ]);
});

test('heights and measures are dropped, SRIDs read, empty ones empty', () => {
  expect(parseWkt('POLYGON Z((0 0 5,10 0 5,10 10.5 5,0 0 5))', 'a').polygons).toEqual([[RING]]);
  expect(parseWkt('POLYGON ZM((0 0 5 1,10 0 5 1,1.0e1 10.5 5 1,0 0 5 1))', 'a').polygons).toEqual([[RING]]);
  expect(parseWkt('SRID=4547;POLYGON((0 0,10 0,10 10.5,0 0))', 'a').srid).toBe(4547);
  expect(parseWkt('POLYGON EMPTY', 'a').polygons).toEqual([]);
});

test('other geometries give null, broken text names its place', () => {
  expect(parseWkt('POINT (1 2)', 'a').polygons).toBeNull();
  expect(parseWkt('GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 0)))', 'a').polygons).toBeNull();
  expect(looksLikeWkt('LINESTRING(0 0,1 1)')).toBe(true);
  for (const text of [
    'hello',
    'POLYGON((0 0,1 0,1 1,0 0)',
    'POLYGON((0 0,1 0,1,0 0))',
    'POLYGON((0 0,1 0,a b,0 0))',
    'POLYGON((0 0,1 0,1 1,0 0))x',
    'POLYGON((0 0 0 0 0,1 0))',
    `POLYGON${'('.repeat(100_000)}`,
    'POLYGON((1e999 0,1 0,1 1,1e999 0))',
  ])
    expect(() => parseWkt(text, 'a'), text.slice(0, 40)).toThrow(/E-TAB-009/);
});
