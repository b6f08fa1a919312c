import { AftermineError } from '@aftermine/science/base';
import { closeRings, type Feature } from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { decodeText } from './decode-text.ts';
import { fromGcj02, gcj02ShiftMetres } from './gcj02.ts';
import { kmlPlacemarks } from './kml-placemarks.ts';
import { plainProperties } from './plain-properties.ts';
import { Tally } from './tally.ts';

/** Text takes twice its bytes in memory. */
const MAX_KML_BYTES = 96 * 1024 * 1024;

export interface ReadKmlOptions extends ReadVectorOptions {
  /** True for a file of Ovital's own kind (`isOvital`), whose positions are in GCJ-02. */
  readonly isOvital?: boolean;
}

/** True for the names of Ovital's own kinds of KML, which hold GCJ-02. */
export function isOvital(path: string): boolean {
  return /\.ovkm[lz]$/i.test(path);
}

/**
 * The polygons of a KML text, in WGS 84. Ovital's own kinds hold GCJ-02 and are converted, as is any KML when the
 * caller says `datum: 'gcj02'`; the shift is told. Any other KML is taken as WGS 84, as its standard has it, and
 * where GCJ-02 would make a difference a warning says which: nothing in the file tells the two apart.
 *
 * @throws InvalidInput `E-VEC-111` no KML, `E-VEC-112` a document type, `E-VEC-118` broken coordinates, `E-VEC-002`
 * encoding, `E-VEC-003`...`E-VEC-006` too large, nested too deep, too many vertices, no polygon
 */
export function readKml(bytes: Uint8Array, where: string, options: ReadKmlOptions = {}): VectorFile {
  if (bytes.length > MAX_KML_BYTES) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where,
      expected: MAX_KML_BYTES,
      got: bytes.length,
    });
  }
  const { text, warnings } = decodeText(bytes, where);
  const tally = new Tally();
  const read: Feature[] = [];
  for (const { id, polygons, otherGeometries, properties } of kmlPlacemarks(text, where)) {
    if (polygons.length === 0) {
      tally.count(otherGeometries > 0 ? 'vector.not-polygon' : 'vector.null-geometry');
      continue;
    }
    const { polygons: geometry, closed } = closeRings(polygons);
    tally.count('vector.ring-closed', closed);
    read.push({ id, geometry, properties: plainProperties(properties, tally) });
  }
  if (read.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where });
  const crs = 'EPSG:4326';
  if (options.crs !== undefined && options.crs !== crs)
    tally.note('vector.crs-stated', { stated: crs, assumed: options.crs });
  const features = inWgs84(read, options, tally);
  return { set: { source: where, crs, features }, warnings: [...warnings, ...tally.warnings()] };
}

function inWgs84(features: readonly Feature[], options: ReadKmlOptions, tally: Tally): readonly Feature[] {
  const { datum, isOvital: ovital = false } = options;
  if (datum === 'gcj02' || (datum === undefined && ovital)) {
    const converted = fromGcj02(features);
    tally.note('vector.gcj02-shift', { metres: Math.round(converted.shiftMetres) });
    return converted.features;
  }
  if (datum === 'wgs84') {
    if (ovital) tally.note('vector.datum-stated');
    return features;
  }
  const first = features[0]?.geometry[0]?.[0]?.[0];
  const metres = first === undefined ? 0 : Math.round(gcj02ShiftMetres(first));
  if (metres > 0) tally.note('vector.datum-asked', { metres });
  return features;
}
