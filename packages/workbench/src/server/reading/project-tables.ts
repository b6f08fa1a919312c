import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import type { Workbench } from '../../ports/index.ts';

type Row = Readonly<Record<string, unknown>>;

/** Milliseconds a reader waits for a writer. */
const BUSY_MS = 5000;
const ROWS_AT_ONCE = 1000;
/** Pieces are unpacked in steps of this many bytes: a piece is a megabyte or more. */
const CHUNK = 1 << 20;

/**
 * Single columns and single elements of the project file, where the store would give whole records: of 50,000 units those are
 * hundreds of megabytes. The file is opened for reading only, so its time does not move. Tables are those of
 * `docs/developer/store.md`.
 */
export class ProjectTables {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /**
   * Opens the tables for one piece of work. A file of an older version is brought up to date first, and what is wrong with a file is
   * told by the store.
   */
  static async use<T>(
    workbench: Pick<Workbench, 'openStore'>,
    dir: string,
    work: (tables: ProjectTables) => Promise<T>,
  ): Promise<T> {
    const once = async (): Promise<T> => {
      const db = new DatabaseSync(join(dir, 'project.gpkg'), { readOnly: true, timeout: BUSY_MS });
      try {
        return await work(new ProjectTables(db));
      } finally {
        db.close();
      }
    };
    if (existsSync(join(dir, 'project.gpkg'))) {
      try {
        return await once();
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ERR_SQLITE_ERROR') throw error;
      }
    }
    await (await workbench.openStore(dir)).close();
    return once();
  }

  rows(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#db.prepare(sql).all(...values);
  }

  /** Rows one after the other; other work comes in between now and then. */
  async *each(sql: string): AsyncGenerator<Row> {
    let count = 0;
    for (const row of this.#db.prepare(sql).iterate()) {
      yield row;
      count += 1;
      if (count % ROWS_AT_ONCE === 0) await nextTurn();
    }
  }

  /** The first column of the first row; null where there is none. */
  value(sql: string, ...values: SQLInputValue[]): unknown {
    const row = this.#db.prepare(sql).get(...values);
    return row === undefined ? null : (Object.values(row)[0] ?? null);
  }

  /** JSON of a record without the lists that are kept apart; null where there is none. */
  record(name: string): Record<string, unknown> | null {
    const text = this.value('SELECT value FROM aftermine_records WHERE name = ?', name);
    return text === null ? null : (JSON.parse(String(text)) as Record<string, unknown>);
  }

  /** Every element of a list of a record, a piece at a time; other work comes in between. */
  async *pieces<T>(name: string, list: string): AsyncGenerator<readonly T[]> {
    for await (const text of this.texts(name, list)) yield JSON.parse(text) as T[];
  }

  /** The pieces of a list of a record as JSON arrays; other work comes in between. */
  async *texts(name: string, list: string): AsyncGenerator<string> {
    for (let piece = 0; ; piece += 1) {
      const text = this.#piece(name, list, piece);
      if (text === null) return;
      yield text;
      await nextTurn();
    }
  }

  /** How many elements a list of a record has; only its first and last pieces are read. */
  count(name: string, list: string): number {
    const pieces = Number(
      this.value('SELECT count(*) FROM aftermine_record_lists WHERE name = ? AND list = ?', name, list),
    );
    if (pieces === 0) return 0;
    const last = JSON.parse(this.#piece(name, list, pieces - 1) ?? '[]') as unknown[];
    return (pieces - 1) * this.#pieceSize(name, list) + last.length;
  }

  /** Elements at some places of a list, in the order of the places. */
  elementsAt<T>(name: string, list: string, places: readonly number[]): T[] {
    const size = this.#pieceSize(name, list);
    const known = new Map<number, readonly T[]>();
    return places.flatMap((place) => {
      const piece = Math.floor(place / size);
      let elements = known.get(piece);
      if (elements === undefined) {
        elements = JSON.parse(this.#piece(name, list, piece) ?? '[]') as T[];
        known.set(piece, elements);
      }
      return elements[place % size] ?? [];
    });
  }

  /**
   * The element whose `key` is `id`; null where there is none. Looked for where it ought to be first, then everywhere.
   *
   * @param place where it stands if the list goes like the units of the site
   */
  async element<T>(name: string, list: string, key: string, id: string, place: number): Promise<T | null> {
    const mark = `${JSON.stringify(key)}:${JSON.stringify(id)}`;
    const at = (piece: number): T | null | undefined => {
      const text = this.#piece(name, list, piece);
      if (text === null) return undefined;
      if (!text.includes(mark)) return null;
      const elements = JSON.parse(text) as (T & Readonly<Record<string, unknown>>)[];
      return elements.find((element) => element[key] === id) ?? null;
    };
    const guess = Math.floor(place / this.#pieceSize(name, list));
    const near = at(guess);
    if (near !== null && near !== undefined) return near;
    for (let piece = 0; ; piece += 1) {
      if (piece === guess) continue;
      const found = at(piece);
      if (found === undefined) return null;
      if (found !== null) return found;
      await nextTurn();
    }
  }

  #pieceSize(name: string, list: string): number {
    const first = this.#piece(name, list, 0);
    return first === null ? 1 : Math.max(1, (JSON.parse(first) as unknown[]).length);
  }

  #piece(name: string, list: string, piece: number): string | null {
    const bytes = this.value(
      'SELECT value FROM aftermine_record_lists WHERE name = ? AND list = ? AND piece = ?',
      name,
      list,
      piece,
    );
    return bytes === null ? null : inflateSync(bytes as Uint8Array, { chunkSize: CHUNK }).toString('utf8');
  }
}
