import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Ring } from '@aftermine/science/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { esriWkt } from '../../packages/workbench/src/adapters/vectors/esri-wkt.ts';
import { FileVectorWriter } from '../../packages/workbench/src/adapters/vectors/file-vector-writer.ts';
import { FileVectors } from '../../packages/workbench/src/adapters/vectors/file-vectors.ts';

const gdal = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function hasGdal(): boolean {
  try {
    gdal('ogrinfo', '--version');
    return true;
  } catch {
    return false;
  }
}

const describeWithGdal = hasGdal()
  ? describe
  : (title: string, body: () => void) => describe.skip(`${title} (skipped: GDAL is not installed)`, body);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shp-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const FEATURES: readonly Feature[] = [
  {
    id: '1',
    geometry: [
      [square(456_000, 4_400_000, 100), [...square(456_010, 4_400_010, 10)].reverse()],
      [square(456_200, 4_400_000, 50)],
    ],
    properties: { 图斑编号: 'T-01', 名称: '北山煤矿排土场', 面积: 1.25, 年份: 2004 },
  },
  {
    id: '2',
    geometry: [[square(456_400, 4_400_000, 100)]],
    properties: { 图斑编号: 'T-02', 名称: '锡林郭勒盟露天采坑', 面积: 12345.678901, 年份: null },
  },
];
const SET = { crs: 'EPSG:4547', features: FEATURES };

describeWithGdal('shapefiles and GDAL', () => {
  test('GDAL reads what we write: Chinese, numbers, holes and the system', async () => {
    for (const encoding of ['gbk', 'utf-8'] as const) {
      const path = join(folder, `图斑-${encoding}.shp`);
      await new FileVectorWriter().write(path, SET, { encoding });
      const said = gdal('ogrinfo', '-al', path);
      // Ten bytes are three characters of UTF-8.
      const field = encoding === 'gbk' ? '图斑编号' : '图斑编';
      for (const text of [
        `${field} (String) = T-01`,
        '名称 (String) = 北山煤矿排土场',
        '名称 (String) = 锡林郭勒盟露天采坑',
        '面积 (Real) = 12345.678901',
        '年份 (Integer) = 2004',
        '年份 (Integer) = (null)',
        'ID["EPSG",4547]',
      ])
        expect(said).toContain(text);
      expect(said).toContain(
        'MULTIPOLYGON (((456000 4400000,456000 4400100,456100 4400100,456100 4400000,456000 4400000),(456010 4400010,456020 4400010,456020 4400020,456010 4400020,456010 4400010)),((456200 4400000',
      );
    }
  });

  test('GDAL reads our zipped shapefile, GeoPackage, GeoJSON and KML', async () => {
    for (const name of ['a.zip', 'a.gpkg', 'a.geojson', 'a.kml']) {
      const path = join(folder, name);
      await new FileVectorWriter().write(path, SET);
      const said = gdal('ogrinfo', '-al', name === 'a.zip' ? `/vsizip/${path}` : path);
      expect(said, name).toContain('Feature Count: 2');
      expect(said, name).toContain('北山煤矿排土场');
      expect(said, name).toContain('12345.678901');
    }
  });

  test('we read what GDAL writes, in GBK and UTF-8, with and without .cpg', async () => {
    const source = join(folder, 'source.geojson');
    await new FileVectorWriter().write(source, SET);
    for (const encoding of ['CP936', 'UTF-8']) {
      const path = join(folder, `theirs-${encoding}.shp`);
      gdal('ogr2ogr', '-t_srs', 'EPSG:4547', '-lco', `ENCODING=${encoding}`, path, source);
      const named = await new FileVectors().read(path);
      renameSync(path.replace('.shp', '.cpg'), path.replace('.shp', '.bak'));
      const bare = await new FileVectors().read(path);
      for (const { set } of [named, bare]) {
        expect(set.crs).toBe('EPSG:4547');
        expect(set.features.map(({ properties }) => properties['名称'])).toEqual([
          '北山煤矿排土场',
          '锡林郭勒盟露天采坑',
        ]);
        expect(set.features[0]!.geometry.map((polygon) => polygon.length)).toEqual([2, 1]);
        const [x, y] = set.features[1]!.geometry[0]![0]![0]!;
        expect(Math.hypot(x - 456_400, y - 4_400_000) % 100).toBeLessThan(0.001);
      }
    }
  });

  test('GDAL knows every Chinese system by the .prj we write', () => {
    const codes = [
      4490, 4610, 4214, 4326, 4502, 4512, 4513, 4526, 4534, 4547, 4554, 2349, 2362, 2370, 2401, 2422, 32650,
    ];
    for (const code of codes) {
      const path = join(folder, `${code}.prj`);
      writeFileSync(path, esriWkt(`EPSG:${code}`)!);
      expect(gdal('gdalsrsinfo', '-e', '-o', 'epsg', `ESRI::${path}`).trim(), String(code)).toBe(
        `EPSG:${code}`,
      );
    }
  });
});
