import { AftermineError } from '@aftermine/science/base';
import type { Tally } from './tally.ts';

/** The shapes of a `.shp` file as byte ranges; the k-th belongs to the k-th row of the attribute table. */
export interface ShapeRecords {
  /** Shape type of the header: 0 null, 1 point, 3 line, 5 polygon, 8 points; +10 with Z, +20 with M; 31 multipatch. */
  readonly type: number;
  readonly view: DataView;
  /** Where the content of each shape begins, bytes, and how long it is. */
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
}

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const INDEX_ENTRY_BYTES = 8;

/** True for the first bytes of a `.shp` or `.shx` file: the file code 9994. */
export function looksLikeShape(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a;
}

/**
 * Where the shapes of a `.shp` file are. The index (`.shx`) says it where it fits the file, since edited files have gaps
 * and shapes out of order; else records are followed one after the other. Every length is held against the file
 * before it is used, so hostile headers cost nothing.
 *
 * @param shx content of the index file; null without one
 * @throws InvalidInput `E-VEC-101` for no shapefile, `E-VEC-103` for lengths that do not fit the file
 * @source ESRI Shapefile Technical Description (1998)
 */
export function shapeRecords(
  shp: Uint8Array,
  shx: Uint8Array | null,
  where: string,
  tally: Tally,
): ShapeRecords {
  if (!looksLikeShape(shp)) throw new AftermineError('InvalidInput', 'E-VEC-101', { where });
  if (shp.length < HEADER_BYTES)
    throw new AftermineError('InvalidInput', 'E-VEC-103', { where, expected: HEADER_BYTES, got: shp.length });
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const end = view.getInt32(24) * 2;
  if (end < HEADER_BYTES || end > shp.length)
    throw new AftermineError('InvalidInput', 'E-VEC-103', { where, expected: end, got: shp.length });
  const type = view.getInt32(32, true);
  if (shx !== null) {
    const indexed = byIndex(shx, view);
    if (indexed !== null) return { type, view, ...indexed };
    tally.note('vector.index-ignored');
  }
  return { type, view, ...inOrder(view, type, end, where, tally) };
}

type Ranges = Pick<ShapeRecords, 'offsets' | 'lengths'>;

/** Null for an index that does not fit the file. */
function byIndex(shx: Uint8Array, shp: DataView): Ranges | null {
  if (!looksLikeShape(shx) || shx.length < HEADER_BYTES) return null;
  const view = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  const end = view.getInt32(24) * 2;
  if (end < HEADER_BYTES || end > shx.length) return null;
  const count = Math.floor((end - HEADER_BYTES) / INDEX_ENTRY_BYTES);
  const offsets = new Float64Array(count);
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const at = HEADER_BYTES + i * INDEX_ENTRY_BYTES;
    const offset = view.getInt32(at) * 2;
    const length = view.getInt32(at + 4) * 2;
    if (offset < HEADER_BYTES || length < 4 || offset + RECORD_HEADER_BYTES + length > shp.byteLength)
      return null;
    // The record repeats its length; an index of another file seldom agrees.
    if (shp.getInt32(offset + 4) * 2 !== length) return null;
    offsets[i] = offset + RECORD_HEADER_BYTES;
    lengths[i] = length;
  }
  return { offsets, lengths };
}

/** Follows records; bytes between two of them, as edits leave them, are passed over and told. */
function inOrder(view: DataView, type: number, end: number, where: string, tally: Tally): Ranges {
  const offsets: number[] = [];
  const lengths: number[] = [];
  /** Length of the record at `at`, or -1 where none can be. */
  const lengthAt = (at: number): number => {
    const content = at + RECORD_HEADER_BYTES;
    const length = content + 4 <= end ? view.getInt32(at + 4) * 2 : -1;
    return length >= 4 && content + length <= end ? length : -1;
  };
  const isNext = (at: number): boolean => {
    const own = lengthAt(at) < 0 ? -1 : view.getInt32(at + RECORD_HEADER_BYTES, true);
    return (own === type || own === 0) && view.getInt32(at) === offsets.length + 1;
  };
  for (let at = HEADER_BYTES; at < end; ) {
    const [from, stated] = [at, lengthAt(at)];
    const own = stated < 0 ? -1 : view.getInt32(at + RECORD_HEADER_BYTES, true);
    if (own !== type && own !== 0) {
      while (at < end && !isNext(at)) at += 2;
      if (at >= end) {
        throw new AftermineError('InvalidInput', 'E-VEC-103', {
          where: `${where}#${offsets.length + 1}`,
          expected: from + RECORD_HEADER_BYTES <= end ? view.getInt32(from + 4) * 2 : RECORD_HEADER_BYTES,
          got: end - from,
        });
      }
      tally.count('vector.bytes-skipped', at - from);
    }
    const length = lengthAt(at);
    offsets.push(at + RECORD_HEADER_BYTES);
    lengths.push(length);
    at += RECORD_HEADER_BYTES + length;
  }
  return { offsets: Float64Array.from(offsets), lengths: Float64Array.from(lengths) };
}
