interface GeographicCrs {
  readonly code: number;
  readonly name: string;
  readonly datum: string;
  readonly datumCode: number;
  readonly spheroid: string;
  readonly spheroidCode: number;
  /** Metres. */
  readonly semiMajor: number;
  readonly inverseFlattening: number;
}

const WGS84: GeographicCrs = {
  code: 4326,
  name: 'WGS 84',
  datum: 'WGS_1984',
  datumCode: 6326,
  spheroid: 'WGS 84',
  spheroidCode: 7030,
  semiMajor: 6378137,
  inverseFlattening: 298.257223563,
};
const CGCS2000: GeographicCrs = {
  code: 4490,
  name: 'China Geodetic Coordinate System 2000',
  datum: 'China_2000',
  datumCode: 1043,
  spheroid: 'CGCS2000',
  spheroidCode: 1024,
  semiMajor: 6378137,
  inverseFlattening: 298.257222101,
};
const XIAN80: GeographicCrs = {
  code: 4610,
  name: 'Xian 1980',
  datum: 'Xian_1980',
  datumCode: 6610,
  spheroid: 'IAG 1975',
  spheroidCode: 7049,
  semiMajor: 6378140,
  inverseFlattening: 298.257,
};
const BEIJING54: GeographicCrs = {
  code: 4214,
  name: 'Beijing 1954',
  datum: 'Beijing_1954',
  datumCode: 6214,
  spheroid: 'Krassowsky 1940',
  spheroidCode: 7024,
  semiMajor: 6378245,
  inverseFlattening: 298.3,
};
const NAD83: GeographicCrs = {
  code: 4269,
  name: 'NAD83',
  datum: 'North_American_Datum_1983',
  datumCode: 6269,
  spheroid: 'GRS 1980',
  spheroidCode: 7019,
  semiMajor: 6378137,
  inverseFlattening: 298.257222101,
};

/** One run of consecutive EPSG codes: transverse Mercator zones `step` degrees apart. */
interface ZoneRun {
  readonly first: number;
  readonly last: number;
  readonly base: GeographicCrs;
  /** Number of the first zone; Gauss-Kruger zones by central meridian start at 75 degrees east. */
  readonly firstZone: number;
  readonly kind: 'gk6-zone' | 'gk6-cm' | 'gk3-zone' | 'gk3-cm' | 'utm-north' | 'utm-south';
  readonly prefix: string;
}

const RUNS: readonly ZoneRun[] = [
  ...gaussKruger(CGCS2000, 'CGCS2000', 4491, 4502, 4513, 4534),
  ...gaussKruger(XIAN80, 'Xian 1980', 2327, 2338, 2349, 2370),
  ...gaussKruger(BEIJING54, 'Beijing 1954', 21413, 21453, 2401, 2422),
  { first: 32601, last: 32660, base: WGS84, firstZone: 1, kind: 'utm-north', prefix: 'WGS 84' },
  { first: 32701, last: 32760, base: WGS84, firstZone: 1, kind: 'utm-south', prefix: 'WGS 84' },
  { first: 26901, last: 26923, base: NAD83, firstZone: 1, kind: 'utm-north', prefix: 'NAD83' },
];

/**
 * OGC WKT 1 of a coordinate system Aftermine works in, for `gpkg_spatial_ref_sys.definition`: geographic
 * 4326, 4490, 4610, 4214 and 4269, the Gauss-Kruger zones of CGCS2000, Xi'an 80 and Beijing 54, UTM on
 * WGS 84 and NAD83. QGIS and GDAL go by the EPSG code; the text is for readers that do not know it.
 *
 * @param code EPSG code
 * @returns name and WKT, or null for a system this list does not hold
 * @source EPSG Geodetic Parameter Dataset
 */
export function crsWkt(code: number): { readonly name: string; readonly wkt: string } | null {
  for (const base of [WGS84, CGCS2000, XIAN80, BEIJING54, NAD83]) {
    if (base.code === code) return { name: base.name, wkt: geographicWkt(base) };
  }
  const run = RUNS.find(({ first, last }) => code >= first && code <= last);
  if (run === undefined) return null;
  const { name, meridian, scale, easting, northing } = zoneOf(run, code - run.first);
  const wkt =
    `PROJCS["${name}",${geographicWkt(run.base)},PROJECTION["Transverse_Mercator"],` +
    `PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${meridian}],` +
    `PARAMETER["scale_factor",${scale}],PARAMETER["false_easting",${easting}],` +
    `PARAMETER["false_northing",${northing}],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","${code}"]]`;
  return { name, wkt };
}

function zoneOf(run: ZoneRun, offset: number) {
  const zone = run.firstZone + offset;
  const gauss = (name: string, meridian: number, easting: number) => ({
    name: `${run.prefix} / ${name}`,
    meridian,
    scale: 1,
    easting,
    northing: 0,
  });
  switch (run.kind) {
    case 'gk6-zone':
      return gauss(`Gauss-Kruger zone ${zone}`, zone * 6 - 3, zone * 1e6 + 500_000);
    case 'gk6-cm':
      return gauss(`Gauss-Kruger CM ${75 + offset * 6}E`, 75 + offset * 6, 500_000);
    case 'gk3-zone':
      return gauss(`3-degree Gauss-Kruger zone ${zone}`, zone * 3, zone * 1e6 + 500_000);
    case 'gk3-cm':
      return gauss(`3-degree Gauss-Kruger CM ${75 + offset * 3}E`, 75 + offset * 3, 500_000);
    case 'utm-north':
    case 'utm-south': {
      const south = run.kind === 'utm-south';
      return {
        name: `${run.prefix} / UTM zone ${zone}${south ? 'S' : 'N'}`,
        meridian: zone * 6 - 183,
        scale: 0.9996,
        easting: 500_000,
        northing: south ? 10_000_000 : 0,
      };
    }
  }
}

function gaussKruger(
  base: GeographicCrs,
  prefix: string,
  zone6: number,
  meridian6: number,
  zone3: number,
  meridian3: number,
): ZoneRun[] {
  return [
    { first: zone6, last: zone6 + 10, base, firstZone: 13, kind: 'gk6-zone', prefix },
    { first: meridian6, last: meridian6 + 10, base, firstZone: 13, kind: 'gk6-cm', prefix },
    { first: zone3, last: zone3 + 20, base, firstZone: 25, kind: 'gk3-zone', prefix },
    { first: meridian3, last: meridian3 + 20, base, firstZone: 25, kind: 'gk3-cm', prefix },
  ];
}

function geographicWkt(crs: GeographicCrs): string {
  return (
    `GEOGCS["${crs.name}",DATUM["${crs.datum}",SPHEROID["${crs.spheroid}",${crs.semiMajor},` +
    `${crs.inverseFlattening},AUTHORITY["EPSG","${crs.spheroidCode}"]],AUTHORITY["EPSG","${crs.datumCode}"]],` +
    `PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,` +
    `AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","${crs.code}"]]`
  );
}
