import { describe, expect, test } from 'vitest';
import { type Product, productItem } from './stac-item-product.ts';
import { readStacItem } from './stac-item-read.ts';
import { brokenStacRules } from './stac-rules.fixture.ts';

const PRODUCT: Product = {
  layerKind: 'rsei',
  year: 2020,
  years: { first: 1999, last: 2023 },
  grid: {
    crs: 'EPSG:32650',
    originX: 400_000,
    originY: 4_500_000,
    pixelWidth: 30,
    pixelHeight: 30,
    width: 40,
    height: 25,
  },
  bbox: [115.8, 40.2, 116.2, 40.6],
  type: 'int16',
  nodata: -32768,
  bands: [{ name: 'rsei', scale: 1e-4 }],
  href: './2020.tif',
  sha256: 'ab'.repeat(32),
  lineage: {
    software: { aftermine: '0.1.0' },
    recipes: { composite: 'composite/1' },
    settings: { wetness: 'crist-1985', season: { to: '09-30', from: '06-01' } },
    inputs: [
      { scene: 'B', sha256: 'b'.repeat(64), href: '../../inputs/b.json' },
      { scene: 'A', sha256: 'a'.repeat(64) },
    ],
  },
};

describe('layers as STAC 1.1 items', () => {
  test('the item keeps the rules of the schema', () => {
    expect(brokenStacRules(productItem(PRODUCT))).toEqual([]);
  });

  test('a layer of one year spans it, a layer over all years spans them', () => {
    expect(productItem(PRODUCT)).toMatchObject({
      id: 'rsei-2020',
      properties: {
        datetime: null,
        start_datetime: '2020-01-01T00:00:00Z',
        end_datetime: '2020-12-31T23:59:59Z',
      },
    });
    expect(productItem({ ...PRODUCT, layerKind: 'trend', year: null })).toMatchObject({
      id: 'trend-1999-2023',
      properties: { start_datetime: '1999-01-01T00:00:00Z', end_datetime: '2023-12-31T23:59:59Z' },
    });
  });

  test('lineage names software, recipes and every input, and links to inputs that have a place', () => {
    const item = productItem(PRODUCT);
    expect(item.properties['processing:software']).toEqual({ aftermine: '0.1.0' });
    expect(item.properties['processing:lineage']).toBe(
      'rsei made by aftermine 0.1.0 (recipes composite/1) from 2 scene(s): A, B',
    );
    expect(item.properties['aftermine:lineage']).toMatchObject({
      settings: { wetness: 'crist-1985' },
      inputs: [{ scene: 'A' }, { scene: 'B', sha256: 'b'.repeat(64) }],
    });
    expect(item.links).toEqual([
      { rel: 'derived_from', href: '../../inputs/b.json', title: 'B', type: 'application/geo+json' },
    ]);
  });

  test('equal products are equal text, whatever the order of inputs and settings', () => {
    const other: Product = {
      ...PRODUCT,
      lineage: {
        ...PRODUCT.lineage,
        settings: { season: { from: '06-01', to: '09-30' }, wetness: 'crist-1985' },
        inputs: [...PRODUCT.lineage.inputs].reverse(),
      },
    };
    expect(JSON.stringify(productItem(other))).toBe(JSON.stringify(productItem(PRODUCT)));
  });

  test('the checksum is the SHA-256 as a multihash; NaN no-data is written in words', () => {
    const item = JSON.parse(JSON.stringify(productItem({ ...PRODUCT, type: 'float32', nodata: Number.NaN })));
    expect(item.assets.rsei).toMatchObject({
      'file:checksum': `1220${'ab'.repeat(32)}`,
      nodata: 'nan',
      data_type: 'float32',
    });
    expect(brokenStacRules(item)).toEqual([]);
  });

  test('a layer of ours is never taken for a scene', () => {
    expect(readStacItem(productItem(PRODUCT), 'item.json')).toEqual({
      draft: null,
      undeclared: [],
      problems: [],
    });
  });
});
