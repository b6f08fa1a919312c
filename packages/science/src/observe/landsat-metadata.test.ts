import { describe, expect, test } from 'vitest';
import { parseLandsatMetadata } from './landsat-metadata.ts';

/** The shape of a real MTL: the same keys stand in a Level-2 and a Level-1 group. */
const GROUPS = {
  PRODUCT_CONTENTS: { PROCESSING_LEVEL: 'L2SP' },
  IMAGE_ATTRIBUTES: {
    SPACECRAFT_ID: 'LANDSAT_8',
    DATE_ACQUIRED: '2020-07-15',
    SCENE_CENTER_TIME: '02:53:11.1234560Z',
    CLOUD_COVER: '3.21',
    SUN_AZIMUTH: '130.5',
    SUN_ELEVATION: '62.25',
  },
  LEVEL2_SURFACE_REFLECTANCE_PARAMETERS: {
    REFLECTANCE_MULT_BAND_4: '2.75e-05',
    REFLECTANCE_ADD_BAND_4: '-0.2',
  },
  LEVEL2_SURFACE_TEMPERATURE_PARAMETERS: {
    TEMPERATURE_MULT_BAND_ST_B10: '0.00341802',
    TEMPERATURE_ADD_BAND_ST_B10: '149.0',
  },
  LEVEL1_RADIOMETRIC_RESCALING: {
    REFLECTANCE_MULT_BAND_4: '2.0000E-05',
    REFLECTANCE_ADD_BAND_4: '-0.100000',
  },
};
const JSON_TEXT = JSON.stringify({ LANDSAT_METADATA_FILE: GROUPS });
const ODL_TEXT = [
  'GROUP = LANDSAT_METADATA_FILE',
  ...Object.entries(GROUPS).flatMap(([group, keys]) => [
    `  GROUP = ${group}`,
    ...Object.entries(keys).map(
      ([key, value]) => `    ${key} = ${/^[A-Z]|Z$/.test(value) ? `"${value}"` : value}`,
    ),
    `  END_GROUP = ${group}`,
  ]),
  'END_GROUP = LANDSAT_METADATA_FILE',
  'END',
].join('\r\n');

describe('Landsat MTL files', () => {
  test.each([
    ['JSON', JSON_TEXT],
    ['text', ODL_TEXT],
  ])('%s: the scaling is that of Level 2, not that of Level 1 under the same key', (_, text) => {
    const metadata = parseLandsatMetadata(text)!;
    expect(metadata.scaling.get('SR_B4')).toEqual({ scale: 2.75e-5, offset: -0.2 });
    expect(metadata.scaling.get('ST_B10')).toEqual({ scale: 0.00341802, offset: 149 });
    expect(metadata.scaling.size).toBe(2);
  });

  test('JSON and text say the same', () => {
    expect(parseLandsatMetadata(ODL_TEXT)).toEqual(parseLandsatMetadata(JSON_TEXT));
  });

  test('the moment of the scene centre, sun and cloud are read', () => {
    expect(parseLandsatMetadata(ODL_TEXT)).toMatchObject({
      datetime: '2020-07-15T02:53:11.123Z',
      sunElevation: 62.25,
      sunAzimuth: 130.5,
      cloudCover: 3.21,
    });
  });

  test('an impossible scaling is left to the defaults', () => {
    const broken = JSON.stringify({
      LANDSAT_METADATA_FILE: {
        LEVEL2_SURFACE_REFLECTANCE_PARAMETERS: {
          REFLECTANCE_MULT_BAND_4: 'NaN',
          REFLECTANCE_ADD_BAND_4: '-0.2',
          REFLECTANCE_MULT_BAND_5: '0',
        },
      },
    });
    expect(parseLandsatMetadata(broken)).toMatchObject({ datetime: null });
    expect(parseLandsatMetadata(broken)!.scaling.size).toBe(0);
  });

  test('other files are none', () => {
    for (const text of [
      '',
      '{}',
      '{"LANDSAT_METADATA_FILE": 3}',
      '{broken',
      'GROUP = OTHER\nEND_GROUP = OTHER',
      '\0\0',
    ]) {
      expect(parseLandsatMetadata(text)).toBeNull();
    }
  });
});
