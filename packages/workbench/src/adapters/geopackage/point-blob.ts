import { AftermineError } from '@aftermine/science/base';
import { readBlobHeader } from './geometry-blob.ts';

const POINT = 1;
const HEADER_BYTES = 40;

/**
 * A GeoPackage point: header with CRS id and xy envelope, then a POINT in well-known binary, little endian.
 *
 * @source OGC 12-128r19 (GeoPackage 1.4), 2.1.3
 */
export function encodePoint(x: number, y: number, srsId: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(HEADER_BYTES + 21);
  const view = new DataView(out.buffer);
  out.set([0x47, 0x50, 0, 0b11]);
  view.setInt32(4, srsId, true);
  for (const [i, value] of [x, x, y, y].entries()) view.setFloat64(8 + i * 8, value, true);
  view.setUint8(HEADER_BYTES, 1);
  view.setUint32(HEADER_BYTES + 1, POINT, true);
  view.setFloat64(HEADER_BYTES + 5, x, true);
  view.setFloat64(HEADER_BYTES + 13, y, true);
  return out;
}

/** @throws InvalidInput `E-VEC-012` when the bytes are not a point */
export function decodePoint(blob: Uint8Array, where: string): readonly [x: number, y: number] {
  const { bodyOffset } = readBlobHeader(blob, where);
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const little = blob[bodyOffset] === 1;
  if (blob.byteLength < bodyOffset + 21 || view.getUint32(bodyOffset + 1, little) % 1000 !== POINT)
    throw new AftermineError('InvalidInput', 'E-VEC-012', { where });
  return [view.getFloat64(bodyOffset + 5, little), view.getFloat64(bodyOffset + 13, little)];
}
