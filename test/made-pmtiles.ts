import { encode } from 'fast-png';
import { zxyToTileId } from 'pmtiles';

const HEAD_BYTES = 127;
const NO_COMPRESSION = 1;
export const TILE_TYPES = { mvt: 1, png: 2 } as const;

export interface MadeTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
}

/**
 * A PMTiles file of a few tiles: head, one directory, metadata, tiles; nothing in it is packed.
 *
 * @source https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function madePmtiles(
  tiles: readonly MadeTile[],
  type: (typeof TILE_TYPES)[keyof typeof TILE_TYPES],
  metadata: object = {},
): Buffer {
  const entries = tiles
    .map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
    .sort((a, b) => a.id - b.id);
  let offset = 0;
  const places = entries.map(({ data }) => {
    offset += data.length;
    return offset - data.length;
  });
  const directory = Buffer.from([
    ...varint(entries.length),
    ...entries.flatMap(({ id }, i) => varint(id - (entries[i - 1]?.id ?? 0))),
    ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ data }) => varint(data.length)),
    ...places.flatMap((place) => varint(place + 1)),
  ]);
  const stated = Buffer.from(JSON.stringify(metadata));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('PMTiles', 0, 'latin1');
  head[7] = 3;
  const sections = [
    [HEAD_BYTES, directory.length],
    [HEAD_BYTES + directory.length, stated.length],
    [0, 0],
    [HEAD_BYTES + directory.length + stated.length, offset],
  ] as const;
  for (const [i, [from, length]] of sections.entries()) {
    head.writeBigUInt64LE(BigInt(from), 8 + 16 * i);
    head.writeBigUInt64LE(BigInt(length), 16 + 16 * i);
  }
  for (const at of [72, 80, 88]) head.writeBigUInt64LE(BigInt(entries.length), at);
  head[96] = 1;
  head[97] = NO_COMPRESSION;
  head[98] = NO_COMPRESSION;
  head[99] = type;
  head[100] = Math.min(...tiles.map(({ z }) => z));
  head[101] = Math.max(...tiles.map(({ z }) => z));
  head.writeInt32LE(-180e7, 102);
  head.writeInt32LE(-85e7, 106);
  head.writeInt32LE(180e7, 110);
  head.writeInt32LE(85e7, 114);
  return Buffer.concat([head, directory, stated, ...entries.map(({ data }) => data)]);
}

/** A tile of one colour. */
export function colourTile(red: number, green: number, blue: number, side = 256): Uint8Array {
  const data = new Uint8Array(side * side * 3);
  for (let i = 0; i < data.length; i += 3) data.set([red, green, blue], i);
  return encode({ width: side, height: side, data, channels: 3, depth: 8 });
}

/**
 * A vector tile with one layer, whose one polygon is the whole tile.
 *
 * @source https://github.com/mapbox/vector-tile-spec/tree/master/2.1
 */
export function faceTile(layer: string): Uint8Array {
  const extent = 4096;
  const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
  const geometry = [
    (1 << 3) | 1,
    zigzag(0),
    zigzag(0),
    (3 << 3) | 2,
    ...[extent, 0, 0, extent, -extent, 0].map(zigzag),
    (1 << 3) | 7,
  ];
  const polygon = 3;
  const feature = [...numberField(3, polygon), ...bytesField(4, geometry.flatMap(varint))];
  const body = [
    ...numberField(15, 2),
    ...bytesField(1, [...Buffer.from(layer)]),
    ...bytesField(2, feature),
    ...numberField(5, extent),
  ];
  return Uint8Array.from(bytesField(3, body));
}

function numberField(number: number, value: number): number[] {
  return [...varint(number << 3), ...varint(value)];
}

function bytesField(number: number, content: readonly number[]): number[] {
  return [...varint((number << 3) | 2), ...varint(content.length), ...content];
}

/** Seven bits at a time, the lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
