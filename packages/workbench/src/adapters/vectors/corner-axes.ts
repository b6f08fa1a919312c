import { AftermineError } from '@aftermine/science/base';
import type { Position } from '@aftermine/science/site';
import type { Tally } from './tally.ts';

/** One corner as its row has it: two coordinates in the order of the file. */
export interface Corner {
  readonly first: number;
  readonly second: number;
  /** Row of the file, from 1. */
  readonly row: number;
}

/** Which of the two coordinates is the easting (longitude), and what the numbers are. */
export interface CornerAxes {
  readonly eastingFirst: boolean;
  readonly degrees: boolean;
  /** Zone number that every easting carries (eight digits), or null. */
  readonly zone: number | null;
}

/** What the file says of the order; `filing` = the reporting format, whose X is the northing. */
export type StatedOrder = 'northing-first' | 'easting-first' | 'filing' | null;

/** True for an easting of eight digits: two of zone number, six of metres. */
export function hasZoneNumber(easting: number): boolean {
  return easting >= 1e7 && easting < 1e8;
}

/** Northernmost northing of a Gauss-Krueger zone, metres. */
const MAX_NORTHING = 1e7;
/** Longitudes of China begin here, latitudes end before it. */
const WESTERNMOST = 73;

/**
 * Tells northing from easting by the numbers: an easting of eight digits carries its zone, one of six is below a
 * million where the northing is above; longitudes of China are above 73 degrees, latitudes below. Numbers that
 * contradict what the file says of its columns win, which is said in a warning; numbers that leave it open follow it.
 *
 * @throws InvalidInput `E-TAB-004` for a corner unlike the others or unlike any coordinate, `E-TAB-005` where neither
 * numbers nor file tell the order, `E-TAB-006` for eastings of several zones, or with and without zone number
 */
export function cornerAxes(
  corners: readonly Corner[],
  stated: StatedOrder,
  where: string,
  tally: Tally,
): CornerAxes {
  const kinds = corners.map(kindOf);
  const lead = mostFrequent(kinds);
  corners.forEach((corner, i) => {
    const kind = kinds[i];
    const fits = kind != null && lead != null && kind.degrees === lead.degrees;
    if (!fits || (kind.order !== null && lead.order !== null && kind.order !== lead.order)) {
      throw new AftermineError('InvalidInput', 'E-TAB-004', {
        where: `${where}#${corner.row}`,
        got: `${corner.first}, ${corner.second}`,
        params: { row: corner.row },
      });
    }
  });
  const degrees = lead?.degrees ?? false;
  const told = stated === 'filing' ? 'northing-first' : stated;
  const order = lead?.order ?? told;
  if (order === null) throw new AftermineError('InvalidInput', 'E-TAB-005', { where });
  if (told !== null && order !== told) tally.note('vector.axes-by-numbers');
  const eastingFirst = order === 'easting-first';
  return { eastingFirst, degrees, zone: degrees ? null : zoneOf(corners, eastingFirst, where) };
}

/** A corner as x-y position, zone numbers kept. */
export function cornerPosition({ first, second }: Corner, { eastingFirst }: CornerAxes): Position {
  return eastingFirst ? [first, second] : [second, first];
}

interface Kind {
  readonly degrees: boolean;
  readonly order: 'northing-first' | 'easting-first' | null;
}

function kindOf({ first, second }: Corner): Kind | null {
  if (Math.abs(first) <= 180 && Math.abs(second) <= 180) {
    const [a, b] = [Math.abs(first) >= WESTERNMOST, Math.abs(second) >= WESTERNMOST];
    if (Math.abs(first) > 90 && Math.abs(second) > 90) return null;
    return { degrees: true, order: a === b ? null : a ? 'easting-first' : 'northing-first' };
  }
  if (first < 0 || second < 0 || first >= 1e8 || second >= 1e8) return null;
  if (first >= MAX_NORTHING && second >= MAX_NORTHING) return null;
  if (hasZoneNumber(first)) return { degrees: false, order: 'easting-first' };
  if (hasZoneNumber(second)) return { degrees: false, order: 'northing-first' };
  if (first < 1e6 === second < 1e6) return { degrees: false, order: null };
  return { degrees: false, order: first < 1e6 ? 'easting-first' : 'northing-first' };
}

/** What most corners are, so that the odd one is named and not all the others; corners that tell an order come first. */
function mostFrequent(kinds: readonly (Kind | null)[]): Kind | null {
  const counts = new Map<string, { kind: Kind; count: number }>();
  for (const kind of kinds) {
    if (kind === null) continue;
    const key = `${kind.degrees} ${kind.order}`;
    const own = counts.get(key) ?? { kind, count: 0 };
    own.count += 1;
    counts.set(key, own);
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count);
  const top = sorted[0]?.kind ?? null;
  if (top === null || top.order !== null) return top;
  return sorted.find(({ kind }) => kind.degrees === top.degrees && kind.order !== null)?.kind ?? top;
}

function zoneOf(corners: readonly Corner[], eastingFirst: boolean, where: string): number | null {
  const zones = corners.map(({ first, second }) => {
    const easting = eastingFirst ? first : second;
    return hasZoneNumber(easting) ? Math.floor(easting / 1e6) : null;
  });
  const counts = new Map<number | null, number>();
  for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const [zone] = [...counts].reduce((best, own) => (own[1] > best[1] ? own : best), [null, 0] as [
    number | null,
    number,
  ]);
  const odd = zones.findIndex((own) => own !== zone);
  if (odd >= 0) {
    const { row } = corners[odd]!;
    throw new AftermineError('InvalidInput', 'E-TAB-006', {
      where: `${where}#${row}`,
      expected: zone ?? '-',
      got: zones[odd] ?? '-',
      params: { row },
    });
  }
  return zone;
}
