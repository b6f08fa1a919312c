import type { DatabaseSync } from 'node:sqlite';
import { deflateSync, inflateSync } from 'node:zlib';
import { parseJson } from './rows.ts';

/** Lists of a record that grow with the site, kept in pieces so that neither writing nor reading holds the whole as text. */
export const recordListsSql = `
  CREATE TABLE aftermine_record_lists (name TEXT NOT NULL, list TEXT NOT NULL, piece INTEGER NOT NULL,
    value BLOB NOT NULL, PRIMARY KEY (name, list, piece)) WITHOUT ROWID;
`;

/** Elements to a piece, unless they are large; a piece is deflated JSON, for the elements of a list look much alike. */
const PIECE = 500;
const LEVEL = 1;
/** Unpacked in steps of this many bytes: a piece is a megabyte or more. */
const CHUNK = 1 << 20;

/** Replaces list `list` of record `name`, `perPiece` elements to a piece. Runs inside the caller's transaction. */
export function saveRecordList(
  db: DatabaseSync,
  name: string,
  list: string,
  elements: readonly unknown[],
  perPiece = PIECE,
): void {
  db.prepare('DELETE FROM aftermine_record_lists WHERE name = ? AND list = ?').run(name, list);
  const insert = db.prepare('INSERT INTO aftermine_record_lists VALUES (?, ?, ?, ?)');
  for (let piece = 0; piece * perPiece < elements.length; piece += 1) {
    const text = JSON.stringify(elements.slice(piece * perPiece, (piece + 1) * perPiece));
    insert.run(name, list, piece, deflateSync(text, { level: LEVEL }));
  }
}

/** The elements as saved, in order; empty where none were. */
export function loadRecordList<T>(db: DatabaseSync, name: string, list: string): T[] {
  const rows = db.prepare(
    'SELECT value FROM aftermine_record_lists WHERE name = ? AND list = ? ORDER BY piece',
  );
  const elements: T[] = [];
  for (const { value } of rows.iterate(name, list)) {
    const text = inflateSync(value as Uint8Array, { chunkSize: CHUNK }).toString('utf8');
    for (const element of parseJson(text, `${name}.${list}`) as T[]) elements.push(element);
  }
  return elements;
}

/**
 * Makes list `to` of record `name` anew from list `from`, each element as `told` has it, with one piece in memory at a time. Runs
 * inside the caller's transaction.
 */
export function deriveRecordList<T>(
  db: DatabaseSync,
  name: string,
  from: string,
  to: string,
  told: (element: T) => unknown,
): void {
  db.prepare('DELETE FROM aftermine_record_lists WHERE name = ? AND list = ?').run(name, to);
  const read = db.prepare(
    'SELECT value FROM aftermine_record_lists WHERE name = ? AND list = ? AND piece = ?',
  );
  const insert = db.prepare('INSERT INTO aftermine_record_lists VALUES (?, ?, ?, ?)');
  for (let piece = 0; ; piece += 1) {
    const row = read.get(name, from, piece);
    if (row === undefined) return;
    const text = inflateSync(row['value'] as Uint8Array, { chunkSize: CHUNK }).toString('utf8');
    const elements = (parseJson(text, `${name}.${from}`) as T[]).map(told);
    insert.run(name, to, piece, deflateSync(JSON.stringify(elements), { level: LEVEL }));
  }
}
