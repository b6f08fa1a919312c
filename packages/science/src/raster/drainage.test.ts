import { describe, expect, test } from 'vitest';
import { drainage } from './drainage.ts';
import { flowDirection } from './flow-direction.ts';
import { perMetre } from './per-metre.ts';
import { priorityFlood } from './priority-flood.ts';
import { steepestBySimd } from './steepest-simd.ts';
import { steepestPlain } from './steepest-way.ts';
import { drawFlow, drawnGround, roughGround } from './terrain-picture.fixture.ts';

describe('drainage', () => {
  test('water of a pit leaves over its lowest sill, here in the south', () => {
    const ground = drawnGround('99999', '91119', '91119', '91119', '99299', '99199');
    // The floor fills to the 2 and drains over it, away from the walls.
    expect(drawFlow(drainage(ground, { xMetres: 1, yMetres: 1 }), 5)).toEqual([
      '↘↓↓↓↙',
      '→↘↓↙←',
      '→↓↓↓←',
      '→↘↓↙←',
      '↗→↓←↖',
      'o→o←o',
    ]);
  });

  test.each([2, 3, 6, 30, 1e6])(
    'equals flow directions on ground filled by priority-flood, with %i heights, and leaves the ground as it was',
    (steps) => {
      const cell = { xMetres: 3, yMetres: 2 };
      for (let round = 0; round < 60; round += 1) {
        const [width, height] = [1 + ((round * 7) % 45), 1 + ((round * 11) % 41)];
        const ground = roughGround(width, height, steps, 17 + round, round % 3 === 0 ? 0 : 0.03);
        // Every other one has valleys and hills with pits in them, and terraces.
        if (round % 2 === 1)
          for (let i = 0; i < ground.heights.length; i += 1) {
            const [col, row] = [i % width, Math.floor(i / width)];
            const hills =
              Math.round(4 * Math.sin(col / 4) * Math.cos(row / 5)) + (round % 5 === 0 ? 0.3 * col : 0);
            ground.heights[i] = (3 * ground.heights[i]!) / steps + hills;
          }
        const before = ground.heights.slice();
        const directions = drainage(ground, cell);
        expect(ground.heights).toEqual(before);
        expect(directions).toEqual(flowDirection({ ...ground, heights: priorityFlood(ground) }, cell));
      }
    },
  );

  test('the fast way of steepest fall equals its plain twin, whatever the width', () => {
    for (const [width, height, steps] of [
      [3, 3, 4],
      [40, 9, 3],
      [41, 30, 1e6],
      [700, 5, 50],
    ] as const) {
      const ground = roughGround(width, height, steps, width);
      const per = perMetre({ xMetres: 3, yMetres: 2 }, height);
      const [fast, plain] = [new Uint8Array(width * height), new Uint8Array(width * height)];
      expect(steepestBySimd(ground, per, fast)).toBe(true);
      steepestPlain(ground, per, plain);
      expect(fast).toEqual(plain);
    }
  });

  test('layers of another size and cells without a size are refused', () => {
    const ground = { heights: new Float32Array(5), width: 2, height: 3 };
    expect(() => drainage(ground, { xMetres: 1, yMetres: 1 })).toThrow('E-TER-001');
    const whole = { ...ground, heights: new Float32Array(6) };
    expect(() => drainage(whole, { xMetres: 0, yMetres: 1 })).toThrow('E-TER-002');
    expect(() => drainage(whole, { xMetres: 1, yMetres: 1 }, new Int32Array(5))).toThrow('E-TER-001');
  });
});
