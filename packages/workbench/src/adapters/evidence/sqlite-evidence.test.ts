import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readLiterature } from '@aftermine/science/evidence';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceSource } from '../../ports/index.ts';
import { SqliteEvidence } from './sqlite-evidence.ts';

const root = mkdtempSync(join(tmpdir(), 'aftermine-evidence-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let path = '';
let n = 0;
beforeEach(() => {
  n += 1;
  path = join(root, `evidence-${n}.db`);
});

const RIS =
  'TY  - JOUR\nTI  - 矿区复垦研究\nAU  - 王, 强\nPY  - 2019\nER  - \n\nTY  - JOUR\nTI  - Second\nER  - \n';

function sourceOf(file: string): {
  source: EvidenceSource;
  references: ReturnType<typeof readLiterature>['references'];
} {
  const { references, parts, ledger, outside } = readLiterature(file, RIS);
  return {
    references,
    source: {
      sha256: `${file}-hash`,
      file,
      database: 'CNKI',
      query: null,
      importedAt: '2026-11-28T10:00:00.000Z',
      encoding: 'utf-8',
      parts,
      ledger,
      outside,
    },
  };
}

describe('the evidence store', () => {
  test('keeps sources and references whole, once, and after closing', async () => {
    const store = new SqliteEvidence(path);
    const { source, references } = sourceOf('a.ris');
    expect(await store.addSource(source, references)).toBe('added');
    const revision = await store.revision();
    expect(await store.addSource(source, references)).toBe('known');
    expect(await store.revision()).toBe(revision);
    await store.close();
    const again = new SqliteEvidence(path);
    expect(await again.sources()).toEqual([source]);
    expect(await again.references()).toEqual(references);
    expect(await again.keys()).toEqual(references.map(({ key }) => key));
    expect(await again.removeSource('a.ris-hash')).toBe(true);
    expect(await again.references()).toEqual([]);
    expect(await again.removeSource('a.ris-hash')).toBe(false);
    await again.close();
  });

  test('entries are only ever added, in order, and the file itself refuses anything else', async () => {
    const store = new SqliteEvidence(path);
    const before = await store.revision();
    await store.append([
      { kind: 'dedup', at: '2026-11-28T10:00:00.000Z', by: 'li', value: { a: 'x', b: 'y', verdict: 'same' } },
      { kind: 'screen', at: '2026-11-28T10:00:01.000Z', by: 'li', value: { record: 'x' } },
    ]);
    expect((await store.entries()).map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'dedup'],
      [2, 'screen'],
    ]);
    expect(await store.entries('screen')).toHaveLength(1);
    expect(await store.revision()).not.toBe(before);
    await store.close();
    const db = new DatabaseSync(path);
    expect(() => db.exec("UPDATE entries SET value = '{}'")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM entries')).toThrow('never deleted');
    db.close();
  });

  test('a source whose record fails to save leaves nothing behind', async () => {
    const store = new SqliteEvidence(path);
    const { source, references } = sourceOf('a.ris');
    await expect(store.addSource(source, [references[0]!, references[0]!])).rejects.toThrow();
    expect(await store.sources()).toEqual([]);
    expect(await store.references()).toEqual([]);
    await store.close();
  });

  test('another file is refused and stays as it was', () => {
    writeFileSync(path, 'not a database at all, but long enough to be looked at'.repeat(4));
    expect(() => new SqliteEvidence(path)).toThrow('E-STO-001');
    const other = join(root, `other-${n}.db`);
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE mine (x)');
    db.close();
    expect(() => new SqliteEvidence(other)).toThrow('E-STO-001');
  });
});
