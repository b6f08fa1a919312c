import { crsFromWkt, gaussKruegerSystem, isKnownCrs, meridianOf, transformer } from '@aftermine/science/site';
import { expect, test } from 'vitest';
import { esriWkt } from './esri-wkt.ts';

test('every system that has a text is recognised by it as the same projection', () => {
  let count = 0;
  for (let n = 2000; n < 33_000; n += 1) {
    const code = `EPSG:${n}`;
    const wkt = isKnownCrs(code) ? esriWkt(code) : null;
    if (wkt === null) continue;
    count += 1;
    const read = crsFromWkt(wkt);
    const system = gaussKruegerSystem(n);
    if (system === null) expect(read).toBe(code);
    else {
      // A meridian that zones of both widths have is one projection under two codes.
      const other = gaussKruegerSystem(Number(read?.slice(5)));
      expect(other, wkt).not.toBeNull();
      expect([other!.datum, other!.prefixed, meridianOf(other!)]).toEqual([
        system.datum,
        system.prefixed,
        meridianOf(system),
      ]);
      const place = transformer(code, read!)(500_000, 4_000_000);
      expect(place[0]).toBeCloseTo(500_000, 6);
    }
  }
  // Geographic 6, web Mercator, UTM 60 + 60 + 23 + 11, Gauss-Krueger 3 x 64.
  expect(count).toBe(7 + 154 + 192);
  expect(esriWkt('EPSG:5070')).toBeNull();
});
