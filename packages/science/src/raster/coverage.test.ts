import { describe, expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { blocks, type Grid, windowGrid } from './grid.ts';
import type { Polygons } from './polygons.ts';

const grid: Grid = {
  crs: 'EPSG:32650',
  originX: 0,
  originY: 4,
  pixelWidth: 1,
  pixelHeight: 1,
  width: 4,
  height: 4,
};

const box = (west: number, south: number, east: number, north: number): Polygons[number][number] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const area = (share: Float32Array): number => share.reduce((sum, value) => sum + value, 0);

const shoelace = (ring: Polygons[number][number]): number => {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1)
    sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return Math.abs(sum) / 2;
};

/** A star-shaped ring with many edges, always the same. */
function star(count: number, cx: number, cy: number, radius: number): [number, number][] {
  const ring: [number, number][] = [];
  let seed = 12345;
  for (let i = 0; i < count; i += 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const r = radius * (0.5 + seed / 2 ** 33);
    const angle = (2 * Math.PI * i) / count;
    ring.push([cx + r * Math.cos(angle), cy + r * Math.sin(angle)]);
  }
  return [...ring, ring[0]!];
}

describe('coverage', () => {
  test('a box over half pixels covers them by half and corners by a quarter', () => {
    //  . . . .      row 0
    //  . q h q      from y = 2.5 down to 1.5, x = 1.5 to 3.5
    //  . q h q
    const { window, share } = coverage([[box(1.5, 1.5, 3.5, 2.5)]], grid);
    expect(window).toEqual({ col: 1, row: 1, width: 3, height: 2 });
    expect([...share]).toEqual([0.25, 0.5, 0.25, 0.25, 0.5, 0.25]);
  });

  test('a right triangle covers half of the pixels on its diagonal', () => {
    const { share } = coverage(
      [
        [
          [
            [0, 0],
            [4, 0],
            [0, 4],
            [0, 0],
          ],
        ],
      ],
      grid,
    );
    // biome-ignore format: the picture is the point
    expect([...share]).toEqual([
      0.5, 0, 0, 0,
      1, 0.5, 0, 0,
      1, 1, 0.5, 0,
      1, 1, 1, 0.5,
    ]);
  });

  test('a flat edge that runs through several pixels of a row gives trapezoids', () => {
    // Under the line from (0, 0) to (4, 1): 1/8, 3/8, 5/8, 7/8 of the bottom row.
    const { window, share } = coverage(
      [
        [
          [
            [0, 0],
            [4, 0],
            [4, 1],
            [0, 0],
          ],
        ],
      ],
      grid,
    );
    expect(window).toEqual({ col: 0, row: 3, width: 4, height: 1 });
    expect([...share]).toEqual([0.125, 0.375, 0.625, 0.875]);
  });

  test('holes are left out, whichever way rings were drawn', () => {
    const outer = box(0, 0, 4, 4);
    const hole = box(1, 1, 2.5, 3);
    for (const polygon of [
      [outer, hole],
      [outer.toReversed(), hole],
      [outer, hole.toReversed()],
      [outer.toReversed(), hole.toReversed()],
    ]) {
      const { share, inside } = coverage([polygon], grid);
      expect(area(share)).toBe(13);
      expect(share[1 * 4 + 1]).toBe(0);
      expect(share[1 * 4 + 2]).toBe(0.5);
      expect(inside[1 * 4 + 1]).toBe(0);
    }
  });

  test('what lies outside the grid is cut off on all four sides', () => {
    const { window, share, inside } = coverage([[box(-10, -10, 20, 20)]], grid);
    expect(window).toEqual({ col: 0, row: 0, width: 4, height: 4 });
    expect(new Set(share)).toEqual(new Set([1]));
    expect(new Set(inside)).toEqual(new Set([1]));
    const slanted = coverage(
      [
        [
          [
            [-4, -4],
            [8, -4],
            [-4, 8],
            [-4, -4],
          ],
        ],
      ],
      grid,
    );
    expect(area(slanted.share)).toBeCloseTo(8, 6);
  });

  test('polygons beside the grid give an empty window', () => {
    for (const ring of [box(5, 0, 6, 1), box(-2, 0, -1, 1), box(0, 5, 1, 6), box(4, 0, 5, 1)]) {
      const { window, share } = coverage([[ring]], grid);
      expect(window).toEqual({ col: 0, row: 0, width: 0, height: 0 });
      expect(share).toHaveLength(0);
    }
    expect(coverage([], grid).share).toHaveLength(0);
  });

  test('a pixel is inside by its centre, and neighbours share no centre and lose none', () => {
    // The shared edge runs exactly through pixel centres, up and down and slanted.
    const left: Polygons = [
      [
        [
          [0, 0],
          [1.5, 0],
          [2.5, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    ];
    const right: Polygons = [
      [
        [
          [1.5, 0],
          [4, 0],
          [4, 4],
          [2.5, 4],
          [1.5, 0],
        ],
      ],
    ];
    const total = new Uint8Array(16);
    for (const polygons of [left, right]) {
      const { window, inside } = coverage(polygons, grid);
      for (let i = 0; i < inside.length; i += 1) {
        const row = window.row + Math.floor(i / window.width);
        total[row * 4 + window.col + (i % window.width)]! += inside[i]!;
      }
    }
    expect([...total]).toEqual(new Array(16).fill(1));
  });

  test('the covered area is the area of the polygon to 1e-9, with 20,000 edges and far from the origin', () => {
    const fine: Grid = {
      crs: 'EPSG:4547',
      originX: 500_000,
      originY: 4_300_000,
      pixelWidth: 30,
      pixelHeight: 30,
      width: 700,
      height: 700,
    };
    const outer = star(20_000, 510_500, 4_289_500, 10_000);
    const hole = star(500, 510_500, 4_289_500, 3000);
    const shifted = (ring: [number, number][]) =>
      ring.map(([x, y]): [number, number] => [x - 510_500, y - 4_289_500]);
    const truth = shoelace(shifted(outer)) - shoelace(shifted(hole));
    const { share } = coverage([[outer, hole]], fine);
    expect(Math.abs((area64(share) * 900) / truth - 1)).toBeLessThan(1e-9);
  });

  test('tiles add up to the whole', () => {
    const fine: Grid = {
      crs: 'EPSG:4547',
      originX: 0,
      originY: 100,
      pixelWidth: 1,
      pixelHeight: 1,
      width: 100,
      height: 100,
    };
    const polygons: Polygons = [[star(300, 50, 50, 60)]];
    const whole = coverage(polygons, fine);
    const image = new Float32Array(10_000);
    const centres = new Uint8Array(10_000);
    for (const block of blocks(fine, 32)) {
      const { window, share, inside } = coverage(polygons, windowGrid(fine, block));
      for (let i = 0; i < share.length; i += 1) {
        const row = block.row + window.row + Math.floor(i / window.width);
        const at = row * 100 + block.col + window.col + (i % window.width);
        image[at] = share[i]!;
        centres[at] = inside[i]!;
      }
    }
    for (let i = 0; i < whole.share.length; i += 1) {
      const at =
        (whole.window.row + Math.floor(i / whole.window.width)) * 100 +
        whole.window.col +
        (i % whole.window.width);
      expect(Math.abs(image[at]! - whole.share[i]!)).toBeLessThan(1e-6);
      expect(centres[at]).toBe(whole.inside[i]);
    }
  });

  test('a million edges over a million pixels take seconds, not minutes', () => {
    const fine: Grid = {
      crs: 'EPSG:4547',
      originX: 0,
      originY: 1000,
      pixelWidth: 1,
      pixelHeight: 1,
      width: 1000,
      height: 1000,
    };
    const ring = star(1_000_000, 500, 500, 480);
    const started = performance.now();
    const { share } = coverage([[ring]], fine);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(area64(share) / shoelace(ring)).toBeCloseTo(1, 6);
  });
});

function area64(share: Float32Array): number {
  let sum = 0;
  for (const value of share) sum += value;
  return sum;
}
