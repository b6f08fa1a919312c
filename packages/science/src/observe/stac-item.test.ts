import { describe, expect, test } from 'vitest';
import { AftermineError } from '../base/index.ts';
import { sceneFromStac, sceneToStac } from './stac-item.ts';
import { readStacItem } from './stac-item-read.ts';
import { brokenStacRules } from './stac-rules.fixture.ts';
import type { Scene } from './types.ts';

const GRID = {
  crs: 'EPSG:32650',
  originX: 399_960.5,
  originY: 4_500_000.25,
  pixelWidth: 30,
  pixelHeight: 30,
  width: 40,
  height: 25,
};

const LANDSAT: Scene = {
  id: 'LC08_L2SP_123032_20200715_20200912_02_T1',
  family: 'landsat',
  platform: 'landsat-8',
  datetime: '2020-07-15T02:53:11.123Z',
  grid: GRID,
  bbox: [115.8, 40.2, 116.2, 40.6],
  bands: {
    red: { href: 'red.tif', index: 0, scale: 2.75e-5, offset: -0.2, nodata: 0 },
    nir: { href: 'nir.tif', index: 0, scale: 2.75e-5, offset: -0.2, nodata: 0 },
    lst: { href: 'st.tif', index: 0, scale: 0.00341802, offset: 149, nodata: 0 },
  },
  masks: [
    { kind: 'qa-radsat', href: 'radsat.tif', index: 0 },
    { kind: 'qa-pixel', href: 'pixel.tif', index: 0 },
  ],
  missing: ['blue', 'green', 'swir1', 'swir2'],
  facts: {
    collection: 'landsat-c2-l2',
    cloudCover: 3.5,
    sunElevation: 62.5,
    sunAzimuth: 130.25,
    tier: 'T1',
    odd: null,
    flag: true,
  },
};

const OWN: Scene = {
  ...LANDSAT,
  id: 'own-2000-07-15',
  family: 'own',
  platform: 'own',
  bands: {
    green: { href: 'all.tif', index: 1, scale: 1, offset: 0, nodata: null },
    red: { href: 'all.tif', index: 2, scale: 1, offset: 0, nodata: -9999 },
    swir2: { href: 'all.tif', index: 5, scale: 0.5, offset: -1, nodata: null },
    nir: { href: 'nir.tif', index: 3, scale: 1, offset: 0, nodata: null },
  },
  masks: [{ kind: 'fmask', href: 'all.tif', index: 7 }],
  missing: [],
  facts: {},
};

describe('scenes as STAC 1.1 items', () => {
  test.each([
    ['one file per band', LANDSAT],
    ['many bands in one file, in any order', OWN],
  ])('%s: nothing is lost on the way through JSON', (_, scene) => {
    expect(sceneFromStac(JSON.parse(JSON.stringify(sceneToStac(scene))))).toEqual(scene);
  });

  test.each([LANDSAT, OWN])('$id keeps the rules of the schema', (scene) => {
    expect(brokenStacRules(JSON.parse(JSON.stringify(sceneToStac(scene))))).toEqual([]);
  });

  test('the hand-written rules notice what is wrong', () => {
    const item = JSON.parse(JSON.stringify(sceneToStac(LANDSAT)));
    expect(brokenStacRules({ ...item, stac_version: '1.0.0', bbox: [1, 2] })).toEqual([
      'stac_version is 1.1.0',
      'bbox has four numbers',
    ]);
    expect(brokenStacRules({ ...item, stac_extensions: item.stac_extensions.slice(1) })).toEqual([
      'extension of eo: is listed',
    ]);
    expect(brokenStacRules({ ...item, properties: { ...item.properties, datetime: null } })).toEqual([
      'start_datetime is a moment',
      'end_datetime is a moment',
    ]);
  });

  test('STAC readers find the bands by their common names, at their place in the file', () => {
    const item = sceneToStac(OWN);
    const bands = item.assets['bands']!['bands'] as { 'eo:common_name'?: string }[];
    expect(bands.map((band) => band['eo:common_name'])).toEqual([
      undefined,
      'green',
      'red',
      undefined,
      undefined,
      'swir22',
      undefined,
      undefined,
    ]);
    expect(sceneToStac(LANDSAT).properties).toMatchObject({
      'eo:cloud_cover': 3.5,
      'view:sun_elevation': 62.5,
      'view:sun_azimuth': 130.25,
    });
  });

  test('hrefs can be made relative', () => {
    const item = sceneToStac(LANDSAT, (path) => `../inputs/${path}`);
    expect(item.assets['red']!['href']).toBe('../inputs/red.tif');
  });

  test('the reader of foreign items takes an item of ours as what it is', () => {
    const { grid: _grid, bbox: _bbox, ...draft } = LANDSAT;
    expect(readStacItem(sceneToStac(LANDSAT), 'item.json')).toEqual({ draft, undeclared: [], problems: [] });
  });

  test('an item of somebody else is refused by code', () => {
    const attempt = (): unknown =>
      sceneFromStac({ type: 'Feature', id: 'x', properties: { datetime: '2020-01-01T00:00:00Z' } });
    expect(attempt).toThrow(AftermineError);
    expect(attempt).toThrow(/E-SCN-002/);
  });
});
