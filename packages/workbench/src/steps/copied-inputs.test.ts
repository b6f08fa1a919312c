import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NodeFiles } from '../adapters/files/node-files.ts';
import { CopiedInputs } from './copied-inputs.ts';

const dir = mkdtempSync(join(tmpdir(), 'aftermine-copied-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const path = (name: string): string => join(dir, name);

test('undo puts back what was there and removes what was not; keep leaves no trace of the old', () => {
  writeFileSync(path('old'), 'old');
  writeFileSync(path('first'), '1');
  writeFileSync(path('second'), '2');
  const undone = new CopiedInputs(new NodeFiles());
  undone.copy(path('first'), path('old'));
  undone.copy(path('second'), path('old'));
  undone.copy(path('first'), path('new'));
  expect(readFileSync(path('old'), 'utf8')).toBe('2');
  undone.undo();
  expect(readFileSync(path('old'), 'utf8')).toBe('old');
  expect(readdirSync(dir).sort()).toEqual(['first', 'old', 'second']);

  const kept = new CopiedInputs(new NodeFiles());
  kept.copy(path('first'), path('old'));
  kept.keep();
  kept.undo();
  expect(readFileSync(path('old'), 'utf8')).toBe('1');
  expect(readdirSync(dir).sort()).toEqual(['first', 'old', 'second']);
});
