import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS, schemaVersion } from './migrations.ts';
import { BUSY_MILLISECONDS } from './open-database.ts';

/**
 * The project file at `path` for reading alone, without the check from end to end that `openDatabase` makes: of 50,000 units that
 * is a second and more. The file is not written, so its time stays.
 *
 * @returns null where `openDatabase` has something to do or to say first: no file, older tables, newer ones, a crash to recover from
 */
export function openForReading(path: string): DatabaseSync | null {
  if (!existsSync(path)) return null;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MILLISECONDS });
    if (schemaVersion(db) === MIGRATIONS.at(-1)?.version) return db;
  } catch {
    // Whatever is wrong is told by opening it in earnest.
  }
  db?.close();
  return null;
}
