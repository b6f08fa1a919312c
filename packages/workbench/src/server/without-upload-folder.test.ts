import { expect, test } from 'vitest';
import { withoutUploadFolder } from './without-upload-folder.ts';

const FOLDER = '/srv/land/.aftermine-server/uploads';
const ONE = `${FOLDER}/3f1c9a52-7c1e-4b7d-9d51-0a8f3f5f7f10`;

test('a file that came through the browser is called by its own name, wherever it stands', () => {
  const told = {
    ok: false,
    error: { where: `${ONE}/坏.docx`, got: `cannot read ${ONE}/坏.docx: no end in ${ONE}/b.dbf` },
    paths: [`${ONE}/a.shp`, FOLDER],
    bytes: 12,
    none: null,
  };
  expect(withoutUploadFolder(told, FOLDER)).toEqual({
    ok: false,
    error: { where: '坏.docx', got: 'cannot read 坏.docx: no end in b.dbf' },
    paths: ['a.shp', ''],
    bytes: 12,
    none: null,
  });
});

test('a folder of Windows is left out as well, and other paths stay', () => {
  const folder = 'D:\\land\\uploads';
  expect(
    withoutUploadFolder('D:\\land\\uploads\\3f1c9a52-7c1e-4b7d-9d51-0a8f3f5f7f10\\a b.zip', folder),
  ).toBe('a b.zip');
  expect(withoutUploadFolder('/srv/land/mine/inputs/a.zip', FOLDER)).toBe('/srv/land/mine/inputs/a.zip');
});
