import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  emptyFiles,
  FakeRasters,
  folderOf,
  GRID_10M,
  GRID_30M,
  landsatFiles,
  TM_PARTS,
} from './deliveries.fixture.ts';
import { FolderScenes } from './folder-scenes.ts';

const L8 = 'LC08_L2SP_123032_20200715_20200912_02_T1';
const L5 = 'LT05_L2SP_123032_19990715_20200912_02_T1';
const S2 = 'S2A_MSIL2A_20230715T025551_N0509_R032_T50TMK_20230715T065843';
const TILE = 'T50TMK_20230715T025551';
const S2_FILES = [
  'R10m/B02_10m',
  'R10m/B03_10m',
  'R10m/B04_10m',
  'R10m/B08_10m',
  'R20m/B02_20m',
  'R20m/B11_20m',
  'R20m/B12_20m',
  'R20m/SCL_20m',
];
const safe = (extension: string, folder = `${S2}.SAFE`): Record<string, null> =>
  emptyFiles(
    ...S2_FILES.map(
      (name) => `${folder}/GRANULE/L2A_T50TMK_A1/IMG_DATA/${name.replace('/', `/${TILE}_`)}.${extension}`,
    ),
    `${folder}/GRANULE/L2A_T50TMK_A1/QI_DATA/MSK_QUALIT_B02.jp2`,
  );
const hls = (granule: string): Record<string, null> =>
  emptyFiles(
    ...['B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B10', 'Fmask'].map((part) => `${granule}.${part}.tif`),
  );
const L30 = 'HLS.L30.T50TMK.2020197T025423.v2.0';

async function find(
  files: Readonly<Record<string, unknown>>,
  rasters = new FakeRasters(),
  options: object = {},
) {
  const root = folderOf(files);
  const found = await new FolderScenes(rasters).find([root], { projectDir: root, ...options });
  return {
    ...found,
    root,
    ids: found.scenes.map((scene) => scene.id),
    keys: found.problems.map((problem) => problem.key.slice(14)),
  };
}

describe('Landsat deliveries in a folder', () => {
  test('one folder per scene, all in one, capitals or not: the same scenes, in order of time', async () => {
    const nested = { ...landsatFiles(L8, `2020/${L8}/`), ...landsatFiles(L5, `old/${L5}/`, TM_PARTS) };
    const flat = { ...landsatFiles(L8), ...landsatFiles(L5, '', TM_PARTS) };
    const small = Object.fromEntries(Object.keys(flat).map((name) => [name.toLowerCase(), null]));
    for (const files of [nested, flat, small]) {
      const { ids, problems } = await find(files);
      expect(ids).toEqual([L5, L8]);
      expect(problems).toEqual([]);
    }
  });

  test('a scene has absolute paths, the grid of its header and a WGS84 box around it', async () => {
    const { scenes, root } = await find(landsatFiles(L8));
    const [scene] = scenes;
    expect(scene!.bands.red!.href).toBe(join(root, `${L8}_SR_B4.TIF`));
    expect(scene!.grid).toEqual(GRID_30M);
    // 400 km easting in zone 50 (117 degrees) at 4500 km northing lies near 115.8 E, 40.6 N.
    const [west, south, east, north] = scene!.bbox;
    expect([west, north].map((value) => Math.round(value * 10) / 10)).toEqual([115.8, 40.6]);
    expect(east - west).toBeGreaterThan(0.013);
    expect(north - south).toBeLessThan(0.01);
  });

  test('surface reflectance and temperature in two folders are one delivery', async () => {
    const { ids, problems } = await find({
      ...landsatFiles(L8, 'sr/', [
        'SR_B2',
        'SR_B3',
        'SR_B4',
        'SR_B5',
        'SR_B6',
        'SR_B7',
        'QA_PIXEL',
        'QA_RADSAT',
      ]),
      ...landsatFiles(L8, 'st/', ['ST_B10']),
    });
    expect([ids, problems]).toEqual([[L8], []]);
  });

  test('the metadata file gives scaling and moment; a damaged JSON falls back on the text', async () => {
    const odl = [
      'GROUP = LANDSAT_METADATA_FILE',
      '  GROUP = IMAGE_ATTRIBUTES',
      '    DATE_ACQUIRED = 2020-07-15',
      '    SCENE_CENTER_TIME = "02:53:11.5Z"',
      '  END_GROUP = IMAGE_ATTRIBUTES',
      '  GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS',
      '    REFLECTANCE_MULT_BAND_4 = 3.0e-05',
      '    REFLECTANCE_ADD_BAND_4 = -0.3',
      '  END_GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS',
      'END_GROUP = LANDSAT_METADATA_FILE',
    ].join('\n');
    const { scenes, keys } = await find({
      ...landsatFiles(L8),
      [`${L8}_MTL.json`]: '{"LANDSAT',
      [`${L8}_MTL.txt`]: odl,
    });
    expect(keys).toEqual(['damaged-metadata']);
    expect(scenes[0]!.datetime).toBe('2020-07-15T02:53:11.500Z');
    expect(scenes[0]!.bands.red).toMatchObject({ scale: 3e-5, offset: -0.3 });
  });

  test('the STAC items USGS delivers beside the bands raise no complaint', async () => {
    const item = {
      type: 'Feature',
      stac_version: '1.0.0',
      id: `${L8}_SR`,
      properties: {},
      assets: { red: { href: 'https://x/y.TIF' } },
    };
    const { ids, problems } = await find({ ...landsatFiles(L8), [`${L8}_SR_stac.json`]: item });
    expect([ids, problems]).toEqual([[L8], []]);
  });

  test('of an acquisition processed twice the newest is kept, and the other named', async () => {
    const redone = 'LC08_L2SP_123032_20200715_20230101_02_T1';
    const { ids, problems } = await find({ ...landsatFiles(redone, 'a/'), ...landsatFiles(L8, 'b/') });
    expect(ids).toEqual([redone]);
    expect(problems).toMatchObject([
      { key: 'scene-problem.duplicate', sceneId: L8, params: { kept: redone } },
    ]);
  });

  test('Level 1 is refused while the others are found', async () => {
    const level1 = 'LC08_L1TP_123032_20200731_20200912_02_T1';
    const { ids, keys } = await find({
      ...landsatFiles(L8),
      ...landsatFiles(level1, '', ['B4', 'B5', 'QA_PIXEL']),
    });
    expect([ids, keys]).toEqual([[L8], ['level-1']]);
  });

  test('an unreadable band, and one without a place, cost that scene alone', async () => {
    const files = { ...landsatFiles(L8), ...landsatFiles(L5, '', TM_PARTS) };
    const broken = await find(files, new FakeRasters([[/LC08.*SR_B4/, 'broken']]));
    expect(broken.ids).toEqual([L5]);
    expect(broken.problems).toMatchObject([
      { key: 'scene-problem.unreadable', sceneId: L8, params: { reason: 'E-TIF-001' } },
    ]);
    expect(broken.problems[0]!.where).toMatch(/SR_B4\.TIF$/);
    const placeless = await find(files, new FakeRasters([[/LC08/, { grid: null, crs: null }]]));
    expect([placeless.ids, placeless.keys]).toEqual([[L5], ['no-grid']]);
  });

  test('headers are read once, not per band', async () => {
    const rasters = new FakeRasters();
    await find(landsatFiles(L8), rasters);
    expect(rasters.opened).toHaveLength(1);
  });
});

describe('Sentinel-2 products in a folder', () => {
  test('a SAFE folder converted to GeoTIFF: finest copy of each band, baseline from the name', async () => {
    const { scenes, problems } = await find(safe('tif'), new FakeRasters([[/_10m/, { grid: GRID_10M }]]));
    expect(problems).toEqual([]);
    expect(scenes).toHaveLength(1);
    expect(scenes[0]).toMatchObject({
      id: S2,
      family: 'sentinel-2',
      platform: 'sentinel-2a',
      missing: [],
      grid: GRID_10M,
    });
    expect(scenes[0]!.bands.blue!.href).toMatch(/R10m.*B02_10m\.tif$/);
    expect(scenes[0]!.bands.swir1).toMatchObject({ scale: 0.0001, offset: -0.1 });
  });

  test('a renamed SAFE folder is recognised by its metadata, whose offsets count', async () => {
    const xml = `<Level-2A_User_Product><PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL><PROCESSING_BASELINE>05.09</PROCESSING_BASELINE>
      <SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME><DATATAKE_SENSING_START>2023-07-15T02:55:51.024Z</DATATAKE_SENSING_START>
      <BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE><BOA_ADD_OFFSET band_id="3">-1200</BOA_ADD_OFFSET></Level-2A_User_Product>`;
    const { scenes } = await find({ ...safe('tif', 'scene'), 'scene/MTD_MSIL2A.xml': xml });
    expect(scenes[0]).toMatchObject({
      platform: 'sentinel-2a',
      facts: { baseline: '05.09', tile: 'T50TMK' },
    });
    expect(scenes[0]!.bands.red!.offset).toBeCloseTo(-0.12, 12);
    expect(scenes[0]!.bands.blue!.offset).toBe(-0.1);
  });

  test('JPEG 2000 bands are told with what to do; quality masks do not count', async () => {
    const { scenes, problems } = await find(safe('jp2'));
    expect(scenes).toEqual([]);
    expect(problems).toMatchObject([
      { key: 'scene-problem.jpeg2000', sceneId: S2, severity: 'error', params: { count: 7 } },
    ]);
  });

  test('converted bands beside the JPEG 2000 originals are taken without a word about these', async () => {
    const { ids, keys } = await find({ ...safe('tif'), ...safe('jp2') });
    expect([ids, keys]).toEqual([[S2], []]);
  });

  const COG = ['B02', 'B03', 'B04', 'B08', 'B11', 'B12', 'SCL'];
  test('a COG folder by name: before 2022-01-25 there is no offset, after it an unknown baseline is refused', async () => {
    const old = await find(emptyFiles(...COG.map((name) => `S2B_50TMK_20200715_0_L2A/${name}.tif`)));
    expect(old.scenes[0]).toMatchObject({ id: 'S2B_50TMK_20200715_0_L2A', datetime: '2020-07-15T00:00:00Z' });
    expect(old.scenes[0]!.bands.red!.offset).toBe(0);
    const files = emptyFiles(...COG.map((name) => `S2B_50TMK_20230715_0_L2A/${name}.tif`));
    const recent = await find(files);
    expect([recent.ids, recent.keys]).toEqual([[], ['offset-unknown']]);
    const stated = await find(files, new FakeRasters(), { sentinel2Offset: -0.1 });
    expect(stated.scenes[0]!.bands.red!.offset).toBe(-0.1);
    const declared = await find(
      files,
      new FakeRasters([[/\.tif$/, { bands: [{ name: null, scale: 0.0001, offset: -0.1 }] }]]),
    );
    expect(declared.scenes[0]!.bands.red!.offset).toBe(-0.1);
  });

  test('common names of Earth Search are bands inside a folder with the name of a product, and nothing elsewhere', async () => {
    const names = ['blue', 'green', 'red', 'nir', 'swir16', 'swir22', 'scl'];
    const named = await find(emptyFiles(...names.map((name) => `S2B_50TMK_20200715_0_L2A/${name}.tif`)));
    expect(named.scenes[0]!.missing).toEqual([]);
    const elsewhere = await find(emptyFiles(...names.map((name) => `mine/${name}.tif`)));
    expect([elsewhere.ids, elsewhere.keys]).toEqual([[], ['unknown-rasters']]);
  });
});

describe('HLS granules in a folder', () => {
  test('a granule is found, and its heat left out', async () => {
    const { scenes, keys } = await find(hls(L30));
    expect(scenes[0]).toMatchObject({ id: L30, family: 'hls', datetime: '2020-07-15T02:54:23Z' });
    expect(keys).toEqual(['hls-thermal']);
  });

  test('HLS together with Landsat Level 2 is refused until one of them is chosen', async () => {
    const files = { ...hls(L30), ...landsatFiles(L8) };
    await expect(find(files)).rejects.toMatchObject({
      code: 'E-SCN-001',
      tag: 'InvalidInput',
      params: { hls: 1, landsat: 1 },
    });
    expect((await find(files, new FakeRasters(), { sensors: ['landsat', 'own'] })).ids).toEqual([L8]);
    expect((await find(files, new FakeRasters(), { sensors: ['hls'] })).ids).toEqual([L30]);
  });

  test('HLS together with Sentinel-2 is told', async () => {
    const { keys } = await find({ ...hls(L30), ...safe('tif') });
    expect(keys).toContain('hls-with-sentinel');
  });
});

describe('everything else in a folder', () => {
  test('archives must be unpacked, unless they are unpacked beside', async () => {
    const packed = await find(emptyFiles(`${L8}.tar`, `${S2}.zip`));
    expect(packed.keys).toEqual(['archive', 'archive']);
    const both = await find({ ...landsatFiles(L8, `${L8}/`), ...emptyFiles(`${L8}.tar`) });
    expect([both.ids, both.problems]).toEqual([[L8], []]);
  });

  test('GeoTIFFs of unknown content are told once per folder', async () => {
    const { problems } = await find(emptyFiles('a/1.tif', 'a/2.tif', 'b/3.tif', 'b/notes.txt'));
    expect(problems).toMatchObject([
      { key: 'scene-problem.unknown-rasters', params: { count: 2, example: '1.tif' } },
      { key: 'scene-problem.unknown-rasters', params: { count: 1, example: '3.tif' } },
    ]);
  });

  test('a path that does not exist is a problem, not an error; hidden files are passed over', async () => {
    const root = folderOf({ ...landsatFiles(L8, '', ['._SR_B4']), '.hidden/x.tif': null });
    const found = await new FolderScenes(new FakeRasters()).find([join(root, 'no')], { projectDir: root });
    expect(found).toMatchObject({ scenes: [], problems: [{ key: 'scene-problem.no-such-path' }] });
    expect((await new FolderScenes(new FakeRasters()).find([root], { projectDir: root })).scenes).toEqual([]);
  });
});
