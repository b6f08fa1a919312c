import { describe, expect, test } from 'vitest';
import { type Elevation, geographicCellSize } from './elevation.ts';
import { hornSlope, hornSlopePlain } from './horn-slope.ts';
import { roughGround } from './terrain-picture.fixture.ts';

const metres = (size: number) => ({ xMetres: size, yMetres: size });

function surface(width: number, height: number, z: (col: number, row: number) => number): Elevation {
  const heights = Float32Array.from({ length: width * height }, (_, i) =>
    z(i % width, Math.floor(i / width)),
  );
  return { heights, width, height };
}

describe('Horn slope and aspect', () => {
  test('the middle of a 3 x 3 grid by hand', () => {
    // 5 4 3      zx = ((3 + 4 + 3) - (5 + 10 + 5)) / 80 = -0.125
    // 5 4 2      zy = ((5 + 8 + 3) - (5 + 8 + 3)) / 80 = 0
    // 5 4 3
    const { slopeDegrees, aspectDegrees } = hornSlope(
      { heights: Float32Array.of(5, 4, 3, 5, 4, 2, 5, 4, 3), width: 3, height: 3 },
      metres(10),
    );
    expect(slopeDegrees[4]).toBeCloseTo((Math.atan(0.125) * 180) / Math.PI, 5);
    expect(aspectDegrees[4]).toBeCloseTo(90, 5);
    expect([...slopeDegrees].filter((v) => !Number.isNaN(v))).toHaveLength(1);
  });

  test('aspect turns clockwise from north: a ramp that falls to each of 32 directions', () => {
    for (let k = 0; k < 32; k += 1) {
      const a = (k * 2 * Math.PI) / 32;
      const ramp = surface(5, 5, (col, row) => -0.5 * (Math.sin(a) * col - Math.cos(a) * row));
      const { slopeDegrees, aspectDegrees } = hornSlope(ramp, metres(1));
      const apart = Math.abs(aspectDegrees[12]! - k * 11.25);
      expect(Math.min(apart, 360 - apart)).toBeLessThan(2e-5);
      expect(slopeDegrees[12]).toBeCloseTo((Math.atan(0.5) * 180) / Math.PI, 5);
    }
  });

  test('equals Math.atan and Math.atan2 within 1e-5 degrees on rough ground, steep and gentle', () => {
    let state = 7;
    const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    for (const relief of [0.01, 1, 100, 1e5]) {
      const ground = surface(40, 40, () => relief * random());
      const { slopeDegrees, aspectDegrees } = hornSlope(ground, { xMetres: 7, yMetres: 11 });
      const z = (col: number, row: number): number => ground.heights[row * 40 + col]!;
      for (let r = 1; r < 39; r += 1) {
        for (let c = 1; c < 39; c += 1) {
          const east = z(c + 1, r - 1) + 2 * z(c + 1, r) + z(c + 1, r + 1);
          const west = z(c - 1, r - 1) + 2 * z(c - 1, r) + z(c - 1, r + 1);
          const north = z(c - 1, r - 1) + 2 * z(c, r - 1) + z(c + 1, r - 1);
          const south = z(c - 1, r + 1) + 2 * z(c, r + 1) + z(c + 1, r + 1);
          const [zx, zy] = [(east - west) / 56, (north - south) / 88];
          const slope = (Math.atan(Math.hypot(zx, zy)) * 180) / Math.PI;
          const aspect = ((Math.atan2(-zx, -zy) * 180) / Math.PI + 360) % 360;
          expect(Math.abs(slopeDegrees[r * 40 + c]! - slope)).toBeLessThan(1e-5);
          expect(Math.abs(aspectDegrees[r * 40 + c]! - aspect)).toBeLessThan(4e-5);
          expect(aspectDegrees[r * 40 + c]).toBeLessThan(360);
        }
      }
    }
  });

  test('the fast form equals its plain twin to the last bit, whatever the width, with voids and ties', () => {
    for (const [width, height, steps] of [
      [3, 3, 4],
      [40, 9, 3],
      [41, 30, 1e6],
      [700, 5, 50],
    ] as const) {
      const ground = roughGround(width, height, steps, width);
      const size = { x: new Float64Array(height).fill(7), y: new Float64Array(height).fill(11) };
      const fast = hornSlope(ground, { xMetres: 7, yMetres: 11 });
      const plain = {
        slopeDegrees: fast.slopeDegrees.map(() => NaN),
        aspectDegrees: fast.slopeDegrees.map(() => NaN),
      };
      hornSlopePlain(ground, size.x, size.y, plain);
      expect(fast).toEqual(plain);
    }
  });

  test('level ground has slope 0 and no aspect', () => {
    const { slopeDegrees, aspectDegrees } = hornSlope(
      surface(3, 3, () => 17.3),
      metres(5),
    );
    expect(slopeDegrees[4]).toBe(0);
    expect(aspectDegrees[4]).toBeNaN();
  });

  test('a void takes its eight neighbours with it, and the edge has no data', () => {
    const ground = surface(7, 7, (col, row) => (col === 3 && row === 3 ? Number.NaN : col));
    const { slopeDegrees, aspectDegrees } = hornSlope(ground, metres(1));
    for (const layer of [slopeDegrees, aspectDegrees]) {
      const picture = Array.from({ length: 7 }, (_, r) =>
        [...layer.subarray(7 * r, 7 * r + 7)].map((v) => (Number.isNaN(v) ? '.' : '#')).join(''),
      );
      expect(picture).toEqual(['.......', '.#####.', '.#...#.', '.#...#.', '.#...#.', '.#####.', '.......']);
    }
  });

  test.each([
    [1, 1],
    [2, 5],
    [5, 2],
    [3, 1],
  ])('a grid of %i x %i has no inner cell', (width, height) => {
    const { slopeDegrees } = hornSlope(
      surface(width, height, () => 1),
      metres(1),
    );
    expect([...slopeDegrees].every(Number.isNaN)).toBe(true);
  });

  test('a grid in degrees: a slope of one in one stays so at any latitude', () => {
    const grid = {
      crs: 'EPSG:4490',
      originX: 110,
      originY: 40.0015,
      pixelWidth: 0.001,
      pixelHeight: 0.001,
      width: 3,
      height: 3,
    };
    const cell = geographicCellSize(grid);
    // One degree at latitude 40: 85.394 km by 111.035 km (published tables: 85,394 m and 111,035 m).
    expect((cell.xMetres as Float64Array)[1]).toBeCloseTo(85.394, 2);
    expect((cell.yMetres as Float64Array)[1]).toBeCloseTo(111.035, 2);
    const east = (cell.xMetres as Float64Array)[1]!;
    const { slopeDegrees } = hornSlope(
      surface(3, 3, (col) => col * east),
      cell,
    );
    expect(slopeDegrees[4]).toBeCloseTo(45, 4);
  });

  test('sizes that do not fit are refused', () => {
    expect(() => hornSlope({ heights: new Float32Array(8), width: 3, height: 3 }, metres(1))).toThrow(
      'E-TER-001',
    );
    expect(() =>
      hornSlope(
        surface(3, 3, () => 1),
        metres(0),
      ),
    ).toThrow('E-TER-002');
    expect(() =>
      geographicCellSize({
        ...{ crs: 'EPSG:4490', originX: 0, originY: 91 },
        pixelWidth: 1,
        pixelHeight: 1,
        width: 1,
        height: 1,
      }),
    ).toThrow('E-TER-002');
  });
});
