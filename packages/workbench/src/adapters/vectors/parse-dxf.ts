import { AftermineError } from '@aftermine/science/base';
import type { Feature, Position } from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { type DxfPolyline, dxfPolylines } from './dxf-polylines.ts';
import { hintZone } from './hint-zone.ts';
import { lineariseBulge } from './linearise-bulge.ts';
import { MAX_VERTICES } from './parse-geojson.ts';
import { Tally } from './tally.ts';

/** Arcs become chords that leave them by this much at most, and ends this near close a polyline; units of the drawing. */
export const DXF_TOLERANCE = 0.01;
const MAX_CHARACTERS = 256 * 1024 * 1024;
/** $INSUNITS of drawings in metres, and of those that say nothing. */
const METRES = new Set([0, 6]);

/** True for the first characters of a text DXF. */
export function looksLikeDxf(head: string): boolean {
  return /^\ufeff?\s*(999\s*\n[^\n]*\n\s*)*0\s*\n\s*SECTION\s/.test(head.replaceAll('\r\n', '\n'));
}

/** @throws Unsupported `E-TAB-011` for the first characters of a DWG or a binary DXF */
export function assertNoBinaryDrawing(head: string, where: string): void {
  if (!/^AC\d{4}|^AutoCAD Binary DXF/.test(head)) return;
  throw new AftermineError('Unsupported', 'E-TAB-011', {
    where,
    got: head.startsWith('AC') ? 'DWG' : 'binary DXF',
  });
}

/**
 * The closed polylines of a text DXF as features: one each, with its layer and handle as properties. Arcs are made
 * chords within 0.01 units of the drawing. A polyline whose ends meet within 0.01 is closed; open ones are reported. A
 * hole is a polyline of its own in a drawing and stays one. The CRS is the caller's or null: drawings state none.
 *
 * @throws InvalidInput `E-TAB-010` broken, `E-VEC-003` too large, `E-VEC-005` too many vertices, `E-VEC-006` without a
 * closed polyline; NotFound `E-VEC-008` without the layer asked for
 */
export function parseDxf(text: string, source: string, options: ReadVectorOptions = {}): VectorFile {
  if (text.length > MAX_CHARACTERS) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where: source,
      expected: MAX_CHARACTERS,
      got: text.length,
    });
  }
  const tally = new Tally();
  const content = dxfPolylines(text, source, MAX_VERTICES);
  const polylines = chosen(content.polylines, options.layer, source);
  const budget = { vertices: MAX_VERTICES };
  const features: Feature[] = [];
  for (const polyline of polylines) {
    const ring = ringOf(polyline, source, budget);
    if (ring === null) tally.count('vector.dxf-open');
    else if (ring.length < 4) tally.count('vector.null-geometry');
    else {
      const { layer, handle } = polyline;
      features.push({ id: handle, geometry: [[ring]], properties: { layer, handle } });
    }
  }
  tally.count('vector.dxf-text', content.texts);
  tally.count('vector.not-polygon', content.others);
  if (content.units !== null && !METRES.has(content.units))
    tally.note('vector.dxf-units', { units: content.units });
  if (features.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: source });
  if (options.crs === undefined) hintZone(features, tally);
  return { set: { source, crs: options.crs ?? null, features }, warnings: tally.warnings() };
}

function chosen(
  polylines: readonly DxfPolyline[],
  layer: string | undefined,
  source: string,
): readonly DxfPolyline[] {
  if (layer === undefined) return polylines;
  const some = polylines.filter((polyline) => polyline.layer === layer);
  if (some.length > 0) return some;
  const layers = [...new Set(polylines.map((polyline) => polyline.layer))].sort();
  throw new AftermineError('NotFound', 'E-VEC-008', {
    where: source,
    expected: layers.join(', '),
    got: layer,
  });
}

/** A closed ring with arcs made chords, or null for an open polyline. */
function ringOf(polyline: DxfPolyline, source: string, budget: { vertices: number }): Position[] | null {
  const { vertices } = polyline;
  const last = vertices.length - 3;
  if (last < 3) return polyline.closed ? [] : null;
  const gap = Math.hypot(vertices[0]! - vertices[last]!, vertices[1]! - vertices[last + 1]!);
  if (!polyline.closed && gap > DXF_TOLERANCE) return null;
  // A vertex repeated at the end says the same as the closing edge.
  const end = gap <= DXF_TOLERANCE && last >= 6 ? last : vertices.length;
  const ring: Position[] = [];
  for (let i = 0; i < end; i += 3) {
    const [ax, ay, bulge] = [vertices[i]!, vertices[i + 1]!, vertices[i + 2]!];
    const next = i + 3 < end ? i + 3 : 0;
    ring.push([ax, ay]);
    const arc = lineariseBulge(ax, ay, vertices[next]!, vertices[next + 1]!, bulge, DXF_TOLERANCE);
    for (let k = 0; k < arc.length; k += 2) ring.push([arc[k]!, arc[k + 1]!]);
  }
  ring.push(ring[0]!);
  budget.vertices -= ring.length;
  if (budget.vertices < 0)
    throw new AftermineError('InvalidInput', 'E-VEC-005', { where: source, expected: MAX_VERTICES });
  return ring;
}
