import { describe, expect, test } from 'vitest';
import { type Sentinel2Delivery, sentinel2Scene } from './sentinel-2-scene.ts';

const bandsOf = (...names: readonly string[]): Sentinel2Delivery['bands'] =>
  new Map(names.map((name) => [name, { href: `/s/${name}.tif`, index: 0, evidence: {} }]));
const delivery = (
  bands: Sentinel2Delivery['bands'],
  baseline: string | null = '05.09',
): Sentinel2Delivery => ({
  id: 'S2A_X',
  platform: 'sentinel-2a',
  datetime: '2023-07-15T02:55:51Z',
  baseline,
  tile: 'T50TMK',
  acquisition: 'a',
  version: 'v',
  offsetApplied: null,
  cloudCover: null,
  sunElevation: null,
  sunAzimuth: null,
  bands,
});
const ALL = ['B02', 'B03', 'B04', 'B08', 'B8A', 'B11', 'B12', 'SCL'];

describe('scenes of Sentinel-2 products', () => {
  test('a whole product gives six bands and its classification, no heat', () => {
    const { draft, problems } = sentinel2Scene(delivery(bandsOf(...ALL)));
    expect(problems).toEqual([]);
    expect(draft!.bands.nir).toEqual({
      href: '/s/B08.tif',
      index: 0,
      scale: 0.0001,
      offset: -0.1,
      nodata: 0,
    });
    expect(draft!.bands.swir1!.href).toBe('/s/B11.tif');
    expect(draft!.masks).toEqual([{ kind: 'scl', href: '/s/SCL.tif', index: 0 }]);
    expect([draft!.missing, draft!.bands.lst]).toEqual([[], undefined]);
  });

  test('B8A stands in for B08, and lineage says so', () => {
    const { draft } = sentinel2Scene(delivery(bandsOf(...ALL.filter((name) => name !== 'B08'))));
    expect([draft!.bands.nir!.href, draft!.facts['nirBand']]).toEqual(['/s/B8A.tif', 'B8A']);
  });

  test('without its classification, or with nothing to tell the offset, it is refused', () => {
    const blind = sentinel2Scene(delivery(bandsOf(...ALL.filter((name) => name !== 'SCL'))));
    expect([blind.draft, blind.problems[0]!.key]).toEqual([null, 'scene-problem.missing-mask']);
    const undecided = sentinel2Scene(delivery(bandsOf(...ALL), null));
    expect([undecided.draft, undecided.problems[0]!.key]).toEqual([null, 'scene-problem.offset-unknown']);
  });

  test('absent bands are named by both their names', () => {
    const { draft, problems } = sentinel2Scene(delivery(bandsOf('B02', 'B03', 'B04', 'B08', 'SCL')));
    expect(draft!.missing).toEqual(['swir1', 'swir2']);
    expect(problems).toMatchObject([
      { key: 'scene-problem.missing-bands', params: { bands: 'swir1, swir2', files: 'B11, B12' } },
    ]);
  });
});
