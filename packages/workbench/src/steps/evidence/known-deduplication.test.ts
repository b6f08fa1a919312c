import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DedupDecision, deduplicate, readLiterature, type Verdict } from '@aftermine/science/evidence';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { SqliteEvidence } from '../../adapters/evidence/sqlite-evidence.ts';
import { knownDeduplication, knownKeys } from './known-deduplication.ts';

const root = mkdtempSync(join(tmpdir(), 'aftermine-known-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
let path = '';
beforeEach(() => {
  count += 1;
  path = join(root, `evidence-${count}.db`);
});

const workbench = { hash: (text: string): string => text, version: '1' };
const ris = (...titles: readonly string[]): string =>
  titles
    .map(
      (title) =>
        `TY  - JOUR\nTI  - ${title}\nAU  - Li, M.\nPY  - 2019\nJO  - Soil\nVL  - 3\nSP  - 11\nER  - \n`,
    )
    .join('\n');
const A = 'Topsoil on spoil heaps of a coal mine in Shanxi';

async function bring(store: SqliteEvidence, file: string, importedAt: string, ...titles: string[]) {
  const { references, parts, ledger, outside } = readLiterature(file, ris(...titles));
  const about = { sha256: file, file, database: null, query: null, importedAt, encoding: 'utf-8' };
  await store.addSource({ ...about, parts, ledger, outside }, references);
}
const says = (verdict: Verdict, second: number): DedupDecision => ({
  a: 'a#0',
  b: 'b#0',
  verdict,
  by: 'li',
  at: `2026-11-28T10:00:0${second}Z`,
});

test('what was kept is what would be worked out anew, after each import, answer and answer taken back', async () => {
  const store = new SqliteEvidence(path);
  const decisions: DedupDecision[] = [];
  const marks: string[] = [];
  const agree = async (): Promise<number> => {
    const [sources, references] = [await store.sources(), await store.references()];
    const seen: string[] = [];
    const watched = {
      derived: store.derived.bind(store),
      keepDerived: (...kept: Parameters<typeof store.keepDerived>) => {
        seen.push(kept[1]);
        return store.keepDerived(...kept);
      },
    };
    const fresh = deduplicate(references, decisions);
    expect(await knownKeys(workbench, store, sources, decisions)).toBeNull();
    expect(await knownDeduplication(workbench, watched, sources, references, decisions)).toEqual(fresh);
    marks.push(...seen);
    expect(await knownDeduplication(workbench, watched, sources, references, decisions)).toEqual(fresh);
    const keyed = await knownKeys(workbench, store, sources, decisions);
    expect(keyed).toEqual({ ...fresh, kept: fresh.kept.map(({ keys }) => ({ keys })) });
    // The second time nothing is worked out.
    expect(seen).toHaveLength(1);
    return fresh.counts.kept;
  };
  await bring(store, 'a', '2026-11-28T10:00:00Z', A, 'Seeding of native grasses');
  expect(await agree()).toBe(2);
  await bring(store, 'b', '2026-11-28T10:00:00Z', `${A}.`);
  expect(await agree()).toBe(2);
  decisions.push(says('different', 1));
  expect(await agree()).toBe(3);
  decisions.push(says('undecided', 2));
  expect(await agree()).toBe(2);
  await store.removeSource('b');
  expect(await agree()).toBe(2);
  // The same file, read again by another day's rules.
  await bring(store, 'b', '2026-11-29T10:00:00Z', 'Quite another title of a work');
  expect(await agree()).toBe(3);
  expect(new Set(marks).size).toBe(marks.length);
  await store.close();
});

test('another version of the rules, or a copy that is damaged, is worked out anew', async () => {
  const store = new SqliteEvidence(path);
  await bring(store, 'a', '2026-11-28T10:00:00Z', A, `${A}.`);
  const [sources, references] = [await store.sources(), await store.references()];
  const fresh = await knownDeduplication(workbench, store, sources, references, []);
  const next = { ...workbench, version: '2' };
  let kept = 0;
  const damaged = {
    derived: async () => ({ groups: [['a#0', 'gone#1']], counts: { records: 2, kept: 1 } }),
    keepDerived: async () => {
      kept += 1;
    },
  };
  expect(await knownDeduplication(next, damaged, sources, references, [])).toEqual(fresh);
  expect(await knownDeduplication(workbench, damaged, sources, references, [])).toEqual(fresh);
  expect(kept).toBe(2);
  await store.close();
});
