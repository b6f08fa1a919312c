import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { deflateSync, inflateSync } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import type { Reference } from '@aftermine/science/evidence';
import type {
  EvidenceEntry,
  EvidenceKind,
  EvidenceSource,
  EvidenceStore,
  JsonObject,
} from '../../ports/index.ts';
import { parseJson } from '../geopackage/rows.ts';
import { sqliteFailure } from '../geopackage/sqlite-failure.ts';

/** `AFEV`, the application id of the file. */
const APPLICATION_ID = 0x41464556;
const VERSION = 1;

const TABLES = `
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${VERSION};
  CREATE TABLE sources (place INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, file TEXT NOT NULL,
    value TEXT NOT NULL);
  CREATE TABLE reference_records (source TEXT NOT NULL REFERENCES sources (sha256) ON DELETE CASCADE, place INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE, value BLOB NOT NULL, PRIMARY KEY (source, place)) WITHOUT ROWID;
  CREATE TABLE entries (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL,
    value TEXT NOT NULL);
  CREATE INDEX entries_kind ON entries (kind);
  CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER entries_last BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
`;

/** What was worked out and can be again, by name, with a mark of what it was made from. */
const DERIVED =
  'CREATE TABLE IF NOT EXISTS derived (name TEXT PRIMARY KEY, "from" TEXT NOT NULL, value BLOB NOT NULL) WITHOUT ROWID';

/** The literature side of a project in one SQLite file. */
export class SqliteEvidence implements EvidenceStore {
  readonly #db: DatabaseSync;
  readonly #path: string;

  /**
   * Opens or makes the file.
   *
   * @throws InvalidInput `E-STO-001` for a file that is no evidence library, Unsupported `E-STO-003` for one of a newer Aftermine
   */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#db = new DatabaseSync(path);
      this.#db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
    } catch (cause) {
      throw sqliteFailure(path, cause);
    }
    this.#guard(() => {
      const version = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
      const id = Number(this.#db.prepare('PRAGMA application_id').get()?.['application_id'] ?? 0);
      if (version > VERSION && id === APPLICATION_ID)
        throw new AftermineError('Unsupported', 'E-STO-003', {
          where: path,
          expected: VERSION,
          got: version,
        });
      if (id === APPLICATION_ID) return;
      const tables = this.#db.prepare('SELECT count(*) AS n FROM sqlite_master').get();
      if (Number(tables?.['n'] ?? 0) > 0)
        throw new AftermineError('InvalidInput', 'E-STO-001', { where: path });
      this.#transaction(() => this.#db.exec(TABLES));
    });
  }

  async sources(): Promise<readonly EvidenceSource[]> {
    return this.#rows('SELECT value FROM sources ORDER BY place').map(
      ({ value }) => parseJson(String(value), this.#path) as EvidenceSource,
    );
  }

  async references(): Promise<readonly Reference[]> {
    return this.#rows(
      `SELECT reference_records.value AS value FROM reference_records JOIN sources ON sha256 = source
       ORDER BY sources.place, reference_records.place`,
    ).map(
      ({ value }) => parseJson(inflateSync(value as Uint8Array).toString('utf8'), this.#path) as Reference,
    );
  }

  async keys(): Promise<readonly string[]> {
    return this.#rows(
      `SELECT reference_records.key AS key FROM reference_records JOIN sources ON sha256 = source
       ORDER BY sources.place, reference_records.place`,
    ).map(({ key }) => String(key));
  }

  async addSource(source: EvidenceSource, references: readonly Reference[]): Promise<'added' | 'known'> {
    return this.#guard(() =>
      this.#transaction((): 'added' | 'known' => {
        const { sha256, file } = source;
        if (this.#db.prepare('SELECT 1 FROM sources WHERE sha256 = ?').get(sha256) !== undefined)
          return 'known';
        this.#db
          .prepare('INSERT INTO sources (sha256, file, value) VALUES (?, ?, ?)')
          .run(sha256, file, JSON.stringify(source));
        const insert = this.#db.prepare('INSERT INTO reference_records VALUES (?, ?, ?, ?)');
        references.forEach((reference, i) => {
          insert.run(sha256, i, reference.key, deflateSync(JSON.stringify(reference), { level: 1 }));
        });
        return 'added';
      }),
    );
  }

  async removeSource(sha256: string): Promise<boolean> {
    return this.#guard(
      () => this.#db.prepare('DELETE FROM sources WHERE sha256 = ?').run(sha256).changes > 0,
    );
  }

  async entries(kind?: EvidenceKind): Promise<readonly EvidenceEntry[]> {
    const where = kind === undefined ? '' : ' WHERE kind = ?';
    return this.#rows(
      `SELECT * FROM entries${where} ORDER BY seq`,
      ...(kind === undefined ? [] : [kind]),
    ).map((row) => ({
      seq: Number(row['seq']),
      kind: row['kind'] as EvidenceKind,
      at: String(row['at']),
      by: String(row['by']),
      value: parseJson(String(row['value']), `${this.#path}: entry ${row['seq']}`) as EvidenceEntry['value'],
    }));
  }

  async append(entries: readonly Omit<EvidenceEntry, 'seq'>[]): Promise<void> {
    this.#guard(() =>
      this.#transaction(() => {
        const insert = this.#db.prepare('INSERT INTO entries (kind, at, "by", value) VALUES (?, ?, ?, ?)');
        for (const { kind, at, by, value } of entries) insert.run(kind, at, by, JSON.stringify(value));
      }),
    );
  }

  async revision(): Promise<string> {
    const hash = createHash('sha256');
    for (const { sha256 } of this.#rows('SELECT sha256 FROM sources ORDER BY sha256'))
      hash.update(`${sha256}\n`);
    for (const row of this.#rows('SELECT seq, kind, value FROM entries ORDER BY seq'))
      hash.update(`${row['seq']} ${row['kind']} ${row['value']}\n`);
    return hash.digest('hex');
  }

  async derived(name: string, from: string): Promise<JsonObject | null> {
    // Files of before have no such table; a copy that is damaged is worked out anew.
    try {
      const row = this.#db.prepare('SELECT value FROM derived WHERE name = ? AND "from" = ?').get(name, from);
      if (row === undefined) return null;
      return parseJson(inflateSync(row['value'] as Uint8Array).toString('utf8'), this.#path) as JsonObject;
    } catch {
      return null;
    }
  }

  async keepDerived(name: string, from: string, value: JsonObject): Promise<void> {
    const packed = deflateSync(JSON.stringify(value), { level: 1 });
    try {
      this.#db.exec(DERIVED);
      this.#db.prepare('INSERT OR REPLACE INTO derived VALUES (?, ?, ?)').run(name, from, packed);
    } catch {
      // It can be worked out anew: a file on a read-only disk, or one that another program writes, is no failure.
    }
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    try {
      this.#db.exec(
        'PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;',
      );
    } catch {
      // Another program is reading: the log stays beside the file and nothing is lost.
    } finally {
      this.#db.close();
    }
  }

  #transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (cause) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw cause;
    }
  }

  #rows(sql: string, ...values: SQLInputValue[]): ReturnType<StatementSync['all']> {
    return this.#guard(() => this.#db.prepare(sql).all(...values));
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw sqliteFailure(this.#path, cause);
    }
  }
}
