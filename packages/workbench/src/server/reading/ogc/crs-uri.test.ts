import { projectPolygons } from '@aftermine/science/site';
import { expect, test } from 'vitest';
import { geometryText } from '../shapes.ts';
import { CRS84, crsOfUri, offeredCrs, spokenCrs } from './crs-uri.ts';

/** 114 degrees east, 36 north: on the meridian of 3-degree zone 38, an easting of 500,000 m without and 38,500,000 m with prefix. */
const PLACE = [114, 36] as const;
/** Northing of the place, metres: `gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547` (PROJ 9). */
const NORTHING = 3_985_542.670_296;

function firstPair(code: string): [number, number] {
  const ring = [[PLACE, [114.01, 36], [114, 36.01], PLACE]] as const;
  const crs = spokenCrs(code);
  const text = geometryText(projectPolygons([ring], 'EPSG:4490', code), 7, crs.northFirst);
  return (JSON.parse(text) as { coordinates: [number, number][][] }).coordinates[0]![0]!;
}

test.each([
  ['EPSG:4326', 36, 114],
  ['EPSG:4490', 36, 114],
])('%s gives latitude first', (code, first, second) => {
  const pair = firstPair(code);
  expect(pair[0]).toBeCloseTo(first, 6);
  expect(pair[1]).toBeCloseTo(second, 6);
});

test.each([
  ['EPSG:4547', 500_000],
  ['EPSG:4526', 38_500_000],
])('%s gives the northing (X) first, then the easting (Y)', (code, easting) => {
  const pair = firstPair(code);
  expect(Math.abs(pair[0] - NORTHING)).toBeLessThan(0.01);
  expect(Math.abs(pair[1] - easting)).toBeLessThan(0.01);
});

test.each(['EPSG:32650', 'EPSG:3857'])('%s gives the easting first', (code) => {
  const [first, second] = firstPair(code);
  const other = code === 'EPSG:3857' ? 12_690_421.9 : 229_662;
  expect(Math.abs(first - other)).toBeLessThan(2000);
  expect(second).toBeGreaterThan(3.9e6);
});

test('systems of Xian 80 and Beijing 54 put the northing first, too, and UTM of other datums does not', () => {
  for (const code of ['EPSG:2349', 'EPSG:2327', 'EPSG:2401', 'EPSG:21413', 'EPSG:4610', 'EPSG:4214'])
    expect(spokenCrs(code).northFirst).toBe(true);
  for (const code of ['EPSG:26915', 'EPSG:25832', 'EPSG:5070'])
    expect(spokenCrs(code).northFirst).toBe(false);
});

test('what is stored and the common ones are offered, CRS84 first, and nothing else is taken', () => {
  const offered = offeredCrs('EPSG:4547');
  expect(offered[0]).toBe(CRS84);
  expect(offered.map(({ code }) => code)).toEqual([
    'EPSG:4326',
    'EPSG:4547',
    'EPSG:4326',
    'EPSG:4490',
    'EPSG:3857',
  ]);
  expect(crsOfUri('crs', undefined, offered)).toBe(CRS84);
  expect(crsOfUri('crs', 'http://www.opengis.net/def/crs/EPSG/9.9.1/4547', offered).code).toBe('EPSG:4547');
  expect(crsOfUri('crs', '[EPSG:4490]', offered).northFirst).toBe(true);
  expect(() => crsOfUri('crs', 'http://www.opengis.net/def/crs/EPSG/0/32633', offered)).toThrow(/E-SRV-112/);
  expect(() => crsOfUri('bbox-crs', 'mars', offered)).toThrow(/E-SRV-112/);
});
