import { chance } from '@aftermine/science/base';
import { boxOf, type MultiPolygon, projectPolygons } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import type { OgcCollection } from './collections.ts';
import { CRS84, spokenCrs } from './crs-uri.ts';
import { meetsBox } from './meets-box.ts';
import { askedBox, selectItems } from './select-items.ts';

/** Small squares of 3-degree zone 38, within 30 km of its meridian. */
function madeCollection(count: number): OgcCollection {
  const random = chance(23).uniform;
  const features = Array.from({ length: count }, (_, i) => {
    const [x, y] = [500_000 + 60_000 * (random() - 0.5), 4_000_000 + 60_000 * (random() - 0.5)];
    const side = 50 + 2000 * random();
    const ring = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ] as const;
    const geometry: MultiPolygon = [[ring]];
    return { id: `F${i}`, geometry, properties: {}, year: i % 5 === 0 ? null : 2020 + (i % 5) };
  });
  const boxes = new Float64Array(count * 4);
  for (const [i, { geometry }] of features.entries()) boxes.set(boxOf(geometry), i * 4);
  return {
    id: 'p.units',
    layer: 'units',
    crs: 'EPSG:4547',
    features,
    boxes,
    placeOf: new Map(features.map(({ id }, i) => [id, i])),
  };
}

describe('a box', () => {
  const collection = madeCollection(400);

  test.each(['EPSG:4490', 'EPSG:4547', 'EPSG:3857', 'EPSG:32650'])(
    'in %s finds what a look at every feature finds, 60 random boxes',
    (code) => {
      const random = chance(29).uniform;
      const crs = spokenCrs(code);
      const shapes = collection.features.map(({ geometry }) => projectPolygons(geometry, 'EPSG:4547', code));
      const all = shapes.map(boxOf);
      const [west, east] = [Math.min(...all.map((b) => b[0])), Math.max(...all.map((b) => b[2]))];
      const [south, north] = [Math.min(...all.map((b) => b[1])), Math.max(...all.map((b) => b[3]))];
      let found = 0;
      for (let run = 0; run < 60; run += 1) {
        const x = west + (east - west) * random();
        const y = south + (north - south) * random();
        const box = [x, y, x + 0.2 * (east - west) * random(), y + 0.2 * (north - south) * random()] as const;
        const text = (crs.northFirst ? [box[1], box[0], box[3], box[2]] : box).join(',');
        const expected = shapes.flatMap((shape, i) => (meetsBox(shape, box) ? [i] : []));
        expect(selectItems(collection, askedBox(text, crs), null)).toEqual(expected);
        found += expected.length;
      }
      expect(found).toBeGreaterThan(60);
    },
  );

  test('of six numbers leaves the heights out, and the whole world holds everything', () => {
    const all = collection.features.map((_, i) => i);
    expect(selectItems(collection, askedBox('-180,-90,180,90', CRS84), null)).toEqual(all);
    expect(selectItems(collection, askedBox('-180,-90,0,180,90,9000', CRS84), null)).toEqual(all);
  });

  test('across longitude 180 is two boxes, and a box upside down is refused', () => {
    expect(askedBox('170,-10,-170,10', CRS84).boxes).toEqual([
      [170, -10, 180, 10],
      [-180, -10, -170, 10],
    ]);
    for (const text of ['1,2,3', '1,9,3,2', 'a,b,c,d', '1,2,3,', ''])
      expect(() => askedBox(text, CRS84)).toThrow(/E-SRV-103/);
  });

  test('together with a time keeps what has no year', () => {
    const range = [Date.UTC(2022, 5, 1), Date.UTC(2022, 5, 2)] as const;
    const found = selectItems(collection, null, range);
    expect(found).toEqual(
      collection.features.flatMap(({ year }, i) => (year === null || year === 2022 ? [i] : [])),
    );
  });
});
