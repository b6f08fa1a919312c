import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { sharesPixels } from '@aftermine/science/raster';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CogRasters } from '../adapters/cog/cog-rasters.ts';
import { NodeFiles } from '../adapters/files/node-files.ts';
import { FolderScenes } from '../adapters/scenes/index.ts';
import { FileVectors } from '../adapters/vectors/file-vectors.ts';
import { type DemoMine, makeDemoMine } from './make-demo-mine.ts';

const SMALL = { size: 64, years: { from: 2000, to: 2008 }, looksPerYear: 3 } as const;
const outside = { rasters: new CogRasters(), files: new NodeFiles(), paths: { join } };
const scratch = mkdtempSync(join(tmpdir(), 'aftermine-demo-'));
let mine: DemoMine;

beforeAll(async () => {
  mine = await makeDemoMine(join(scratch, 'a'), { ...outside, ...SMALL });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function contents(dir: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else found.set(relative(dir, path), readFileSync(path, 'base64'));
    }
  };
  walk(dir);
  return found;
}

describe('makeDemoMine', () => {
  test('same options, same bytes; another seed, other bytes', async () => {
    await makeDemoMine(join(scratch, 'b'), { ...outside, ...SMALL });
    await makeDemoMine(join(scratch, 'c'), {
      ...outside,
      ...SMALL,
      years: { from: 2000, to: 2000 },
      seed: 4,
    });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => contents(join(scratch, name))) as [
      Map<string, string>,
      Map<string, string>,
      Map<string, string>,
    ];
    expect(b).toEqual(a);
    expect(c.get('inputs/dem.tif')).not.toBe(a.get('inputs/dem.tif'));
  });

  test('the scenes are read as complete Landsat deliveries without a complaint', async () => {
    const { scenes, problems } = await new FolderScenes(outside.rasters).find([mine.scenesDir], {
      projectDir: scratch,
    });
    expect(problems).toEqual([]);
    expect(scenes).toHaveLength(mine.sceneCount);
    expect(scenes.every(({ missing, masks }) => missing.length === 0 && masks.length === 2)).toBe(true);
    expect(scenes.every(({ facts }) => facts['scaleSource'] === 'metadata')).toBe(true);
    const [first] = scenes;
    const odd = scenes.filter(({ grid }) => !sharesPixels(grid, first!.grid));
    expect(odd.map(({ grid }) => grid.crs).sort()).toEqual(['EPSG:32649', 'EPSG:32650']);
  });

  test('boundary, units and reference areas are polygons in longitude and latitude that readers accept', async () => {
    const vectors = new FileVectors();
    const [boundary, units, reference] = await Promise.all(
      [mine.boundaryPath, mine.unitsPath, mine.referencePath].map((path) => vectors.read(path)),
    );
    for (const file of [boundary, units, reference]) {
      expect(file!.warnings).toEqual([]);
      expect(file!.set.crs).toBe('EPSG:4326');
    }
    const [x, y] = boundary!.set.features[0]!.geometry[0]![0]![0]!;
    expect(x).toBeGreaterThan(113.2);
    expect(x).toBeLessThan(113.3);
    expect(y).toBeGreaterThan(41.6);
    expect(y).toBeLessThan(41.8);
    expect(reference!.set.features).toHaveLength(2);
    const failed = units!.set.features.find(({ properties }) => properties['id'] === 'U04');
    expect(failed?.properties).toMatchObject({
      name: '东南排土场',
      class: 'waste-dump',
      year_damaged: 1999,
      year_reclaimed: 2008,
    });
    expect(units!.set.features.some(({ properties }) => properties['id'] === 'X01')).toBe(false);
  });

  test('the truth raster holds the truth', async () => {
    const raster = await outside.rasters.open(join(mine.truthDir, 'disturbance-year.tif'));
    const window = { col: 0, row: 0, width: 64, height: 64 };
    expect(await raster.read(0, window)).toEqual(mine.truth.disturbanceYear);
    expect(Uint8Array.from(await raster.read(1, window))).toEqual(mine.truth.leftOut);
    await raster.close();
    const document = JSON.parse(readFileSync(join(mine.truthDir, 'truth.json'), 'utf8')) as {
      scenes: unknown[];
      format: string;
    };
    expect(document.format).toBe('aftermine-demo-truth/1');
    expect(document.scenes).toHaveLength(mine.sceneCount);
  });

  test('clear land has land reflectance, cloud is bright, fill is 0 in every band where QA_PIXEL says fill', async () => {
    const id = readdirSync(mine.scenesDir).find(
      (name) => name.startsWith('LE07') && name.slice(17, 25) > '20030601',
    );
    const window = { col: 0, row: 0, width: 64, height: 64 };
    const read = async (part: string): Promise<Uint16Array> => {
      const raster = await outside.rasters.open(join(mine.scenesDir, id!, `${id}_${part}.TIF`));
      expect(raster.info).toMatchObject({ type: 'uint16', crs: 'EPSG:32649', compression: 'deflate' });
      return (await raster.read(0, window)) as Uint16Array;
    };
    const [red, heat, quality] = await Promise.all([read('SR_B3'), read('ST_B6'), read('QA_PIXEL')]);
    let [clear, sum, fill] = [0, 0, 0];
    quality!.forEach((flags, i) => {
      if (flags === 1) {
        fill += 1;
        expect(red![i]).toBe(0);
        expect(heat![i]).toBe(0);
      } else expect(red![i]).toBeGreaterThan(0);
      if (flags === 5440) {
        clear += 1;
        sum += red![i]! * 0.0000275 - 0.2;
      }
    });
    expect(fill).toBeGreaterThan(500);
    expect(sum / clear).toBeGreaterThan(0.05);
    expect(sum / clear).toBeLessThan(0.2);
  });

  test('stops between scenes when it is told to', async () => {
    const stop = new AbortController();
    const made = makeDemoMine(join(scratch, 'd'), {
      ...outside,
      ...SMALL,
      signal: stop.signal,
      onScene: (done) => {
        if (done === 2) stop.abort();
      },
    });
    await expect(made).rejects.toThrow();
    expect(readdirSync(join(scratch, 'd', 'inputs', 'scenes'))).toHaveLength(2);
  });
});
