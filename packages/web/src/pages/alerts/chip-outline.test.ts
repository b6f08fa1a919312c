import type { FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import { chipOutline } from './chip-outline.ts';

const square = (x: number, y: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
});
const site: FeatureCollection = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: square(100, 100, 100) }],
};
const box = { width: 60, height: 60, pad: 5, degrees: false };

test('the site fills the box less its rim, north up', () => {
  const drawn = chipOutline(site, square(100, 150, 50), [200, 200], box)!;
  expect(drawn.site).toBe('M5 55L55 55L55 5L5 5L5 55Z');
  expect(drawn.unit).toBe('M5 30L30 30L30 5L5 5L5 30Z');
  expect(drawn.place).toEqual([55, 5]);
});

test('degrees at 60 degrees north are half as wide as they are high', () => {
  const north: FeatureCollection = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: square(10, 59.5, 1) }],
  };
  const [left, right] = [
    chipOutline(north, null, [10, 60], { ...box, degrees: true })!.place![0],
    chipOutline(north, null, [11, 60], { ...box, degrees: true })!.place![0],
  ];
  expect(right - left).toBeCloseTo(25, 0);
});

test('a site without outline draws nothing', () => {
  expect(chipOutline({ type: 'FeatureCollection', features: [] }, null, [0, 0], box)).toBeNull();
});
