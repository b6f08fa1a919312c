import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleObservation, exampleSite } from '../store.suite.ts';
import { GeoPackageStore } from './geopackage-store.ts';
import { schemaVersion } from './migrations.ts';
import { openForReading } from './open-for-reading.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'));
  path = join(folder, 'project.gpkg');
  const store = new GeoPackageStore(path);
  await store.save({ site: exampleSite(), observation: exampleObservation() });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const setVersion = (version: number): void => {
  const db = new DatabaseSync(path);
  db.exec(`UPDATE aftermine_meta SET value = '${version}' WHERE key = 'schema'`);
  db.close();
};

test('reading gives what was saved, leaves every byte and the time of the file, and saves nothing', async () => {
  const [bytes, { mtimeNs }] = [readFileSync(path), statSync(path, { bigint: true })];
  const store = new GeoPackageStore(path, { readOnly: true });
  expect(await store.site()).toEqual(exampleSite());
  expect(await store.observation()).toEqual(exampleObservation());
  await expect(store.save({ settings: '{}' })).rejects.toMatchObject({ code: 'E-STO-005' });
  await store.close();
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs);
});

test('a file that is not there or has older tables is left to be opened in earnest, a newer one is refused', async () => {
  expect(openForReading(join(folder, 'absent.gpkg'))).toBeNull();
  setVersion(3);
  expect(openForReading(path)).toBeNull();
  setVersion(99);
  expect(() => new GeoPackageStore(path, { readOnly: true })).toThrow(
    expect.objectContaining({ code: 'E-STO-003' }),
  );
});

test('a file that is cut short or no database is refused as ever', () => {
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, whole.length / 2));
  expect(() => new GeoPackageStore(path, { readOnly: true })).toThrow(
    expect.objectContaining({ code: 'E-STO-002' }),
  );
  writeFileSync(path, 'no database');
  expect(() => new GeoPackageStore(path, { readOnly: true })).toThrow(
    expect.objectContaining({ code: 'E-STO-001' }),
  );
});

test('it reads beside a writer, and sees what was committed', async () => {
  const writer = new GeoPackageStore(path);
  await writer.save({ settings: '{"a":1}' });
  const reader = new GeoPackageStore(path, { readOnly: true });
  expect(await reader.settings()).toBe('{"a":1}');
  await reader.close();
  await writer.close();
  const db = openForReading(path);
  expect(schemaVersion(db!)).toBeGreaterThan(3);
  db!.close();
});
