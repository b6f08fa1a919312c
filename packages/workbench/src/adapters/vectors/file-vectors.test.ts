import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Feature, toGeojson } from '@aftermine/science/site';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeGeometry } from '../geopackage/geometry-blob.ts';
import { GeoPackageStore } from '../geopackage/geopackage-store.ts';
import { exampleSite } from '../store.suite.ts';
import { FileVectors } from './file-vectors.ts';

const vectors = new FileVectors();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '矢量-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ring = [
  [116, 40],
  [117, 40],
  [117, 41],
  [116, 40],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (geometry: unknown, properties: unknown = {}, more = {}): object => ({
  type: 'Feature',
  geometry,
  properties,
  ...more,
});

function write(content: unknown, name = 'a.geojson'): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return path;
}
const refusal = async (content: unknown, name?: string, options = {}): Promise<unknown> =>
  vectors.read(write(content, name), options).then(
    () => null,
    (error) => error,
  );

describe('GeoJSON', () => {
  test('collections, features and bare geometries all give features', async () => {
    const collection = {
      type: 'FeatureCollection',
      features: [
        feature(polygon, { 名称: '排土场' }, { id: 7 }),
        feature({ type: 'MultiPolygon', coordinates: [[ring], [ring]] }),
      ],
    };
    const { set, warnings } = await vectors.read(write(collection));
    expect(warnings).toEqual([]);
    expect(set.crs).toBe('EPSG:4326');
    expect(set.features[0]).toEqual({ id: '7', geometry: [[ring]], properties: { 名称: '排土场' } });
    expect(set.features[1]?.geometry).toHaveLength(2);
    expect((await vectors.read(write(feature(polygon)))).set.features).toHaveLength(1);
    expect((await vectors.read(write(polygon))).set.features[0]?.geometry).toEqual([[ring]]);
  });

  test('a collection of geometries gives its polygons as one feature', async () => {
    const mixed = {
      type: 'GeometryCollection',
      geometries: [
        polygon,
        { type: 'Point', coordinates: [1, 2] },
        { type: 'GeometryCollection', geometries: [polygon] },
      ],
    };
    const { set, warnings } = await vectors.read(write(mixed));
    expect(set.features).toHaveLength(1);
    expect(set.features[0]?.geometry).toHaveLength(2);
    expect(warnings).toEqual([{ key: 'vector.not-polygon', params: { count: 1 } }]);
  });

  test('features without geometry and open rings are counted, heights dropped', async () => {
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [116, 40, 900],
          [117, 40, 900],
          [117, 41, 900],
        ],
      ],
    };
    const { set, warnings } = await vectors.read(
      write({ type: 'FeatureCollection', features: [feature(null), feature(null), feature(open)] }),
    );
    expect(set.features.map((one) => one.geometry)).toEqual([[[ring]]]);
    expect(warnings).toEqual([
      { key: 'vector.null-geometry', params: { count: 2 } },
      { key: 'vector.ring-closed', params: { count: 1 } },
    ]);
  });

  test('the CRS is what the file states, else what the user says, else WGS 84, else unknown', async () => {
    const stated = (name: string): object => ({
      ...feature(polygon),
      crs: { type: 'name', properties: { name } },
    });
    const crsOf = async (content: unknown, options = {}): Promise<string | null> =>
      (await vectors.read(write(content), options)).set.crs;
    expect(await crsOf(stated('urn:ogc:def:crs:EPSG::4490'))).toBe('EPSG:4490');
    expect(await crsOf(stated('EPSG:4547'))).toBe('EPSG:4547');
    expect(await crsOf(stated('urn:ogc:def:crs:OGC:1.3:CRS84'))).toBe('EPSG:4326');
    expect(await crsOf(feature(polygon), { crs: 'EPSG:4490' })).toBe('EPSG:4490');
    expect(await crsOf(stated('EPSG:4547'), { crs: 'EPSG:4490' })).toBe('EPSG:4547');
    const metres = feature({
      type: 'Polygon',
      coordinates: [
        [
          [500_000, 4_000_000],
          [500_100, 4_000_000],
          [500_100, 4_000_100],
          [500_000, 4_000_000],
        ],
      ],
    });
    expect(await crsOf(metres)).toBeNull();
    expect(await crsOf(metres, { crs: 'EPSG:4547' })).toBe('EPSG:4547');
    expect(await refusal(stated('北京54'))).toMatchObject({ code: 'E-VEC-009' });
    expect(
      await refusal({
        ...feature(polygon),
        crs: { type: 'link', properties: { href: 'http://example.org' } },
      }),
    ).toMatchObject({ code: 'E-VEC-009' });
  });

  test('byte order marks, UTF-16 and GBK are read', async () => {
    const text = JSON.stringify(feature(polygon, { 名称: '北山煤矿' }));
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const gbk = Buffer.concat([
      Buffer.from(
        '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[116,40],[117,40],[117,41],[116,40]]]},"properties":{"name":"',
      ),
      Buffer.from([0xc3, 0xba, 0xbf, 0xf3]),
      Buffer.from('"}}'),
    ]);
    expect((await vectors.read(write(`\ufeff${text}`))).set.features[0]?.properties).toEqual({
      名称: '北山煤矿',
    });
    for (const bytes of [utf16, utf16.subarray(2), Buffer.from(utf16).swap16()]) {
      const { set, warnings } = await vectors.read(write(bytes));
      expect(set.features[0]?.properties).toEqual({ 名称: '北山煤矿' });
      expect(warnings[0]?.key).toBe('vector.encoding');
    }
    expect((await vectors.read(write(gbk))).set.features[0]?.properties).toEqual({ name: '煤矿' });
    expect(await refusal(Uint8Array.of(0x7b, 0xff, 0xff, 0xff))).toMatchObject({ code: 'E-VEC-002' });
  });

  test('properties never reach a prototype; nested values are kept as text', async () => {
    const text = `{"type":"Feature","geometry":${JSON.stringify(polygon)},"properties":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":{"b":[1]},"c":null}}`;
    const { set, warnings } = await vectors.read(write(text));
    expect(set.features[0]?.properties).toEqual({ a: '{"b":[1]}', c: null });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(warnings).toEqual([{ key: 'vector.property-left-out', params: { count: 2 } }]);
  });

  test('what is no GeoJSON, has no polygon or is broken says so and where', async () => {
    expect(await refusal('{"type": "Feature"')).toMatchObject({ code: 'E-VEC-001' });
    expect(await refusal('[1, 2]')).toMatchObject({ code: 'E-VEC-001' });
    expect(await refusal('')).toMatchObject({ code: 'E-VEC-001' });
    expect(await refusal({ type: 'FeatureCollection', features: {} })).toMatchObject({ code: 'E-VEC-001' });
    expect(await refusal({ rings: [ring] })).toMatchObject({ code: 'E-VEC-001' });
    expect(await refusal(feature({ type: 'Point', coordinates: [1, 2] }))).toMatchObject({
      code: 'E-VEC-006',
    });
    const broken = {
      type: 'FeatureCollection',
      features: [feature(polygon), feature({ type: 'Polygon', coordinates: [[[1, '2']]] })],
    };
    expect(await refusal(broken)).toMatchObject({
      code: 'E-VEC-007',
      where: expect.stringMatching(/a\.geojson#2$/),
    });
    expect(await refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatchObject({
      code: 'E-VEC-004',
    });
  });

  test('brackets within strings do not count as nesting', async () => {
    const { set } = await vectors.read(
      write(feature(polygon, { note: `${'['.repeat(500)}\\"${'{'.repeat(500)}` })),
    );
    expect(set.features).toHaveLength(1);
  });

  test('what Aftermine writes it reads back', async () => {
    const features: Feature[] = exampleSite().units.map((unit) => ({
      id: unit.id,
      geometry: unit.geometry,
      properties: unit.properties,
    }));
    const { set } = await vectors.read(write(toGeojson({ crs: 'EPSG:4547', features })));
    expect(set.features).toEqual(features);
    expect(set.crs).toBe('EPSG:4547');
  });
});

describe('other files', () => {
  test('a format that is not read yet is named, with a way out', async () => {
    for (const name of ['a.pdf', 'a.txt', 'noextension']) {
      expect(await refusal('%PDF-1.7\n1 0 obj', name)).toMatchObject({
        tag: 'Unsupported',
        code: 'E-VEC-010',
      });
    }
    // A file that only bears the name of a format says that it is none.
    expect(await refusal('%PDF-1.7', 'a.shp')).toMatchObject({ code: 'E-VEC-101' });
    expect(await refusal('%PDF-1.7', 'a.kml')).toMatchObject({ code: 'E-VEC-111' });
    expect(await refusal('PK\u0003\u0004', 'a.zip')).toMatchObject({ code: 'E-VEC-107' });
    mkdirSync(join(folder, 'shapes.geojson'));
    await expect(vectors.read(join(folder, 'shapes.geojson'))).rejects.toMatchObject({ code: 'E-VEC-010' });
  });

  test('an absent file is not found', async () => {
    await expect(vectors.read(join(folder, 'none.geojson'))).rejects.toMatchObject({
      tag: 'NotFound',
      code: 'E-PRJ-002',
    });
  });
});

describe('GeoPackage', () => {
  const make = (statements: (db: DatabaseSync) => void, name = 'a.gpkg'): string => {
    const path = join(folder, name);
    const db = new DatabaseSync(path);
    db.exec(`
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
      INSERT INTO gpkg_spatial_ref_sys VALUES ('a', 100, 'epsg', 4547, ''), ('b', 0, 'NONE', 0, ''), ('c', 4490, 'EPSG', 4490, '');
      CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);`);
    statements(db);
    db.close();
    return path;
  };
  const layer = (db: DatabaseSync, name: string, srs: number, rows: (Uint8Array | null)[]): void => {
    db.exec(`CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, shape BLOB, label TEXT, photo BLOB)`);
    db.prepare("INSERT INTO gpkg_contents VALUES (?, 'features')").run(name);
    db.prepare('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?)').run(name, 'shape', srs);
    for (const blob of rows)
      db.prepare(`INSERT INTO "${name}" (shape, label, photo) VALUES (?, '标签', x'00')`).run(blob);
  };
  const square = encodeGeometry(
    [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
    0,
  );

  test('our own project file is read as any other', async () => {
    const path = join(folder, 'project.gpkg');
    const store = new GeoPackageStore(path);
    await store.save({ site: exampleSite() });
    await store.close();
    const { set } = await vectors.read(path, { layer: 'units' });
    expect(set.crs).toBe('EPSG:4547');
    expect(set.features.map((one) => one.geometry)).toEqual(exampleSite().units.map((unit) => unit.geometry));
    expect(set.features[0]?.properties).toMatchObject({
      unit_id: '图斑-1',
      damage: 'waste-dump',
      year_damaged: 2004,
    });
    expect((await vectors.read(path)).set.features).toHaveLength(4);
    await expect(vectors.read(path, { layer: 'roads' })).rejects.toMatchObject({
      code: 'E-VEC-008',
      expected: 'alerts, boundary, findings, plan, reference_areas, samples, units',
    });
  });

  test('the CRS comes from its organisation; where the file leaves it open the user is asked', async () => {
    const stated = make((db) => layer(db, '奇怪 name', 100, [square]), 'stated.gpkg');
    expect((await vectors.read(stated)).set.crs).toBe('EPSG:4547');
    expect((await vectors.read(stated, { crs: 'EPSG:4490' })).warnings.slice(0, 1)).toEqual([
      { key: 'vector.crs-stated', params: { stated: 'EPSG:4547', assumed: 'EPSG:4490' } },
    ]);
    const open = make((db) => layer(db, 'a', 0, [square]), 'open.gpkg');
    expect((await vectors.read(open)).set.crs).toBeNull();
    expect((await vectors.read(open, { crs: 'EPSG:4490' })).set.crs).toBe('EPSG:4490');
  });

  test('layers in different systems must be chosen from', async () => {
    const path = make((db) => {
      layer(db, 'a', 100, [square]);
      layer(db, 'b', 4490, [square]);
    });
    await expect(vectors.read(path)).rejects.toMatchObject({ code: 'E-VEC-013' });
    expect((await vectors.read(path, { layer: 'b' })).set.crs).toBe('EPSG:4490');
  });

  test('rows without geometry or with other geometry are left out and counted; pictures are no properties', async () => {
    const point = Uint8Array.of(0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, ...new Uint8Array(16));
    const { set, warnings } = await vectors.read(make((db) => layer(db, 'a', 100, [null, point, square])));
    expect(set.features).toEqual([
      {
        id: '3',
        geometry: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
        properties: { label: '标签' },
      },
    ]);
    expect(warnings).toEqual([
      { key: 'vector.null-geometry', params: { count: 1 } },
      { key: 'vector.not-polygon', params: { count: 1 } },
      { key: 'vector.property-left-out', params: { count: 1 } },
    ]);
  });

  test('damage is typed: a broken geometry by its row, a broken file, SQLite without a map', async () => {
    const bad = make((db) => layer(db, 'a', 100, [square.subarray(0, 60)]), 'bad.gpkg');
    await expect(vectors.read(bad)).rejects.toMatchObject({
      code: 'E-VEC-012',
      where: expect.stringMatching(/a#1$/),
    });
    const cut = write(Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100, 0xff)]), 'cut.gpkg');
    await expect(vectors.read(cut)).rejects.toMatchObject({ code: 'E-VEC-011' });
    const other = join(folder, 'other.gpkg');
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE t (a)');
    db.close();
    await expect(vectors.read(other)).rejects.toMatchObject({ code: 'E-VEC-011' });
  });

  test('a view that never ends is not run, in the place of a layer or of a register', async () => {
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS shape FROM n';
    const path = make((db) => {
      db.exec(`CREATE VIEW a AS ${endless}`);
      db.exec(
        "INSERT INTO gpkg_contents VALUES ('a', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('a', 'shape', 100)",
      );
    }, 'view.gpkg');
    await expect(vectors.read(path)).rejects.toMatchObject({ code: 'E-VEC-006' });
    const register = make(
      (db) => db.exec(`DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS ${endless}`),
      'register.gpkg',
    );
    await expect(vectors.read(register)).rejects.toMatchObject({ code: 'E-VEC-011' });
  });
});
