import { expect, test } from 'vitest';
import { distanceToPolygonsM } from './distance-to-polygons.ts';
import type { MultiPolygon } from './types.ts';

const square: MultiPolygon = [
  [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ],
  ],
];

test('metres to the nearest edge or corner, 0 inside', () => {
  expect(distanceToPolygonsM([50, 50], square, 'EPSG:4547')).toBe(0);
  expect(distanceToPolygonsM([150, 50], square, 'EPSG:4547')).toBe(50);
  expect(distanceToPolygonsM([103, 104], square, 'EPSG:4547')).toBe(5);
  const holed: MultiPolygon = [
    [
      square[0]![0]!,
      [
        [40, 40],
        [60, 40],
        [60, 60],
        [40, 60],
        [40, 40],
      ],
    ],
  ];
  expect(distanceToPolygonsM([50, 45], holed, 'EPSG:4547')).toBe(5);
  expect(distanceToPolygonsM([0, 0], [], 'EPSG:4547')).toBe(Number.POSITIVE_INFINITY);
});

test('degrees are measured on the ground: 0.001 degrees of latitude are 111 m', () => {
  const degrees: MultiPolygon = [
    [
      [
        [112, 38],
        [112.01, 38],
        [112.01, 38.01],
        [112, 38.01],
        [112, 38],
      ],
    ],
  ];
  const metres = distanceToPolygonsM([112.005, 38.011], degrees, 'EPSG:4490');
  expect(metres).toBeGreaterThan(110.8);
  expect(metres).toBeLessThan(111.1);
});
