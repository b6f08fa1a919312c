import type { Ring } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import { nestRings } from './nest-rings.ts';

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

describe('loose rings', () => {
  test('a ring within another is its hole, an island in the hole is a part of its own', () => {
    const [field, pond, island, apart] = [
      square(0, 0, 10),
      square(2, 2, 6),
      square(4, 4, 2),
      square(20, 0, 5),
    ];
    expect(nestRings([field, pond, island, apart], 'a')).toEqual([[field, pond], [island], [apart]]);
  });

  test('the order and the direction of rings do not matter', () => {
    const [field, pond] = [square(0, 0, 10), square(2, 2, 6).toReversed()];
    expect(nestRings([pond, field], 'a')).toEqual([[field, pond]]);
  });

  test('rings that share an edge are parts, not holes', () => {
    const [a, b] = [square(0, 0, 10), square(10, 0, 10)];
    expect(nestRings([a, b], 'a')).toEqual([[a], [b]]);
  });

  test('a hole that touches the edge of its polygon is still a hole', () => {
    const [field, corner] = [square(0, 0, 10), square(0, 0, 4)];
    expect(nestRings([field, corner], 'a')).toEqual([[field, corner]]);
  });

  test('thousands of rings are refused, not compared for hours', () => {
    const rings = Array.from({ length: 5_001 }, (_, i) => square(i * 2, 0, 1));
    expect(() => nestRings(rings, 'a')).toThrow(/E-TAB-007/);
  });
});
