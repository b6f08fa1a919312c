import { parseLandsatMetadata } from '@aftermine/science/observe';
import { describe, expect, test } from 'vitest';
import { acquisitions } from './acquisitions.ts';
import { resolveDemoOptions } from './frame.ts';
import { demoLandscape, reliefIn } from './landscape.ts';
import { mtlFile } from './mtl-file.ts';
import { takePicture } from './take-picture.ts';

const options = resolveDemoOptions({ size: 48, years: { from: 2010, to: 2014 } });
const landscape = demoLandscape(options);

describe('mtlFile', () => {
  test('says the same in both forms, for TM and OLI', () => {
    for (const satellite of [5, 8]) {
      const look = acquisitions(options).find((one) => one.satellite === satellite)!;
      const picture = takePicture(landscape, reliefIn(landscape, look.year), look);
      const { json, text } = mtlFile(picture, new Map([['SR_B4', `${look.id}_SR_B4.TIF`]]));
      const read = parseLandsatMetadata(json)!;
      expect(parseLandsatMetadata(text)).toEqual(read);
      expect(read.datetime?.slice(0, 10)).toBe(look.date);
      expect(read.sunElevation).toBeCloseTo(picture.sun.elevation, 6);
      expect(read.cloudCover).toBeCloseTo(100 * picture.cloudShare, 1);
      expect(read.scaling.get('SR_B4')).toEqual({ scale: 2.75e-5, offset: -0.2 });
      expect(read.scaling.get(satellite === 5 ? 'ST_B6' : 'ST_B10')).toEqual({
        scale: 0.00341802,
        offset: 149,
      });
    }
  });
});
