import { AftermineError } from '@aftermine/science/base';
import {
  closeRings,
  type Feature,
  type MultiPolygon,
  type Position,
  type Ring,
} from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { nestsDeeper } from './decode-text.ts';
import { geojsonCrs } from './geojson-crs.ts';
import { plainProperties } from './plain-properties.ts';
import { Tally } from './tally.ts';

/** Brackets of an honest file nest about eight deep; properties may nest further. */
const MAX_DEPTH = 128;
/** Positions of all polygons of a file together. */
export const MAX_VERTICES = 5_000_000;

type Json = Readonly<Record<string, unknown>>;

/**
 * The polygons of a GeoJSON text: FeatureCollection, Feature or bare geometry, collections of polygons merged
 * into one feature. Heights are dropped, open rings closed, features without polygons left out; warnings say
 * how many. A `crs` member of the 2008 format is honoured; without one the CRS is the caller's `crs`, else
 * WGS 84 as RFC 7946 has it, else (coordinates that cannot be degrees) null.
 *
 * @throws InvalidInput `E-VEC-001` no GeoJSON, `E-VEC-004` nested too deep, `E-VEC-005` too many vertices,
 * `E-VEC-006` no polygon in it, `E-VEC-007` broken coordinates, `E-VEC-009` a `crs` that cannot be understood
 * @source RFC 7946; The GeoJSON Format Specification (2008)
 */
export function parseGeojson(text: string, source: string, options: ReadVectorOptions = {}): VectorFile {
  if (nestsDeeper(text, MAX_DEPTH)) {
    throw new AftermineError('InvalidInput', 'E-VEC-004', { where: source, expected: MAX_DEPTH });
  }
  const root = parse(text, source);
  const tally = new Tally();
  const read = new GeometryReader(source, tally);
  const features: Feature[] = [];
  featuresOf(root, source).forEach((entry, i) => {
    const where = `${source}#${i + 1}`;
    const geometry = isObject(entry) && entry['type'] === 'Feature' ? (entry['geometry'] ?? null) : entry;
    if (geometry === null) {
      tally.count('vector.null-geometry');
      return;
    }
    const polygons = read.polygons(geometry, where);
    if (polygons === null) return;
    const record = isObject(entry) && entry['type'] === 'Feature' ? entry : {};
    features.push({
      id: idOf(record['id']),
      geometry: polygons,
      properties: plainProperties(record['properties'], tally),
    });
  });
  if (features.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: source });
  const crs = geojsonCrs(root['crs'], features, source, options.crs, tally);
  return { set: { source, crs, features }, warnings: tally.warnings() };
}

function parse(text: string, source: string): Json {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-VEC-001', {
      where: source,
      got: (cause as Error).message,
      cause,
    });
  }
  if (!isObject(root))
    throw new AftermineError('InvalidInput', 'E-VEC-001', { where: source, got: typeof root });
  return root;
}

function featuresOf(root: Json, source: string): readonly unknown[] {
  const { type, features } = root;
  if (type === 'FeatureCollection') {
    if (Array.isArray(features)) return features;
    throw new AftermineError('InvalidInput', 'E-VEC-001', { where: source, got: 'features' });
  }
  if (typeof type === 'string' && (type === 'Feature' || GEOMETRY_TYPES.has(type))) return [root];
  throw new AftermineError('InvalidInput', 'E-VEC-001', {
    where: source,
    got: `type: ${JSON.stringify(type) ?? '-'}`.slice(0, 80),
  });
}

const GEOMETRY_TYPES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/** Walks geometries; the depth is bounded before parsing. */
class GeometryReader {
  readonly #source: string;
  readonly #tally: Tally;
  #vertices = 0;

  constructor(source: string, tally: Tally) {
    this.#source = source;
    this.#tally = tally;
  }

  /** Null for a geometry without any polygon. */
  polygons(geometry: unknown, where: string): MultiPolygon | null {
    const into: (readonly Ring[])[] = [];
    if (!this.#collect(geometry, where, into)) return null;
    const { polygons, closed } = closeRings(into);
    this.#tally.count('vector.ring-closed', closed);
    return polygons;
  }

  #collect(geometry: unknown, where: string, into: (readonly Ring[])[]): boolean {
    if (!isObject(geometry)) throw this.#broken(where, geometry === null ? 'null' : typeof geometry);
    const { type, coordinates, geometries } = geometry;
    switch (type) {
      case 'Polygon':
        this.#polygon(coordinates, where, into);
        return true;
      case 'MultiPolygon':
        for (const polygon of this.#array(coordinates, where)) this.#polygon(polygon, where, into);
        return true;
      case 'GeometryCollection': {
        let some = false;
        for (const inner of this.#array(geometries, where)) some = this.#collect(inner, where, into) || some;
        return some;
      }
      default:
        if (typeof type !== 'string' || !GEOMETRY_TYPES.has(type))
          throw this.#broken(where, `type: ${String(type)}`.slice(0, 80));
        this.#tally.count('vector.not-polygon');
        return false;
    }
  }

  #polygon(coordinates: unknown, where: string, into: (readonly Ring[])[]): void {
    const rings = this.#array(coordinates, where).map((ring) => this.#ring(ring, where));
    if (rings.length > 0) into.push(rings);
  }

  #ring(value: unknown, where: string): Ring {
    const positions = this.#array(value, where);
    this.#vertices += positions.length;
    if (this.#vertices > MAX_VERTICES) {
      throw new AftermineError('InvalidInput', 'E-VEC-005', { where: this.#source, expected: MAX_VERTICES });
    }
    return positions.map((position): Position => {
      if (!Array.isArray(position)) throw this.#broken(where, typeof position);
      const [x, y] = position as unknown[];
      if (typeof x !== 'number' || typeof y !== 'number')
        throw this.#broken(where, JSON.stringify(position).slice(0, 80));
      return [x, y];
    });
  }

  #array(value: unknown, where: string): readonly unknown[] {
    if (!Array.isArray(value)) throw this.#broken(where, value === null ? 'null' : typeof value);
    return value;
  }

  #broken(where: string, got: string): AftermineError {
    return new AftermineError('InvalidInput', 'E-VEC-007', { where, got });
  }
}

function idOf(id: unknown): string | null {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
