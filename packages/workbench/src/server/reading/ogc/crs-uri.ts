import { AftermineError } from '@aftermine/science/base';
import { gaussKruegerSystem, isGeographic, isKnownCrs } from '@aftermine/science/site';

/** A coordinate system as OGC API Features speaks of it. */
export interface SpokenCrs {
  readonly uri: string;
  /** The system we compute in. */
  readonly code: string;
  /** True where the first coordinate points north: latitudes, and northings of Gauss-Krueger zones. */
  readonly northFirst: boolean;
}

/** WGS 84 in longitude, latitude: what is answered where nothing else is asked. */
export const CRS84: SpokenCrs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  code: 'EPSG:4326',
  northFirst: false,
};

const URI = /^https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/(\d+)$/;
const CURIE = /^\[EPSG:(\d+)\]$/;

/**
 * An EPSG code with the order of axes that the registry gives it: latitude before longitude for geographic systems, northing (X)
 * before easting (Y) for the Gauss-Krueger zones of CGCS2000, Xi'an 80 and Beijing 54, easting first for all others we know.
 *
 * @source EPSG Geodetic Parameter Dataset, coordinate systems 4498, 4530, 6422
 */
export function spokenCrs(code: string): SpokenCrs {
  const number = Number(code.slice('EPSG:'.length));
  return {
    uri: `http://www.opengis.net/def/crs/EPSG/0/${number}`,
    code,
    northFirst: isGeographic(code) || gaussKruegerSystem(number) !== null,
  };
}

/** Systems every collection is offered in beside its own. */
const ALWAYS = ['EPSG:4326', 'EPSG:4490', 'EPSG:3857'];

/** What a collection stored in `storage` can be asked for in; CRS84 first, as the standard wants. */
export function offeredCrs(storage: string): readonly SpokenCrs[] {
  const codes = isKnownCrs(storage) ? [...new Set([storage, ...ALWAYS])] : [];
  return [CRS84, ...codes.map(spokenCrs)];
}

/**
 * The system that a URI (or `[EPSG:n]`) names among those offered; CRS84 where none is named.
 *
 * @param where name of the parameter
 * @throws InvalidInput `E-SRV-112` for any other
 */
export function crsOfUri(where: string, uri: string | undefined, offered: readonly SpokenCrs[]): SpokenCrs {
  if (uri === undefined) return CRS84;
  const number = URI.exec(uri)?.[1] ?? CURIE.exec(uri)?.[1];
  const wanted = number === undefined ? uri.replace(/^https:/, 'http:') : spokenCrs(`EPSG:${number}`).uri;
  const found = offered.find((one) => one.uri === wanted);
  if (found === undefined)
    throw new AftermineError('InvalidInput', 'E-SRV-112', {
      where,
      expected: offered.map((one) => one.uri).join(' '),
      got: uri.slice(0, 200),
    });
  return found;
}
