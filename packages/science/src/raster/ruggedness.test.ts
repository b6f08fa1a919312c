import { describe, expect, test } from 'vitest';
import { relief, terrainRuggedness } from './ruggedness.ts';

describe('terrain ruggedness index', () => {
  test('by hand: sqrt(4 * 1 + 4 * 4)', () => {
    const heights = Float32Array.of(12, 11, 12, 11, 10, 11, 12, 11, 12);
    expect(terrainRuggedness({ heights, width: 3, height: 3 })[4]).toBeCloseTo(Math.sqrt(20), 6);
  });

  test('edges and cells beside a void have none', () => {
    const heights = Float32Array.of(Number.NaN, 1, 1, 1, 1, 1, 1, 1, 1);
    expect([...terrainRuggedness({ heights, width: 3, height: 3 })].every(Number.isNaN)).toBe(true);
  });
});

describe('relief', () => {
  test('by hand, with the window cut at the edge and a void passed over', () => {
    // 1 2 9
    // 4 . 3
    // 0 5 6
    const heights = Float32Array.of(1, 2, 9, 4, Number.NaN, 3, 0, 5, 6);
    expect([...relief({ heights, width: 3, height: 3 }, 1)]).toEqual([3, 8, 7, 5, Number.NaN, 7, 5, 6, 3]);
  });

  test.each([
    [1, 1, 1],
    [7, 3, 2],
    [130, 9, 3],
    [65, 40, 8],
    [20, 30, 50],
  ])('equals looking at every cell of the window: %i x %i, radius %i', (width, height, radius) => {
    let state = 5;
    const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const heights = Float32Array.from({ length: width * height }, () =>
      random() < 0.2 ? Number.NaN : 200 * random() - 100,
    );
    const found = relief({ heights, width, height }, radius);
    for (let row = 0; row < height; row += 1) {
      for (let col = 0; col < width; col += 1) {
        let [low, high] = [Infinity, -Infinity];
        for (let r = Math.max(0, row - radius); r <= Math.min(height - 1, row + radius); r += 1)
          for (let c = Math.max(0, col - radius); c <= Math.min(width - 1, col + radius); c += 1) {
            const z = heights[r * width + c]!;
            if (z < low) low = z;
            if (z > high) high = z;
          }
        const void_ = Number.isNaN(heights[row * width + col]);
        expect(found[row * width + col]).toBe(void_ ? Number.NaN : Math.fround(high - low));
      }
    }
  });

  test('a radius of no cells is refused', () => {
    const ground = { heights: new Float32Array(4), width: 2, height: 2 };
    expect(() => relief(ground, 0)).toThrow('E-TER-003');
    expect(() => relief(ground, 1.5)).toThrow('E-TER-003');
  });
});
