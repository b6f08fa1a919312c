import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { zipEntries } from './zip-entries.ts';

/** An archive whose names stand in another encoding: the library's names are replaced byte for byte. */
function renamed(
  files: Readonly<Record<string, Uint8Array>>,
  names: ReadonlyMap<string, Uint8Array>,
): Buffer {
  let archive = Buffer.from(zipSync(files));
  for (const [from, to] of names) {
    const old = Buffer.from(from);
    expect(to.length).toBe(old.length);
    for (let at = archive.indexOf(old); at >= 0; at = archive.indexOf(old, at + 1)) {
      archive = Buffer.concat([archive.subarray(0, at), to, archive.subarray(at + old.length)]);
    }
  }
  return archive;
}
const paths = (archive: Uint8Array): string[] => zipEntries(archive, 'a.zip').entries.map(({ path }) => path);

describe('names of entries', () => {
  test('without the UTF-8 flag they are GBK, or UTF-8 where the bytes are', () => {
    const gbk = renamed({ 'AAAA.shp': strToU8('x') }, new Map([['AAAA', iconv.encode('图斑', 'gbk')]]));
    expect(paths(gbk)).toEqual(['图斑.shp']);
    const utf8 = renamed({ 'AAAAAA.shp': strToU8('x') }, new Map([['AAAAAA', Buffer.from('图斑')]]));
    expect(paths(utf8)).toEqual(['图斑.shp']);
    expect(paths(zipSync({ '图斑.shp': strToU8('x') }))).toEqual(['图斑.shp']);
  });

  test('that lead out of the archive are left out and counted; those of the archiver just left out', () => {
    const { entries, ignored } = zipEntries(
      zipSync({
        '../../etc/passwd': strToU8('x'),
        '/absolute': strToU8('x'),
        'C:\\windows': strToU8('x'),
        'a\\..\\..\\b': strToU8('x'),
        '__MACOSX/._a.shp': strToU8('x'),
        '._b.shp': strToU8('x'),
        'folder\\a.shp': strToU8('x'),
      }),
      'a.zip',
    );
    expect(entries.map(({ path }) => path)).toEqual(['folder/a.shp']);
    expect(ignored).toBe(4);
  });

  test('that stand twice refuse the archive', () => {
    const archive = renamed(
      { 'a.shp': strToU8('x'), 'b.shp': strToU8('y') },
      new Map([['b.shp', Buffer.from('a.shp')]]),
    );
    expect(() => zipEntries(archive, 'a.zip')).toThrow(/E-VEC-107.*a\.shp x 2/);
  });

  test('symbolic links are left out', () => {
    const archive = zipSync({ 'a.shp': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    expect(zipEntries(archive, 'a.zip')).toMatchObject({ entries: [], ignored: 1 });
  });
});

describe('content of entries', () => {
  test('comes out as it went in, packed or stored', () => {
    const bytes = new Uint8Array(100_000).map((_, i) => (i * i) % 251);
    for (const level of [0, 9] as const) {
      const { entries } = zipEntries(zipSync({ 'a.shp': [bytes, { level }] }), 'a.zip');
      expect(Buffer.compare(entries[0]!.bytes(), bytes)).toBe(0);
    }
  });

  test('that unpacks to more than stated, to less, or to other bytes is refused', () => {
    const archive = Buffer.from(zipSync({ 'a.shp': new Uint8Array(5000) }));
    const central = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    for (const [offset, value] of [
      [24, 100],
      [24, 6000],
      [16, 1],
    ] as const) {
      const lying = Buffer.from(archive);
      lying.writeUInt32LE(value, central + offset);
      expect(() => zipEntries(lying, 'a.zip').entries[0]!.bytes()).toThrow(/E-VEC-107/);
    }
  });

  test('bombs are refused before they go off', () => {
    const zeros = zipSync({ 'a.shp': [new Uint8Array(80 * 1024 * 1024), { level: 9 }] });
    expect(zeros.length).toBeLessThan(200_000);
    expect(() => zipEntries(zeros, 'a.zip').entries[0]!.bytes()).toThrow(/E-VEC-108/);
  });

  test('encrypted entries say so', () => {
    const archive = Buffer.from(zipSync({ 'a.shp': strToU8('x') }));
    const central = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    archive.writeUInt16LE(1, central + 8);
    expect(() => zipEntries(archive, 'a.zip').entries[0]!.bytes()).toThrow(/encrypted/);
  });

  test('any cut of an archive is refused or read, never a crash', () => {
    const archive = zipSync({ 'a.shp': strToU8('hello'), 'b.dbf': strToU8('world') });
    for (let length = 0; length < archive.length; length += 1)
      expect(() => zipEntries(archive.subarray(0, length), 'a.zip')).toThrow(/E-VEC-107/);
  });
});
