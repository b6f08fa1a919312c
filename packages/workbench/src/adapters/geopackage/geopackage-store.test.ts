import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { examplePlan } from '../plan-workbook/workbook-plan.fixture.ts';
import { exampleObservation, exampleSite, storeSuite } from '../store.suite.ts';
import { GeoPackageStore } from './geopackage-store.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { registerSpatialFunctions } from './spatial-index.ts';

storeSuite('geopackage', async () => {
  const folder = mkdtempSync(join(tmpdir(), '矿-store-'));
  return {
    store: new GeoPackageStore(join(folder, 'project.gpkg')),
    dispose: async () => rmSync(folder, { recursive: true }),
  };
});

describe('GeoPackageStore', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    path = join(folder, 'project.gpkg');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('closed, it is one file: no log beside it, and everything in it', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ site: exampleSite(), observation: exampleObservation() });
    expect(readdirSync(folder)).toContain('project.gpkg-wal');
    await store.close();
    expect(readdirSync(folder)).toEqual(['project.gpkg']);
    const again = new GeoPackageStore(path);
    expect(await again.site()).toEqual(exampleSite());
    expect(await again.observation()).toEqual(exampleObservation());
    await again.close();
  });

  test('closing leaves the data whole while another program reads', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ settings: 'kept' });
    const reader = new DatabaseSync(path, { readOnly: true });
    const rows = reader.prepare('SELECT * FROM gpkg_contents').iterate();
    rows.next();
    await store.save({ settings: 'newer' });
    await store.close();
    rows.return?.();
    reader.close();
    const again = new GeoPackageStore(path);
    expect(await again.settings()).toBe('newer');
    await again.close();
  });

  test('equal content makes equal bytes', async () => {
    const bytes = async (name: string): Promise<Buffer> => {
      const store = new GeoPackageStore(join(folder, name));
      await store.save({ site: exampleSite(), observation: exampleObservation() });
      await store.close();
      return readFileSync(join(folder, name));
    };
    expect((await bytes('a.gpkg')).equals(await bytes('b.gpkg'))).toBe(true);
  });

  test('the spatial index follows every edit, ours and those of other programs', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ site: exampleSite() });
    await store.close();
    const db = new DatabaseSync(path);
    registerSpatialFunctions(db);
    const hits = (x: number, y: number): unknown[] =>
      db
        .prepare(
          'SELECT id FROM rtree_units_geom WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ? ORDER BY id',
        )
        .all(x, x, y, y)
        .map((row) => row['id']);
    expect(hits(500_550, 4_000_550)).toEqual([2]);
    expect(hits(500_310, 4_000_310)).toEqual([1]);
    db.exec('UPDATE units SET geom = (SELECT geom FROM boundary) WHERE fid = 1');
    expect(hits(500_550, 4_000_550)).toEqual([1, 2]);
    db.exec('UPDATE units SET fid = 7 WHERE fid = 1');
    expect(hits(500_900, 4_000_100)).toEqual([7]);
    db.exec('UPDATE units SET geom = NULL WHERE fid = 7');
    expect(hits(500_900, 4_000_100)).toEqual([]);
    db.exec('DELETE FROM units');
    expect(db.prepare('SELECT count(*) AS n FROM rtree_units_geom').get()?.['n']).toBe(0);
    db.close();
  });

  test('reasons stand beside their numbers in both languages, for people who open the table', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ observation: exampleObservation() });
    await store.close();
    const db = new DatabaseSync(path);
    const row = db.prepare("SELECT * FROM unit_years WHERE unit_id = 'U2' AND year = 2001").get();
    expect(row).toMatchObject({
      median: null,
      reason: 'too-few-clear-looks',
      reason_params: '{"got":4,"needs":6}',
    });
    expect(typeof row?.['reason_zh']).toBe('string');
    expect(typeof row?.['reason_en']).toBe('string');
    db.close();
  });

  test('a plan of 50,000 units is saved and read within a minute', { timeout: 90_000 }, async () => {
    const plan = examplePlan(Array.from({ length: 50_000 }, (_, i) => `U${i}`));
    const store = new GeoPackageStore(path);
    const started = performance.now();
    await store.save({ site: exampleSite(), plan });
    const back = await store.plan();
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(back?.units).toHaveLength(50_000);
    expect(back?.units.at(-1)).toEqual(plan.units.at(-1));
    await store.close();
  });

  test('the plan layer states the system of its site: in an older file, in a new one, and without old shapes', async () => {
    const system = (file: DatabaseSync): unknown[] =>
      ['gpkg_contents', 'gpkg_geometry_columns'].map(
        (table) => file.prepare(`SELECT srs_id FROM ${table} WHERE table_name = 'plan'`).get()?.['srs_id'],
      );
    const older = new DatabaseSync(join(folder, 'older.gpkg'));
    migrate(older, 'older.gpkg', MIGRATIONS.slice(0, 2));
    older.exec("UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'boundary'");
    migrate(older, 'older.gpkg');
    expect(system(older)).toEqual([4326, 4326]);
    older.close();
    const store = new GeoPackageStore(path);
    await store.save({ site: exampleSite(), plan: examplePlan() });
    await store.save({ site: exampleSite('EPSG:4548') });
    await store.close();
    const db = new DatabaseSync(path);
    expect(system(db)).toEqual([4548, 4548]);
    expect(db.prepare('SELECT count(*) AS n FROM plan').get()?.['n']).toBe(0);
    db.close();
  });

  test('events can be neither changed nor deleted, by anybody', async () => {
    const store = new GeoPackageStore(path);
    await store.save({
      events: [{ at: '2026-01-01T00:00:00Z', command: 'import', kind: 'imported', detail: {} }],
    });
    await store.close();
    const db = new DatabaseSync(path);
    expect(() => db.exec('DELETE FROM aftermine_events')).toThrow('never deleted');
    expect(() => db.exec("UPDATE aftermine_events SET kind = 'x'")).toThrow('never changed');
    db.close();
  });

  test('a record that is damaged is a typed error, not a crash', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ observation: exampleObservation() });
    await store.close();
    const db = new DatabaseSync(path);
    db.exec("UPDATE aftermine_records SET value = '{\"years\": [19' WHERE name = 'observation'");
    db.close();
    const again = new GeoPackageStore(path);
    await expect(again.observation()).rejects.toMatchObject({ code: 'E-STO-002' });
    await again.close();
  });

  test('two writers take turns; one that waits too long is told', async () => {
    const store = new GeoPackageStore(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.save({ settings: 'x' })).rejects.toMatchObject({ tag: 'Conflict', code: 'E-STO-006' });
    other.exec('ROLLBACK');
    await store.save({ settings: 'y' });
    expect(await store.settings()).toBe('y');
    other.close();
    await store.close();
  });

  test('killed at any moment of a save, the store holds the last acknowledged state or the one being saved, whole', async () => {
    const script = join(folder, 'writer.ts');
    const here = JSON.stringify(import.meta.dirname);
    writeFileSync(
      script,
      `const { GeoPackageStore } = await import(${here} + '/geopackage-store.ts');
       const { observation } = JSON.parse(process.env.RECORD);
       const store = new GeoPackageStore(${JSON.stringify(path)});
       for (let n = 1; ; n += 1) {
         const years = Array.from({ length: 40 }, (_, i) => ({ ...observation.rsei.boundary[0], year: n * 100 + i }));
         const units = Object.fromEntries(Array.from({ length: 100 }, (_, i) => ['U' + i, years]));
         const rsei = { boundary: years, units, references: {} };
         await store.save({ observation: { ...observation, rsei, components: {} }, settings: String(n) });
         process.stdout.write(n + '\\n');
       }`,
    );
    const observation = exampleObservation();
    let acknowledged = 0;
    for (const delayMs of [30, 45, 61, 78, 97]) {
      acknowledged = 0;
      await new Promise<void>((resolve, reject) => {
        const child = spawn(process.execPath, [script], {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { RECORD: JSON.stringify({ observation }) },
        });
        child.stdout.on('data', (chunk: Buffer) => {
          acknowledged = Number(String(chunk).trim().split('\n').at(-1));
          if (acknowledged === 1) setTimeout(() => child.kill('SIGKILL'), delayMs);
        });
        child.once('error', reject);
        child.once('exit', () => resolve());
      });
      expect(acknowledged).toBeGreaterThan(0);
      const store = new GeoPackageStore(path);
      const settled = Number(await store.settings());
      // The save after the last answer may have been durable before the answer was heard.
      expect([acknowledged, acknowledged + 1]).toContain(settled);
      const rows = await store.unitYears('U7');
      expect(rows.map((row) => row.year)).toEqual(Array.from({ length: 40 }, (_, i) => settled * 100 + i));
      expect((await store.observation())?.rsei.boundary[0]?.year).toBe(settled * 100);
      await store.close();
    }
  });
});
