import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFiles, FakeRasters, folderOf, landsatFiles } from './deliveries.fixture.ts';
import { FolderScenes } from './folder-scenes.ts';
import { readStacDocuments, STAC_LIMITS } from './stac-documents.ts';

const BANDS = ['blue', 'green', 'red', 'nir', 'swir16', 'swir22'];
const TIFFS = BANDS.map((name) => `${name}.tif`);
const item = (id: string, href: (name: string) => string = (name) => `./${name}`) => ({
  type: 'Feature',
  stac_version: '1.1.0',
  id,
  geometry: null,
  bbox: [0, 0, 1, 1],
  properties: { datetime: '2020-07-15T00:00:00Z' },
  links: [],
  assets: Object.fromEntries(
    BANDS.map((name) => [
      name,
      {
        href: href(`${name}.tif`),
        type: 'image/tiff; application=geotiff',
        bands: [{ 'eo:common_name': name, 'raster:scale': 1 }],
      },
    ]),
  ),
});
const catalogue = (links: readonly object[]) => ({
  type: 'Catalog',
  stac_version: '1.1.0',
  id: 'c',
  description: 'd',
  links,
});

async function find(files: Readonly<Record<string, unknown>>, path = '', rasters = new FakeRasters()) {
  const root = folderOf(files);
  const found = await new FolderScenes(rasters).find([join(root, path)], { projectDir: root });
  const notable = found.problems.filter((problem) => problem.severity !== 'note');
  return {
    ...found,
    root,
    ids: found.scenes.map((scene) => scene.id),
    keys: notable.map((problem) => problem.key.slice(14)),
  };
}

describe('STAC items on disk', () => {
  test('an item named by its path, and one in a folder, are found with absolute paths', async () => {
    const files = { 'a/item.json': item('one'), ...emptyFiles(...TIFFS.map((name) => `a/${name}`)) };
    for (const path of ['a/item.json', '']) {
      const { scenes, root, keys } = await find(files, path);
      expect([scenes[0]!.id, keys]).toEqual(['one', []]);
      expect(scenes[0]!.bands.swir1!.href).toBe(join(root, 'a/swir16.tif'));
    }
  });

  test('a collection of items gives every item; folders above and escaped names are resolved', async () => {
    const collection = {
      type: 'FeatureCollection',
      features: [item('one', (name) => `../b%20c/${name}`), item('two', (name) => `../d/${name}`)],
    };
    const { ids, keys } = await find(
      { 'a/items.json': collection, ...emptyFiles(...TIFFS.flatMap((name) => [`b c/${name}`, `d/${name}`])) },
      'a/items.json',
    );
    expect([ids, keys]).toEqual([['one', 'two'], []]);
  });

  test('bands of other machines are named, and nothing is fetched', async () => {
    const rasters = new FakeRasters();
    const { ids, problems } = await find(
      { 'item.json': item('one', (name) => `https://example.com/${name}`) },
      '',
      rasters,
    );
    expect([ids, rasters.opened]).toEqual([[], []]);
    expect(problems.at(-1)).toMatchObject({
      key: 'scene-problem.remote-assets',
      sceneId: 'one',
      params: { count: 6 },
    });
    expect(problems.at(-1)!.params['names']).toContain('https://example.com/blue.tif');
  });

  test('downloads beside the item stand for its remote bands', async () => {
    const { ids, keys } = await find({
      'item.json': item('one', (name) => `s3://bucket/x/${name}?v=1`),
      ...emptyFiles(...TIFFS),
    });
    expect([ids, keys]).toEqual([['one'], []]);
  });

  test.each(['/etc/passwd', 'file:///etc/passwd', 'C:\\secret\\x.tif', '\\\\server\\share\\x.tif'])(
    '%s is never opened',
    async (href) => {
      const rasters = new FakeRasters();
      const { ids, keys } = await find({ 'item.json': item('one', () => href) }, '', rasters);
      expect([ids, rasters.opened, keys]).toEqual([[], [], ['remote-assets']]);
    },
  );

  test('absent files are named', async () => {
    const { ids, problems } = await find({ 'item.json': item('one'), ...emptyFiles(...TIFFS.slice(1)) });
    expect(ids).toEqual([]);
    expect(problems.at(-1)).toMatchObject({
      key: 'scene-problem.missing-files',
      params: { count: 1, names: './blue.tif' },
    });
  });

  test('a band whose scaling the item leaves out takes that of the file', async () => {
    const silent = item('one');
    for (const asset of Object.values(silent.assets))
      delete (asset.bands[0] as { 'raster:scale'?: number })['raster:scale'];
    const rasters = new FakeRasters([[/\.tif$/, { bands: [{ name: null, scale: 0.0001, offset: -0.1 }] }]]);
    const { scenes } = await find({ 'item.json': silent, ...emptyFiles(...TIFFS) }, '', rasters);
    expect(scenes[0]!.bands.red).toMatchObject({ scale: 0.0001, offset: -0.1 });
  });

  test('an item of a Landsat delivery that lies there anyway is no second scene', async () => {
    const product = 'LC08_L2SP_123032_20200715_20200912_02_T1';
    const { ids, keys } = await find({
      ...landsatFiles(product),
      'x.json': { ...item(product), assets: { red: { href: `./${product}_SR_B4.TIF` } } },
    });
    expect(ids).toEqual([product]);
    expect(keys).toEqual(['missing-mask']);
  });
});

describe('static catalogues', () => {
  test('relative item and child links are followed, each document once', async () => {
    const { ids, keys } = await find(
      {
        'catalog.json': catalogue([
          { rel: 'child', href: './sub/collection.json' },
          { rel: 'item', href: './one.json' },
          { rel: 'item', href: 'one.json' },
        ]),
        'sub/collection.json': {
          ...catalogue([
            { rel: 'item', href: '../two.json' },
            { rel: 'root', href: '../catalog.json' },
          ]),
          type: 'Collection',
        },
        'one.json': item('one'),
        'two.json': item('two'),
        ...emptyFiles(...TIFFS),
      },
      'catalog.json',
    );
    expect([ids, keys]).toEqual([['one', 'two'], []]);
  });

  test('a catalogue that leads back to itself ends', async () => {
    const loop = catalogue([
      { rel: 'child', href: './catalog.json' },
      { rel: 'child', href: './other.json' },
    ]);
    const { ids, keys, root } = await find(
      { 'catalog.json': loop, 'other.json': catalogue([{ rel: 'child', href: './catalog.json' }]) },
      'catalog.json',
    );
    expect([ids, keys]).toEqual([[], []]);
    symlinkSync(join(root, 'catalog.json'), join(root, 'again.json'));
    expect(readStacDocuments([join(root, 'again.json'), join(root, 'catalog.json')], true)).toEqual({
      items: [],
      problems: [],
    });
  });

  test('links to other machines and to nothing are told once per document', async () => {
    const links = [...Array(5).keys()].map((i) => ({ rel: 'item', href: `https://example.com/${i}.json` }));
    const { problems } = await find({
      'catalog.json': catalogue([
        ...links,
        { rel: 'item', href: './no.json' },
        { rel: 'child', href: '/etc/passwd' },
      ]),
    });
    expect(problems).toMatchObject([
      { key: 'scene-problem.remote-links', params: { count: 6 } },
      { key: 'scene-problem.missing-links', params: { count: 1, names: './no.json' } },
    ]);
  });

  test('depth, documents and items are bounded, and reaching a bound is told', () => {
    const chain = Object.fromEntries(
      [...Array(12).keys()].map((i) => [`${i}.json`, catalogue([{ rel: 'child', href: `./${i + 1}.json` }])]),
    );
    const root = folderOf({ ...chain, '12.json': item('deep') });
    const start = [join(root, '0.json')];
    expect(readStacDocuments(start, true).items).toHaveLength(1);
    for (const limit of [{ depth: 5 }, { documents: 5 }]) {
      const { items, problems } = readStacDocuments(start, true, {
        ...STAC_LIMITS,
        ...limit,
      } as typeof STAC_LIMITS);
      expect([items, problems.map((problem) => problem.key)]).toEqual([[], ['scene-problem.stac-too-large']]);
    }
    const many = folderOf({
      'm.json': { type: 'FeatureCollection', features: Array.from({ length: 9 }, (_, i) => item(String(i))) },
    });
    const bounded = readStacDocuments([join(many, 'm.json')], true, {
      ...STAC_LIMITS,
      items: 4,
    } as unknown as typeof STAC_LIMITS);
    expect([bounded.items.length, bounded.problems.length]).toEqual([4, 1]);
  });

  test('a named file that is no STAC is an error, the same file in a folder is just another file', async () => {
    const files = { 'settings.json': { a: 1 }, 'broken.json': '{"type": "Feat' };
    expect((await find(files, 'settings.json')).keys).toEqual(['not-stac']);
    expect((await find(files)).keys).toEqual(['not-json']);
  });
});
