import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleObservation, exampleSite } from '../store.suite.ts';
import { GeoPackageStore } from './geopackage-store.ts';
import { MIGRATIONS, type Migration, migrate, schemaVersion } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { sqliteFailure } from './sqlite-failure.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  path = join(folder, 'project.gpkg');
});
afterEach(() => rmSync(folder, { recursive: true }));

const refusal = (): unknown => {
  try {
    openDatabase(path).close();
    return null;
  } catch (error) {
    return error;
  }
};

describe('openDatabase', () => {
  test('text in the place of the store is refused and left as it is', () => {
    writeFileSync(path, '{"type": "FeatureCollection"}');
    expect(refusal()).toMatchObject({ code: 'E-STO-001' });
    expect(readFileSync(path, 'utf8')).toBe('{"type": "FeatureCollection"}');
  });

  test('another SQLite database is refused and left as it is', () => {
    const db = new DatabaseSync(path);
    db.exec('CREATE TABLE mine (id INTEGER)');
    db.close();
    const before = readFileSync(path);
    expect(refusal()).toMatchObject({ code: 'E-STO-001' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a GeoPackage that is no project is refused', () => {
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA application_id = ${0x47504b47}; CREATE TABLE gpkg_contents (table_name TEXT)`);
    db.close();
    expect(refusal()).toMatchObject({ code: 'E-STO-004' });
  });

  test('a file cut short or overwritten in the middle is said to be damaged', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ site: exampleSite(), observation: exampleObservation() });
    await store.close();
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    expect(refusal()).toMatchObject({ code: 'E-STO-002' });
    const scrambled = Buffer.from(whole);
    scrambled.fill(0xa5, 4096, whole.length - 4096);
    writeFileSync(path, scrambled);
    expect(refusal()).toMatchObject({ code: expect.stringMatching(/^E-STO-00[124]$/) });
  });

  test('a folder that is not there, or a folder in the place of the file, is a typed error', () => {
    path = join(folder, 'absent', 'project.gpkg');
    expect(refusal()).toMatchObject({ code: 'E-STO-005' });
    path = join(folder, 'folder.gpkg');
    mkdirSync(path);
    expect(refusal()).toMatchObject({ code: 'E-STO-005' });
  });

  test('a file of a newer Aftermine is refused and left as it is', () => {
    const db = openDatabase(path);
    db.exec("UPDATE aftermine_meta SET value = '99' WHERE key = 'schema'; PRAGMA journal_mode = DELETE");
    db.close();
    const before = readFileSync(path);
    expect(refusal()).toMatchObject({ tag: 'Unsupported', code: 'E-STO-003', got: 99 });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a file without content (a crash before the first commit) becomes a new store', () => {
    writeFileSync(path, '');
    expect(refusal()).toBeNull();
  });

  test('what SQLite reports keeps its meaning', () => {
    const code = (errcode: number): unknown =>
      (sqliteFailure(path, Object.assign(new Error('x'), { errcode })) as { code: string }).code;
    expect([26, 11, 267, 8, 1032, 14, 5, 6, 13, 10].map(code)).toEqual([
      'E-STO-001',
      'E-STO-002',
      'E-STO-002',
      'E-STO-005',
      'E-STO-005',
      'E-STO-005',
      'E-STO-006',
      'E-STO-006',
      'E-STO-007',
      'E-STO-008',
    ]);
    const other = new Error('not of SQLite');
    expect(sqliteFailure(path, other)).toBe(other);
  });
});

describe('migrate', () => {
  const newest = MIGRATIONS.length;
  const next: Migration = {
    version: newest + 1,
    up: (db) => db.exec('ALTER TABLE units ADD COLUMN colour TEXT'),
  };

  test('an older file is brought forward, keeping what it holds', async () => {
    const store = new GeoPackageStore(path);
    await store.save({ site: exampleSite() });
    await store.close();
    const db = openDatabase(path);
    expect(migrate(db, path, [...MIGRATIONS, next])).toBe(newest + 1);
    expect(migrate(db, path, [...MIGRATIONS, next])).toBe(newest + 1);
    expect(db.prepare('SELECT unit_id, colour FROM units').all()).toHaveLength(2);
    db.close();
  });

  test('a step that fails leaves the version and the tables before it', () => {
    const db = openDatabase(path);
    const broken: Migration = {
      version: newest + 2,
      up(inner) {
        inner.exec('CREATE TABLE half (id INTEGER)');
        throw new Error('power cut');
      },
    };
    expect(() => migrate(db, path, [...MIGRATIONS, next, broken])).toThrow('power cut');
    expect(schemaVersion(db)).toBe(newest);
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
    expect(
      db
        .prepare('PRAGMA table_info(units)')
        .all()
        .map((row) => row['name']),
    ).not.toContain('colour');
    db.close();
  });

  test('steps are numbered from one without gaps', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });
});
