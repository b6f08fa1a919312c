import { describe, expect, test } from 'vitest';
import { hasInexactDatum, isKnownCrs, transformer } from './crs.ts';
import { crsLabel } from './crs-label.ts';
import { falseEasting } from './false-easting.ts';
import { gaussKruegerCode, gaussKruegerSystem } from './gauss-krueger-code.ts';

describe('codes of Chinese Gauss-Krueger zones', () => {
  test('code and system say the same for every zone of every datum', () => {
    const codes = new Set<string>();
    for (const datum of ['cgcs2000', 'xian80', 'beijing54'] as const) {
      for (const width of [3, 6] as const) {
        for (const prefixed of [true, false]) {
          const [first, last] = width === 3 ? [25, 45] : [13, 23];
          for (let zone = first; zone <= last; zone += 1) {
            const code = gaussKruegerCode({ datum, zone, width, prefixed })!;
            expect(gaussKruegerSystem(Number(code.slice(5)))).toEqual({ datum, zone, width, prefixed });
            expect(isKnownCrs(code)).toBe(true);
            codes.add(code);
          }
          expect(gaussKruegerCode({ datum, zone: first - 1, width, prefixed })).toBeNull();
          expect(gaussKruegerCode({ datum, zone: last + 1, width, prefixed })).toBeNull();
        }
      }
    }
    expect(codes.size).toBe(3 * 2 * (21 + 11));
    expect(gaussKruegerSystem(4490)).toBeNull();
  });

  test('positions of Xi’an 80 and Beijing 54 zones equal those of PROJ within a millimetre', () => {
    const known: readonly (readonly [string, string, number, number])[] = [
      ['EPSG:4610', 'EPSG:2362', 38_455_640.124565616, 4_124_375.054942336],
      ['EPSG:4610', 'EPSG:2383', 455_640.1245656195, 4_124_375.054942336],
      ['EPSG:4610', 'EPSG:2344', 721_817.6017375708, 4_127_188.162446221],
      ['EPSG:4610', 'EPSG:2333', 19_721_817.60173757, 4_127_188.162446221],
      ['EPSG:4214', 'EPSG:2414', 38_455_639.40214036, 4_124_446.1789923315],
      ['EPSG:4214', 'EPSG:2435', 455_639.40214035986, 4_124_446.1789923315],
      ['EPSG:4214', 'EPSG:21419', 19_721_821.214134213, 4_127_259.3323076074],
      ['EPSG:4214', 'EPSG:21459', 721_821.2141342136, 4_127_259.3323076074],
    ];
    for (const [from, to, x, y] of known) {
      const place = transformer(from, to)(113.5, 37.25);
      expect(Math.hypot(place[0] - x, place[1] - y)).toBeLessThan(1e-3);
      expect(hasInexactDatum(to)).toBe(true);
    }
    expect(hasInexactDatum('EPSG:4547')).toBe(false);
  });

  test('their names and false eastings are those of the zone', () => {
    expect(crsLabel('EPSG:2362')).toBe('Xian 1980 / 3-degree Gauss-Kruger zone 38 (EPSG:2362)');
    expect(crsLabel('EPSG:21459')).toBe('Beijing 1954 / Gauss-Kruger CM 111E (EPSG:21459)');
    expect(crsLabel('EPSG:4547')).toBe('CGCS2000 / 3-degree Gauss-Kruger CM 114E (EPSG:4547)');
    expect(falseEasting('EPSG:2362')).toBe(38_500_000);
    expect(falseEasting('EPSG:2383')).toBe(500_000);
  });
});
