import { describe, expect, test } from 'vitest';
import { priorityFlood } from './priority-flood.ts';
import { drawLayer as draw, drawnGround as drawn } from './terrain-picture.fixture.ts';

describe('priority-flood', () => {
  test('a pit fills to its lowest sill, here the 4', () => {
    const levels = priorityFlood(drawn('99999', '91119', '91214', '91119', '99999'));
    expect(draw(levels, 5)).toEqual(['99999', '94449', '94444', '94449', '99999']);
  });

  test('a pit within a pit, two pits over one sill, and a pit that drains over a corner', () => {
    expect(draw(priorityFlood(drawn('9999999', '9551459', '9501456', '9551459', '9999999')), 7)).toEqual([
      '9999999',
      '9666669',
      '9666666',
      '9666669',
      '9999999',
    ]);
    expect(draw(priorityFlood(drawn('9939', '9199', '9999')), 4)).toEqual(['9939', '9399', '9999']);
  });

  test('a hollow that is not deeper than its sill stays as it is', () => {
    const rows = ['98765', '87654', '76543', '65432', '54321'];
    expect(draw(priorityFlood(drawn(...rows)), 5)).toEqual(rows);
  });

  test('a void is an outlet, and stays a void', () => {
    expect(draw(priorityFlood(drawn('99999', '91119', '91.19', '91119', '99999')), 5)).toEqual([
      '99999',
      '91119',
      '91.19',
      '91119',
      '99999',
    ]);
  });

  test('the lowest way out counts even where a higher one is nearer', () => {
    expect(draw(priorityFlood(drawn('9999999', '9157777', '9199999', '9122229', '9999929')), 7)).toEqual([
      '9999999',
      '9257777',
      '9299999',
      '9222229',
      '9999929',
    ]);
  });

  test.each([
    [1, 1],
    [1, 4],
    [2, 2],
    [3, 1],
  ])('a grid of %i x %i has only outlets', (width, height) => {
    const heights = Float32Array.from({ length: width * height }, (_, i) => i);
    expect(priorityFlood({ heights, width, height })).toEqual(heights);
  });

  test('equals the least over all paths of the highest cell on the path, on rough ground with voids and ties', () => {
    let state = 3;
    const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    for (const steps of [3, 10, 1e6]) {
      for (let round = 0; round < 20; round += 1) {
        const [width, height] = [5 + round, 25 - round];
        const heights = Float32Array.from({ length: width * height }, () =>
          random() < 0.02 ? Number.NaN : Math.floor(random() * steps),
        );
        expect(priorityFlood({ heights, width, height })).toEqual(relaxed(heights, width, height));
      }
    }
  });
});

/** filled = max(height, least filled of the neighbours), repeated until nothing changes; slow and plain. */
function relaxed(heights: Float32Array, width: number, height: number): Float32Array {
  const at = (levels: Float32Array, col: number, row: number): number =>
    col < 0 || row < 0 || col >= width || row >= height ? Number.NaN : levels[row * width + col]!;
  const levels = heights.map((z) => (Number.isNaN(z) ? z : Number.POSITIVE_INFINITY));
  for (let changed = true; changed; ) {
    changed = false;
    for (let row = 0; row < height; row += 1) {
      for (let col = 0; col < width; col += 1) {
        const z = at(heights, col, row);
        if (Number.isNaN(z)) continue;
        let out = Number.POSITIVE_INFINITY;
        for (let r = -1; r <= 1; r += 1)
          for (let c = -1; c <= 1; c += 1) {
            const next = at(levels, col + c, row + r);
            out = Math.min(out, Number.isNaN(next) ? Number.NEGATIVE_INFINITY : next);
          }
        const level = Math.max(z, out);
        if (level < levels[row * width + col]!) {
          levels[row * width + col] = level;
          changed = true;
        }
      }
    }
  }
  return levels;
}
