import { planarArea, signedRingArea } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import { demoGrid } from './frame.ts';
import { unitOutline } from './mine-history.ts';
import { distanceToEdge, eachPixelInside, naturalOutline, polygonOnGrid, roundCorners } from './outline.ts';
import { REFERENCES, UNITS } from './site-plan.ts';
import type { PlanPosition } from './types.ts';

const SQUARE: readonly PlanPosition[] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.75, 0.75],
  [0.25, 0.75],
];

describe('outlines', () => {
  test('eachPixelInside visits the pixels whose centres lie inside, each once', () => {
    const seen: number[] = [];
    eachPixelInside(SQUARE, 8, (pixel) => seen.push(pixel));
    // columns and rows 2..5 of 0..7
    expect(seen).toEqual([2, 3, 4, 5].flatMap((row) => [2, 3, 4, 5].map((col) => row * 8 + col)));
  });

  test('polygonOnGrid gives a closed counter-clockwise ring of the right size, in metres', () => {
    const [[ring]] = polygonOnGrid(SQUARE, demoGrid(100)) as [[[number, number][]]];
    expect(ring[0]).toEqual(ring.at(-1));
    expect(signedRingArea(ring)).toBeCloseTo(1500 * 1500, 3);
  });

  test('rounding a square once cuts an eighth of its area and stays inside', () => {
    // four corner triangles with legs a quarter of the side: 4 * (0.125^2 / 2) of 0.25
    const ring = roundCorners(SQUARE, 1).map(([x, y]) => [x, y] as const);
    const area = planarArea([[[...ring, ring[0]!]]]);
    expect(area).toBeCloseTo(0.25 - 4 * 0.5 * 0.125 ** 2, 12);
    expect(distanceToEdge(SQUARE, 0.5, 0.3)).toBeCloseTo(0.05, 12);
  });

  test('a natural outline is the same every time and another for another name', () => {
    expect(naturalOutline(SQUARE, 'U01')).toEqual(naturalOutline(SQUARE, 'U01'));
    expect(naturalOutline(SQUARE, 'U01')).not.toEqual(naturalOutline(SQUARE, 'U02'));
  });

  test('no two units and no reference area share a pixel', () => {
    const owner = new Map<number, string>();
    const clashes: string[] = [];
    const outlines = [
      ...UNITS.map((unit) => [unit.id, unitOutline(unit)] as const),
      ...REFERENCES.map(({ id, outline }) => [id, outline] as const),
    ];
    for (const [id, outline] of outlines) {
      eachPixelInside(outline, 400, (pixel) => {
        if (owner.has(pixel)) clashes.push(`${owner.get(pixel)} ${id}`);
        owner.set(pixel, id);
      });
    }
    expect(clashes).toEqual([]);
  });
});
