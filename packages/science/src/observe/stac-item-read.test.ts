import { describe, expect, test } from 'vitest';
import { readStacItem } from './stac-item-read.ts';

const TIFF = 'image/tiff; application=geotiff; profile=cloud-optimized';
const item = (id: string, properties: object, assets: object, version = '1.0.0') => ({
  type: 'Feature',
  stac_version: version,
  id,
  geometry: null,
  bbox: [0, 0, 1, 1],
  properties,
  links: [],
  assets,
});
const keys = (reading: { problems: readonly { key: string }[] }): string[] =>
  reading.problems.map((problem) => problem.key);

/** An item as Earth Search v1 writes it: TIFF and JPEG 2000 of each band, and a picture. */
const earthSearch = (properties: object) =>
  item(
    'S2B_52SFA_20220126_0_L2A',
    { datetime: '2022-01-26T02:18:00.123Z', platform: 'sentinel-2b', 'eo:cloud_cover': 2, ...properties },
    {
      ...Object.fromEntries(
        [
          ['blue', 'B02'],
          ['green', 'B03'],
          ['red', 'B04'],
          ['nir', 'B08'],
          ['nir08', 'B8A'],
          ['swir16', 'B11'],
          ['swir22', 'B12'],
        ].flatMap(([common, name]) => {
          const described = {
            'eo:bands': [{ name: common, common_name: common }],
            'raster:bands': [{ nodata: 0, scale: 0.0001, offset: -0.1 }],
            roles: ['data', 'reflectance'],
          };
          return [
            [`${common}-jp2`, { href: `s3://x/${name}.jp2`, type: 'image/jp2', ...described }],
            [common, { href: `./${name}.tif`, type: TIFF, ...described }],
          ];
        }),
      ),
      scl: { href: './SCL.tif', type: TIFF, 'raster:bands': [{ nodata: 0 }], roles: ['data'] },
      visual: {
        href: './TCI.tif',
        type: TIFF,
        roles: ['visual'],
        'eo:bands': [{ common_name: 'red' }, { common_name: 'green' }, { common_name: 'blue' }],
      },
    },
  );

describe('Sentinel-2 items', () => {
  test('TIFFs are taken by common name, the picture and the JPEG 2000 copies are not', () => {
    const { draft, problems } = readStacItem(
      earthSearch({ 'earthsearch:boa_offset_applied': false, 's2:processing_baseline': '04.00' }),
      'w',
    );
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      family: 'sentinel-2',
      platform: 'sentinel-2b',
      datetime: '2022-01-26T02:18:00.123Z',
      missing: [],
    });
    expect(draft!.bands.red).toEqual({ href: './B04.tif', index: 0, scale: 0.0001, offset: -0.1, nodata: 0 });
    expect(draft!.bands.nir!.href).toBe('./B08.tif');
    expect(draft!.masks).toEqual([{ kind: 'scl', href: './SCL.tif', index: 0 }]);
  });

  test('an offset the provider has applied is not applied again', () => {
    const reading = readStacItem(
      earthSearch({ 'earthsearch:boa_offset_applied': true, 's2:processing_baseline': '04.00' }),
      'w',
    );
    expect(reading.draft!.bands.red!.offset).toBe(0);
    expect(keys(reading)).toEqual(['scene-problem.offset-contradicted']);
  });

  test('the product name in the properties tells baseline and acquisition', () => {
    const uri = 'S2B_MSIL2A_20220126T021800_N0400_R103_T52SFA_20220126T043000.SAFE';
    const { draft } = readStacItem(earthSearch({ 's2:product_uri': uri }), 'w');
    expect(draft!.facts).toMatchObject({
      baseline: '04.00',
      acquisition: 'sentinel-2b T52SFA 2022-01-26T02:18:00Z',
    });
  });

  test('an item with JPEG 2000 bands alone says what to do', () => {
    const assets = {
      B04: { href: 'B04.jp2', type: 'image/jp2' },
      SCL: { href: 'SCL.jp2', type: 'image/jp2' },
    };
    const reading = readStacItem(
      item('S2A_50TMK_20200715_0_L2A', { datetime: '2020-07-15T00:00:00Z', platform: 'sentinel-2a' }, assets),
      'w',
    );
    expect(reading.problems).toMatchObject([{ key: 'scene-problem.jpeg2000', params: { count: 2 } }]);
  });

  test('Level 1C is refused', () => {
    const reading = readStacItem(
      item('S2A_50TMK_20200715_0_L1C', { datetime: '2020-07-15T00:00:00Z', platform: 'sentinel-2a' }, {}),
      'w',
    );
    expect(keys(reading)).toEqual(['scene-problem.level-1']);
  });

  test('of 10 m and 20 m copies of one band the finer is taken', () => {
    const names = ['B02', 'B03', 'B04', 'B08'].flatMap((band) => [`${band}_20m`, `${band}_10m`]);
    const assets = Object.fromEntries(
      [...names, 'B11_20m', 'B12_20m', 'SCL_20m'].map((key) => [key, { href: `${key}.tif`, type: TIFF }]),
    );
    const reading = readStacItem(
      item('S2A_50TMK_20200715_0_L2A', { datetime: '2020-07-15T00:00:00Z', platform: 'sentinel-2a' }, assets),
      'w',
    );
    expect([reading.draft!.bands.nir!.href, reading.draft!.bands.swir1!.href]).toEqual([
      'B08_10m.tif',
      'B11_20m.tif',
    ]);
  });
});

describe('Landsat and HLS items', () => {
  const L8 = 'LC08_L2SP_123032_20200715_20200912_02_T1';
  test('a USGS item is held to the rules of the delivery', () => {
    const parts = ['SR_B2', 'SR_B3', 'SR_B4', 'SR_B5', 'SR_B6', 'SR_B7', 'ST_B10', 'QA_PIXEL', 'QA_RADSAT'];
    const assets = Object.fromEntries(
      parts.map((part, i) => [`a${i}`, { href: `./${L8}_${part}.TIF`, type: TIFF }]),
    );
    const { draft, problems } = readStacItem(
      item(`${L8}_SR`, { datetime: '2020-07-15T02:53:11Z', 'view:sun_elevation': 61 }, assets),
      'w',
    );
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      id: L8,
      family: 'landsat',
      datetime: '2020-07-15T02:53:11Z',
      facts: { sunElevation: 61 },
    });
    expect(draft!.bands.lst).toMatchObject({ href: `./${L8}_ST_B10.TIF`, scale: 0.00341802, offset: 149 });
  });

  test('common names serve where files are called otherwise; nir08 is the near infrared', () => {
    const names = ['blue', 'green', 'red', 'nir08', 'swir16', 'swir22', 'qa_pixel'];
    const assets = Object.fromEntries(
      names.map((name) => [name, { href: `${name}.tif`, 'eo:bands': [{ common_name: name }] }]),
    );
    const { draft } = readStacItem(item(L8, { datetime: '2020-07-15T02:53:11Z' }, assets), 'w');
    expect([draft!.bands.nir!.href, draft!.bands.swir2!.href]).toEqual(['nir08.tif', 'swir22.tif']);
  });

  test('a Level-1 item is refused', () => {
    const reading = readStacItem(
      item('LC08_L1TP_123032_20200715_20200912_02_T1', { datetime: '2020-07-15T02:53:11Z' }, {}),
      'w',
    );
    expect(keys(reading)).toEqual(['scene-problem.level-1']);
  });

  test('an HLS item is scaled as HLS', () => {
    const assets = Object.fromEntries(
      ['B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'Fmask'].map((key) => [key, { href: `${key}.tif` }]),
    );
    const { draft } = readStacItem(
      item('HLS.L30.T50TMK.2020197T025423.v2.0', { datetime: '2020-07-15T02:54:23Z' }, assets),
      'w',
    );
    expect(draft).toMatchObject({
      family: 'hls',
      bands: { nir: { href: 'B05.tif', scale: 0.0001, nodata: -9999 } },
    });
  });
});

describe('items of other imagery', () => {
  const bands = ['blue', 'green', 'red', 'nir', 'swir16', 'swir22'];
  test('STAC 1.1 bands are found at their place in one file, with their scaling', () => {
    const described = bands.map((name) => ({
      name,
      'eo:common_name': name,
      'raster:scale': 0.0001,
      'raster:offset': 0,
      nodata: -1,
    }));
    const reading = readStacItem(
      item(
        'drone',
        { datetime: '2020-07-15T10:00:00+08:00' },
        { data: { href: 'd.tif', bands: described } },
        '1.1.0',
      ),
      'w',
    );
    expect(reading.draft).toMatchObject({ family: 'own', datetime: '2020-07-15T02:00:00Z' });
    expect(reading.draft!.bands.swir1).toEqual({
      href: 'd.tif',
      index: 4,
      scale: 0.0001,
      offset: 0,
      nodata: -1,
    });
    expect(reading.undeclared).toEqual([]);
    expect(keys(reading)).toEqual(['scene-problem.no-cloud-mask']);
  });

  test('bands without a declared scaling are told apart, so that the file may declare it', () => {
    const described = bands.map((name) => ({ name }));
    const reading = readStacItem(
      item('x', { datetime: '2020-07-15T00:00:00Z' }, { data: { href: 'd.tif', 'eo:bands': described } }),
      'w',
    );
    expect([...reading.undeclared].sort()).toEqual(['blue', 'green', 'nir', 'red', 'swir1', 'swir2']);
  });

  test('a composite over a season carries the day in its middle', () => {
    const properties = {
      datetime: null,
      start_datetime: '2020-06-01T00:00:00Z',
      end_datetime: '2020-09-30T23:59:59Z',
    };
    const { draft } = readStacItem(
      item('x', properties, { red: { href: 'r.tif' }, nir: { href: 'n.tif' } }),
      'w',
    );
    expect([draft!.datetime, draft!.facts['composited']]).toEqual(['2020-07-31T00:00:00Z', true]);
  });
});

describe('what is no usable item', () => {
  test.each([
    ['null', null, 'not-stac'],
    ['a plain feature', { type: 'FeatureCollection' }, 'not-stac'],
    ['STAC 0.9', item('x', {}, {}, '0.9.0'), 'stac-version'],
    ['no id', { ...item('x', {}, {}), id: 7 }, 'stac-field'],
    ['no date', item('x', { datetime: 'soon' }, {}), 'stac-field'],
    ['no assets', item('x', { datetime: '2020-01-01T00:00:00Z' }, {}), 'no-known-band'],
    [
      'a thumbnail alone',
      item('x', { datetime: '2020-01-01T00:00:00Z' }, { thumbnail: { href: 'red.tif' } }),
      'no-known-band',
    ],
    [
      'assets that are no objects',
      item('x', { datetime: '2020-01-01T00:00:00Z' }, { red: 'r.tif', nir: null }),
      'no-known-band',
    ],
  ])('%s', (_, value, key) => {
    const reading = readStacItem(value, 'w');
    expect(reading.draft).toBeNull();
    expect(keys(reading)).toEqual([`scene-problem.${key}`]);
  });

  test('keys of the language itself name no band', () => {
    const assets = JSON.parse(
      '{"__proto__": {"href": "a.tif"}, "constructor": {"href": "b.tif"}, "toString": {"href": "c.tif"}}',
    );
    expect(readStacItem(item('x', { datetime: '2020-01-01T00:00:00Z' }, assets), 'w').draft).toBeNull();
  });
});
