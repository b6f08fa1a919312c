import { expect, test } from 'vitest';
import { lineariseBulge } from './linearise-bulge.ts';

test('a bulge of 1 is half a circle, counter-clockwise: from (1, 0) over (0, 1) to (-1, 0)', () => {
  const [x, y, ...more] = lineariseBulge(1, 0, -1, 0, 1, 0.3);
  expect([x, y]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
  expect(more).toEqual([]);
  expect(lineariseBulge(1, 0, -1, 0, -1, 0.3)[1]).toBeLessThan(0);
});

test('chords leave the arc by no more than the tolerance, at survey coordinates too', () => {
  for (const [bulge, size] of [
    [0.2, 300],
    [0.41421356, 50],
    [2.5, 8],
    [-0.05, 4_000],
  ] as const) {
    const [ax, ay, bx, by] = [38_455_900, 3_331_000, 38_455_900 + size, 3_331_000];
    const radius = (size * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
    const height = (size * (1 - bulge * bulge)) / (4 * bulge);
    const [cx, cy] = [ax + size / 2, ay + height];
    const flat = [ax, ay, ...lineariseBulge(ax, ay, bx, by, bulge, 0.01), bx, by];
    let worst = 0;
    for (let i = 2; i < flat.length; i += 2) {
      expect(Math.hypot(flat[i]! - cx, flat[i + 1]! - cy)).toBeCloseTo(radius, 5);
      const middle = Math.hypot((flat[i]! + flat[i - 2]!) / 2 - cx, (flat[i + 1]! + flat[i - 1]!) / 2 - cy);
      worst = Math.max(worst, radius - middle);
    }
    expect(worst).toBeLessThanOrEqual(0.0100001);
    expect(worst).toBeGreaterThan(0.002);
  }
});

test('straight edges and edges without length get nothing in between', () => {
  expect(lineariseBulge(0, 0, 1, 0, 0, 0.01)).toEqual([]);
  expect(lineariseBulge(1, 1, 1, 1, 0.5, 0.01)).toEqual([]);
});
