import { intersection } from 'polyclip-ts';
import { describe, expect, test } from 'vitest';
import { planarArea } from './geometry.ts';
import { evenOddArea, OverlapMeter } from './overlap-area.ts';
import { packEdges } from './packed-edges.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const shared = (a: MultiPolygon, b: MultiPolygon): number =>
  new OverlapMeter().measure(packEdges(a), packEdges(b)).area;

function seeded(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A crooked polygon about a centre, of `count` vertices. */
function star(random: () => number, x: number, y: number, radius: number, count: number): Ring {
  const ring = Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / count;
    const r = radius * (0.4 + 0.6 * random());
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

describe('OverlapMeter', () => {
  test('squares by hand: 2 x 2 of two 4 x 4 squares, whichever comes first', () => {
    const a = [[box(0, 0, 4, 4)]];
    const b = [[box(2, 2, 6, 6)]];
    expect(shared(a, b)).toBeCloseTo(4, 12);
    expect(shared(b, a)).toBeCloseTo(4, 12);
  });

  test('a common border, a common corner and a gap are no overlap at all', () => {
    const a = [[box(0, 0, 4, 4)]];
    expect(shared(a, [[box(4, 0, 8, 4)]])).toBe(0);
    expect(shared(a, [[box(4, 4, 8, 8)]])).toBe(0);
    expect(shared(a, [[box(5, 0, 8, 4)]])).toBe(0);
  });

  test('a feature in the hole of another shares nothing, one across its rim shares the rim', () => {
    const ringed = [[box(0, 0, 10, 10), box(3, 3, 7, 7)]];
    expect(shared(ringed, [[box(4, 4, 6, 6)]])).toBe(0);
    expect(shared(ringed, [[box(4, 4, 8, 6)]])).toBeCloseTo(2, 12);
  });

  test('the place it names lies in both', () => {
    const { where } = new OverlapMeter().measure(
      packEdges([[box(0, 0, 4, 4)]]),
      packEdges([[box(3, 1, 9, 2)]]),
    );
    expect(where![0]).toBeGreaterThan(3);
    expect(where![0]).toBeLessThan(4);
    expect(where![1]).toBeGreaterThan(1);
    expect(where![1]).toBeLessThan(2);
  });

  test('equals exact clipping on 300 pairs of crooked polygons at large eastings, with one meter used throughout', () => {
    const random = seeded(5);
    const meter = new OverlapMeter();
    for (let trial = 0; trial < 300; trial += 1) {
      const count = 3 + Math.floor(random() * 30);
      const a = star(random, 38_500_000, 4_300_000, 100, count);
      const b = star(random, 38_500_000 + 150 * random(), 4_300_000 + 150 * random(), 100, count);
      const plain = (ring: Ring): [number, number][] => ring.map(([x, y]) => [x, y]);
      const exact = planarArea(intersection([plain(a)], [plain(b)]));
      expect(Math.abs(meter.measure(packEdges([[a]]), packEdges([[b]])).area - exact)).toBeLessThan(1e-4);
    }
  });

  test('an outline of thousands of vertices, which is indexed, gives the area that a short one gives', () => {
    const circle = (x: number, count: number): Ring => {
      const ring = Array.from({ length: count }, (_, i): Position => {
        const angle = (2 * Math.PI * i) / count;
        return [x + 1000 * Math.cos(angle), 1000 * Math.sin(angle)];
      });
      return [...ring, ring[0]!];
    };
    // The lens of two circles of radius r whose centres lie r apart.
    const lens = 1_000_000 * ((2 * Math.PI) / 3 - Math.sqrt(3) / 2);
    expect(shared([[circle(0, 5000)]], [[circle(1000, 5000)]]) / lens).toBeCloseTo(1, 5);
    expect(shared([[circle(0, 5000)]], [[box(-100, -100, 100, 100)]])).toBeCloseTo(40_000, 6);
  });

  test('a comb of a hundred thousand teeth is given up within seconds, and said so', () => {
    const teeth = Array.from(
      { length: 100_000 },
      (_, i): Position => [i, i % 2 === 0 ? 0 : 1000 + (i % 977) / 977],
    );
    const comb: MultiPolygon = [[[...teeth, [100_000, -1], [0, -1], teeth[0]!]]];
    const packed = packEdges(comb);
    expect(new OverlapMeter().measure(packed, packed)).toEqual({ area: 0, where: null, complete: false });
    expect(evenOddArea(comb)).toBeNull();
  });

  test('the even-odd area of a bow tie is that of both its halves', () => {
    expect(
      evenOddArea([
        [
          [
            [0, 0],
            [4, 4],
            [4, 0],
            [0, 4],
            [0, 0],
          ],
        ],
      ]),
    ).toBeCloseTo(8, 12);
  });
});
