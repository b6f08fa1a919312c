import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFiles, folderOf } from './deliveries.fixture.ts';
import { walkFiles } from './walk-files.ts';

test('files come in order of name, a folder before its folders', () => {
  const root = folderOf(emptyFiles('b.tif', 'a.tif', 'sub/c.tif', 'a/d.tif'));
  expect(walkFiles(root).files.map((file) => file.path.slice(root.length + 1))).toEqual([
    'a.tif',
    'b.tif',
    'a/d.tif',
    'sub/c.tif',
  ]);
});

test('a link back to a folder above ends the walk there', () => {
  const root = folderOf(emptyFiles('a/x.tif'));
  symlinkSync(root, join(root, 'a/back'));
  symlinkSync(join(root, 'nowhere'), join(root, 'broken.tif'));
  expect(walkFiles(root)).toMatchObject({ files: [{ name: 'x.tif' }], truncated: false });
});

test('more files or folders than allowed are left out and said', () => {
  const root = folderOf(emptyFiles('1', '2', '3', 'a/b/c/4'));
  expect(walkFiles(root, { files: 2, depth: 9 })).toMatchObject({ files: [{}, {}], truncated: true });
  expect(walkFiles(root, { files: 9, depth: 1 })).toMatchObject({ files: [{}, {}, {}], truncated: true });
});
