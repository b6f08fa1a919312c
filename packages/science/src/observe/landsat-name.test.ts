import { describe, expect, test } from 'vitest';
import { parseLandsatName } from './landsat-name.ts';

describe('names of Landsat files', () => {
  test('a band of Landsat 8 tells satellite, scene, date, processing and content', () => {
    expect(parseLandsatName('LC08_L2SP_123032_20200715_20200912_02_T1_SR_B4.TIF')).toEqual({
      product: 'LC08_L2SP_123032_20200715_20200912_02_T1',
      platform: 'landsat-8',
      sensor: 'oli',
      level: 'L2SP',
      pathRow: '123032',
      date: '2020-07-15',
      processed: '20200912',
      collection: '02',
      tier: 'T1',
      part: 'SR_B4',
      extension: 'tif',
    });
  });

  test('small letters mean the same', () => {
    expect(parseLandsatName('lc08_l2sp_123032_20200715_20200912_02_t1_sr_b4.tif')).toEqual(
      parseLandsatName('LC08_L2SP_123032_20200715_20200912_02_T1_SR_B4.TIF'),
    );
  });

  test.each([
    ['LT04_L2SP_123032_19890715_20200912_02_T1_ST_B6.TIF', 'landsat-4', 'tm'],
    ['LT05_L2SP_123032_19990715_20200912_02_T1_ST_B6.TIF', 'landsat-5', 'tm'],
    ['LE07_L2SR_123032_20100715_20200912_02_T2_SR_B1.TIF', 'landsat-7', 'tm'],
    ['LC09_L2SP_123032_20220715_20220717_02_T1_QA_PIXEL.TIF', 'landsat-9', 'oli'],
    ['LO08_L2SR_123032_20220715_20220717_02_T1_SR_B2.TIF', 'landsat-8', 'oli'],
    ['LM02_L1TP_132032_19770715_20200912_02_T2_B4.TIF', 'landsat-2', 'mss'],
  ])('%s is %s with the bands of %s', (name, platform, sensor) => {
    expect(parseLandsatName(name)).toMatchObject({ platform, sensor });
  });

  test('metadata, archives and bare product ids are understood', () => {
    expect(parseLandsatName('LC08_L2SP_123032_20200715_20200912_02_T1_MTL.json')).toMatchObject({
      part: 'MTL',
      extension: 'json',
    });
    expect(parseLandsatName('LC08_L2SP_123032_20200715_20200912_02_T1.tar')).toMatchObject({
      part: '',
      extension: 'tar',
    });
    expect(parseLandsatName('LC08_L2SP_123032_20200715_20200912_02_T1_SR_B4.TIF.aux.xml')).toMatchObject({
      extension: 'tif.aux.xml',
    });
    expect(parseLandsatName('LC08_L2SP_123032_20200715_20200912_02_T1')).toMatchObject({
      part: '',
      extension: '',
    });
  });

  test('other names, and names with an impossible date, are none', () => {
    expect(parseLandsatName('LC08_L2SP_123032_20201315_20200912_02_T1_SR_B4.TIF')).toBeNull();
    expect(parseLandsatName('my_LC08_L2SP_123032_20200715_20200912_02_T1_SR_B4.TIF')).toBeNull();
    expect(parseLandsatName('2000.tif')).toBeNull();
  });
});
