import { describe, expect, test } from 'vitest';
import { parseSentinel2File, parseSentinel2Name } from './sentinel-2-name.ts';

describe('names of Sentinel-2 products', () => {
  test("ESA's name tells satellite, level, moment, baseline and tile", () => {
    expect(
      parseSentinel2Name('S2A_MSIL2A_20200715T025551_N0214_R032_T50TMK_20200715T065843.SAFE'),
    ).toMatchObject({
      platform: 'sentinel-2a',
      level: 'L2A',
      datetime: '2020-07-15T02:55:51Z',
      baseline: '02.14',
      tile: 'T50TMK',
    });
  });

  test('two processings of one acquisition differ in version alone, and the later is greater', () => {
    const old = parseSentinel2Name('S2A_MSIL2A_20200715T025551_N0214_R032_T50TMK_20200715T065843')!;
    const redone = parseSentinel2Name('S2A_MSIL2A_20200715T025551_N0500_R032_T50TMK_20230314T120000')!;
    expect(redone.acquisition).toBe(old.acquisition);
    expect(redone.version > old.version).toBe(true);
  });

  test('names of COG archives hold no baseline', () => {
    expect(parseSentinel2Name('S2B_52SFA_20220126_0_L2A')).toMatchObject({
      platform: 'sentinel-2b',
      datetime: '2022-01-26T00:00:00Z',
      baseline: null,
      tile: 'T52SFA',
    });
    expect(parseSentinel2Name('S2C_T52SFA_20250126T021234_L2A')).toMatchObject({
      datetime: '2025-01-26T02:12:34Z',
    });
  });

  test('Level 1C is told apart; other names are none', () => {
    expect(parseSentinel2Name('S2A_MSIL1C_20200715T025551_N0209_R032_T50TMK_20200715T051234')).toMatchObject({
      level: 'L1C',
    });
    expect(parseSentinel2Name('GRANULE')).toBeNull();
  });
});

describe('names of Sentinel-2 bands', () => {
  test.each([
    [
      'T50TMK_20200715T025551_B02_10m.jp2',
      { band: 'B02', resolution: 10, prefix: 'T50TMK_20200715T025551', jpeg2000: true },
    ],
    ['T50TMK_20200715T025551_B8A_20m.tif', { band: 'B8A', resolution: 20, jpeg2000: false }],
    ['T50TMK_20200715T025551_SCL_20m.jp2.tif', { band: 'SCL', resolution: 20, jpeg2000: false }],
    ['B11.tif', { band: 'B11', resolution: null, prefix: '' }],
    ['swir16.tif', { band: 'B11', prefix: '' }],
    ['nir08.TIF', { band: 'B8A' }],
    ['scl.tiff', { band: 'SCL' }],
  ])('%s', (name, expected) => {
    expect(parseSentinel2File(name)).toMatchObject(expected);
  });

  test('pictures and unused bands are none', () => {
    for (const name of [
      'T50TMK_20200715T025551_TCI_10m.jp2',
      'B01.tif',
      'visual.tif',
      'infrared.tif',
      'B02.json',
    ]) {
      expect(parseSentinel2File(name)).toBeNull();
    }
  });
});
