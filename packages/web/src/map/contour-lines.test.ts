import { expect, it } from 'vitest';
import { contourLines } from './contour-lines.ts';
import type { ValueWindow } from './value-window.ts';

function windowOf(side: number, height: (x: number, y: number) => number): ValueWindow {
  const plane = new Float32Array(side * side);
  for (let row = 0; row < side; row += 1)
    for (let col = 0; col < side; col += 1)
      plane[row * side + col] = height((col + 0.5) * 10, (side - row - 0.5) * 10);
  return { width: side, height: side, box: [0, 0, side * 10, side * 10], sourcePixel: 10, planes: [plane] };
}

it('on a slope to the east lines run north and lie where the height is', () => {
  const { interval, segments, heights } = contourLines(
    windowOf(20, (x) => x),
    0,
  );
  expect(interval).toBe(20);
  for (let i = 0; i < heights.length; i += 1) {
    expect(segments[i * 4]).toBeCloseTo(heights[i]!, 3);
    expect(segments[i * 4 + 2]).toBeCloseTo(heights[i]!, 3);
  }
  expect(new Set(heights)).toEqual(new Set([20, 40, 60, 80, 100, 120, 140, 160, 180]));
});

it('on a cone lines are rings of the right radius', () => {
  const { segments, heights } = contourLines(
    windowOf(60, (x, y) => 400 - Math.hypot(x - 300, y - 300)),
    0,
  );
  expect(heights.length).toBeGreaterThan(100);
  for (let i = 0; i < heights.length; i += 1)
    expect(Math.hypot(segments[i * 4]! - 300, segments[i * 4 + 1]! - 300)).toBeCloseTo(400 - heights[i]!, 0);
});

it('flat ground and ground without data have no lines', () => {
  expect(
    contourLines(
      windowOf(5, () => 12),
      0,
    ).heights,
  ).toHaveLength(0);
  expect(
    contourLines(
      windowOf(5, () => Number.NaN),
      0,
    ).heights,
  ).toHaveLength(0);
});
