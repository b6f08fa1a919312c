import { AftermineError } from '@aftermine/science/base';
import type { MultiPolygon, Position, Ring } from '@aftermine/science/site';

const POLYGON = 3;
const MULTI_POLYGON = 6;
const GEOMETRY_COLLECTION = 7;
/** Collections inside collections deeper than this are an attack, not a map. */
const MAX_DEPTH = 16;

/** Well-known binary of polygons: one little-endian MULTIPOLYGON, x before y, no heights. */
export function writeWkb(polygons: MultiPolygon): Uint8Array<ArrayBuffer> {
  let size = 9;
  for (const polygon of polygons) {
    size += 9;
    for (const ring of polygon) size += 4 + ring.length * 16;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const header = (type: number, count: number): void => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  header(MULTI_POLYGON, polygons.length);
  for (const polygon of polygons) {
    header(POLYGON, polygon.length);
    for (const ring of polygon) {
      view.setUint32(at, ring.length, true);
      at += 4;
      for (const [x, y] of ring) {
        view.setFloat64(at, x, true);
        view.setFloat64(at + 8, y, true);
        at += 16;
      }
    }
  }
  return bytes;
}

/**
 * The polygons in a piece of well-known binary: POLYGON, MULTIPOLYGON, or a collection of them, in either
 * byte order, with or without Z and M (ISO and extended codes); heights and measures are dropped. Every
 * count is held against the bytes that are left, so a lying one costs nothing.
 *
 * @returns the polygons, or null for a geometry of another kind (points, lines, curves)
 * @throws InvalidInput `E-VEC-012` for bytes that are not well-known binary
 */
export function readWkb(bytes: Uint8Array, where: string): MultiPolygon | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const broken = (): never => {
    throw new AftermineError('InvalidInput', 'E-VEC-012', { where });
  };
  const need = (count: number): void => {
    if (at + count > bytes.byteLength) broken();
  };

  const readRings = (count: number, little: boolean, dimensions: number): Ring[] => {
    if (count * 4 > bytes.byteLength - at) broken();
    const rings: Ring[] = [];
    const stride = dimensions * 8;
    for (let r = 0; r < count; r += 1) {
      need(4);
      const length = view.getUint32(at, little);
      at += 4;
      if (length * stride > bytes.byteLength - at) broken();
      const ring = new Array<Position>(length);
      for (let i = 0; i < length; i += 1) {
        ring[i] = [view.getFloat64(at, little), view.getFloat64(at + 8, little)];
        at += stride;
      }
      rings.push(ring);
    }
    return rings;
  };

  const readGeometry = (into: (readonly Ring[])[], depth: number): boolean => {
    need(5);
    const order = view.getUint8(at);
    if (order > 1 || depth > MAX_DEPTH) broken();
    const little = order === 1;
    const code = view.getUint32(at + 1, little);
    at += 5;
    const flags = code >>> 28;
    if (flags & 2) at += 4;
    const plain = code & 0x0fffffff;
    const iso = Math.floor(plain / 1000);
    const hasZ = (flags & 8) !== 0 || iso === 1 || iso === 3;
    const hasM = (flags & 4) !== 0 || iso === 2 || iso === 3;
    const type = plain % 1000;
    if (type !== POLYGON && type !== MULTI_POLYGON && type !== GEOMETRY_COLLECTION) return false;
    need(4);
    const count = view.getUint32(at, little);
    at += 4;
    if (type === POLYGON) {
      into.push(readRings(count, little, 2 + Number(hasZ) + Number(hasM)));
      return true;
    }
    if (count * 5 > bytes.byteLength - at) broken();
    let whole = true;
    for (let i = 0; i < count && whole; i += 1) whole = readGeometry(into, depth + 1);
    return whole;
  };

  const polygons: (readonly Ring[])[] = [];
  return readGeometry(polygons, 0) ? polygons : null;
}
