import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FileTiles } from './file-tiles.ts';
import { tilesSuite } from './tiles.suite.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'aftermine-tiles-'));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

tilesSuite('FileTiles', () => new FileTiles(folder()));

describe('FileTiles never takes a damaged file for a result', () => {
  const content = { meta: { kind: 'x' }, sections: { a: new Uint8Array(5000).fill(7) } };

  test('a file cut short anywhere counts as absent', () => {
    const root = folder();
    const tiles = new FileTiles(root);
    tiles.write('ab01', content);
    const path = join(root, 'ab', 'ab01');
    const whole = readFileSync(path);
    for (const length of [0, 5, 11, 12, 60, whole.length - 1]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(tiles.has('ab01')).toBe(false);
      expect(() => tiles.open('ab01')).toThrow(/E-PRJ-010/);
    }
  });

  test('a flipped byte in a section is found on reading, and the tile is gone afterwards', () => {
    const root = folder();
    const tiles = new FileTiles(root);
    tiles.write('ab01', content);
    const path = join(root, 'ab', 'ab01');
    const bytes = readFileSync(path);
    bytes[bytes.length - 100] = 8;
    writeFileSync(path, bytes);
    const tile = tiles.open('ab01');
    expect(() => tile.section('a')).toThrow(/E-PRJ-010/);
    tile.close();
    expect(tiles.has('ab01')).toBe(false);
  });

  test('a flipped byte in the header counts as absent', () => {
    const root = folder();
    const tiles = new FileTiles(root);
    tiles.write('ab01', content);
    const path = join(root, 'ab', 'ab01');
    const bytes = readFileSync(path);
    bytes[20] = bytes[20]! ^ 1;
    writeFileSync(path, bytes);
    expect(tiles.has('ab01')).toBe(false);
  });

  test('the same content is the same bytes, and no temporary file stays behind', () => {
    const root = folder();
    const tiles = new FileTiles(root);
    tiles.write('ab01', content);
    tiles.write('ab02', content);
    expect(readFileSync(join(root, 'ab', 'ab01')).equals(readFileSync(join(root, 'ab', 'ab02')))).toBe(true);
    expect(readdirSync(join(root, 'ab'))).toEqual(['ab01', 'ab02']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written gives a typed error', () => {
    const root = folder();
    chmodSync(root, 0o500);
    expect(() => new FileTiles(root).write('ab01', content)).toThrow(/E-PRJ-012/);
    chmodSync(root, 0o700);
  });

  test('a path that cannot be a folder gives a typed error and leaves nothing', () => {
    const root = folder();
    writeFileSync(join(root, 'ab'), 'in the way');
    expect(() => new FileTiles(root).write('ab01', content)).toThrow(/E-PRJ-013/);
    expect(readdirSync(root)).toEqual(['ab']);
  });
});
