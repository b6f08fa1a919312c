import { describe, expect, test } from 'vitest';
import {
  cgcs2000ZoneFor,
  gaussKruegerZone,
  hasInexactDatum,
  isGeographic,
  isKnownCrs,
  transformer,
  unitMetres,
  utmFor,
} from './crs.ts';

/** Figures of PROJ 9 (`gdaltransform`). */
const PROJ: readonly (readonly [
  from: string,
  to: string,
  x: number,
  y: number,
  easting: number,
  northing: number,
])[] = [
  ['EPSG:4490', 'EPSG:4547', 113.5431, 30.1, 455959.451081801, 3331286.79222],
  ['EPSG:4490', 'EPSG:4526', 113.5431, 30.1, 38455959.4510818, 3331286.79222],
  ['EPSG:4490', 'EPSG:4498', 116.2, 39.9, 20431584.9665226, 4418732.04764971],
  ['EPSG:4490', 'EPSG:4508', 110.3, 39.5, 439790.317312519, 4374248.06947532],
  ['EPSG:4490', 'EPSG:4534', 75.5, 40, 542697.023836633, 4429648.7838186],
  ['EPSG:4490', 'EPSG:4554', 134.2, 47, 439155.336445709, 5207557.68004388],
  ['EPSG:4326', 'EPSG:32650', 117.25, 40.5, 521183.474768767, 4483284.74627387],
  ['EPSG:4326', 'EPSG:32733', 14.2, -22.5, 417714.023389052, 7511608.50792969],
  ['EPSG:4326', 'EPSG:26910', -123.1, 53.85, 493421.50441505, 5966837.43495286],
  ['EPSG:4326', 'EPSG:5070', -90.5, 38.2, 476833.549632952, 1699043.68568715],
  ['EPSG:4326', 'EPSG:3857', 110, 40, 12245143.9872601, 4865942.27950318],
];

describe('coordinate systems', () => {
  test.each(PROJ)(
    '%s -> %s equals PROJ to a tenth of a millimetre and comes back',
    (from, to, x, y, easting, northing) => {
      const [e, n] = transformer(from, to)(x, y);
      expect(Math.abs(e - easting)).toBeLessThan(1e-4);
      expect(Math.abs(n - northing)).toBeLessThan(1e-4);
      const [lon, lat] = transformer(to, from)(e, n);
      expect(lon).toBeCloseTo(x, 9);
      expect(lat).toBeCloseTo(y, 9);
    },
  );

  test('zones with and without prefix differ by the zone number in front of the easting', () => {
    expect(gaussKruegerZone(4526)).toMatchObject({
      zone: 38,
      meridian: 114,
      prefixed: true,
      falseEasting: 38_500_000,
    });
    expect(gaussKruegerZone(4547)).toMatchObject({
      zone: 38,
      meridian: 114,
      prefixed: false,
      falseEasting: 500_000,
    });
    expect(gaussKruegerZone(4490)).toBeNull();
    expect(gaussKruegerZone(4555)).toBeNull();
  });

  test('writes into the array that is handed in', () => {
    const out: [number, number] = [0, 0];
    expect(transformer('EPSG:4326', 'EPSG:32650')(117, 40, out)).toBe(out);
    expect(out[0]).toBeCloseTo(500_000, 6);
  });

  test('what is not bundled is refused by name', () => {
    expect(isKnownCrs('EPSG:2154')).toBe(false);
    expect(isKnownCrs('local')).toBe(false);
    expect(() => transformer('EPSG:4326', 'EPSG:2154')).toThrow(/E-CRS-001.*EPSG:2154/);
  });

  test('degrees and zones', () => {
    expect(isGeographic('EPSG:4490')).toBe(true);
    expect(isGeographic('EPSG:4547')).toBe(false);
    expect(utmFor(116.4, 39.9)).toBe('EPSG:32650');
    expect(utmFor(14.2, -22.5)).toBe('EPSG:32733');
    expect(utmFor(180, 0)).toBe('EPSG:32660');
  });

  test('the zone of a place is the one whose central meridian is nearest', () => {
    for (let longitude = 74; longitude < 136; longitude += 0.37) {
      for (const width of [3, 6] as const) {
        const code = cgcs2000ZoneFor(longitude, width)!;
        const zone = gaussKruegerZone(Number(code.slice(5)))!;
        expect(zone).toMatchObject({ width, prefixed: false });
        expect(Math.abs(zone.meridian - longitude)).toBeLessThanOrEqual(width / 2);
      }
    }
    expect(cgcs2000ZoneFor(113.5431)).toBe('EPSG:4547');
    expect(cgcs2000ZoneFor(70)).toBeNull();
    expect(cgcs2000ZoneFor(140, 6)).toBeNull();
  });

  test('the figure of the Chinese 3-degree zone with and without its number: 455 964.63 m and 38 455 964.63 m', () => {
    const [lon, lat] = transformer('EPSG:4547', 'EPSG:4490')(455_964.63, 3_331_286.79);
    expect(transformer('EPSG:4490', 'EPSG:4526')(lon, lat)[0]).toBeCloseTo(38_455_964.63, 4);
  });

  test('units, and systems whose datum shift is not exactly known', () => {
    expect(unitMetres('EPSG:4547')).toBe(1);
    expect(unitMetres('EPSG:4490')).toBeNull();
    expect(unitMetres('EPSG:2154')).toBeNull();
    expect(['EPSG:4610', 'EPSG:4214', 'EPSG:4490'].map(hasInexactDatum)).toEqual([true, true, false]);
  });
});
