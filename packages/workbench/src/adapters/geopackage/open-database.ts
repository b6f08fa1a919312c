import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { AftermineError } from '@aftermine/science/base';
import { knownVersion, migrate } from './migrations.ts';
import { registerSpatialFunctions } from './spatial-index.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import { APPLICATION_ID } from './tables.ts';

/** How long a statement waits for another program (QGIS, a second `status`) to finish. */
export const BUSY_MILLISECONDS = 5000;
const SQLITE_MAGIC = 'SQLite format 3\0';

/**
 * Opens the project file at `path`, making it when there is none, and brings its tables up to date.
 * Write-ahead logging (readers such as QGIS never block a run), every commit synced to the disk, foreign
 * keys kept.
 *
 * @throws InvalidInput `E-STO-001` for a file that is no GeoPackage, `E-STO-002` damaged, `E-STO-004` a
 * GeoPackage that is no project, `E-STO-005` a place that cannot be written; Unsupported `E-STO-003` newer
 * than this program; Conflict `E-STO-006` busy
 */
export function openDatabase(path: string): DatabaseSync {
  const fresh = isFresh(path);
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_MILLISECONDS });
    if (!fresh) assertProject(db, path);
    // Before the first table: the check of an existing file must not have changed it.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    registerSpatialFunctions(db);
    migrate(db, path);
    return db;
  } catch (cause) {
    try {
      db?.close();
    } catch {
      // The first failure is the one to tell.
    }
    throw sqliteFailure(path, cause);
  }
}

/** True for a file that is absent or has no content yet; a file that is not SQLite is refused unread. */
function isFresh(path: string): boolean {
  if (!existsSync(path)) return true;
  const head = Buffer.alloc(SQLITE_MAGIC.length);
  let length: number;
  try {
    const fd = openSync(path, 'r');
    try {
      length = readSync(fd, head);
    } finally {
      closeSync(fd);
    }
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-STO-005', { where: path, got: String(cause), cause });
  }
  if (length > 0 && head.toString('latin1') !== SQLITE_MAGIC) {
    throw new AftermineError('InvalidInput', 'E-STO-001', { where: path, got: 'not SQLite' });
  }
  // A crash while the very first transaction was being written leaves a file without content and its log.
  return length === 0;
}

function assertProject(db: DatabaseSync, path: string): void {
  const id = Number(db.prepare('PRAGMA application_id').get()?.['application_id']);
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.['n']);
  if (tables === 0) return;
  if (id !== APPLICATION_ID) {
    throw new AftermineError('InvalidInput', 'E-STO-001', {
      where: path,
      expected: 'GPKG',
      got: `0x${id.toString(16)}`,
    });
  }
  if (knownVersion(db, path) === 0) throw new AftermineError('InvalidInput', 'E-STO-004', { where: path });
  const check = String(Object.values(db.prepare('PRAGMA quick_check(1)').get() ?? {})[0]);
  if (check !== 'ok') throw new AftermineError('InvalidInput', 'E-STO-002', { where: path, got: check });
}
