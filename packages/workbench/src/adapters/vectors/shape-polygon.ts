import { AftermineError } from '@aftermine/science/base';
import type { Position, Ring } from '@aftermine/science/site';

/** Type, box, number of rings, number of positions. */
const POLYGON_HEADER_BYTES = 44;
const POSITION_BYTES = 16;

/**
 * The rings of one polygon record, as drawn; heights and measures stand behind the positions and are not read.
 *
 * @param budget positions that may still be read, of all records together
 * @throws InvalidInput `E-VEC-103` for counts that do not fit the record, `E-VEC-005` for too many positions
 */
export function polygonRings(
  view: DataView,
  offset: number,
  length: number,
  where: string,
  budget: { left: number; readonly all: number },
): Ring[] {
  const misfit = (expected: number): AftermineError =>
    new AftermineError('InvalidInput', 'E-VEC-103', { where, expected, got: length });
  if (length < POLYGON_HEADER_BYTES) throw misfit(POLYGON_HEADER_BYTES);
  const partCount = view.getInt32(offset + 36, true);
  const count = view.getInt32(offset + 40, true);
  const needed = POLYGON_HEADER_BYTES + partCount * 4 + count * POSITION_BYTES;
  if (partCount < 0 || count < 0 || needed > length) throw misfit(needed);
  budget.left -= count;
  if (budget.left < 0) throw new AftermineError('InvalidInput', 'E-VEC-005', { where, expected: budget.all });
  const positionsAt = offset + POLYGON_HEADER_BYTES + partCount * 4;
  const rings: Ring[] = [];
  for (let part = 0; part < partCount; part += 1) {
    const partAt = offset + POLYGON_HEADER_BYTES + part * 4;
    const from = view.getInt32(partAt, true);
    const to = part + 1 < partCount ? view.getInt32(partAt + 4, true) : count;
    if (from < 0 || to < from || to > count) throw misfit(from);
    if (to === from) continue;
    const ring = new Array<Position>(to - from);
    for (let i = from; i < to; i += 1) {
      const at = positionsAt + i * POSITION_BYTES;
      ring[i - from] = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
    }
    rings.push(ring);
  }
  return rings;
}
