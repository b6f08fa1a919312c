import { AftermineError } from '@aftermine/science/base';
import type { Box } from '@aftermine/science/raster';
import { isGeographic, projectBox, projectPolygons } from '@aftermine/science/site';
import type { OgcCollection } from './collections.ts';
import type { SpokenCrs } from './crs-uri.ts';
import { type DateRange, yearWithin } from './date-range.ts';
import { meetsBox } from './meets-box.ts';

/** A box as somebody asked for it: in one system, x first; two where it crosses longitude 180. */
export interface AskedBox {
  readonly crs: SpokenCrs;
  readonly boxes: readonly Box[];
}

/**
 * The parameter `bbox`: four numbers in the order of the axes of `crs`, or six, of which heights are left out. A box whose west lies
 * east of its east crosses longitude 180.
 *
 * @throws InvalidInput `E-SRV-103` for anything else
 */
export function askedBox(text: string, crs: SpokenCrs): AskedBox {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const wrong = (): AftermineError =>
    new AftermineError('InvalidInput', 'E-SRV-103', {
      where: 'bbox',
      expected: crs.northFirst ? 'south,west,north,east' : 'west,south,east,north',
      got: text.slice(0, 200),
    });
  if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite)) throw wrong();
  const [a, b, c, d] = numbers.length === 4 ? numbers : [0, 1, 3, 4].map((i) => numbers[i]!);
  const [west, south, east, north] = crs.northFirst ? [b!, a!, d!, c!] : [a!, b!, c!, d!];
  if (south > north) throw wrong();
  if (west <= east) return { crs, boxes: [[west, south, east, north]] };
  if (!isGeographic(crs.code)) throw wrong();
  return {
    crs,
    boxes: [
      [west, south, 180, north],
      [-180, south, east, north],
    ],
  };
}

/** Places of the features that lie in a box and in a range of time; all where neither is asked. */
export function selectItems(
  { features, boxes, crs: storage }: OgcCollection,
  asked: AskedBox | null,
  range: DateRange | null,
): number[] {
  const near = asked === null ? null : asked.boxes.map((box) => boxInStorage(box, asked.crs.code, storage));
  const found: number[] = [];
  for (const [i, { geometry, year }] of features.entries()) {
    if (range !== null && !yearWithin(year, range)) continue;
    if (asked !== null && near !== null) {
      const touches = near.some(
        (box) =>
          box === null ||
          (boxes[i * 4]! <= box[2] &&
            boxes[i * 4 + 2]! >= box[0] &&
            boxes[i * 4 + 1]! <= box[3] &&
            boxes[i * 4 + 3]! >= box[1]),
      );
      if (!touches) continue;
      const shape = projectPolygons(geometry, storage, asked.crs.code);
      if (!asked.boxes.some((box) => meetsBox(shape, box))) continue;
    }
    found.push(i);
  }
  return found;
}

/** Roughly where a box lies in the system features are kept in; null where that system does not reach so far. */
function boxInStorage(box: Box, from: string, to: string): Box | null {
  if (from === to) return box;
  const projected = projectBox(box, from, to);
  if (!projected.every(Number.isFinite)) return null;
  // Sides bend between the points they are followed by, and a whole zone bends a lot: only small boxes are taken at their word.
  const [x, y] = [(projected[2] - projected[0]) * 0.05, (projected[3] - projected[1]) * 0.05];
  const large = isGeographic(from) ? box[2] - box[0] > 6 || box[3] - box[1] > 20 : box[2] - box[0] > 1e6;
  return large ? null : [projected[0] - x, projected[1] - y, projected[2] + x, projected[3] + y];
}
