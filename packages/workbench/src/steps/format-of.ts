import type { CheckedFile } from '../ports/index.ts';

type FileFormat = CheckedFile['format'];

const FORMATS: Readonly<Record<string, FileFormat>> = {
  geojson: 'geojson',
  json: 'geojson',
  gpkg: 'geopackage',
  shp: 'shapefile',
  zip: 'shapefile',
  kml: 'kml',
  kmz: 'kml',
  ovkml: 'kml',
  ovkmz: 'kml',
  dxf: 'dxf',
  csv: 'table',
  tsv: 'table',
  xlsx: 'table',
  txt: 'text',
};

/** The format a file has by its name, to be told to people; readers go by content. */
export function formatOf(path: string): FileFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return FORMATS[extension] ?? 'other';
}
