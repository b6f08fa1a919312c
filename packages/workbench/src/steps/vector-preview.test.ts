import { expect, test } from 'vitest';
import { vectorPreview } from './vector-preview.ts';

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (id: string, ring: [number, number][]) => ({
  id,
  geometry: [[ring]],
  properties: { 名称: `图斑${id}` },
});

test('a preview shows outlines in degrees, the first rows as they are, and each kind of fault once', () => {
  const { crs, extent, outlines, rows, problems } = vectorPreview(
    [
      feature('A', square(113.2, 41.6, 0.01)),
      feature('B', square(113.205, 41.6, 0.01)),
      feature('C', square(113.21, 41.6, 0.01)),
    ],
    'EPSG:4326',
  );
  expect(crs).toBe('EPSG:4326');
  expect(extent).toEqual([113.2, 41.6, 113.22, 41.61]);
  expect(outlines).toHaveLength(3);
  expect(rows[0]).toEqual({ 名称: '图斑A' });
  const overlap = problems?.filter(({ check }) => check === 'overlap');
  expect(overlap).toHaveLength(1);
  expect(overlap![0]!.count).toBe(2);
});

test('without a coordinate system the numbers of the file are shown and nothing is checked', () => {
  const { crs, extent, problems } = vectorPreview([feature('A', square(5000, 9000, 100))], null);
  expect(crs).toBeNull();
  expect(extent).toEqual([5000, 9000, 5100, 9100]);
  expect(problems).toBeNull();
});

test('a ring of many corners is thinned, and one that is no ring is left out', () => {
  const round = Array.from({ length: 5000 }, (_, i): [number, number] => [
    500_000 + 100 * Math.cos((i / 5000) * 2 * Math.PI),
    4_600_000 + 100 * Math.sin((i / 5000) * 2 * Math.PI),
  ]);
  const { outlines } = vectorPreview([feature('A', round), feature('B', [[Number.NaN, 1]])], 'EPSG:32649');
  expect(outlines).toHaveLength(1);
  expect(outlines[0]!.ring.length).toBeLessThanOrEqual(121);
});
