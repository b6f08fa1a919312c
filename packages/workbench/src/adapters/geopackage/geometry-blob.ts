import { AftermineError } from '@aftermine/science/base';
import type { MultiPolygon } from '@aftermine/science/site';
import { readWkb, writeWkb } from './wkb.ts';

const MAGIC_G = 0x47;
const MAGIC_P = 0x50;
/** Doubles of each envelope kind: none, xy, xyz, xym, xyzm. */
const ENVELOPE_DOUBLES = [0, 4, 6, 6, 8] as const;
const EMPTY_FLAG = 0x10;

/** What stands before the well-known binary of a GeoPackage geometry. */
export interface BlobHeader {
  readonly srsId: number;
  readonly empty: boolean;
  /** [minX, maxX, minY, maxY] as stored; null where the header has none. */
  readonly envelope: readonly [number, number, number, number] | null;
  /** Where the well-known binary starts. */
  readonly bodyOffset: number;
}

/**
 * A GeoPackage geometry: the header `GP` with CRS id and xy envelope, then a MULTIPOLYGON in well-known
 * binary, all little endian.
 *
 * @source OGC 12-128r19 (GeoPackage 1.4), 2.1.3
 */
export function encodeGeometry(polygons: MultiPolygon, srsId: number): Uint8Array<ArrayBuffer> {
  const body = writeWkb(polygons);
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (const [x, y] of ring) {
        minX = Math.min(minX, x);
        maxX = Math.max(maxX, x);
        minY = Math.min(minY, y);
        maxY = Math.max(maxY, y);
      }
    }
  }
  const empty = minX > maxX;
  const envelopeBytes = empty ? 0 : 32;
  const out = new Uint8Array(8 + envelopeBytes + body.byteLength);
  const view = new DataView(out.buffer);
  out[0] = MAGIC_G;
  out[1] = MAGIC_P;
  out[2] = 0;
  out[3] = empty ? EMPTY_FLAG | 1 : 0b11;
  view.setInt32(4, srsId, true);
  if (!empty) {
    for (const [i, value] of [minX, maxX, minY, maxY].entries()) view.setFloat64(8 + i * 8, value, true);
  }
  out.set(body, 8 + envelopeBytes);
  return out;
}

/**
 * Reads the header of a GeoPackage geometry.
 *
 * @throws InvalidInput `E-VEC-012` when the bytes are not one
 */
export function readBlobHeader(blob: Uint8Array, where: string): BlobHeader {
  const broken = (): never => {
    throw new AftermineError('InvalidInput', 'E-VEC-012', { where });
  };
  if (blob.byteLength < 8 || blob[0] !== MAGIC_G || blob[1] !== MAGIC_P) return broken();
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const flags = view.getUint8(3);
  const little = (flags & 1) === 1;
  const doubles = ENVELOPE_DOUBLES[(flags >> 1) & 7];
  if (doubles === undefined || 8 + doubles * 8 > blob.byteLength) return broken();
  const at = (i: number): number => view.getFloat64(8 + i * 8, little);
  return {
    srsId: view.getInt32(4, little),
    empty: (flags & EMPTY_FLAG) !== 0,
    envelope: doubles === 0 ? null : [at(0), at(1), at(2), at(3)],
    bodyOffset: 8 + doubles * 8,
  };
}

/** The polygons of a GeoPackage geometry, empty for an empty one, or null for a geometry that is no polygon. */
export function decodeGeometry(blob: Uint8Array, where: string): MultiPolygon | null {
  const header = readBlobHeader(blob, where);
  return header.empty ? [] : readWkb(blob.subarray(header.bodyOffset), where);
}
