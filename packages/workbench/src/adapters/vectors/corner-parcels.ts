import { AftermineError } from '@aftermine/science/base';
import { type Feature, type Position, planarArea, type Ring } from '@aftermine/science/site';
import { type Corner, type CornerAxes, cornerAxes, cornerPosition, type StatedOrder } from './corner-axes.ts';
import { type CornerStatement, cornerCrs } from './corner-system.ts';
import { nestRings } from './nest-rings.ts';
import type { Tally } from './tally.ts';

export interface ParcelCorner extends Corner {
  /** Number of the ring (圈号), or null where rows name none. */
  readonly ring: number | string | null;
}

/** Corners of one parcel in the order of the file. */
export interface Parcel {
  readonly properties: Feature['properties'];
  readonly corners: readonly ParcelCorner[];
  /** Row of the file the parcel begins at, from 1. */
  readonly row: number;
}

export interface ParcelOptions {
  readonly order: StatedOrder;
  readonly statement: CornerStatement;
  readonly assumed: string | undefined;
  readonly source: string;
  readonly tally: Tally;
}

/** Areas that differ by more than this share, and by more than 0.01 ha, are told. */
const AREA_SHARE = 0.01;
const AREA_SLACK_M2 = 100;

/**
 * Parcels of corners as features in one CRS. A ring ends where its number changes or where its first corner comes
 * back; rings within others are holes (`nestRings`). Stated numbers of corners and areas (ha or m2) that differ from
 * the corners are counted in a warning.
 *
 * @throws InvalidInput what `cornerAxes`, `cornerCrs` and `nestRings` throw; `E-TAB-008` for a ring of fewer than three
 * corners; `E-VEC-006` without any parcel
 */
export function featuresOfParcels(
  parcels: readonly Parcel[],
  { order, statement, assumed, source, tally }: ParcelOptions,
): { readonly crs: string | null; readonly features: readonly Feature[] } {
  const filled = parcels.filter(({ corners }) => corners.length > 0);
  tally.count('vector.null-geometry', parcels.length - filled.length);
  if (filled.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: source });
  const axes = cornerAxes(
    filled.flatMap(({ corners }) => corners),
    order,
    source,
    tally,
  );
  const crs = cornerCrs(axes, statement, assumed, source, tally);
  const features = filled.map((parcel): Feature => {
    const rings = ringsOf(parcel, axes, source, tally);
    const geometry = nestRings(rings, `${source}#${parcel.row}`);
    const stated = parcel.properties['点数'];
    const corners = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
    if (typeof stated === 'number' && stated !== parcel.corners.length && stated !== corners)
      tally.count('vector.corner-count');
    if (!axes.degrees && differs(parcel.properties['面积'], planarArea(geometry)))
      tally.count('vector.area-differs');
    const id = parcel.properties['地块编号'] ?? null;
    return { id: id === null ? null : String(id), geometry, properties: parcel.properties };
  });
  return { crs, features };
}

function ringsOf(parcel: Parcel, axes: CornerAxes, source: string, tally: Tally): Ring[] {
  const rings: { row: number; positions: Position[]; closed: boolean }[] = [];
  const byNumber = new Map<ParcelCorner['ring'], (typeof rings)[number]>();
  for (const corner of parcel.corners) {
    const position = cornerPosition(corner, axes);
    let open = byNumber.get(corner.ring);
    if (open === undefined || open.closed) {
      open = { row: corner.row, positions: [], closed: false };
      byNumber.set(corner.ring, open);
      rings.push(open);
    }
    const [first] = open.positions;
    open.positions.push(position);
    open.closed = open.positions.length > 3 && first![0] === position[0] && first![1] === position[1];
  }
  return rings.map(({ positions, closed, row }) => {
    if (positions.length < 3)
      throw new AftermineError('InvalidInput', 'E-TAB-008', {
        where: `${source}#${row}`,
        got: positions.length,
      });
    if (closed) return positions;
    tally.count('vector.ring-closed');
    return [...positions, positions[0]!];
  });
}

/** A stated area may be in hectares or in square metres: it differs when it is neither. */
function differs(stated: Feature['properties'][string] | undefined, areaM2: number): boolean {
  if (typeof stated !== 'number' || stated <= 0) return false;
  const slack = Math.max(AREA_SHARE * areaM2, AREA_SLACK_M2);
  return Math.abs(stated * 10_000 - areaM2) > slack && Math.abs(stated - areaM2) > slack;
}
