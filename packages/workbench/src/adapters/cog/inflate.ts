import type { SimdModule } from '@aftermine/science/base/wasm';
import {
  DISTANCE_BITS,
  DISTANCE_REST,
  DISTANCES,
  ENTRY,
  INPUT,
  INPUT_MARGIN,
  inflateModule,
  LITERAL_BITS,
  LITERAL_REST,
  LITERALS,
  OUTPUT_MARGIN,
  RUN,
  STATE,
} from './inflate-kernel.ts';
import { fillDistances, fillLiterals } from './inflate-tables.ts';

const PAGE = 65_536;
/** Larger blocks are left to zlib: the memory of the module only grows. */
const MAX_BYTES = 64 * 1024 * 1024;
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const ADLER_MODULUS = 65_521;
/** Sixteens of bytes whose sums stay within 32 bits. */
const ADLER_RUN = 5536;

let found: SimdModule | null | undefined;

/** What stands in the rows of a block of one band, for these two to be undone where they were inflated. */
export interface RowPrediction {
  /** 2: 16-bit differences, little endian, rows of a multiple of 16 bytes. 3: planes of float32, of a multiple of 64. */
  readonly predictor: 2 | 3;
  readonly rowBytes: number;
}

/**
 * Decompresses a zlib stream (RFC 1950, RFC 1951), checksum verified.
 *
 * @param expected bytes the stream should hold; more than `slack` beyond it is broken
 * @param rows where given, the bytes come back with this TIFF predictor undone, little endian
 * @returns a view into memory that the next call uses again, `expected` bytes or fewer where the stream ends early;
 * null for a stream that is broken, too large for this way, or where the platform has no WebAssembly: ask zlib then
 * @source RFC 1950, RFC 1951; two literals to a look after the decoders of zstd and ISA-L
 */
export function inflate(
  raw: Uint8Array,
  expected: number,
  slack: number,
  rows: RowPrediction | null = null,
): Uint8Array | null {
  found ??= inflateModule();
  if (found === null || raw.length < 6 || raw.length > MAX_BYTES || expected > MAX_BYTES) return null;
  // CM 8, window 32 KiB at most, no preset dictionary, header checksum.
  if (
    (raw[0]! & 15) !== 8 ||
    raw[0]! >> 4 > 7 ||
    (raw[1]! & 32) !== 0 ||
    ((raw[0]! << 8) | raw[1]!) % 31 !== 0
  )
    return null;
  const stream = new Inflation(found, raw, expected + slack, rows?.rowBytes ?? 0);
  const end = stream.run();
  if (end === null) return null;
  const [bit, length] = end;
  const trailer = (bit + 7) >> 3;
  if (trailer + 4 > raw.length) return null;
  const stated =
    ((raw[trailer]! << 24) | (raw[trailer + 1]! << 16) | (raw[trailer + 2]! << 8) | raw[trailer + 3]!) >>> 0;
  if (stream.adler(length) !== stated) return null;
  if (rows !== null && length >= expected) {
    const { first, room } = stream;
    if (rows.predictor === 2) found.call('sum16', first, first + expected, rows.rowBytes);
    else found.call('floats', first, first + expected, rows.rowBytes, room);
  }
  return stream.bytes.subarray(stream.first, stream.first + Math.min(length, expected));
}

/** One stream while it is decompressed, in the memory of the module. */
class Inflation {
  readonly bytes: Uint8Array;
  /** Address of the first byte of output. */
  readonly first: number;
  /** Address of as many bytes as were asked for, behind all output. */
  readonly room: number;
  readonly #module: SimdModule;
  readonly #state: Int32Array;
  readonly #literals: Int32Array;
  readonly #distances: Int32Array;
  readonly #lengths = new Uint8Array(320);
  readonly #inputBits: number;
  readonly #inputEnd: number;
  readonly #outEnd: number;
  #bit = 16;
  #out: number;

  constructor(module: SimdModule, raw: Uint8Array, capacity: number, room: number) {
    this.#module = module;
    this.first = (INPUT + raw.length + 2 * INPUT_MARGIN + 15) & ~15;
    this.#outEnd = this.first + capacity;
    this.room = (this.#outEnd + OUTPUT_MARGIN + 31) & ~15;
    const needed = this.room + room;
    const have = module.memory.byteLength;
    if (needed > have) module.grow(Math.ceil((needed - have) / PAGE));
    const { memory } = module;
    this.bytes = new Uint8Array(memory);
    this.#state = new Int32Array(memory, STATE, 16);
    this.#literals = new Int32Array(memory, LITERALS, (1 << LITERAL_BITS) + 288 * (1 << LITERAL_REST));
    this.#distances = new Int32Array(memory, DISTANCES, (1 << DISTANCE_BITS) + 32 * (1 << DISTANCE_REST));
    this.bytes.set(raw, INPUT);
    this.#inputEnd = INPUT + raw.length;
    this.bytes.fill(0, this.#inputEnd, this.#inputEnd + INPUT_MARGIN);
    this.#inputBits = raw.length * 8;
    this.#out = this.first;
  }

  /** @returns the bit after the last block and the number of bytes made; null for a broken stream */
  run(): readonly [bit: number, length: number] | null {
    for (let last = 0; last === 0; ) {
      last = this.#take(1);
      const kind = this.#take(2);
      if (this.#bit > this.#inputBits) return null;
      const whole =
        kind === 0
          ? this.#stored()
          : kind === 3
            ? false
            : (kind === 1 ? this.#fixedTables() : this.#dynamicTables()) && this.#symbols();
      if (!whole) return null;
    }
    return [this.#bit, this.#out - this.first];
  }

  /** Adler-32 of the output. */
  adler(length: number): number {
    let [a, b] = [1, 0];
    const sum4 = (at: number): number => {
      const lanes = new Uint32Array(this.#state.buffer, at, 4);
      return lanes[0]! + lanes[1]! + lanes[2]! + lanes[3]!;
    };
    let at = this.first;
    const end = at + length;
    for (const whole = at + (length & ~15); at < whole; ) {
      const to = Math.min(whole, at + ADLER_RUN);
      this.#module.call('adler', at, to);
      b = (b + (to - at) * a + 16 * sum4(STATE + 32) + sum4(STATE + 48)) % ADLER_MODULUS;
      a = (a + sum4(STATE + 16)) % ADLER_MODULUS;
      at = to;
    }
    for (; at < end; at += 1) {
      a += this.bytes[at]!;
      b += a;
    }
    return ((b % ADLER_MODULUS) * 65_536 + (a % ADLER_MODULUS)) >>> 0;
  }

  /** The next 25 bits or more; zeros behind the end. */
  #peek(): number {
    const { bytes } = this;
    const at = INPUT + (this.#bit >> 3);
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    return word >>> (this.#bit & 7);
  }

  #take(count: number): number {
    const value = this.#peek() & ((1 << count) - 1);
    this.#bit += count;
    return value;
  }

  #stored(): boolean {
    const at = INPUT + ((this.#bit + 7) >> 3);
    const { bytes } = this;
    const length = bytes[at]! | (bytes[at + 1]! << 8);
    const complement = bytes[at + 2]! | (bytes[at + 3]! << 8);
    const from = at + 4;
    if ((length ^ complement) !== 0xffff || from + length > this.#inputEnd) return false;
    if (this.#out + length > this.#outEnd) return false;
    bytes.copyWithin(this.#out, from, from + length);
    this.#out += length;
    this.#bit = (from + length - INPUT) * 8;
    return true;
  }

  #fixedTables(): boolean {
    const lengths = this.#lengths;
    lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288, 320);
    return fillLiterals(this.#literals, lengths, 288) && fillDistances(this.#distances, lengths, 288, 32);
  }

  #dynamicTables(): boolean {
    const literalCount = this.#take(5) + 257;
    const distanceCount = this.#take(5) + 1;
    const codeCount = this.#take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) return false;
    const lengths = this.#lengths;
    lengths.fill(0);
    for (let i = 0; i < codeCount; i += 1) lengths[CODE_LENGTH_ORDER[i]!] = this.#take(3);
    const codes = codeLengthTable(lengths);
    if (codes === null) return false;
    lengths.fill(0);
    const total = literalCount + distanceCount;
    for (let n = 0; n < total; ) {
      const entry = codes[this.#peek() & 127]!;
      if (entry === 0) return false;
      this.#bit += entry & 15;
      const symbol = entry >> 4;
      if (symbol < 16) {
        lengths[n] = symbol;
        n += 1;
        continue;
      }
      if (symbol === 16 && n === 0) return false;
      const value = symbol === 16 ? lengths[n - 1]! : 0;
      const repeat =
        symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (n + repeat > total) return false;
      lengths.fill(value, n, n + repeat);
      n += repeat;
    }
    if (this.#bit > this.#inputBits || lengths[256] === 0) return false;
    return (
      fillDistances(this.#distances, lengths, literalCount, distanceCount) &&
      fillLiterals(this.#literals, lengths, literalCount)
    );
  }

  /** Symbols of one block: fast while there is room to be careless, one by one near the ends. */
  #symbols(): boolean {
    const inputLimit = this.#inputEnd - INPUT_MARGIN;
    const outLimit = this.#outEnd - OUTPUT_MARGIN;
    if (inputLimit > INPUT && outLimit > this.first) {
      const status = this.#module.call('run', INPUT, this.#bit, inputLimit, this.#out, this.first, outLimit);
      if (status === RUN.broken) return false;
      this.#bit = this.#state[0]!;
      this.#out = this.#state[1]!;
      if (status === RUN.endOfBlock) return this.#bit <= this.#inputBits;
    }
    return this.#carefully();
  }

  #carefully(): boolean {
    const { bytes } = this;
    const literals = this.#literals;
    const distances = this.#distances;
    for (;;) {
      let entry = literals[this.#peek() & ((1 << LITERAL_BITS) - 1)]!;
      if (entry > 0 && entry & ENTRY.second) {
        this.#bit += entry & 63;
        entry = literals[((entry >> 8) & 0xffff) + (this.#peek() & ((1 << LITERAL_REST) - 1))]!;
      }
      if (entry < 0) {
        const count = (entry >> 24) & 3;
        this.#bit += entry & 63;
        if (this.#bit > this.#inputBits || this.#out + count > this.#outEnd) return false;
        bytes[this.#out] = entry >> 8;
        if (count === 2) bytes[this.#out + 1] = entry >> 16;
        this.#out += count;
        continue;
      }
      if (entry & ENTRY.end) {
        this.#bit += entry & 63;
        return this.#bit <= this.#inputBits;
      }
      if (entry & ENTRY.none) return false;
      const length = this.#value(entry, 7, 0x1ff);
      entry = distances[this.#peek() & ((1 << DISTANCE_BITS) - 1)]!;
      if (entry < 0 && entry & ENTRY.second) {
        this.#bit += entry & 63;
        entry = distances[((entry >> 8) & 0xffff) + (this.#peek() & ((1 << DISTANCE_REST) - 1))]!;
      }
      if (entry < 0) return false;
      const distance = this.#value(entry, 15, 0x7fff);
      if (this.#bit > this.#inputBits) return false;
      if (distance > this.#out - this.first || this.#out + length > this.#outEnd) return false;
      for (let i = 0; i < length; i += 1) bytes[this.#out + i] = bytes[this.#out + i - distance]!;
      this.#out += length;
    }
  }

  /** Base and extra bits of an entry; code and extra bits are used up. */
  #value(entry: number, extraMask: number, baseMask: number): number {
    this.#bit += (entry >> 8) & 15;
    const extra = (entry >> 12) & extraMask;
    return ((entry >> 16) & baseMask) + (extra === 0 ? 0 : this.#take(extra));
  }
}

/** 128 entries of symbol * 16 + bits for the code that code lengths are written in; null for no code. */
function codeLengthTable(lengths: Uint8Array): Uint16Array | null {
  const table = new Uint16Array(128);
  let code = 0;
  let left = 1;
  for (let length = 1; length <= 7; length += 1) {
    code <<= 1;
    left *= 2;
    for (let symbol = 0; symbol < 19; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      left -= 1;
      if (left < 0) return null;
      let reversed = 0;
      for (let bit = 0; bit < length; bit += 1) if (code & (1 << bit)) reversed |= 1 << (length - 1 - bit);
      for (let i = reversed; i < 128; i += 1 << length) table[i] = symbol * 16 + length;
      code += 1;
    }
  }
  return left === 0 ? table : null;
}
