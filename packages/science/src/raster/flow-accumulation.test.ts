import { describe, expect, test } from 'vitest';
import { flowAccumulation, inflowPlain, totalOutflow, weightedAccumulation } from './flow-accumulation.ts';
import { flowDirection } from './flow-direction.ts';
import { inflowBySimd } from './inflow-simd.ts';
import { priorityFlood } from './priority-flood.ts';
import { drawLayer, drawnGround, roughGround, seeded } from './terrain-picture.fixture.ts';

const square = { xMetres: 1, yMetres: 1 };

describe('flow accumulation', () => {
  test('a valley drawn by hand', () => {
    // ↘ ↓ ↙
    // → ↓ ←
    // o o o   only the middle one is fed
    const directions = Uint8Array.of(2, 4, 8, 1, 4, 16, 0, 0, 0);
    expect(drawLayer(flowAccumulation(directions, 3, 3), 3)).toEqual(['111', '161', '171']);
  });

  test('counts go into the room given, over whatever stood there', () => {
    const out = new Uint32Array(3).fill(9);
    expect(flowAccumulation(Uint8Array.of(1, 0, 255), 3, 1, out)).toBe(out);
    expect([...out]).toEqual([1, 2, 0]);
    expect(() => flowAccumulation(Uint8Array.of(1, 0, 255), 3, 1, new Uint32Array(2))).toThrow('E-TER-001');
  });

  test('weights: area or rain in place of cells', () => {
    const directions = Uint8Array.of(1, 1, 0, 255);
    const sums = weightedAccumulation(directions, 4, 1, Float64Array.of(0.5, 2, 4, 100));
    expect([...sums]).toEqual([0.5, 2.5, 6.5, Number.NaN]);
    expect([...weightedAccumulation(directions, 4, 1, Float64Array.of(1, Number.NaN, 1, 1))]).toEqual([
      1,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  test.each([2, 5, 1e6])('what flows out is exactly what fell, on rough ground of %i heights', (steps) => {
    for (let round = 0; round < 20; round += 1) {
      const [width, height] = [10 + 5 * round, 90 - 4 * round];
      const ground = roughGround(width, height, steps, round);
      const filled = { ...ground, heights: priorityFlood(ground) };
      const directions = flowDirection(filled, square);
      const counts = flowAccumulation(directions, width, height);
      const valid = ground.heights.filter((z) => !Number.isNaN(z)).length;
      expect(totalOutflow(directions, counts)).toBe(valid);
      const random = seeded(round);
      const rain = Float64Array.from({ length: width * height }, () => Math.floor(random() * 1000));
      const fell = rain.reduce((sum, mm, i) => (Number.isNaN(ground.heights[i]) ? sum : sum + mm), 0);
      expect(totalOutflow(directions, weightedAccumulation(directions, width, height, rain))).toBe(fell);
    }
  });

  test('each cell holds itself and what flows in, wherever it lies', () => {
    const ground = drawnGround('98789', '87678', '76567', '65456', '54345');
    const directions = flowDirection(ground, square);
    // Each half slants to the middle column, which runs south.
    const counts = flowAccumulation(directions, 5, 5);
    expect(totalOutflow(directions, counts)).toBe(25);
    expect(Math.max(...counts)).toBe(counts[22]);
  });

  test('the fast count of what flows in equals its plain twin, whatever the width', () => {
    for (const [width, height] of [
      [1, 1],
      [1, 9],
      [16, 3],
      [17, 40],
      [131, 20],
    ] as const) {
      const ground = roughGround(width, height, 5, width);
      const directions = flowDirection({ ...ground, heights: priorityFlood(ground) }, square);
      const [fast, plain] = [new Uint8Array(width * height), new Uint8Array(width * height)];
      expect(inflowBySimd(directions, width, fast)).toBe(true);
      inflowPlain(directions, width, plain);
      expect(fast).toEqual(plain);
    }
  });

  test('circles and directions that are none are refused', () => {
    expect(() => flowAccumulation(Uint8Array.of(1, 16), 2, 1)).toThrow('E-TER-005');
    expect(() => flowAccumulation(Uint8Array.of(1, 3, 0), 3, 1)).toThrow('E-TER-004');
    expect(() => flowAccumulation(Uint8Array.of(16, 0), 2, 1)).toThrow('E-TER-004');
    expect(() => flowAccumulation(Uint8Array.of(0, 0, 0), 2, 1)).toThrow('E-TER-001');
  });
});
