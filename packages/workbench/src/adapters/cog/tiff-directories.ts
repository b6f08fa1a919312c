/** What one image file directory says. */
export interface DirectorySpec {
  readonly reduced: boolean;
  readonly width: number;
  readonly height: number;
  readonly tileSize: number;
  readonly bandCount: number;
  readonly bits: number;
  /** 1 unsigned, 2 signed, 3 float. */
  readonly format: 1 | 2 | 3;
  readonly predictor: 2 | 3;
  readonly nodata: string | null;
  readonly metadata: string | null;
  readonly geo: {
    readonly scale: readonly number[];
    readonly tie: readonly number[];
    readonly keys: readonly number[];
  } | null;
  /** Place of each tile within the data of its level, and length (0 = no data). */
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
}

const STRUCTURE = [
  'LAYOUT=IFDS_BEFORE_DATA',
  'BLOCK_ORDER=ROW_MAJOR',
  'BLOCK_LEADER=SIZE_AS_UINT4',
  'BLOCK_TRAILER=LAST_4_BYTES_REPEATED',
  // The space is room for "YES", which an editor that breaks the layout writes over "NO".
  'KNOWN_INCOMPATIBLE_EDITION=NO\n ',
].join('\n');
const GHOST = `GDAL_STRUCTURAL_METADATA_SIZE=${String(STRUCTURE.length).padStart(6, '0')} bytes\n${STRUCTURE}`;

/** Classic TIFF holds 32-bit offsets; above this the file is written as BigTIFF. */
const CLASSIC_LIMIT = 0xfff0_0000;

type Values = { readonly type: 2 | 3 | 4 | 12 | 16; readonly values: ArrayLike<number> | string };

/**
 * Header, structural metadata and all directories, ready to stand before the tiles.
 *
 * @param order in which the data of the levels follow
 * @param levelBytes length of the data of each level
 */
export function layOutDirectories(
  directories: readonly DirectorySpec[],
  order: readonly number[],
  levelBytes: readonly number[],
): Uint8Array {
  const total = levelBytes.reduce((sum, bytes) => sum + bytes, 0);
  // Directories grow with the number of tiles: 16 bytes each is the most.
  const tiles = directories.reduce((sum, directory) => sum + directory.offsets.length, 0);
  const big = total + tiles * 16 + 65_536 > CLASSIC_LIMIT;
  // The size of the directories does not depend on the offsets in them, so a first pass measures.
  const size = write(
    directories,
    directories.map(() => 0),
    big,
  ).length;
  const starts = new Array<number>(directories.length).fill(0);
  let at = size;
  for (const n of order) {
    starts[n] = at;
    at += levelBytes[n]!;
  }
  return write(directories, starts, big);
}

function write(directories: readonly DirectorySpec[], starts: readonly number[], big: boolean): Uint8Array {
  const out = new ByteWriter();
  out.text('II');
  out.u16(big ? 43 : 42);
  if (big) {
    out.u16(8);
    out.u16(0);
  }
  const firstAt = out.length + (big ? 8 : 4) + GHOST.length;
  // Directories begin on an even byte.
  out.offset(firstAt + (firstAt % 2), big);
  out.text(GHOST);
  if (out.length % 2 === 1) out.u8(0);
  directories.forEach((directory, n) => {
    const tags = tagsOf(directory, starts[n]!, big);
    const last = n === directories.length - 1;
    writeDirectory(out, tags, big, last);
  });
  return out.bytes();
}

function tagsOf(spec: DirectorySpec, start: number, big: boolean): [tag: number, values: Values][] {
  const each = <T>(value: T): T[] => new Array<T>(spec.bandCount).fill(value);
  const offsets = spec.offsets.map((offset, i) => (spec.lengths[i] === 0 ? 0 : start + offset));
  const long = big ? 16 : 4;
  const tags: [number, Values][] = [
    [254, { type: 4, values: [spec.reduced ? 1 : 0] }],
    [256, { type: 4, values: [spec.width] }],
    [257, { type: 4, values: [spec.height] }],
    [258, { type: 3, values: each(spec.bits) }],
    [259, { type: 3, values: [8] }],
    [262, { type: 3, values: [1] }],
    [277, { type: 3, values: [spec.bandCount] }],
    [284, { type: 3, values: [1] }],
    [317, { type: 3, values: [spec.predictor] }],
    [322, { type: 3, values: [spec.tileSize] }],
    [323, { type: 3, values: [spec.tileSize] }],
    [324, { type: long, values: offsets }],
    [325, { type: 4, values: spec.lengths }],
  ];
  if (spec.bandCount > 1)
    tags.push([338, { type: 3, values: new Array<number>(spec.bandCount - 1).fill(0) }]);
  tags.push([339, { type: 3, values: each(spec.format) }]);
  if (spec.geo !== null) {
    tags.push(
      [33_550, { type: 12, values: spec.geo.scale }],
      [33_922, { type: 12, values: spec.geo.tie }],
      [34_735, { type: 3, values: spec.geo.keys }],
    );
  }
  if (spec.metadata !== null) tags.push([42_112, { type: 2, values: spec.metadata }]);
  if (spec.nodata !== null) tags.push([42_113, { type: 2, values: spec.nodata }]);
  return tags;
}

const TYPE_BYTES = { 2: 1, 3: 2, 4: 4, 12: 8, 16: 8 } as const;

function writeDirectory(
  out: ByteWriter,
  tags: readonly [number, Values][],
  big: boolean,
  last: boolean,
): void {
  const begin = out.length;
  const entryBytes = big ? 20 : 12;
  const inlineBytes = big ? 8 : 4;
  const dataAt = begin + (big ? 8 : 2) + tags.length * entryBytes + (big ? 8 : 4);
  const data = new ByteWriter();
  const entries = new ByteWriter();
  for (const [tag, { type, values }] of tags) {
    const bytes = new ByteWriter();
    if (typeof values === 'string') {
      bytes.text(values);
      bytes.u8(0);
    } else {
      for (let i = 0; i < values.length; i += 1) bytes.value(type, values[i]!);
    }
    entries.u16(tag);
    entries.u16(type);
    const count = bytes.length / TYPE_BYTES[type];
    entries.offset(count, big);
    if (bytes.length <= inlineBytes) {
      entries.append(bytes.bytes());
      for (let i = bytes.length; i < inlineBytes; i += 1) entries.u8(0);
    } else {
      if (data.length % 2 === 1) data.u8(0);
      entries.offset(dataAt + data.length, big);
      data.append(bytes.bytes());
    }
  }
  if (data.length % 2 === 1) data.u8(0);
  if (big) out.offset(tags.length, true);
  else out.u16(tags.length);
  out.append(entries.bytes());
  out.offset(last ? 0 : dataAt + data.length, big);
  out.append(data.bytes());
}

/** Little-endian bytes that grow. */
class ByteWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  #reserve(more: number): number {
    const at = this.length;
    if (at + more > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, at + more));
      grown.set(this.#bytes.subarray(0, at));
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    this.length = at + more;
    return at;
  }

  u8(value: number): void {
    const at = this.#reserve(1);
    this.#view.setUint8(at, value);
  }

  u16(value: number): void {
    const at = this.#reserve(2);
    this.#view.setUint16(at, value, true);
  }

  offset(value: number, big: boolean): void {
    const at = this.#reserve(big ? 8 : 4);
    if (big) this.#view.setBigUint64(at, BigInt(value), true);
    else this.#view.setUint32(at, value, true);
  }

  value(type: 2 | 3 | 4 | 12 | 16, value: number): void {
    if (type === 3) this.u16(value);
    else if (type === 4) this.offset(value, false);
    else if (type === 16) this.offset(value, true);
    else if (type === 12) {
      const at = this.#reserve(8);
      this.#view.setFloat64(at, value, true);
    } else this.u8(value);
  }

  text(text: string): void {
    this.append(new TextEncoder().encode(text));
  }

  append(bytes: Uint8Array): void {
    const at = this.#reserve(bytes.length);
    this.#bytes.set(bytes, at);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}
