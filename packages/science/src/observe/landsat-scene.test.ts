import { describe, expect, test } from 'vitest';
import { parseLandsatName } from './landsat-name.ts';
import { landsatScene } from './landsat-scene.ts';

const OLI = ['SR_B2', 'SR_B3', 'SR_B4', 'SR_B5', 'SR_B6', 'SR_B7', 'ST_B10', 'QA_PIXEL', 'QA_RADSAT'];
const TM = ['SR_B1', 'SR_B2', 'SR_B3', 'SR_B4', 'SR_B5', 'SR_B7', 'ST_B6', 'QA_PIXEL', 'QA_RADSAT'];
const delivery = (product: string, parts: readonly string[]) => ({
  name: parseLandsatName(product)!,
  parts: new Map(parts.map((part) => [part, `/d/${product}_${part}.TIF`])),
  metadata: null,
});
const L8 = 'LC08_L2SP_123032_20200715_20200912_02_T1';
const keys = (reading: { problems: readonly { key: string }[] }): string[] =>
  reading.problems.map((problem) => problem.key);

describe('scenes of Landsat deliveries', () => {
  test('a complete Landsat 8 delivery gives six reflectance bands, heat and both masks', () => {
    const { draft, problems } = landsatScene(delivery(L8, OLI));
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      id: L8,
      family: 'landsat',
      platform: 'landsat-8',
      datetime: '2020-07-15T00:00:00Z',
      missing: [],
    });
    expect(draft!.bands.nir).toEqual({
      href: `/d/${L8}_SR_B5.TIF`,
      index: 0,
      scale: 2.75e-5,
      offset: -0.2,
      nodata: 0,
    });
    expect(draft!.bands.lst).toEqual({
      href: `/d/${L8}_ST_B10.TIF`,
      index: 0,
      scale: 0.00341802,
      offset: 149,
      nodata: 0,
    });
    expect(draft!.masks.map((mask) => mask.kind)).toEqual(['qa-pixel', 'qa-radsat']);
  });

  test('bands 4, 5 and 7 of TM are near infrared, swir1 and swir2, its heat is band 6', () => {
    const { draft } = landsatScene(delivery('LT05_L2SP_123032_19990715_20200912_02_T1', TM));
    const part = (band: 'blue' | 'nir' | 'swir1' | 'swir2' | 'lst') =>
      /_((SR|ST)_B\d+)\.TIF$/.exec(draft!.bands[band]!.href)![1];
    expect([part('blue'), part('nir'), part('swir1'), part('swir2'), part('lst')]).toEqual([
      'SR_B1',
      'SR_B4',
      'SR_B5',
      'SR_B7',
      'ST_B6',
    ]);
  });

  test('the scaling of the metadata goes before the usual one', () => {
    const scaling = new Map([['SR_B4', { scale: 1e-4, offset: 0 }]]);
    const metadata = {
      datetime: '2020-07-15T02:53:11Z',
      sunElevation: 60,
      sunAzimuth: 130,
      cloudCover: 5,
      scaling,
    };
    const { draft } = landsatScene({ ...delivery(L8, OLI), metadata });
    expect(draft!.bands.red).toMatchObject({ scale: 1e-4, offset: 0 });
    expect(draft!.bands.green).toMatchObject({ scale: 2.75e-5, offset: -0.2 });
    expect(draft).toMatchObject({
      datetime: '2020-07-15T02:53:11Z',
      facts: { scaleSource: 'metadata', sunElevation: 60 },
    });
  });

  test('absent bands are named, with the files they would be in', () => {
    const reading = landsatScene(
      delivery(
        L8,
        OLI.filter((part) => part !== 'SR_B6' && part !== 'SR_B2'),
      ),
    );
    expect(reading.draft!.missing).toEqual(['blue', 'swir1']);
    expect(reading.problems).toMatchObject([
      {
        key: 'scene-problem.missing-bands',
        severity: 'warning',
        params: { bands: 'blue, swir1', files: 'SR_B2, SR_B6' },
      },
    ]);
  });

  test('a delivery without surface temperature is used, and said', () => {
    const reading = landsatScene(
      delivery(
        'LC08_L2SR_123032_20200715_20200912_02_T1',
        OLI.filter((part) => part !== 'ST_B10'),
      ),
    );
    expect(reading.draft!.missing).toEqual(['lst']);
    expect(keys(reading)).toEqual(['scene-problem.no-temperature']);
  });

  test('without QA_PIXEL a cloud could not be told from land: refused', () => {
    const reading = landsatScene(
      delivery(
        L8,
        OLI.filter((part) => part !== 'QA_PIXEL'),
      ),
    );
    expect(reading.draft).toBeNull();
    expect(reading.problems).toMatchObject([
      { key: 'scene-problem.missing-mask', params: { mask: 'QA_PIXEL' } },
    ]);
  });

  test('Level 1 and Collection 1 are refused, each by name', () => {
    const level1 = landsatScene(delivery('LC08_L1TP_123032_20200715_20200912_02_T1', ['B4', 'QA_PIXEL']));
    expect([level1.draft, keys(level1)]).toEqual([null, ['scene-problem.level-1']]);
    const collection1 = landsatScene(delivery('LC08_L2SP_123032_20200715_20200912_01_T1', OLI));
    expect([collection1.draft, keys(collection1)]).toEqual([null, ['scene-problem.collection-1']]);
  });

  test('Tier 2 is used and noted', () => {
    const reading = landsatScene(delivery('LC08_L2SP_123032_20200715_20200912_02_T2', OLI));
    expect(reading.draft).not.toBeNull();
    expect(reading.problems).toMatchObject([{ key: 'scene-problem.tier-2', severity: 'note' }]);
  });

  test('masks alone are no scene', () => {
    expect(keys(landsatScene(delivery(L8, ['QA_PIXEL', 'QA_RADSAT', 'ST_B10'])))).toEqual([
      'scene-problem.no-bands',
    ]);
  });
});
