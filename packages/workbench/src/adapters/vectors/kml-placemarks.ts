import { AftermineError } from '@aftermine/science/base';
import type { Ring } from '@aftermine/science/site';
import { kmlCoordinates } from './kml-coordinates.ts';
import { MAX_VERTICES } from './parse-geojson.ts';
import { scanXml, xmlAttribute } from './scan-xml.ts';

/** A placemark as the document has it. */
export interface Placemark {
  readonly id: string | null;
  /** Outer ring first; open rings are open still. */
  readonly polygons: readonly (readonly Ring[])[];
  /** Points, lines, tracks and models. */
  readonly otherGeometries: number;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

const OTHERS = new Set(['Point', 'LineString', 'Track', 'MultiTrack', 'Model']);
const NUMBERS = new Set(['int', 'uint', 'short', 'ushort', 'float', 'double']);

/**
 * The placemarks of a KML text: polygons, names, descriptions and extended data (typed where the document declares
 * types). Styles, overlays and views are passed over.
 *
 * @throws what `scanXml` and `kmlCoordinates` throw; InvalidInput `E-VEC-111` for XML that is no KML
 */
export function kmlPlacemarks(text: string, where: string): Placemark[] {
  const placemarks: Placemark[] = [];
  const types = new Map<string, string>();
  const path: string[] = [];
  let open: { id: string | null; polygons: Ring[][]; others: number; properties: [string, string][] } | null =
    null;
  let rings: Ring[] | null = null;
  let key: string | null = null;
  let collected: string | null = null;
  let vertices = MAX_VERTICES;
  const place = (): string => `${where}#${placemarks.length + 1}`;

  scanXml(text, where, {
    open(name, attributes) {
      if (path.length === 0 && name !== 'kml')
        throw new AftermineError('InvalidInput', 'E-VEC-111', { where, got: `<${name.slice(0, 40)}>` });
      const parent = path.at(-1);
      path.push(name);
      if (name === 'Placemark')
        open = { id: xmlAttribute(attributes, 'id'), polygons: [], others: 0, properties: [] };
      else if (name === 'SimpleField') {
        const [field, type] = [xmlAttribute(attributes, 'name'), xmlAttribute(attributes, 'type')];
        if (field !== null && type !== null) types.set(field, type);
      } else if (open === null) return;
      else if (name === 'Polygon') rings = [];
      else if (OTHERS.has(name)) open.others += 1;
      else if (name === 'Data' || name === 'SimpleData') {
        key = xmlAttribute(attributes, 'name');
        if (name === 'SimpleData') collected = '';
      } else if (name === 'coordinates' ? parent === 'LinearRing' : isPlain(name, parent)) collected = '';
    },
    text(piece) {
      if (collected !== null) collected += piece;
    },
    close(name) {
      path.pop();
      if (open === null) return;
      const value = collected;
      if (name === 'Placemark') {
        placemarks.push({
          id: open.id === '' ? null : open.id,
          polygons: open.polygons,
          otherGeometries: open.others,
          properties: typed(open.properties, types),
        });
        open = null;
      } else if (name === 'Polygon' && rings !== null) {
        if (rings.length > 0) open.polygons.push(rings);
        rings = null;
      } else if (name === 'coordinates' && value !== null) {
        const ring = kmlCoordinates(value, place(), vertices);
        vertices -= ring.length;
        // The outer ring comes first in the result wherever it stands in the file.
        if (path.at(-2) === 'outerBoundaryIs') rings?.unshift(ring);
        else rings?.push(ring);
        collected = null;
      } else if ((name === 'value' || name === 'SimpleData') && value !== null) {
        if (key !== null) open.properties.push([key, value]);
        collected = null;
      } else if ((name === 'name' || name === 'description') && value !== null) {
        open.properties.push([name, value]);
        collected = null;
      }
    },
  });
  return placemarks;
}

/** Elements whose text is kept: those of the placemark itself, and values of its data. */
function isPlain(name: string, parent: string | undefined): boolean {
  if (parent === 'Placemark') return name === 'name' || name === 'description';
  return parent === 'Data' && name === 'value';
}

/** Blank values are null; `__proto__` becomes a property like any other, which the caller leaves out. */
function typed(
  entries: readonly (readonly [string, string])[],
  types: ReadonlyMap<string, string>,
): Placemark['properties'] {
  return Object.fromEntries(
    entries.map(([name, raw]) => {
      const text = raw.trim();
      const type = types.get(name);
      if (text === '') return [name, null];
      if (type !== undefined && NUMBERS.has(type)) {
        const value = Number(text);
        return [name, Number.isFinite(value) ? value : text];
      }
      if (type === 'bool' && /^(true|false|1|0)$/i.test(text)) return [name, /^(true|1)$/i.test(text)];
      return [name, text];
    }),
  );
}
