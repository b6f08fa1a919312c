import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Position, Ring } from '@aftermine/science/site';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileVectorWriter } from '../../packages/workbench/src/adapters/vectors/file-vector-writer.ts';
import { badInput, describeWithData } from '../golden.ts';
import { MAX_MS, readApart } from './read-apart.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shapes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SHAPES = 'shapefile-mbostock/test';
const filesIn = (path: string, kinds: RegExp): string[] =>
  existsSync(badInput(path))
    ? readdirSync(badInput(path))
        .filter((name) => kinds.test(name))
        .map((name) => badInput(`${path}/${name}`))
    : [];

describeWithData('shapefiles of a test collection', badInput(SHAPES), () => {
  test('every file ends in a typed error or in a result; those of polygons are read', async () => {
    const files = filesIn(SHAPES, /\.(shp|shx|dbf|prj|cpg)$/);
    const outcomes = await readApart(files);
    expect(outcomes.size).toBe(files.length);
    for (const { path, code, elapsedMs } of outcomes.values()) {
      expect(code ?? 'read', path).toMatch(/^(E-VEC-102|read)$/);
      expect(elapsedMs, path).toBeLessThan(MAX_MS);
    }
    expect(outcomes.get('polygons.shp')).toMatchObject({ features: 3, crs: 'EPSG:4326', warnings: [] });
    expect(outcomes.get('polygons.dbf')).toMatchObject({ features: 3 });
    expect(outcomes.get('polygonm.shp')).toMatchObject({ features: 1, warnings: ['vector.no-attributes'] });
    expect(outcomes.get('number-null-property.shp')).toMatchObject({ features: 4 });
    // Bytes of an edit stand between its seventh and eighth shape; all 120 zones are found.
    expect(outcomes.get('ne_10m_time_zones.shp')).toMatchObject({
      features: 120,
      warnings: ['vector.no-attributes', 'vector.bytes-skipped'],
    });
    expect(outcomes.get('points.shp')?.code).toBe('E-VEC-102');
  }, 120_000);
});

describeWithData('shapefiles and archives made to hurt', badInput('generated/shp-truncated.shp'), () => {
  test('each ends in the error that names what is wrong', async () => {
    const outcomes = await readApart(filesIn('generated', /\.(shp|dbf|zip)$/));
    for (const { path, elapsedMs } of outcomes.values()) expect(elapsedMs, path).toBeLessThan(MAX_MS);
    const codes = Object.fromEntries([...outcomes].map(([name, { code }]) => [name, code]));
    expect(codes).toMatchObject({
      'shp-header-length-lies.shp': 'E-VEC-103',
      'shp-negative-length.shp': 'E-VEC-103',
      'shp-truncated.shp': 'E-VEC-103',
      'dbf-recs-4G.dbf': 'E-VEC-104',
      'bomb-lying-size.zip': 'E-VEC-107',
      'truncated.zip': 'E-VEC-107',
      'many-entries-6000.zip': 'E-VEC-108',
    });
  }, 120_000);

  test('a table that states four billion rows beside a good shape', async () => {
    const writer = new FileVectorWriter();
    const path = join(folder, 'rows.shp');
    await writer.write(path, { crs: null, features: [feature([[square(0, 0, 1)]])] });
    copyFileSync(badInput('generated/dbf-recs-4G.dbf'), join(folder, 'rows.dbf'));
    expect((await readApart([path])).get('rows.shp')?.code).toBe('E-VEC-105');
  }, 30_000);
});

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
/** An outline of two strips along the west and south of a square, half a metre wide. */
const bend = (from: number, to: number): Ring => [
  [from, from],
  [from, to],
  [from + 0.5, to],
  [from + 0.5, from + 0.5],
  [to, from + 0.5],
  [to, from],
  [from, from],
];
const feature = (geometry: Feature['geometry'], properties: Feature['properties'] = {}): Feature => ({
  id: null,
  geometry,
  properties,
});

describe('large and crooked shapefiles', () => {
  const write = async (name: string, features: readonly Feature[]): Promise<string> => {
    const path = join(folder, name);
    await new FileVectorWriter().write(path, { crs: 'EPSG:4547', features });
    return path;
  };

  test('counts beyond the file, piles of rings and bombs end in typed errors within ten seconds', async () => {
    const good = await write('good.shp', [feature([[square(0, 0, 1)]])]);
    const lying = Buffer.from(readFileSync(good));
    const paths: string[] = [];
    for (const [offset, value] of [
      [144, 0x7fffffff],
      [148, 0x7fffffff],
      [152, 0x7fffffff],
      [144, -1],
      [148, -1],
    ] as const) {
      const bytes = Buffer.from(lying);
      bytes.writeInt32LE(value, offset);
      paths.push(join(folder, `count-${offset}-${value}.shp`));
      writeFileSync(paths.at(-1)!, bytes);
    }
    // Corners one in the bend of the other: each box holds all smaller ones, no ring holds any.
    const bends = Array.from({ length: 30_000 }, (_, i) => bend(i, 100_000));
    paths.push(await write('bends.shp', [feature(bends.map((ring) => [ring]))]));
    const bomb = join(folder, 'bomb.zip');
    writeFileSync(bomb, zipSync({ 'a.shp': [new Uint8Array(300 * 1024 * 1024), { level: 9 }] }));
    const outcomes = await readApart([...paths, bomb]);
    expect(outcomes.size).toBe(paths.length + 1);
    for (const { path, code, elapsedMs } of outcomes.values()) {
      expect(code, path).toMatch(/^E-VEC-(103|108|115)$/);
      expect(elapsedMs, path).toBeLessThan(MAX_MS);
    }
    expect(outcomes.get('bomb.zip')?.code).toBe('E-VEC-108');
  }, 120_000);

  test('fifty thousand units, and a polygon of a million vertices, are read within ten seconds', async () => {
    const units = Array.from({ length: 50_000 }, (_, i) =>
      feature([[square(500_000 + (i % 250) * 20, 4_000_000 + Math.floor(i / 250) * 20, 15)]], {
        图斑编号: `T-${i}`,
        名称: '锡林郭勒盟北山煤矿',
        面积: i / 7,
      }),
    );
    const circle = Array.from({ length: 1_000_000 }, (_, i): Position => {
      const angle = (-2 * Math.PI * i) / 1_000_000;
      return [500_000 + 5_000 * Math.cos(angle), 4_000_000 + 5_000 * Math.sin(angle)];
    });
    const outcomes = await readApart([
      await write('units.zip', units),
      await write('circle.shp', [feature([[[...circle, circle[0]!]]])]),
    ]);
    expect(outcomes.get('units.zip')).toMatchObject({ features: 50_000, crs: 'EPSG:4547', warnings: [] });
    expect(outcomes.get('circle.shp')).toMatchObject({ features: 1, warnings: [] });
    for (const { elapsedMs } of outcomes.values()) expect(elapsedMs).toBeLessThan(MAX_MS);
  }, 120_000);
});
