import type { MultiPolygon } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import { decodeGeometry, encodeGeometry, readBlobHeader } from './geometry-blob.ts';
import { readWkb, writeWkb } from './wkb.ts';

const polygons: MultiPolygon = [
  [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
    [
      [1, 1],
      [1, 2],
      [2, 2],
      [1, 1],
    ],
  ],
  [
    [
      [10.125, -3],
      [11, -3],
      [11, -2],
      [10.125, -3],
    ],
  ],
];

/** One polygon ring as well-known binary of any flavour. */
function polygonWkb(options: {
  little: boolean;
  code: number;
  dimensions: number;
  srid?: number;
}): Uint8Array {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ] as const;
  const bytes = new Uint8Array(
    9 + (options.srid === undefined ? 0 : 4) + 4 + ring.length * options.dimensions * 8,
  );
  const view = new DataView(bytes.buffer);
  let at = 0;
  const uint = (value: number): void => {
    view.setUint32(at, value, options.little);
    at += 4;
  };
  bytes[at++] = options.little ? 1 : 0;
  uint(options.code);
  if (options.srid !== undefined) uint(options.srid);
  uint(1);
  uint(ring.length);
  for (const position of ring) {
    for (let d = 0; d < options.dimensions; d += 1) {
      view.setFloat64(at, position[d] ?? 99, options.little);
      at += 8;
    }
  }
  return bytes;
}

describe('GeoPackage geometry', () => {
  test('polygons come back bit by bit, with their envelope and CRS in the header', () => {
    const blob = encodeGeometry(polygons, 4547);
    expect(decodeGeometry(blob, 'test')).toEqual(polygons);
    expect(readBlobHeader(blob, 'test')).toEqual({
      srsId: 4547,
      empty: false,
      envelope: [0, 11, -3, 4],
      bodyOffset: 40,
    });
  });

  test('nothing is an empty geometry', () => {
    const blob = encodeGeometry([], 4490);
    expect(readBlobHeader(blob, 'test')).toMatchObject({ empty: true, envelope: null });
    expect(decodeGeometry(blob, 'test')).toEqual([]);
  });

  test('both byte orders, heights, measures and SRIDs are read, keeping x and y', () => {
    const expected = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ];
    for (const little of [true, false]) {
      expect(readWkb(polygonWkb({ little, code: 3, dimensions: 2 }), 't')).toEqual(expected);
      expect(readWkb(polygonWkb({ little, code: 1003, dimensions: 3 }), 't')).toEqual(expected);
      expect(readWkb(polygonWkb({ little, code: 2003, dimensions: 3 }), 't')).toEqual(expected);
      expect(readWkb(polygonWkb({ little, code: 3003, dimensions: 4 }), 't')).toEqual(expected);
      expect(readWkb(polygonWkb({ little, code: 0x80000003, dimensions: 3 }), 't')).toEqual(expected);
      expect(readWkb(polygonWkb({ little, code: 0xe0000003, dimensions: 4, srid: 4490 }), 't')).toEqual(
        expected,
      );
    }
  });

  test('points, lines and curves are told from damage', () => {
    const point = new Uint8Array(21);
    point.set([1, 1, 0, 0, 0]);
    expect(readWkb(point, 't')).toBeNull();
    const curve = new Uint8Array(9);
    curve.set([1, 10, 0, 0, 0]);
    expect(readWkb(curve, 't')).toBeNull();
  });

  test('bytes cut anywhere, lying counts and foreign bytes are typed errors', () => {
    const whole = writeWkb(polygons);
    for (let length = 0; length < whole.length; length += 7) {
      expect(() => readWkb(whole.subarray(0, length), 't')).toThrow(
        expect.objectContaining({ code: 'E-VEC-012' }),
      );
    }
    const lying = whole.slice();
    new DataView(lying.buffer).setUint32(5, 0xffffffff, true);
    expect(() => readWkb(lying, 't')).toThrow(expect.objectContaining({ code: 'E-VEC-012' }));
    for (const blob of [
      new Uint8Array(3),
      Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      Uint8Array.of(0x47, 0x50, 0, 0xff, 0, 0, 0, 0),
    ]) {
      expect(() => decodeGeometry(blob, 't')).toThrow(expect.objectContaining({ code: 'E-VEC-012' }));
    }
  });

  test('collections nested without end are refused', () => {
    const depth = 1000;
    const bytes = new Uint8Array(depth * 9);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < depth; i += 1) {
      bytes[i * 9] = 1;
      view.setUint32(i * 9 + 1, 7, true);
      view.setUint32(i * 9 + 5, 1, true);
    }
    expect(() => readWkb(bytes, 't')).toThrow(expect.objectContaining({ code: 'E-VEC-012' }));
  });
});
