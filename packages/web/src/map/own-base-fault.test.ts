import { describe, expect, test } from 'vitest';
import { HEAD_BYTES, headFault, systemFault } from './own-base-fault.ts';

const SIZE = 1000;

/** The head of a sound file of 1,000 bytes, with some bytes set. */
function head(changes: Readonly<Record<number, number>> = {}): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES);
  bytes.set([...'PMTiles'].map((letter) => letter.charCodeAt(0)));
  const view = new DataView(bytes.buffer);
  for (const [i, [offset, length]] of [
    [127, 20],
    [147, 2],
    [0, 0],
    [149, 851],
  ].entries()) {
    view.setBigUint64(8 + 16 * i, BigInt(offset!), true);
    view.setBigUint64(16 + 16 * i, BigInt(length!), true);
  }
  bytes.set([3], 7);
  bytes.set([1, 2, 2, 2, 0, 14], 96);
  for (const [at, value] of Object.entries(changes)) bytes[Number(at)] = value;
  return bytes;
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words.padEnd(HEAD_BYTES, ' '));
const faultOf = (bytes: Uint8Array, size: number | null = SIZE): string | null =>
  headFault(bytes, size)?.fault ?? null;

describe('the head of a file of tiles', () => {
  test('a sound one of any type that can be shown has no fault', () => {
    for (const type of [1, 2, 3, 4, 5]) expect(faultOf(head({ 99: type }))).toBeNull();
    expect(faultOf(head(), null)).toBeNull();
  });

  test('what is another kind of file is told apart from a page, an older version and nothing at all', () => {
    expect(faultOf(text('SQLite format 3\0'))).toBe('mbtiles');
    expect(faultOf(text('<!doctype html>'))).toBe('no-pmtiles');
    expect(faultOf(Uint8Array.from([0x50, 0x4d, 2, 0, 9, 9, 9, 9]))).toBe('old-version');
    expect(faultOf(head({ 7: 4 }))).toBe('old-version');
    expect(faultOf(new Uint8Array(0), 0)).toBe('cut-short');
  });

  test('a file that ends before its tiles do is cut short, to the byte', () => {
    expect(faultOf(head(), SIZE)).toBeNull();
    expect(faultOf(head(), SIZE - 1)).toBe('cut-short');
    expect(faultOf(head().subarray(0, HEAD_BYTES - 1))).toBe('cut-short');
  });

  test('tiles nobody can draw, packing nobody can undo and levels that cannot be are refused', () => {
    expect(faultOf(head({ 99: 0 }))).toBe('tile-type');
    expect(faultOf(head({ 99: 6 }))).toBe('tile-type');
    expect(faultOf(head({ 98: 4 }))).toBe('compression');
    expect(faultOf(head({ 97: 3 }))).toBe('compression');
    expect(faultOf(head({ 100: 15, 101: 14 }))).toBe('damaged');
  });
});

test('a stated system other than Web Mercator is told, and none stated is the one of the format', () => {
  expect(systemFault({ crs: 'EPSG:4490' })).toMatchObject({ fault: 'system', got: 'EPSG:4490' });
  expect(systemFault({ SRS: 4326 })).toMatchObject({ fault: 'system', got: '4326' });
  for (const metadata of [
    {},
    null,
    { crs: 'EPSG:3857' },
    { projection: 'epsg:900913' },
    { name: 'EPSG:4490' },
  ])
    expect(systemFault(metadata)).toBeNull();
});
