import { describe, expect, test } from 'vitest';
import { parseHlsName } from './hls-name.ts';
import { hlsScene } from './hls-scene.ts';

const delivery = (granule: string, parts: readonly string[]) => ({
  name: parseHlsName(granule)!,
  parts: new Map(parts.map((part) => [part, `/h/${granule}.${part}.tif`])),
});
const L30 = 'HLS.L30.T50TMK.2020197T025423.v2.0';
const L30_PARTS = ['B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'FMASK'];

describe('names of HLS files', () => {
  test('a band tells product, tile, day of year, version and content', () => {
    expect(parseHlsName('HLS.L30.T50TMK.2020197T025423.v2.0.B04.tif')).toEqual({
      granule: L30,
      product: 'L30',
      tile: 'T50TMK',
      datetime: '2020-07-15T02:54:23Z',
      version: '2.0',
      part: 'B04',
      extension: 'tif',
    });
    expect(parseHlsName('HLS.S30.T50TMK.2020197T025551.v2.0.Fmask.tif')).toMatchObject({
      part: 'FMASK',
      product: 'S30',
    });
    expect(parseHlsName(L30)).toMatchObject({ part: '', extension: '' });
  });

  test('other names are none', () => {
    for (const name of ['HLS.L30.tif', 'HLS.L30.T50TMK.2020367T025423.v2.0.B04.tif', 'B04.tif'])
      expect(parseHlsName(name)).toBeNull();
  });
});

describe('scenes of HLS granules', () => {
  test('L30 is numbered as Landsat 8, scaled by 0.0001, filled with -9999', () => {
    const { draft, problems } = hlsScene(delivery(L30, L30_PARTS));
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({ id: L30, family: 'hls', platform: 'hls-l30', missing: [] });
    expect(draft!.bands.nir).toEqual({
      href: `/h/${L30}.B05.tif`,
      index: 0,
      scale: 0.0001,
      offset: 0,
      nodata: -9999,
    });
    expect(draft!.masks).toEqual([{ kind: 'fmask', href: `/h/${L30}.FMASK.tif`, index: 0 }]);
  });

  test('S30 takes the narrow near infrared and the bands 11 and 12', () => {
    const { draft } = hlsScene(
      delivery('HLS.S30.T50TMK.2020197T025551.v2.0', [
        'B02',
        'B03',
        'B04',
        'B08',
        'B8A',
        'B11',
        'B12',
        'FMASK',
      ]),
    );
    expect(
      [draft!.bands.nir!.href, draft!.bands.swir2!.href].map((href) => /(B..)\.tif$/.exec(href)![1]),
    ).toEqual(['B8A', 'B12']);
  });

  test('its thermal bands are not the temperature of the land: left out and said', () => {
    const { draft, problems } = hlsScene(delivery(L30, [...L30_PARTS, 'B10', 'B11']));
    expect(draft!.bands.lst).toBeUndefined();
    expect(problems).toMatchObject([{ key: 'scene-problem.hls-thermal', severity: 'note' }]);
  });

  test('a granule without Fmask and a version before 2 are refused', () => {
    expect(hlsScene(delivery(L30, L30_PARTS.slice(0, 6))).problems[0]!.key).toBe(
      'scene-problem.missing-mask',
    );
    expect(hlsScene(delivery('HLS.L30.T50TMK.2020197T025423.v1.5', L30_PARTS)).problems[0]!.key).toBe(
      'scene-problem.hls-version',
    );
  });
});
