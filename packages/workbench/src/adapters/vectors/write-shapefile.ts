import type { Feature, FeatureSet } from '@aftermine/science/site';
import type { VectorWarning, WriteVectorOptions } from '../../ports/index.ts';
import { esriWkt } from './esri-wkt.ts';
import { Tally } from './tally.ts';
import { type WrittenField, writeDbf } from './write-dbf.ts';
import { writeShapes } from './write-shapes.ts';

/**
 * Features as the files of a shapefile, by extension: `.shp`, `.shx`, `.dbf`, `.cpg`, `.prj` where the CRS is known, and
 * `.fields.csv` (UTF-8 with byte order mark) with the full names where some were shortened. Ids become a field `id`
 * unless the features have one.
 *
 * @param name of the files without extension
 * @throws what `writeShapes` throws
 */
export function writeShapefile(
  { crs, features }: Pick<FeatureSet, 'crs' | 'features'>,
  name: string,
  options: WriteVectorOptions = {},
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly warnings: readonly VectorWarning[] } {
  const tally = new Tally();
  const rows = withIds(features, tally);
  const { shp, shx } = writeShapes(
    rows.map(({ geometry }) => geometry),
    name,
  );
  const { dbf, codePage, fields } = writeDbf(rows, options.encoding ?? 'gbk', `${name}.fields.csv`, tally);
  const files = new Map<string, Uint8Array>([
    ['.shp', shp],
    ['.shx', shx],
    ['.dbf', dbf],
    ['.cpg', Buffer.from(codePage)],
  ]);
  const wkt = crs === null ? null : esriWkt(crs);
  if (wkt === null) tally.note('vector.written-crs-missing');
  else files.set('.prj', Buffer.from(wkt));
  if (fields.some((one) => one.field !== one.name)) files.set('.fields.csv', Buffer.from(aliasTable(fields)));
  return { files, warnings: tally.warnings() };
}

/** Record numbers are the only ids a shapefile has. */
function withIds(features: readonly Feature[], tally: Tally): readonly Feature[] {
  if (features.every(({ id }, i) => id === null || id === String(i + 1))) return features;
  const names = new Set(
    features.flatMap(({ properties }) => Object.keys(properties)).map((name) => name.toLowerCase()),
  );
  if (names.has('id')) return features;
  tally.note('vector.id-written', { field: 'id' });
  return features.map((feature) => ({ ...feature, properties: { id: feature.id, ...feature.properties } }));
}

function aliasTable(fields: readonly WrittenField[]): string {
  const rows = fields.map(({ field, name, type, bytes }) =>
    [field, name, type, String(bytes)].map(cell).join(','),
  );
  return `\ufefffield,name,type,bytes\r\n${rows.join('\r\n')}\r\n`;
}

/** Spreadsheets run what begins with these signs. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
