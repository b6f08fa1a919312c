import { AftermineError } from '../base/index.ts';
import { findCrossing } from './crossings.ts';
import { isGeographic } from './crs.ts';
import { falseEasting } from './false-easting.ts';
import type { SiteCheck } from './feature-problem.ts';
import { boxOf, containsPosition, isClosed, planarArea } from './geometry.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

export type Severity = 'must-fix' | 'can-fix' | 'just-know';

/** Every check of polygons by name; its words are in the catalogue under `check.<name>`. */
export type PolygonCheck =
  | 'empty'
  | 'not-finite'
  | 'short-ring'
  | 'unclosed-ring'
  | 'zero-area'
  | 'out-of-range'
  | 'axes-swapped'
  | 'zone-number'
  | 'antimeridian'
  | 'self-intersection'
  | 'polygons-overlap'
  | 'hole-outside'
  | 'not-checked';

/** One thing that is wrong, or worth knowing, about polygons. */
export interface GeometryProblem {
  readonly check: SiteCheck;
  readonly severity: Severity;
  /** A position at fault in the CRS of the polygons; null where it is about the whole. */
  readonly where: Position | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Code under which a problem that must be fixed is thrown. */
const CODES: Readonly<Record<SiteCheck, string>> = {
  empty: 'E-VEC-020',
  'not-finite': 'E-VEC-021',
  'short-ring': 'E-VEC-022',
  'unclosed-ring': 'E-VEC-022',
  'zero-area': 'E-VEC-023',
  'out-of-range': 'E-VEC-024',
  'axes-swapped': 'E-VEC-025',
  'zone-number': 'E-VEC-026',
  antimeridian: 'E-VEC-027',
  'self-intersection': 'E-VEC-028',
  'polygons-overlap': 'E-VEC-028',
  'hole-outside': 'E-VEC-029',
  'not-checked': 'E-VEC-028',
  overlap: 'E-VEC-201',
  'overlap-not-checked': 'E-VEC-201',
  'duplicate-geometry': 'E-VEC-202',
  'duplicate-id': 'E-VEC-203',
  'outside-boundary': 'E-VEC-204',
  'partly-outside': 'E-VEC-204',
  sliver: 'E-VEC-205',
  'sliver-part': 'E-VEC-205',
  spike: 'E-VEC-205',
  'repeated-vertices': 'E-VEC-205',
};

/** Area over squared perimeter of the box below which polygons count as a line. */
const NO_AREA = 1e-12;
/** A transverse Mercator zone is used this far from its false easting at most, metres. */
const ZONE_REACH = 1_500_000;
/** Positions of a hole that are looked at before it counts as outside. */
const HOLE_LOOKS = 16;

/**
 * Checks polygons by name: empty, coordinates that are not finite, rings that are too short or open, no area,
 * coordinates outside their system (with the two usual causes told apart: axes swapped, and a zone number
 * before the easting of a system without one), edges over the antimeridian, edges that cross, holes outside.
 *
 * @param crs EPSG code of the coordinates
 * @returns problems, the gravest first; empty when all is well
 */
export function checkPolygons(polygons: MultiPolygon, crs: string): readonly GeometryProblem[] {
  const rings = polygons.flat();
  if (!rings.some((ring) => ring.length > 0)) return [problem('empty', 'must-fix', null)];
  const infinite = rings.flat().find(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y));
  if (infinite !== undefined) return [problem('not-finite', 'must-fix', null)];

  const found: GeometryProblem[] = [];
  const open = rings.filter((ring) => ring.length > 0 && !isClosed(ring));
  if (open.length > 0)
    found.push(problem('unclosed-ring', 'can-fix', open[0]?.[0] ?? null, { count: open.length }));
  const closed = polygons.map((polygon) =>
    polygon.map((ring): Ring => (ring.length === 0 || isClosed(ring) ? ring : [...ring, ring[0]!])),
  );
  for (const polygon of closed) {
    polygon.forEach((ring, i) => {
      if (distinctPositions(ring) >= 3) return;
      // A hole of no extent takes nothing away; an outer ring of none is no polygon.
      found.push(
        problem('short-ring', i === 0 ? 'must-fix' : 'just-know', ring[0] ?? null, { count: ring.length }),
      );
    });
  }
  const place = checkPlace(closed, crs);
  if (place !== null) found.push(place);
  const { crossing, complete } = findCrossing(closed);
  if (crossing !== null) {
    const { where, betweenPolygons } = crossing;
    found.push(
      betweenPolygons
        ? problem('polygons-overlap', 'can-fix', where)
        : problem('self-intersection', 'must-fix', where),
    );
  }
  if (!complete) found.push(problem('not-checked', 'just-know', null));
  for (const [outer, ...holes] of closed) {
    const stray =
      outer === undefined ? undefined : holes.find((hole) => hole.length > 0 && !liesWithin(outer, hole));
    if (stray !== undefined) found.push(problem('hole-outside', 'must-fix', stray[0] ?? null));
  }
  // A bow tie's halves cancel and a stray hole takes away too much: their area says nothing beside that.
  if (!found.some(({ check }) => check === 'self-intersection' || check === 'hole-outside')) {
    const [west, south, east, north] = boxOf(closed);
    const extent = east - west + north - south;
    if (!(planarArea(closed) > NO_AREA * extent * extent))
      found.push(problem('zero-area', 'must-fix', [west, south]));
  }
  const rank = { 'must-fix': 0, 'can-fix': 1, 'just-know': 2 };
  return found.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/**
 * Throws the first problem that must be fixed.
 *
 * @param problems from `checkPolygons`; `file` and `feature`, where given, say in the message which one it is
 * @throws InvalidInput `E-VEC-020` to `E-VEC-029` or `E-VEC-201` to `E-VEC-205`, with the position at fault in `params.x` and `params.y`
 */
export function assertUsable(
  problems: readonly (GeometryProblem & { readonly file?: string; readonly feature?: string })[],
): void {
  const worst = problems.find((candidate) => candidate.severity === 'must-fix');
  if (worst === undefined) return;
  const { check, where, params, file, feature } = worst;
  const place = where === null ? null : `${digits(where[0])}, ${digits(where[1])}`;
  const source = [file, feature].filter((part) => part !== undefined).join('#');
  throw new AftermineError('InvalidInput', CODES[check], {
    where: [source, place].filter((part) => part !== null && part !== '').join(' @ '),
    params: { ...params, ...(where === null ? {} : { x: where[0], y: where[1] }) },
  });
}

/** Do the coordinates fit their system? */
function checkPlace(polygons: MultiPolygon, crs: string): GeometryProblem | null {
  const [west, south, east, north] = boxOf(polygons);
  const corner: Position = [west, south];
  if (isGeographic(crs)) {
    if (west < -180 || east > 180 || south < -90 || north > 90) {
      const swapped = west >= -90 && east <= 90 && south >= -180 && north <= 180;
      return problem(swapped ? 'axes-swapped' : 'out-of-range', 'must-fix', corner, { crs });
    }
    const jump = firstEdge(polygons, (a, b) => Math.abs(a[0] - b[0]) > 180);
    if (jump !== null) return problem('antimeridian', 'must-fix', jump);
    // The Arctic Ocean north of Siberia, where western China comes to lie with its axes swapped.
    const likeWesternChina = west >= 18 && east <= 54 && south >= 73 && north <= 90;
    return likeWesternChina ? problem('axes-swapped', 'just-know', corner, { crs }) : null;
  }
  const easting = falseEasting(crs);
  if (easting === null) return null;
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  if (Math.abs(x - easting) <= ZONE_REACH) return null;
  const shift = Math.round((x - easting) / 1e6);
  const zone = easting < 1e6 ? shift : Math.round((easting - 500_000) / 1e6);
  if (Math.abs(y - easting) <= ZONE_REACH && x > 0 && x < 1e7)
    return problem('axes-swapped', 'must-fix', corner, { crs });
  if (easting < 1e6 && zone >= 13 && zone <= 45)
    return problem('zone-number', 'must-fix', corner, { crs, zone });
  return problem('out-of-range', 'must-fix', corner, { crs });
}

/** A hole that crosses nothing lies within or outside as a whole; some of its positions may touch the edge. */
function liesWithin(outer: Ring, hole: Ring): boolean {
  const step = Math.max(1, Math.floor(hole.length / HOLE_LOOKS));
  for (let i = 1; i < hole.length; i += step) {
    const a = hole[i - 1]!;
    const b = hole[i]!;
    if (containsPosition([[outer]], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])) return true;
  }
  return false;
}

function firstEdge(polygons: MultiPolygon, test: (a: Position, b: Position) => boolean): Position | null {
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i += 1) if (test(ring[i - 1]!, ring[i]!)) return ring[i - 1]!;
  }
  return null;
}

function distinctPositions(ring: Ring): number {
  const seen = new Set<string>();
  for (const [x, y] of ring) {
    seen.add(`${x},${y}`);
    if (seen.size >= 3) break;
  }
  return seen.size;
}

function problem(
  check: PolygonCheck,
  severity: Severity,
  where: Position | null,
  params: Readonly<Record<string, string | number>> = {},
): GeometryProblem {
  return { check, severity, where, params };
}

function digits(value: number): string {
  return String(Number(value.toFixed(8)));
}
