import { LANDSAT_REFLECTANCE, LANDSAT_TEMPERATURE } from '@aftermine/science/observe';
import { type Grid, gridBox } from '@aftermine/science/raster';
import { transformer } from '@aftermine/science/site';
import type { Picture } from './take-picture.ts';

/** A value as it stands in the text form: quoted or bare. The JSON form quotes everything. */
type Value = string | { readonly bare: string | number };
type Group = readonly (readonly [key: string, value: Value])[];
type Groups = readonly (readonly [name: string, members: Group])[];

const SENSORS = { 5: 'TM', 7: 'ETM', 8: 'OLI_TIRS', 9: 'OLI_TIRS' } as const;
const bare = (value: string | number): Value => ({ bare: value });

/**
 * The MTL of one delivery in both forms that USGS ships: `json` and `text` (ODL). The groups and keys are those of a Collection 2
 * Level-2 product that a reader of reflectance and temperature needs, and the Level-1 scaling, whose keys repeat
 * those of Level 2 with other values.
 *
 * @param files file names by what they hold, in the order of the product
 */
export function mtlFile(
  picture: Picture,
  files: ReadonlyMap<string, string>,
): { readonly json: string; readonly text: string } {
  const groups = mtlGroups(picture, files);
  const json = Object.fromEntries(
    groups.map(([name, members]) => [
      name,
      Object.fromEntries(
        members.map(([key, value]) => [key, typeof value === 'string' ? value : String(value.bare)]),
      ),
    ]),
  );
  const lines = groups.flatMap(([name, members]) => [
    `  GROUP = ${name}`,
    ...members.map(([key, value]) => `    ${key} = ${typeof value === 'string' ? `"${value}"` : value.bare}`),
    `  END_GROUP = ${name}`,
  ]);
  return {
    json: `${JSON.stringify({ LANDSAT_METADATA_FILE: json }, null, 2)}\n`,
    text: `${['GROUP = LANDSAT_METADATA_FILE', ...lines, 'END_GROUP = LANDSAT_METADATA_FILE', 'END'].join('\n')}\n`,
  };
}

function mtlGroups(picture: Picture, files: ReadonlyMap<string, string>): Groups {
  const { look, sun } = picture;
  const oli = look.satellite >= 8;
  const reflective = oli ? [2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5, 7];
  const thermal = oli ? 'ST_B10' : 'ST_B6';
  const [, , , , processed = ''] = look.id.split('_');
  const identity: Group = [
    ['ORIGIN', 'Simulated by Aftermine, not an image of the Earth'],
    ['LANDSAT_PRODUCT_ID', look.id],
    ['PROCESSING_LEVEL', 'L2SP'],
    ['COLLECTION_NUMBER', bare('02')],
    ['COLLECTION_CATEGORY', 'T1'],
    ['OUTPUT_FORMAT', 'GEOTIFF'],
  ];
  return [
    [
      'PRODUCT_CONTENTS',
      [...identity, ...[...files].map(([part, name]): Group[number] => [fileKey(part), name])],
    ],
    [
      'IMAGE_ATTRIBUTES',
      [
        ['SPACECRAFT_ID', `LANDSAT_${look.satellite}`],
        ['SENSOR_ID', SENSORS[look.satellite]],
        ['WRS_TYPE', bare(2)],
        ['WRS_PATH', bare(look.path)],
        ['WRS_ROW', bare(look.row)],
        ['DATE_ACQUIRED', bare(look.date)],
        ['SCENE_CENTER_TIME', clockTime(picture.hourUtc)],
        ['CLOUD_COVER', bare((100 * picture.cloudShare).toFixed(2))],
        ['CLOUD_COVER_LAND', bare((100 * picture.cloudShare).toFixed(2))],
        ['SUN_AZIMUTH', bare(sun.azimuth.toFixed(8))],
        ['SUN_ELEVATION', bare(sun.elevation.toFixed(8))],
        ['EARTH_SUN_DISTANCE', bare(sun.distance.toFixed(7))],
        ...(look.satellite === 7 ? ([['SENSOR_MODE_SLC', look.slcOff ? 'OFF' : 'ON']] as Group) : []),
      ],
    ],
    ['PROJECTION_ATTRIBUTES', projection(picture.grid)],
    [
      'LEVEL2_PROCESSING_RECORD',
      [
        ...identity,
        [
          'DATE_PRODUCT_GENERATED',
          bare(`${processed.slice(0, 4)}-${processed.slice(4, 6)}-${processed.slice(6)}T00:00:00Z`),
        ],
        ['PROCESSING_SOFTWARE_VERSION', 'Aftermine demonstration'],
        ['ALGORITHM_SOURCE_SURFACE_REFLECTANCE', oli ? 'LaSRC_simulated' : 'LEDAPS_simulated'],
        ['ALGORITHM_SOURCE_SURFACE_TEMPERATURE', 'st_simulated'],
      ],
    ],
    [
      'LEVEL2_SURFACE_REFLECTANCE_PARAMETERS',
      [
        ...reflective.map((n): Group[number] => [`REFLECTANCE_MAXIMUM_BAND_${n}`, bare('1.602213')]),
        ...reflective.map((n): Group[number] => [`REFLECTANCE_MINIMUM_BAND_${n}`, bare('-0.199972')]),
        ...reflective.map((n): Group[number] => [`QUANTIZE_CAL_MAX_BAND_${n}`, bare(65535)]),
        ...reflective.map((n): Group[number] => [`QUANTIZE_CAL_MIN_BAND_${n}`, bare(1)]),
        ...reflective.map((n): Group[number] => [
          `REFLECTANCE_MULT_BAND_${n}`,
          bare(LANDSAT_REFLECTANCE.scale.toExponential(2)),
        ]),
        ...reflective.map((n): Group[number] => [
          `REFLECTANCE_ADD_BAND_${n}`,
          bare(LANDSAT_REFLECTANCE.offset),
        ]),
      ],
    ],
    [
      'LEVEL2_SURFACE_TEMPERATURE_PARAMETERS',
      [
        [`TEMPERATURE_MAXIMUM_BAND_${thermal}`, bare('372.999941')],
        [`TEMPERATURE_MINIMUM_BAND_${thermal}`, bare('149.003418')],
        [`QUANTIZE_CAL_MAXIMUM_BAND_${thermal}`, bare(65535)],
        [`QUANTIZE_CAL_MINIMUM_BAND_${thermal}`, bare(1)],
        [`TEMPERATURE_MULT_BAND_${thermal}`, bare(LANDSAT_TEMPERATURE.scale)],
        [`TEMPERATURE_ADD_BAND_${thermal}`, bare('149.0')],
      ],
    ],
    [
      'LEVEL1_RADIOMETRIC_RESCALING',
      [
        ...reflective.map((n): Group[number] => [`REFLECTANCE_MULT_BAND_${n}`, bare('2.0000E-05')]),
        ...reflective.map((n): Group[number] => [`REFLECTANCE_ADD_BAND_${n}`, bare('-0.100000')]),
      ],
    ],
  ];
}

/** `SR_B4` -> FILE_NAME_BAND_4, `ST_B10` -> FILE_NAME_BAND_ST_B10, as the product calls them. */
function fileKey(part: string): string {
  if (part.startsWith('SR_B')) return `FILE_NAME_BAND_${part.slice(4)}`;
  if (part.startsWith('ST_')) return `FILE_NAME_BAND_${part}`;
  const names: Readonly<Record<string, string>> = {
    QA_PIXEL: 'FILE_NAME_QUALITY_L1_PIXEL',
    QA_RADSAT: 'FILE_NAME_QUALITY_L1_RADIOMETRIC_SATURATION',
    'MTL.txt': 'FILE_NAME_METADATA_ODL',
  };
  return names[part] ?? `FILE_NAME_${part}`;
}

function projection(grid: Grid): Group {
  const [west, south, east, north] = gridBox(grid);
  const half = grid.pixelWidth / 2;
  // Corners of the product are centres of its corner pixels.
  const corners = [
    ['UL', west + half, north - half],
    ['UR', east - half, north - half],
    ['LL', west + half, south + half],
    ['LR', east - half, south + half],
  ] as const;
  const toDegrees = transformer(grid.crs, 'EPSG:4326');
  return [
    ['MAP_PROJECTION', 'UTM'],
    ['DATUM', 'WGS84'],
    ['ELLIPSOID', 'WGS84'],
    ['UTM_ZONE', bare(Number(grid.crs.slice(-2)))],
    ['GRID_CELL_SIZE_REFLECTIVE', bare('30.00')],
    ['GRID_CELL_SIZE_THERMAL', bare('30.00')],
    ['REFLECTIVE_LINES', bare(grid.height)],
    ['REFLECTIVE_SAMPLES', bare(grid.width)],
    ['THERMAL_LINES', bare(grid.height)],
    ['THERMAL_SAMPLES', bare(grid.width)],
    ['ORIENTATION', 'NORTH_UP'],
    ...corners.flatMap(([name, x, y]): Group => {
      const [longitude, latitude] = toDegrees(x, y);
      return [
        [`CORNER_${name}_LAT_PRODUCT`, bare(latitude.toFixed(5))],
        [`CORNER_${name}_LON_PRODUCT`, bare(longitude.toFixed(5))],
      ];
    }),
    ...corners.flatMap(
      ([name, x, y]): Group => [
        [`CORNER_${name}_PROJECTION_X_PRODUCT`, bare(x.toFixed(3))],
        [`CORNER_${name}_PROJECTION_Y_PRODUCT`, bare(y.toFixed(3))],
      ],
    ),
  ];
}

/** `02:53:20.1234560Z`. */
function clockTime(hours: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const minutes = (hours % 1) * 60;
  const seconds = (minutes % 1) * 60;
  return `${two(hours)}:${two(minutes)}:${seconds.toFixed(7).padStart(10, '0')}Z`;
}
