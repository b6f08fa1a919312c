import { describe, expect, test } from 'vitest';
import { findCrossing } from './crossings.ts';
import type { MultiPolygon, Ring } from './types.ts';

const one = (...ring: [number, number][]): MultiPolygon => [[[...ring, ring[0]!]]];

describe('findCrossing', () => {
  test('a bow tie crosses in its middle', () => {
    expect(findCrossing(one([0, 0], [1, 1], [1, 0], [0, 1]))).toEqual({
      crossing: { where: [0.5, 0.5], betweenPolygons: false },
      complete: true,
    });
  });

  test('a square does not cross itself, whichever way it is drawn', () => {
    const square = one([0, 0], [1, 0], [1, 1], [0, 1]);
    expect(findCrossing(square).crossing).toBeNull();
    expect(findCrossing([[square[0]![0]!.toReversed()]]).crossing).toBeNull();
  });

  test('passing through a vertex to the other side is a crossing, touching it is not', () => {
    //  (0,2)\  /(2,2)      crossing: up through the middle and out on the other side
    //        \/            touching: the two triangles only meet in (1,1)
    //        /\            .
    //  (0,0)/  \(2,0)
    const crossing = one([0, 0], [1, 1], [2, 2], [2, 0], [1, 1], [0, 2]);
    expect(findCrossing(crossing).crossing?.where).toEqual([1, 1]);
    const touching = one([0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2]);
    expect(findCrossing(touching).crossing).toBeNull();
  });

  test('a vertex on the middle of an edge is a touch unless the ring goes on through', () => {
    const touching = one([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]);
    expect(findCrossing(touching).crossing).toBeNull();
    const through = one([0, 0], [4, 0], [4, 4], [2, 0], [1, -1], [0, 4]);
    expect(findCrossing(through).crossing?.where).toEqual([2, 0]);
  });

  test('a channel cut to a hole, walked both ways, is no crossing', () => {
    const channel = one(
      [0, 0],
      [6, 0],
      [6, 6],
      [0, 6],
      [0, 3],
      [2, 3],
      [2, 4],
      [4, 4],
      [4, 2],
      [2, 2],
      [2, 3],
      [0, 3],
    );
    expect(findCrossing(channel).crossing).toBeNull();
  });

  test('a hole that leaves its polygon crosses it; polygons that overlap are told apart', () => {
    const outer: Ring = one([0, 0], [4, 0], [4, 4], [0, 4])[0]![0]!;
    const hole: Ring = one([1, 1], [5, 1], [5, 2], [1, 2])[0]![0]!;
    expect(findCrossing([[outer, hole]]).crossing).toEqual({ where: [4, 1], betweenPolygons: false });
    expect(findCrossing([[outer], [hole]]).crossing).toEqual({ where: [4, 1], betweenPolygons: true });
    const neighbour: Ring = one([4, 0], [8, 0], [8, 4], [4, 4])[0]![0]!;
    expect(findCrossing([[outer], [neighbour]]).crossing).toBeNull();
  });

  test('positions repeated in a row are no crossing', () => {
    expect(findCrossing(one([0, 0], [0, 0], [1, 0], [1, 0], [1, 1], [1, 1], [0, 1])).crossing).toBeNull();
  });

  test('one crossing is found in a ring of a million vertices within seconds', () => {
    const ring: [number, number][] = [];
    const n = 1_000_000;
    for (let i = 0; i < n; i += 1) {
      const angle = (2 * Math.PI * i) / n;
      const r = 1000 + 5 * Math.sin(angle * 5000);
      ring.push([500_000 + r * Math.cos(angle), 4_000_000 + r * Math.sin(angle)]);
    }
    const started = performance.now();
    expect(findCrossing([[[...ring, ring[0]!]]])).toEqual({ crossing: null, complete: true });
    const [a, b] = [ring[700_000]!, ring[700_003]!];
    ring[700_000] = b;
    ring[700_003] = a;
    expect(findCrossing([[[...ring, ring[0]!]]]).crossing).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('edges too interwoven to look at every pair are said to be so', () => {
    // A comb of long diagonal teeth: every box overlaps every other, no two edges cross.
    const ring: [number, number][] = [];
    const n = 40_000;
    for (let i = 0; i < n; i += 1) ring.push(i % 2 === 0 ? [i / n, -1000 - i / n] : [1000 + i / n, -i / n]);
    const result = findCrossing([[[...ring, [1500, 500], [-500, 500], ring[0]!]]]);
    expect(result).toEqual({ crossing: null, complete: false });
  });
});
