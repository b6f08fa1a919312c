import { gaussKruegerSystem, meridianOf } from '@aftermine/science/site';

interface Datum {
  /** `GEOGCS` name of Esri. */
  readonly name: string;
  readonly datum: string;
  readonly spheroid: string;
  /** Metres. */
  readonly semiMajor: number;
  readonly inverseFlattening: number;
}

const GRS80 = { spheroid: 'GRS_1980', semiMajor: 6378137, inverseFlattening: 298.257222101 };
const DATUMS = {
  wgs84: {
    name: 'GCS_WGS_1984',
    datum: 'D_WGS_1984',
    spheroid: 'WGS_1984',
    semiMajor: 6378137,
    inverseFlattening: 298.257223563,
  },
  cgcs2000: {
    ...GRS80,
    name: 'GCS_China_Geodetic_Coordinate_System_2000',
    datum: 'D_China_2000',
    spheroid: 'CGCS2000',
  },
  xian80: {
    name: 'GCS_Xian_1980',
    datum: 'D_Xian_1980',
    spheroid: 'Xian_1980',
    semiMajor: 6378140,
    inverseFlattening: 298.257,
  },
  beijing54: {
    name: 'GCS_Beijing_1954',
    datum: 'D_Beijing_1954',
    spheroid: 'Krasovsky_1940',
    semiMajor: 6378245,
    inverseFlattening: 298.3,
  },
  nad83: { ...GRS80, name: 'GCS_North_American_1983', datum: 'D_North_American_1983' },
  etrs89: { ...GRS80, name: 'GCS_ETRS_1989', datum: 'D_ETRS_1989' },
} as const satisfies Record<string, Datum>;

const GEOGRAPHIC: Readonly<Record<number, Datum>> = {
  4326: DATUMS.wgs84,
  4490: DATUMS.cgcs2000,
  4610: DATUMS.xian80,
  4214: DATUMS.beijing54,
  4269: DATUMS.nad83,
  4258: DATUMS.etrs89,
};

/** Runs of UTM codes: first and last zone, EPSG number of zone 0. */
const UTM = [
  { base: 32600, zones: [1, 60], datum: DATUMS.wgs84, prefix: 'WGS_1984', south: false },
  { base: 32700, zones: [1, 60], datum: DATUMS.wgs84, prefix: 'WGS_1984', south: true },
  { base: 26900, zones: [1, 23], datum: DATUMS.nad83, prefix: 'NAD_1983', south: false },
  { base: 25800, zones: [28, 38], datum: DATUMS.etrs89, prefix: 'ETRS_1989', south: false },
] as const;

const PREFIXES = { cgcs2000: 'CGCS2000', xian80: 'Xian_1980', beijing54: 'Beijing_1954' } as const;

/**
 * The text of a `.prj` file in the dialect of Esri, which every reader of shapefiles knows: geographic systems, the
 * Gauss-Krueger zones of China, UTM, web Mercator.
 *
 * @param code `EPSG:4547`
 * @returns null for a system this list does not hold
 * @source Esri Projection Engine WKT (WKT 1), names as ArcGIS lists them
 */
export function esriWkt(code: string): string | null {
  const n = Number(/^EPSG:(\d{4,5})$/.exec(code)?.[1]);
  const geographic = GEOGRAPHIC[n];
  if (geographic !== undefined) return geographicWkt(geographic);
  if (n === 3857) {
    const name = 'WGS_1984_Web_Mercator_Auxiliary_Sphere';
    return `PROJCS["${name}",${geographicWkt(DATUMS.wgs84)},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`;
  }
  const utm = UTM.find(({ base, zones }) => n - base >= zones[0] && n - base <= zones[1]);
  if (utm !== undefined) {
    const zone = n - utm.base;
    const name = `${utm.prefix}_UTM_Zone_${zone}${utm.south ? 'S' : 'N'}`;
    return projected(name, utm.datum, 'Transverse_Mercator', {
      easting: 500_000,
      northing: utm.south ? 10_000_000 : 0,
      meridian: zone * 6 - 183,
      scale: 0.9996,
    });
  }
  const system = gaussKruegerSystem(n);
  if (system === null) return null;
  const meridian = meridianOf(system);
  const width = system.width === 3 ? '3_Degree_' : '';
  const place = system.prefixed ? `Zone_${system.zone}` : `CM_${meridian}E`;
  return projected(`${PREFIXES[system.datum]}_${width}GK_${place}`, DATUMS[system.datum], 'Gauss_Kruger', {
    easting: (system.prefixed ? system.zone * 1e6 : 0) + 500_000,
    northing: 0,
    meridian,
    scale: 1,
  });
}

interface Parameters {
  readonly easting: number;
  readonly northing: number;
  readonly meridian: number;
  readonly scale: number;
}

function projected(name: string, datum: Datum, method: string, parameters: Parameters): string {
  const { easting, northing, meridian, scale } = parameters;
  return (
    `PROJCS["${name}",${geographicWkt(datum)},PROJECTION["${method}"],` +
    `PARAMETER["False_Easting",${decimal(easting)}],PARAMETER["False_Northing",${decimal(northing)}],` +
    `PARAMETER["Central_Meridian",${decimal(meridian)}],PARAMETER["Scale_Factor",${decimal(scale)}],` +
    `PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
  );
}

function geographicWkt({ name, datum, spheroid, semiMajor, inverseFlattening }: Datum): string {
  return (
    `GEOGCS["${name}",DATUM["${datum}",SPHEROID["${spheroid}",${decimal(semiMajor)},${decimal(inverseFlattening)}]],` +
    `PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
  );
}

/** Esri writes whole numbers with a decimal. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
