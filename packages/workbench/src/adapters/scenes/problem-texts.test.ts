import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogue } from '@aftermine/science/base';
import { expect, test } from 'vitest';

const folders = [
  import.meta.dirname,
  resolve(import.meta.dirname, '../../../../science/src/observe'),
  resolve(import.meta.dirname, '../../steps/observe'),
];
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

test('every problem of a scene has its text, and every text its problem', () => {
  const calls =
    /(?:sceneProblem\(|fileProblem\(|severity,)\s*(?:'(?:error|warning|note)'|severity),?\s*'([a-z0-9-]+)'|refuse\(\s*'([a-z0-9-]+)'|'scene-problem\.([a-z0-9-]+)'/g;
  const raised = new Set(
    sources.flatMap((text) => [...text.matchAll(calls)].map((match) => match[1] ?? match[2] ?? match[3])),
  );
  const texts = Object.keys(catalogue).flatMap((key) => /^scene-problem\.(.+)$/.exec(key)?.[1] ?? []);
  expect(raised.size).toBeGreaterThan(30);
  expect([...raised].sort()).toEqual(texts.sort());
});
