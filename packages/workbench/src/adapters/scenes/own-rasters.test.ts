import { type OwnScenes, ownScenesSchema } from '@aftermine/science/observe';
import { describe, expect, test } from 'vitest';
import type { RasterInfo } from '../../ports/index.ts';
import { emptyFiles, FakeRasters, folderOf } from './deliveries.fixture.ts';
import { FolderScenes } from './folder-scenes.ts';
import { ownPattern } from './own-pattern.ts';

const BANDS = { blue: 1, green: 2, red: 3, nir: 4, swir1: 5, swir2: 6 };
const own = (settings: object): OwnScenes =>
  ownScenesSchema.parse({ files: 'inputs/{year}.tif', bands: BANDS, ...settings });
const bandsCalled = (...names: readonly (string | null)[]): Partial<RasterInfo> => ({
  type: 'float32',
  bands: names.map((name) => ({ name, scale: 1, offset: 0 })),
});
const SIX = bandsCalled('blue', 'green', 'red', 'nir', 'swir1', 'swir2');

async function find(
  files: readonly string[],
  settings: object,
  header: Partial<RasterInfo> = SIX,
  sample = 0.2,
) {
  const root = folderOf(emptyFiles(...files));
  const found = await new FolderScenes(new FakeRasters([[/\.tif$/, header]], sample)).find([], {
    projectDir: root,
    own: [own(settings)],
  });
  return {
    ...found,
    ids: found.scenes.map((scene) => scene.id),
    keys: found.problems.map((problem) => problem.key.slice(14)),
  };
}

describe('patterns of own files', () => {
  test.each([
    ['inputs/{year}.tif', 'inputs/2001.tif', '2001-07-15'],
    ['{year}/{month}_{day}.tif', '2001/6_5.tif', '2001-06-05'],
    ['{year}{month}{day}.tif', '20010605.tif', '2001-06-05'],
    ['a/{year}/{year}-{month}.tif', 'a/2001/2001-06.tif', '2001-06-15'],
    ['a/*/L8_{year}_*.TIF', 'a/x y/L8_2001_v2(1).tif', '2001-07-15'],
    ['./inputs/{year}.tif', 'inputs/2001.tif', '2001-07-15'],
  ])('%s takes %s for %s', (pattern, path, date) => {
    expect(ownPattern(pattern, '07-15')!.match(path)).toEqual({ date, band: null });
  });

  test('{band} stands for one name, in small letters', () => {
    expect(ownPattern('{year}/{band}.tif', '07-15')!.match('2001/SWIR1.tif')).toEqual({
      date: '2001-07-15',
      band: 'swir1',
    });
  });

  test('other paths, other years in one path, and impossible dates do not fit', () => {
    expect(ownPattern('inputs/{year}.tif', '07-15')!.match('inputs/sub/2001.tif')).toBeNull();
    expect(ownPattern('{year}/{year}.tif', '07-15')!.match('2001/2002.tif')).toBeNull();
    expect(ownPattern('{year}{month}{day}.tif', '07-15')!.match('20011345.tif')).toBeNull();
    expect(ownPattern('a.b/{year}.tif', '07-15')!.match('axb/2001.tif')).toBeNull();
  });

  test('the folder to look in is the part before the first placeholder', () => {
    expect(ownPattern('inputs/l8/x_{year}.tif', '07-15')!.folder).toBe('inputs/l8');
    expect(ownPattern('{year}.tif', '07-15')!.folder).toBe('');
    expect(ownPattern('inputs/all.tif', '07-15')).toBeNull();
  });
});

describe("the user's own GeoTIFFs", () => {
  test('bands are counted from 1 by the user and from 0 in a scene; the date is that of the settings', async () => {
    const { scenes, problems, ids } = await find(['inputs/2001.tif', 'inputs/2000.tif'], { date: '08-01' });
    expect([ids, problems]).toEqual([['own-2000-08-01', 'own-2001-08-01'], []]);
    expect(scenes[0]).toMatchObject({
      family: 'own',
      platform: 'own',
      datetime: '2000-08-01T00:00:00Z',
      masks: [],
      facts: { composited: true },
    });
    expect(scenes[0]!.bands.nir).toMatchObject({ index: 3, scale: 1, offset: 0, nodata: null });
  });

  test('scaling and no-data of the settings go before those of the file', async () => {
    const header: Partial<RasterInfo> = {
      ...SIX,
      nodata: -1,
      bands: SIX.bands!.map((band) => ({ ...band, scale: 0.5, offset: 2 })),
    };
    const stated = await find(['inputs/2001.tif'], { scale: 0.0001, offset: -0.1, nodata: -9999 }, header);
    expect(stated.scenes[0]!.bands.red).toMatchObject({ scale: 0.0001, offset: -0.1, nodata: -9999 });
    const silent = await find(['inputs/2001.tif'], {}, header);
    expect(silent.scenes[0]!.bands.red).toMatchObject({ scale: 0.5, offset: 2, nodata: -1 });
    expect(silent.scenes[0]!.facts['scaleSource']).toBe('file');
  });

  test('NaN as no-data of the file is no number', async () => {
    const { scenes } = await find(['inputs/2001.tif'], {}, { ...SIX, nodata: Number.NaN });
    expect(scenes[0]!.bands.red!.nodata).toBeNull();
  });

  test('heat has a scaling of its own', async () => {
    const { scenes } = await find(['inputs/2001.tif'], {
      bands: { ...BANDS, lst: 6 },
      lstScale: 0.1,
      lstOffset: 273.15,
    });
    expect(scenes[0]!.bands.lst).toMatchObject({ index: 5, scale: 0.1, offset: 273.15 });
  });

  test('one file per band: the files of one date are one scene, an absent one is named', async () => {
    const names = ['blue', 'green', 'red', 'nir', 'swir16', 'swir2'];
    const settings = {
      files: 'in/{year}/{band}.tif',
      bands: Object.fromEntries(Object.keys(BANDS).map((name) => [name, 1])),
    };
    const files = names.map((name) => `in/2001/${name}.tif`);
    const whole = await find([...files, 'in/2001/dem.tif'], settings, bandsCalled(null));
    expect([whole.ids, whole.scenes[0]!.missing, whole.keys]).toEqual([['own-2001-07-15'], [], []]);
    const partly = await find(files.slice(1), settings, bandsCalled(null));
    expect([partly.scenes[0]!.missing, partly.keys]).toEqual([['blue'], ['missing-bands']]);
  });

  test('two files of one date are two scenes', async () => {
    const { ids } = await find(['inputs/a_2001.tif', 'inputs/b_2001.tif'], { files: 'inputs/*_{year}.tif' });
    expect(ids).toEqual(['own-2001-07-15', 'own-2001-07-15-2']);
  });

  test('a band number the file does not have is an error of that file', async () => {
    const { scenes, problems } = await find(
      ['inputs/2001.tif'],
      {},
      bandsCalled('blue', 'green', 'red', 'nir'),
    );
    expect(scenes).toEqual([]);
    expect(problems).toMatchObject([
      { key: 'scene-problem.band-number', params: { band: 'swir1', number: 5, count: 4 } },
    ]);
  });

  test('a file that calls a band otherwise than the settings is told', async () => {
    const { ids, problems } = await find(
      ['inputs/2001.tif'],
      {},
      bandsCalled('blue', 'green', 'nir', 'red', 'constructor', null),
    );
    expect(ids).toHaveLength(1);
    expect(problems).toMatchObject([
      { key: 'scene-problem.band-name', params: { band: 'red', number: 3, called: 'nir' } },
      { key: 'scene-problem.band-name', params: { band: 'nir', number: 4, called: 'red' } },
    ]);
  });

  test('pixels that are 0 in every band are told unless 0 is declared as no-data', async () => {
    const silent = await find(['inputs/2001.tif'], {}, SIX, 0);
    expect(silent.problems).toMatchObject([{ key: 'scene-problem.zeros', params: { percent: 100 } }]);
    expect((await find(['inputs/2001.tif'], { nodata: 0 }, SIX, 0)).keys).toEqual([]);
    expect((await find(['inputs/2001.tif'], {}, { ...SIX, nodata: 0 }, 0)).keys).toEqual([]);
  });

  test('a pattern without {year}, and one without files, are problems', async () => {
    expect((await find(['inputs/2001.tif'], { files: 'inputs/all.tif' })).keys).toEqual([
      'pattern-without-year',
    ]);
    expect((await find([], {})).keys).toEqual(['pattern-without-files']);
  });

  test('files that belong to a pattern are not told as unknown', async () => {
    const root = folderOf(emptyFiles('inputs/2001.tif'));
    const found = await new FolderScenes(new FakeRasters([[/\.tif$/, SIX]], 0.2)).find([root], {
      projectDir: root,
      own: [own({})],
    });
    expect(found.problems).toEqual([]);
  });
});
