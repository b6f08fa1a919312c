import { describe, expect, test } from 'vitest';
import { curvature } from './curvature.ts';

const square = { xMetres: 1, yMetres: 1 };

/** Heights of z(x east, y north) about the middle of a 3 x 3 grid of cells x by y metres. */
function about(z: (x: number, y: number) => number, x = 1, y = 1) {
  const heights = Float32Array.from({ length: 9 }, (_, i) =>
    z(((i % 3) - 1) * x, (1 - Math.floor(i / 3)) * y),
  );
  return { heights, width: 3, height: 3 };
}

describe('curvature', () => {
  test('a quadratic surface is found exactly: z = x + y^2 / 4 curves across its fall, z = x + x^2 / 4 along it', () => {
    // p = 1, q = 0, t = 1/2, r = 0: plan = -t / p = -0.5; profile 0. A hollow: negative.
    const hollow = curvature(
      about((x, y) => x + (y * y) / 4),
      square,
    );
    expect(hollow.planPerMetre[4]).toBeCloseTo(-0.5, 6);
    expect(hollow.profilePerMetre[4]).toBeCloseTo(0, 6);
    // p = 1, r = 1/2: profile = -r / 2^1.5. The fall eases downhill: negative.
    const easing = curvature(
      about((x) => x + (x * x) / 4),
      square,
    );
    expect(easing.profilePerMetre[4]).toBeCloseTo(-0.5 / 2 ** 1.5, 6);
    expect(easing.planPerMetre[4]).toBeCloseTo(0, 6);
  });

  test('a spur and a brow are positive', () => {
    expect(
      curvature(
        about((x, y) => x - y * y),
        square,
      ).planPerMetre[4],
    ).toBeGreaterThan(0);
    expect(
      curvature(
        about((x) => x - x * x),
        square,
      ).profilePerMetre[4],
    ).toBeGreaterThan(0);
  });

  test('turning the surface a quarter, or stating oblong cells, changes nothing', () => {
    const z = (x: number, y: number): number =>
      0.3 * x - 0.2 * y + 0.05 * x * x - 0.02 * x * y + 0.01 * y * y;
    const plain = curvature(about(z), square);
    const turned = curvature(
      about((x, y) => z(y, -x)),
      square,
    );
    const oblong = curvature(about(z, 2, 0.5), { xMetres: 2, yMetres: 0.5 });
    for (const other of [turned, oblong]) {
      expect(other.profilePerMetre[4]).toBeCloseTo(plain.profilePerMetre[4]!, 5);
      expect(other.planPerMetre[4]).toBeCloseTo(plain.planPerMetre[4]!, 5);
    }
  });

  test('a cone has the curvature of its contours, 1 / radius', () => {
    const size = 41;
    const heights = Float32Array.from(
      { length: size * size },
      (_, i) => -0.5 * Math.hypot((i % size) - 20, Math.floor(i / size) - 20),
    );
    const { planPerMetre } = curvature({ heights, width: size, height: size }, square);
    // Within what a square of 3 x 3 cells makes of a circle.
    for (const col of [30, 34, 38])
      expect(Math.abs(planPerMetre[20 * size + col]! * (col - 20) - 1)).toBeLessThan(0.01);
  });

  test('level ground, edges and cells beside a void have no curvature', () => {
    const level = curvature(
      about(() => 5),
      square,
    );
    expect(level.profilePerMetre[4]).toBeNaN();
    const beside = about((x) => x);
    beside.heights[0] = Number.NaN;
    const { planPerMetre, profilePerMetre } = curvature(beside, square);
    expect([...planPerMetre, ...profilePerMetre].every(Number.isNaN)).toBe(true);
  });
});
