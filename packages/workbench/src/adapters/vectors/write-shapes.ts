import { AftermineError } from '@aftermine/science/base';
import { boxOf, type MultiPolygon, type Ring, signedRingArea } from '@aftermine/science/site';

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const INDEX_ENTRY_BYTES = 8;
const NULL_BYTES = 4;
const POLYGON_HEADER_BYTES = 44;
const POLYGON = 5;
/** Readers take offsets as signed numbers of bytes, although the format counts words. */
const MAX_BYTES = 0x7ffffffe;

/**
 * The `.shp` and `.shx` of polygons: outer rings clockwise, holes the other way, as the format has it; features without
 * geometry become null shapes.
 *
 * @throws InvalidInput `E-VEC-117` beyond two gigabytes
 * @source ESRI Shapefile Technical Description (1998)
 */
export function writeShapes(
  geometries: readonly MultiPolygon[],
  where: string,
): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
  const lengths = geometries.map(contentBytes);
  const total = lengths.reduce((sum, length) => sum + RECORD_HEADER_BYTES + length, HEADER_BYTES);
  if (total > MAX_BYTES)
    throw new AftermineError('InvalidInput', 'E-VEC-117', { where, expected: MAX_BYTES, got: total });
  const shp = new Uint8Array(total);
  const shx = new Uint8Array(HEADER_BYTES + geometries.length * INDEX_ENTRY_BYTES);
  const box = boxOf(geometries.flat());
  const view = new DataView(shp.buffer);
  const index = new DataView(shx.buffer);
  writeHeader(view, box);
  writeHeader(index, box);
  let at = HEADER_BYTES;
  geometries.forEach((geometry, i) => {
    const length = lengths[i]!;
    const entry = HEADER_BYTES + i * INDEX_ENTRY_BYTES;
    index.setInt32(entry, at / 2);
    index.setInt32(entry + 4, length / 2);
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, length / 2);
    if (length > NULL_BYTES) writePolygon(view, at + RECORD_HEADER_BYTES, geometry);
    at += RECORD_HEADER_BYTES + length;
  });
  return { shp, shx };
}

function contentBytes(geometry: MultiPolygon): number {
  let [parts, positions] = [0, 0];
  for (const polygon of geometry) {
    for (const ring of polygon) {
      parts += 1;
      positions += ring.length;
    }
  }
  return positions === 0 ? NULL_BYTES : POLYGON_HEADER_BYTES + parts * 4 + positions * 16;
}

function writeHeader(view: DataView, [west, south, east, north]: readonly number[]): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POLYGON, true);
  // The box of nothing is infinite, which the format does not have.
  [west, south, east, north].forEach((side, i) => {
    view.setFloat64(36 + i * 8, Number.isFinite(side) ? side! : 0, true);
  });
}

function writePolygon(view: DataView, from: number, geometry: MultiPolygon): void {
  view.setInt32(from, POLYGON, true);
  boxOf(geometry).forEach((side, i) => {
    view.setFloat64(from + 4 + i * 8, side, true);
  });
  const rings = geometry.flatMap((polygon) => polygon.map((ring, i) => turned(ring, i === 0)));
  const positionsAt = from + POLYGON_HEADER_BYTES + rings.length * 4;
  let count = 0;
  rings.forEach((ring, part) => {
    view.setInt32(from + POLYGON_HEADER_BYTES + part * 4, count, true);
    for (const [x, y] of ring) {
      view.setFloat64(positionsAt + count * 16, x, true);
      view.setFloat64(positionsAt + count * 16 + 8, y, true);
      count += 1;
    }
  });
  view.setInt32(from + 36, rings.length, true);
  view.setInt32(from + 40, count, true);
}

/** A ring turned clockwise or counter-clockwise. */
export function turned(ring: Ring, clockwise: boolean): Ring {
  const area = signedRingArea(ring);
  return area !== 0 && area < 0 !== clockwise ? [...ring].reverse() : ring;
}
