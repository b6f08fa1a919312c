import { expect, test } from 'vitest';
import { newFolderName } from './new-folder-name.ts';
import { isFolderName } from './project-folder.ts';

test('a folder name is one folder and nothing else', () => {
  for (const name of ['mine', '北山-煤矿', 'a b', 'x.y', '2031']) expect(isFolderName(name)).toBe(true);
  for (const name of [
    '',
    '.',
    '..',
    '.git',
    'a/b',
    'a\\b',
    'C:',
    'a\0',
    'a\n',
    ' a',
    'a ',
    'a.',
    'x'.repeat(201),
    'a?',
  ])
    expect(isFolderName(name)).toBe(false);
});

test('the folder of a new project comes from its name, unless one is stated', () => {
  expect(newFolderName({ name: '北山 煤矿 (二期)' })).toBe('北山-煤矿-二期');
  expect(newFolderName({ name: '../../etc/passwd' })).toBe('etc-passwd');
  expect(newFolderName({ name: 'x', folder: 'mine' })).toBe('mine');
  expect(() => newFolderName({ name: '///' })).toThrow('E-SRV-005');
  expect(() => newFolderName({ name: 'x', folder: '../mine' })).toThrow('E-SRV-005');
  expect(isFolderName(newFolderName({ name: '矿'.repeat(200) }))).toBe(true);
});
