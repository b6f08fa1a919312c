import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crsWkt } from '../../packages/workbench/src/adapters/geopackage/crs-wkt.ts';
import { GeoPackageStore } from '../../packages/workbench/src/adapters/geopackage/geopackage-store.ts';
import { examplePlan } from '../../packages/workbench/src/adapters/plan-workbook/workbook-plan.fixture.ts';
import {
  exampleObservation,
  exampleSamples,
  exampleSite,
} from '../../packages/workbench/src/adapters/store.suite.ts';
import { FileVectors } from '../../packages/workbench/src/adapters/vectors/file-vectors.ts';
import { describeWithData, golden } from '../golden.ts';

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
  folder = mkdtempSync(join(tmpdir(), 'gpkg-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function project(crs: string): Promise<string> {
  const path = join(folder, `${crs.replace(':', '-')}.gpkg`);
  const store = new GeoPackageStore(path);
  await store.save({
    site: exampleSite(crs),
    observation: exampleObservation(),
    samples: exampleSamples(),
    plan: examplePlan(),
  });
  await store.close();
  return path;
}

describe('the project file as a GeoPackage', () => {
  test('has the tables, marks and rows that the standard requires', async () => {
    const db = new DatabaseSync(await project('EPSG:4547'), { readOnly: true });
    const one = (sql: string): unknown => Object.values(db.prepare(sql).get() ?? {})[0];
    expect(one('PRAGMA application_id')).toBe(0x47504b47);
    expect(one('PRAGMA user_version')).toBe(10_300);
    expect(one('PRAGMA integrity_check')).toBe('ok');
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const systems = db.prepare('SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id').all();
    expect(systems.map((row) => row['srs_id'])).toEqual([-1, 0, 4326, 4547]);
    const contents = db.prepare('SELECT * FROM gpkg_contents ORDER BY rowid').all();
    expect(contents.map((row) => [row['table_name'], row['data_type'], row['srs_id']])).toEqual([
      ['boundary', 'features', 4547],
      ['units', 'features', 4547],
      ['reference_areas', 'features', 4547],
      ['unit_years', 'attributes', null],
      ['unit_changes', 'attributes', null],
      ['unit_summary', 'attributes', null],
      ['findings', 'features', 4547],
      ['unit_indicators', 'attributes', null],
      ['samples', 'features', 4547],
      ['plan', 'features', 4547],
      ['plan_tasks', 'attributes', null],
      ['plan_cash_flow', 'attributes', null],
      ['plan_bill', 'attributes', null],
      ['alerts', 'features', 4547],
      ['season_units', 'attributes', null],
    ]);
    expect(contents[0]).toMatchObject({ min_x: 500_000, min_y: 4_000_000, max_x: 501_000, max_y: 4_001_000 });
    for (const { last_change: stamp } of contents)
      expect(stamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    // The extent is that of the one sample with a place.
    expect(contents[8]).toMatchObject({
      min_x: 500_010.5,
      min_y: 4_000_020.25,
      max_x: 500_010.5,
      max_y: 4_000_020.25,
    });
    for (const [table, type] of [
      ['boundary', 'MULTIPOLYGON'],
      ['units', 'MULTIPOLYGON'],
      ['reference_areas', 'MULTIPOLYGON'],
      ['findings', 'MULTIPOLYGON'],
      ['samples', 'POINT'],
      ['plan', 'MULTIPOLYGON'],
      ['alerts', 'MULTIPOLYGON'],
    ] as const) {
      expect(
        db
          .prepare(
            'SELECT geometry_type_name AS type, srs_id FROM gpkg_geometry_columns WHERE table_name = ?',
          )
          .get(table),
      ).toEqual({ type, srs_id: 4547 });
      expect(one(`SELECT extension_name FROM gpkg_extensions WHERE table_name = '${table}'`)).toBe(
        'gpkg_rtree_index',
      );
      const triggers = db
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name")
        .all(table);
      expect(triggers.map((row) => String(row['name']).replace(`rtree_${table}_geom_`, ''))).toEqual([
        'delete',
        'insert',
        'update1',
        'update2',
        'update3',
        'update4',
      ]);
    }
    db.close();
  });
});

describeWithGdal('GDAL and the project file', () => {
  test.each([
    'EPSG:4490',
    'EPSG:4326',
    'EPSG:4547',
    'EPSG:4526',
    'EPSG:4498',
    'EPSG:32650',
    'EPSG:4610',
    'EPSG:4214',
    'EPSG:26910',
  ])('reads every layer in %s: system, counts, names, spatial index', async (crs) => {
    const path = await project(crs);
    const text = gdal('ogrinfo', '-so', '-al', path);
    expect(text).not.toMatch(/warning|error/i);
    const layers = text.split('Layer name: ').slice(1);
    expect(layers.map((layer) => layer.split('\n')[0])).toEqual([
      'boundary',
      'units',
      'reference_areas',
      'findings',
      'samples',
      'plan',
      'alerts',
      'unit_years',
      'unit_changes',
      'unit_summary',
      'unit_indicators',
      'plan_tasks',
      'plan_cash_flow',
      'plan_bill',
      'season_units',
    ]);
    for (const [i, layer] of layers.slice(0, 7).entries()) {
      expect(layer).toContain(`Geometry: ${i === 4 ? 'Point' : 'Multi Polygon'}\n`);
      expect(layer).toContain(`ID["EPSG",${crs.slice(5)}]]`);
    }
    expect(layers.map((layer) => Number(/Feature Count: (\d+)/.exec(layer)?.[1]))).toEqual([
      1, 2, 1, 0, 2, 3, 0, 16, 6, 4, 0, 6, 8, 12, 0,
    ]);
    for (const table of ['boundary', 'units', 'reference_areas', 'findings', 'samples', 'plan', 'alerts']) {
      expect(gdal('ogrinfo', '-q', path, '-sql', `SELECT HasSpatialIndex('${table}', 'geom')`)).toMatch(
        /= 1\b/,
      );
    }
    expect(gdal('ogrinfo', '-al', '-q', path, 'units')).toContain('一号排土场');
  });

  test('finds units through the spatial index and sees holes and parts', async () => {
    const path = await project('EPSG:4547');
    const found = gdal(
      'ogrinfo',
      '-q',
      '-al',
      path,
      'units',
      '-spat',
      '500090',
      '4000090',
      '500105',
      '4000105',
    );
    expect(found).toContain('unit_id (String) = 图斑-1');
    expect(found).not.toContain('U2');
    const area = gdal(
      'ogrinfo',
      '-q',
      path,
      '-dialect',
      'SQLite',
      '-sql',
      'SELECT ST_Area(geom) AS a FROM units ORDER BY fid',
    );
    expect([...area.matchAll(/= ([\d.]+)/g)].map((match) => Number(match[1]))).toEqual([
      50 * 50 - 10 * 10 + 20 * 20,
      100 * 100,
    ]);
  });

  test('finds a sample where it was taken, with its reading and what lay below detection', async () => {
    const path = await project('EPSG:4526');
    const near = gdal('ogrinfo', '-q', path, 'samples', '-spat', '500010', '4000020', '500011', '4000021');
    expect(near).toContain('POINT (500010.5 4000020.25)');
    expect(near).toContain('sample_id (String) = 样点1');
    expect(near).toContain('Cd (Real) = 7.03');
    expect(near).toContain('Hg (Real) = (null)');
    expect(near).toContain('below (String) = Hg < 0.002');
    expect(near).not.toContain('S2');
  });

  test('finds what is planned where it lies, and its bill and tasks by the unit', async () => {
    const path = await project('EPSG:4547');
    const near = gdal('ogrinfo', '-q', path, 'plan', '-spat', '500090', '4000090', '500105', '4000105');
    expect(near).toContain('unit_id (String) = 图斑-1');
    expect(near).toContain('end_use_zh (String) = 草地');
    expect(near).toMatch(/start_year \(Integer(64)?\) = 2027/);
    expect(near).not.toContain('U2');
    const sql = (text: string): string => gdal('ogrinfo', '-q', path, '-dialect', 'SQLite', '-sql', text);
    const [unit] = examplePlan().units;
    const bill = sql(
      `SELECT p.public_cost - sum(b.cost) AS d FROM plan p JOIN plan_bill b USING (unit_id)
       WHERE b.payer = 'public' AND p.unit_id = '${unit!.id}' GROUP BY p.unit_id`,
    );
    expect(Number(/ d \(Real\) = (\S+)/.exec(bill)?.[1])).toBeCloseTo(0, 6);
    const tasks = sql(
      "SELECT min(starts) AS first, max(ends) AS last FROM plan_tasks WHERE unit_id = '图斑-1'",
    );
    expect(tasks).toContain('first (String) = 2027-04');
    expect(tasks).toContain('last (String) = 2029-07');
  });

  test('joins the tables of the observation to the units', async () => {
    const path = await project('EPSG:4547');
    const sql =
      'SELECT u.name, s.greatest_loss_start AS loss FROM units u JOIN unit_summary s USING (unit_id) WHERE u.damage IS NOT NULL';
    const text = gdal('ogrinfo', '-q', path, '-sql', sql);
    expect(text).toMatch(/loss \(Integer(64)?\) = 2003/);
  });

  test('what GDAL edits, Aftermine reads: our triggers run in its hands', async () => {
    const path = await project('EPSG:32650');
    gdal(
      'ogrinfo',
      path,
      '-sql',
      "UPDATE units SET geom = (SELECT geom FROM boundary), name = '改名' WHERE unit_id = 'U2'",
    );
    const store = new GeoPackageStore(path);
    const unit = (await store.site())?.units.find((one) => one.id === 'U2');
    await store.close();
    expect(unit?.name).toBe('改名');
    expect(unit?.geometry).toEqual(exampleSite().boundary);
  });

  test('the text of every coordinate system is the one GDAL writes', () => {
    const bare = (wkt: string): string => wkt.replace(/,(AXIS|TOWGS84)\[[^\]]*\]/g, '').replace(/\s+/g, '');
    // First and last of every run of zones.
    const runs = [
      4491, 4501, 4502, 4512, 4513, 4533, 4534, 4554, 2327, 2348, 2349, 2390, 21413, 21463, 2401, 2442,
    ];
    for (const code of [4326, 4490, 4610, 4214, 4269, ...runs, 32601, 32660, 32701, 32760, 26901, 26923]) {
      const theirs = gdal('gdalsrsinfo', '-o', 'wkt1', '--single-line', `EPSG:${code}`);
      expect(bare(crsWkt(code)?.wkt ?? '')).toBe(bare(theirs));
    }
  });

  test('a file GDAL writes is read: degrees, several layers, Chinese attributes', async () => {
    const ours = await project('EPSG:4547');
    const theirs = join(folder, 'theirs.gpkg');
    gdal('ogr2ogr', '-f', 'GPKG', theirs, ours, 'units', '-nln', '图斑', '-t_srs', 'EPSG:4490');
    const { set, warnings } = await new FileVectors().read(theirs, { layer: '图斑' });
    expect(set.crs).toBe('EPSG:4490');
    expect(set.features.map((feature) => feature.properties['name'])).toEqual(['一号排土场', null]);
    expect(warnings).toEqual([]);
    const [x, y] = set.features[1]!.geometry[0]![0]![0]!;
    expect(Math.abs(x - 114)).toBeLessThan(0.1);
    expect(Math.abs(y - 36.1)).toBeLessThan(0.2);
  });
});

describeWithData('GeoPackages that others made', golden('recovery/wildfire_516.gpkg'), () => {
  test.each([
    ['test_multiple_polygons', 5],
    ['test_reference', 2],
    ['test_single_polygon', 1],
    ['wildfire_516', 1],
  ])('%s is read with its system', async (name, count) => {
    const { set, warnings } = await new FileVectors().read(golden(`recovery/${name}.gpkg`));
    expect(set.crs).toBe('EPSG:26910');
    expect(set.features).toHaveLength(count);
    expect(warnings).toEqual([]);
    for (const { geometry } of set.features) {
      const [x, y] = geometry[0]![0]![0]!;
      expect(Math.abs(x - 492_800)).toBeLessThan(1000);
      expect(Math.abs(y - 5_967_400)).toBeLessThan(1000);
    }
  });
});
