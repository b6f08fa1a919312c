import { describe, expect, test } from 'vitest';
import { polygonise } from './polygonise.ts';

const grid = (width: number, height: number) => ({
  crs: 'EPSG:32650',
  originX: 0,
  originY: height,
  pixelWidth: 1,
  pixelHeight: 1,
  width,
  height,
});

const area = (ring: readonly (readonly [number, number])[]): number => {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1)
    sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return sum / 2;
};

const draw = (...rows: string[]): Int32Array =>
  Int32Array.from(rows.join('').replaceAll('.', '0'), (one) => Number(one));

describe('polygonise', () => {
  test('a rectangle is one ring of four corners, counter-clockwise', () => {
    const polygons = polygonise(draw('....', '.11.', '.11.', '....'), grid(4, 4)).get(1)!;
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(1);
    expect(polygons[0]![0]).toHaveLength(5);
    expect(area(polygons[0]![0]!)).toBe(4);
  });

  test('a hole is a clockwise ring of the polygon around it, and its island a polygon of its own', () => {
    const polygons = polygonise(draw('11111', '1...1', '1.1.1', '1...1', '11111'), grid(5, 5)).get(1)!;
    const sizes = polygons.map((rings) => rings.map(area));
    expect(sizes).toHaveLength(2);
    expect(sizes).toContainEqual([25, -9]);
    expect(sizes).toContainEqual([1]);
  });

  test('pixels that touch at a corner are apart, and neighbours of another label share the edge', () => {
    const regions = polygonise(draw('12', '21'), grid(2, 2));
    expect(regions.get(1)).toHaveLength(2);
    expect(regions.get(2)).toHaveLength(2);
  });

  test('the area of the outlines is that of the pixels, for any drawing', () => {
    let state = 7;
    const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    for (let round = 0; round < 20; round += 1) {
      const labels = Int32Array.from({ length: 17 * 13 }, () => Math.floor(random() * 4));
      const regions = polygonise(labels, grid(17, 13));
      for (const label of [1, 2, 3]) {
        const pixels = labels.filter((one) => one === label).length;
        const sum = (regions.get(label) ?? []).flat().reduce((total, ring) => total + area(ring), 0);
        expect(sum).toBe(pixels);
        for (const polygon of regions.get(label) ?? []) expect(area(polygon[0]!)).toBeGreaterThan(0);
      }
    }
  });
});
