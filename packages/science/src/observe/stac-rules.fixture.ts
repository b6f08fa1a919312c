import { isoInUtc } from './compact-date.ts';
import { arrayAt, isJsonRecord, type JsonRecord, recordAt, textAt } from './stac-item-json.ts';

const EXTENSION_OF: Readonly<Record<string, string>> = {
  eo: '/eo/v2.0.0/',
  proj: '/projection/v2.0.0/',
  raster: '/raster/v2.0.0/',
  view: '/view/v1.0.0/',
  processing: '/processing/v1.2.0/',
  file: '/file/v2.1.0/',
};
const DATA_TYPES = /^(u?int(8|16|32|64)|c?float(32|64)|float16|cint(16|32)|other)$/;
const COMMON_NAMES = new Set(['blue', 'green', 'red', 'nir', 'nir08', 'swir16', 'swir22', 'lwir']);

/**
 * The rules of the STAC 1.1 Item schema, and of the extensions Aftermine writes, that an item breaks: written
 * by hand from the published schemas, so that tests need no network.
 */
export function brokenStacRules(value: unknown): string[] {
  const broken: string[] = [];
  const rule = (kept: boolean, text: string): void => {
    if (!kept) broken.push(text);
  };
  if (!isJsonRecord(value)) return ['an item is an object'];
  rule(value['type'] === 'Feature', 'type is Feature');
  rule(value['stac_version'] === '1.1.0', 'stac_version is 1.1.0');
  rule(textAt(value, 'id') !== null, 'id is a text that is not empty');
  for (const key of ['links', 'assets', 'bbox', 'properties', 'geometry'])
    rule(Object.hasOwn(value, key), `${key} is required`);
  const box = arrayAt(value, 'bbox');
  rule(
    box.length === 4 && box.every((entry) => typeof entry === 'number' && Number.isFinite(entry)),
    'bbox has four numbers',
  );
  const geometry = recordAt(value, 'geometry');
  const [ring] = arrayAt(geometry, 'coordinates');
  rule(geometry['type'] === 'Polygon' && Array.isArray(ring), 'geometry is a polygon');
  if (Array.isArray(ring)) {
    rule(ring.length >= 4 && JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1)), 'a ring is closed');
    let area = 0;
    for (let i = 1; i < ring.length; i += 1)
      area += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
    rule(area > 0, 'an outer ring runs anticlockwise');
  }
  const properties = recordAt(value, 'properties');
  rule(Object.hasOwn(properties, 'datetime'), 'datetime is required');
  const moments = properties['datetime'] === null ? ['start_datetime', 'end_datetime'] : ['datetime'];
  for (const key of moments) rule(isoInUtc(textAt(properties, key) ?? '') !== null, `${key} is a moment`);
  for (const link of arrayAt(value, 'links')) {
    rule(
      isJsonRecord(link) && textAt(link, 'rel') !== null && textAt(link, 'href') !== null,
      'a link has rel and href',
    );
  }
  const extensions = arrayAt(value, 'stac_extensions');
  rule(new Set(extensions).size === extensions.length, 'extensions are unique');
  rule(
    extensions.every((uri) => typeof uri === 'string' && uri.startsWith('https://')),
    'extensions are addresses of schemas',
  );
  const used = new Set<string>();
  collectPrefixes(properties, used);
  const assets = Object.values(recordAt(value, 'assets'));
  for (const asset of assets) {
    rule(isJsonRecord(asset) && textAt(asset, 'href') !== null, 'an asset has an href');
    if (!isJsonRecord(asset)) continue;
    collectPrefixes(asset, used);
    rule(
      arrayAt(asset, 'roles').every((role) => typeof role === 'string'),
      'roles are texts',
    );
    if (Object.hasOwn(asset, 'data_type'))
      rule(DATA_TYPES.test(String(asset['data_type'])), 'data_type is known');
    if (Object.hasOwn(asset, 'file:checksum'))
      rule(/^1220[0-9a-f]{64}$/.test(String(asset['file:checksum'])), 'checksum is a multihash');
    for (const band of [asset, ...arrayAt(asset, 'bands')]) {
      if (!isJsonRecord(band)) {
        broken.push('a band is an object');
        continue;
      }
      collectPrefixes(band, used);
      rule(Object.keys(band).length > 0, 'a band is not empty');
      const { nodata } = band;
      rule(
        nodata === undefined || typeof nodata === 'number' || /^(nan|-?inf)$/.test(String(nodata)),
        'nodata is a number or nan',
      );
      const common = textAt(band, 'eo:common_name');
      rule(common === null || COMMON_NAMES.has(common), 'the common name is known');
    }
  }
  for (const prefix of used) {
    const wanted = EXTENSION_OF[prefix];
    rule(
      wanted !== undefined && extensions.some((uri) => String(uri).includes(wanted)),
      `extension of ${prefix}: is listed`,
    );
  }
  for (const [prefix, address] of Object.entries(EXTENSION_OF)) {
    if (extensions.some((uri) => String(uri).includes(address)))
      rule(used.has(prefix), `listed extension ${prefix} is used`);
  }
  projectionRules(properties, rule);
  if (Object.hasOwn(properties, 'processing:lineage'))
    rule(textAt(properties, 'processing:lineage') !== null, 'lineage is a text');
  const software = recordAt(properties, 'processing:software');
  rule(
    Object.values(software).every((version) => typeof version === 'string'),
    'software versions are texts',
  );
  return broken;
}

function collectPrefixes(record: JsonRecord, into: Set<string>): void {
  for (const key of Object.keys(record)) {
    const prefix = /^([a-z]+):/.exec(key)?.[1];
    // The prefix of one's own fields needs no schema.
    if (prefix !== undefined && prefix !== 'aftermine') into.add(prefix);
  }
}

function projectionRules(properties: JsonRecord, rule: (kept: boolean, text: string) => void): void {
  rule(/^[A-Z]+:\d+$/.test(textAt(properties, 'proj:code') ?? ''), 'proj:code is authority and number');
  const shape = arrayAt(properties, 'proj:shape');
  rule(
    shape.length === 2 && shape.every((side) => Number.isInteger(side) && Number(side) > 0),
    'proj:shape has two sizes',
  );
  const transform = arrayAt(properties, 'proj:transform');
  rule(
    [6, 9].includes(transform.length) && transform.every((entry) => typeof entry === 'number'),
    'proj:transform has 6 or 9 numbers',
  );
  rule(arrayAt(properties, 'proj:bbox').length === 4, 'proj:bbox has four numbers');
}
