import { describe, expect, test } from 'vitest';
import { catchments, snapPourPoint } from './catchments.ts';
import { flowAccumulation } from './flow-accumulation.ts';
import { flowDirection } from './flow-direction.ts';
import { priorityFlood } from './priority-flood.ts';
import { drawLayer, drawnGround, roughGround } from './terrain-picture.fixture.ts';

const square = { xMetres: 1, yMetres: 1 };

describe('catchments', () => {
  test('a ridge parts two of them, cell by cell; its crest goes east, the first of two equals', () => {
    const directions = flowDirection(drawnGround('12321', '12321'), square);
    expect(drawLayer(catchments(directions, 5, 2).labels, 5)).toEqual(['11222', '33444']);
  });

  test('a pour point above another cuts its catchment out; ground that reaches none is 0', () => {
    const directions = Uint8Array.of(1, 1, 1, 1, 0, 255, 16, 16);
    expect([...catchments(directions, 8, 1, [4, 1]).labels]).toEqual([2, 2, 1, 1, 1, 0, 0, 0]);
    expect([...catchments(Uint8Array.of(1, 1, 0), 3, 1, [1]).labels]).toEqual([1, 1, 0]);
  });

  test('the catchment of an outlet has as many cells as flow through it, on rough ground', () => {
    for (let round = 0; round < 10; round += 1) {
      const ground = roughGround(40, 30, 20, round);
      const directions = flowDirection({ ...ground, heights: priorityFlood(ground) }, square);
      const counts = flowAccumulation(directions, 40, 30);
      const { labels, count } = catchments(directions, 40, 30);
      const sizes = new Uint32Array(count + 1);
      for (const label of labels) sizes[label]! += 1;
      directions.forEach((code, i) => {
        if (code === 0) expect(sizes[labels[i]!]).toBe(counts[i]);
      });
      const inner = counts.indexOf(
        counts.reduce((most, n, i) => (directions[i] !== 0 && n > most ? n : most), 0),
      );
      const one = catchments(directions, 40, 30, [inner]).labels;
      expect(one.filter((label) => label === 1)).toHaveLength(counts[inner]!);
    }
  });

  test('a pour point is snapped to the most water near it, the nearest of equals, ground only', () => {
    const accumulation = Uint32Array.of(1, 9, 1, 1, 1, 1, 9, 5, 0, 0, 0, 0);
    expect(snapPourPoint(accumulation, 4, 3, [3, 0], 1)).toBe(6);
    expect(snapPourPoint(accumulation, 4, 3, [0, 0], 1)).toBe(1);
    expect(snapPourPoint(accumulation, 4, 3, [3, 1], 0)).toBe(7);
    expect(snapPourPoint(accumulation, 4, 3, [0, 2], 0)).toBeNull();
  });

  test('pour points off the ground or twice, and circles, are refused', () => {
    const directions = Uint8Array.of(1, 0, 255);
    for (const points of [[2], [3], [-1], [0.5], [1, 1]])
      expect(() => catchments(directions, 3, 1, points)).toThrow('E-TER-006');
    expect(() => catchments(Uint8Array.of(1, 16), 2, 1)).toThrow('E-TER-005');
  });
});
