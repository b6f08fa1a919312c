import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Feature, FeatureSet, Position, Ring } from '@aftermine/science/site';
import { transformer } from '@aftermine/science/site';
import gcoord from 'gcoord';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WriteVectorOptions } from '../../ports/index.ts';
import { FileVectorWriter } from './file-vector-writer.ts';
import { FileVectors } from './file-vectors.ts';

const writer = new FileVectorWriter();
const vectors = new FileVectors();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '矢量-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const [E, N] = [38_456_000.125, 4_400_000.5];
const hole = [...square(E + 10, N + 10, 10)].reverse();
/** Outer rings clockwise, holes the other way: as a shapefile has them. */
const FEATURES: readonly Feature[] = [
  {
    id: '1',
    geometry: [[square(E, N, 100), hole], [square(E + 200, N, 50)]],
    properties: { 图斑编号: 'T-01', 名称: '北山煤矿排土场', 面积: 1.25, 年份: 2004, 耕地: true, 备注: null },
  },
  {
    id: '2',
    geometry: [[square(E + 400, N, 100)]],
    properties: {
      图斑编号: 'T-02',
      名称: '露天采坑',
      面积: 12345.678901,
      年份: -1,
      耕地: false,
      备注: 'a b',
    },
  },
];
const SET = { crs: 'EPSG:4526', features: FEATURES };

async function roundTrip(
  name: string,
  set: Pick<FeatureSet, 'crs' | 'features'> = SET,
  options: WriteVectorOptions = {},
) {
  const path = join(folder, name);
  const written = await writer.write(path, set, options);
  for (const file of written.files) expect(existsSync(file), file).toBe(true);
  const read = await vectors.read(path, { datum: 'wgs84' });
  return { written, read, names: written.files.map((file) => basename(file)) };
}
const propertiesOf = (read: { set: FeatureSet }): Feature['properties'][] =>
  read.set.features.map(({ properties }) => properties);

describe('shapefile', () => {
  test('what fits the format comes back as it was, and nothing is said', async () => {
    for (const name of ['图斑.shp', '图斑.zip']) {
      const { written, read, names } = await roundTrip(name);
      expect(written.warnings).toEqual([]);
      expect(read.warnings).toEqual([]);
      expect(read.set.crs).toBe('EPSG:4526');
      expect(read.set.features).toEqual(FEATURES);
      if (name.endsWith('.shp'))
        expect(names).toEqual(['图斑.shp', '图斑.shx', '图斑.dbf', '图斑.cpg', '图斑.prj']);
    }
  });

  test('texts are GBK with language driver 0x4D and say so', async () => {
    await roundTrip('a.shp');
    expect(readFileSync(join(folder, 'a.cpg'), 'utf8')).toBe('GBK');
    expect(readFileSync(join(folder, 'a.dbf'))[29]).toBe(0x4d);
  });

  test('rings are turned as the format wants them', async () => {
    const turned = FEATURES.map((one) => ({
      ...one,
      geometry: one.geometry.map((p) => p.map((r) => [...r].reverse())),
    }));
    const { read } = await roundTrip('a.shp', { crs: 'EPSG:4526', features: turned });
    expect(read.set.features.map(({ geometry }) => geometry)).toEqual(
      FEATURES.map(({ geometry }) => geometry),
    );
  });

  test('long names are shortened, stay distinct, and stand in a table beside', async () => {
    const properties = {
      '土壤有机质含量(g/kg)': 1,
      '土壤有机质含量(mg)': 2,
      土壤有机质: 3,
      averageSlopeDegrees: 4,
    };
    const { written, read, names } = await roundTrip('a.shp', {
      crs: null,
      features: [{ ...FEATURES[0]!, properties }],
    });
    expect(Object.values(propertiesOf(read)[0]!)).toEqual([1, 2, 3, 4]);
    expect(Object.keys(propertiesOf(read)[0]!)).toEqual([
      '土壤有机_1',
      '土壤有机_2',
      '土壤有机质',
      'averageSlo',
    ]);
    expect(written.warnings.filter(({ key }) => key === 'vector.name-shortened')).toHaveLength(3);
    expect(names).toContain('a.fields.csv');
    const table = readFileSync(join(folder, 'a.fields.csv'), 'utf8');
    expect(table.split('\r\n').slice(0, 3)).toEqual([
      '\ufefffield,name,type,bytes',
      '土壤有机_1,土壤有机质含量(g/kg),N,1',
      '土壤有机_2,土壤有机质含量(mg),N,1',
    ]);
  });

  test('what does not fit is named: long texts, numbers of many digits, mixed types, blanks, ids', async () => {
    const feature = (id: string, properties: Feature['properties']): Feature => ({
      ...FEATURES[0]!,
      id,
      properties,
    });
    const features = [
      feature('甲', { 说明: '石'.repeat(200), 大: 1.5e30, 混: 1, 空: '', 和: 0.1 + 0.2 }),
      feature('乙', { 说明: 'x', 大: 1, 混: '二', 空: 'a  ', 和: 12345.6789 }),
    ];
    const { written, read } = await roundTrip('a.shp', { crs: 'EPSG:4526', features });
    expect(written.warnings).toEqual([
      { key: 'vector.id-written', params: { field: 'id' } },
      { key: 'vector.number-as-text', params: { name: '大' } },
      { key: 'vector.mixed-types', params: { name: '混' } },
      { key: 'vector.number-rounded', params: { name: '和', count: 1 } },
      { key: 'vector.text-shortened', params: { name: '说明', count: 1 } },
      { key: 'vector.blank-text', params: { count: 2 } },
    ]);
    expect(propertiesOf(read)).toEqual([
      { id: '甲', 说明: '石'.repeat(127), 大: '1.5e+30', 混: '1', 空: null, 和: 0.3 },
      { id: '乙', 说明: 'x', 大: '1', 混: '二', 空: 'a', 和: 12345.6789 },
    ]);
  });

  test('characters outside GBK make it UTF-8, and nothing is lost', async () => {
    const features = [{ ...FEATURES[0]!, properties: { 村名: '𬭚山村', 人: '㛃😀' } }];
    const { written, read } = await roundTrip('a.shp', { crs: 'EPSG:4526', features });
    expect(propertiesOf(read)).toEqual([{ 村名: '𬭚山村', 人: '㛃😀' }]);
    expect(written.warnings.map(({ key }) => key)).toEqual(['vector.written-utf8']);
    expect(readFileSync(join(folder, 'a.cpg'), 'utf8')).toBe('UTF-8');
  });

  test('an unknown system gives no .prj, also where an earlier one stands', async () => {
    await roundTrip('a.shp');
    writeFileSync(join(folder, 'a.qix'), 'old index');
    const { written, read } = await roundTrip('a.shp', { crs: null, features: FEATURES });
    expect(written.warnings).toEqual([{ key: 'vector.written-crs-missing', params: {} }]);
    expect(read.set.crs).toBeNull();
    expect(existsSync(join(folder, 'a.prj'))).toBe(false);
    expect(existsSync(join(folder, 'a.qix'))).toBe(false);
  });

  test('equal features give equal files, of one polygon without attributes too', async () => {
    const bare = {
      crs: 'EPSG:4526',
      features: [{ id: null, geometry: FEATURES[1]!.geometry, properties: {} }],
    };
    await writer.write(join(folder, 'a.zip'), bare);
    await writer.write(join(folder, 'b', 'a.zip'), bare);
    expect(
      Buffer.compare(readFileSync(join(folder, 'a.zip')), readFileSync(join(folder, 'b', 'a.zip'))),
    ).toBe(0);
    expect((await vectors.read(join(folder, 'a.zip'))).set.features).toHaveLength(1);
  });
});

describe('other formats', () => {
  test('GeoPackage keeps geometry, system and values', async () => {
    const { written, read } = await roundTrip('a.gpkg');
    expect(written).toEqual({ files: [join(folder, 'a.gpkg')], warnings: [] });
    expect(read.set.crs).toBe('EPSG:4526');
    const asStored = FEATURES.map((one) => ({
      ...one,
      properties: { ...one.properties, 耕地: one.properties['耕地'] === true ? 1 : 0 },
    }));
    expect(read.set.features).toEqual(asStored);
  });

  test('GeoJSON and KML are in WGS 84 within a millimetre, with outer rings counter-clockwise', async () => {
    const back = transformer('EPSG:4326', 'EPSG:4526');
    for (const name of ['a.geojson', 'a.kml', 'a.kmz']) {
      const { written, read } = await roundTrip(name);
      expect(written.warnings).toEqual([]);
      expect(read.set.crs).toBe('EPSG:4326');
      const properties = propertiesOf(read).map(({ name: _, ...rest }) => rest);
      const given = FEATURES.map((one) =>
        name === 'a.geojson' ? one.properties : withoutNulls(one.properties),
      );
      expect(properties).toEqual(given);
      const positions = read.set.features[1]!.geometry[0]![0]!.map(([x, y]) => back(x, y));
      const expected = FEATURES[1]!.geometry[0]![0]!;
      for (const [x, y] of positions) {
        const nearest = Math.min(...expected.map((one) => Math.hypot(one[0] - x, one[1] - y)));
        expect(nearest).toBeLessThan(0.001);
      }
    }
    const text = readFileSync(join(folder, 'a.geojson'), 'utf8');
    expect(text).not.toContain('"crs"');
  });

  test('texts that would break a document do not', async () => {
    const properties = { 'a"<b>&': ']]><script>&amp;\u0001\ud800' };
    const { written, read } = await roundTrip('a.kml', {
      crs: 'EPSG:4326',
      features: [{ id: '<"1">', geometry: [[square(116, 40, 1)]], properties }],
    });
    expect(read.set.features[0]).toMatchObject({
      id: '<"1">',
      properties: { 'a"<b>&': ']]><script>&amp;\ufffd' },
    });
    expect(written.warnings).toEqual([{ key: 'vector.control-characters', params: { count: 1 } }]);
  });

  test('a format that is not written, and a system that is not known, are refused', async () => {
    await expect(writer.write(join(folder, 'a.dwg'), SET)).rejects.toMatchObject({ code: 'E-VEC-116' });
    const unknown = { crs: null, features: FEATURES };
    for (const name of ['a.kml', 'a.geojson'])
      await expect(writer.write(join(folder, name), unknown)).rejects.toMatchObject({ code: 'E-CRS-002' });
  });
});

test('one point through SHP in two systems, a list of corners and a KML of Ovital lands within a metre', async () => {
  const true84: Position = [112.9876, 37.8765];
  const place = (crs: string): Position => {
    const [x, y] = transformer('EPSG:4326', crs)(true84[0], true84[1]);
    return [x, y];
  };
  const paths: string[] = [];
  for (const crs of ['EPSG:4547', 'EPSG:4526']) {
    const path = join(folder, `${crs.slice(5)}.shp`);
    const [x, y] = place(crs);
    await writer.write(path, {
      crs,
      features: [{ id: null, geometry: [[square(x, y, 100)]], properties: { 名称: '甲' } }],
    });
    paths.push(path);
  }
  const [east, north] = place('EPSG:4526');
  const corners = [
    [north, east],
    [north + 100, east],
    [north + 100, east + 100],
    [north, east],
  ].map(([n, e], i) => `J${i === 3 ? 1 : i + 1},1,${n!.toFixed(3)},${e!.toFixed(3)}`);
  const head = '[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=38\n[地块坐标]\n4,0.5,1,甲,面,,,,@\n';
  paths.push(join(folder, 'corners.txt'), join(folder, 'a.ovkml'));
  writeFileSync(paths[2]!, `${head}${corners.join('\n')}\n`);
  const { transform, WGS84, GCJ02 } = gcoord as unknown as (typeof gcoord)['default'];
  const [lon, lat] = transform<[number, number]>([true84[0], true84[1]], WGS84, GCJ02);
  writeFileSync(
    paths[3]!,
    `<kml><Document><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${lon},${lat},0 ${lon + 0.001},${lat},0 ${lon},${lat + 0.001},0 ${lon},${lat},0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`,
  );
  for (const path of paths) {
    const { set } = await vectors.read(path);
    const [x, y] = set.features[0]!.geometry[0]![0]![0]!;
    const [atX, atY] = transformer(set.crs!, 'EPSG:4547')(x, y);
    const [toX, toY] = place('EPSG:4547');
    expect(Math.hypot(atX - toX, atY - toY), path).toBeLessThan(0.01);
  }
});

function withoutNulls(properties: Feature['properties']): Feature['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}
