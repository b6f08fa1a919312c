import type { Feature, MultiPolygon } from '@aftermine/science/site';
import type { VectorWarning } from '../../ports/index.ts';
import { Tally } from './tally.ts';

/**
 * Features in WGS 84 as KML: a placemark each, its properties as typed extended data, its name from a property called
 * `name` or 名称, else its id. Outer rings turn counter-clockwise, as KML has it.
 *
 * @param features longitudes and latitudes in WGS 84
 * @source OGC 12-007r2 (KML 2.3)
 */
export function writeKml(
  features: readonly Feature[],
  title: string,
): { readonly text: string; readonly warnings: readonly VectorWarning[] } {
  const tally = new Tally();
  const text = (value: string): string => escapeXml(value, tally);
  const types = fieldTypes(features);
  const fields = [...types].map(([name, type]) => `<SimpleField name="${text(name)}" type="${type}"/>`);
  const placemarks = features.map(({ id, geometry, properties }) => {
    const name = properties['name'] ?? properties['名称'] ?? id;
    const data = Object.entries(properties)
      .filter(([, value]) => value !== null)
      .map(
        ([key, value]) =>
          `<SimpleData name="${text(key)}">${text(plain(value, types.get(key)))}</SimpleData>`,
      );
    return [
      id === null ? '<Placemark>' : `<Placemark id="${text(id)}">`,
      name === null ? '' : `<name>${text(String(name))}</name>`,
      data.length === 0
        ? ''
        : `<ExtendedData><SchemaData schemaUrl="#fields">${data.join('')}</SchemaData></ExtendedData>`,
      shape(geometry),
      '</Placemark>',
    ].join('');
  });
  const document = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${text(title)}</name>`,
    fields.length === 0 ? '' : `<Schema name="fields" id="fields">${fields.join('')}</Schema>`,
    ...placemarks,
    '</Document></kml>',
  ];
  return { text: `${document.filter((line) => line !== '').join('\n')}\n`, warnings: tally.warnings() };
}

function fieldTypes(features: readonly Feature[]): ReadonlyMap<string, 'double' | 'bool' | 'string'> {
  const types = new Map<string, 'double' | 'bool' | 'string'>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null) continue;
      const own = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'bool' : 'string';
      types.set(name, (types.get(name) ?? own) === own ? own : 'string');
    }
  }
  return types;
}

/** Of the two spellings of a yes or no, programs understand the numbers. */
function plain(value: string | number | boolean | null, type: string | undefined): string {
  return type === 'bool' ? String(Number(value)) : String(value);
}

function shape(geometry: MultiPolygon): string {
  const polygons = geometry.map((polygon) => {
    const rings = polygon.map((ring, i) => {
      const side = i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
      const positions = ring.map(([x, y]) => `${x},${y}`).join(' ');
      return `<${side}><LinearRing><coordinates>${positions}</coordinates></LinearRing></${side}>`;
    });
    return `<Polygon>${rings.join('')}</Polygon>`;
  });
  if (polygons.length === 0) return '';
  return polygons.length === 1 ? polygons[0]! : `<MultiGeometry>${polygons.join('')}</MultiGeometry>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write most control characters, nor halves of characters. */
function escapeXml(value: string, tally: Tally): string {
  const clean = value.toWellFormed().replace(CONTROL, '');
  if (clean.length < value.length) tally.count('vector.control-characters', value.length - clean.length);
  return clean.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
