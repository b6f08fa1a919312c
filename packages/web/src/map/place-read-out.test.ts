import { expect, it } from 'vitest';
import { degreesText } from './graticule-lines.ts';
import { placeReadOut } from './place-read-out.ts';
import { roundLength } from './scale-bar.ts';

it('a place is told in its 3-degree zone with the number before the easting, and in degrees', () => {
  // 114 degrees east is the central meridian of zone 38.
  const place = placeReadOut('EPSG:4547', 455_964.63, 4_613_000);
  expect(place?.gaussKrueger).toMatchObject({ code: 'EPSG:4526', zone: 38, meridian: 114 });
  expect(place?.gaussKrueger?.easting).toBeCloseTo(38_455_964.63, 2);
  expect(place?.gaussKrueger?.northing).toBeCloseTo(4_613_000, 2);
  expect(place?.longitude).toBeLessThan(114);
});

it('outside of China there are degrees only; in an unknown system nothing', () => {
  expect(placeReadOut('EPSG:4326', 10, 50)).toEqual({ longitude: 10, latitude: 50, gaussKrueger: null });
  expect(placeReadOut('EPSG:2154', 10, 50)).toBeNull();
});

it('degrees are written in degrees and minutes', () => {
  expect(degreesText(113.25, 'longitude')).toBe('113°15′E');
  expect(degreesText(-41.5, 'latitude')).toBe('41°30′S');
  expect(degreesText(114, 'longitude')).toBe('114°E');
});

it('a scale bar has a round length that fits', () => {
  expect([130, 99, 2300, 5000].map(roundLength)).toEqual([100, 50, 2000, 5000]);
});
