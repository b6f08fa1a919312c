/**
 * A piece of code: the list of its bytes. Operators take pieces and return pieces, so kernels read as expressions.
 *
 * @source WebAssembly Core Specification 2.0, binary format
 */
export type Code = readonly number[];

/** A variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    out.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return out;
}

/** Signed LEB128 of a 32-bit integer. */
function signed(value: number): number[] {
  const out: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    out.push(done ? low : low | 0x80);
    if (done) return out;
  }
}

function floatBytes(value: number, size: 4 | 8): number[] {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 4) view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  return Array.from({ length: size }, (_, i) => view.getUint8(i));
}

const flat = (...pieces: readonly Code[]): number[] => pieces.flat();
const plain =
  (opcode: number) =>
  (...operands: readonly Code[]): Code => [...flat(...operands), opcode];
const simd =
  (opcode: number) =>
  (...operands: readonly Code[]): Code => [...flat(...operands), 0xfd, ...unsigned(opcode)];
const lane =
  (opcode: number) =>
  (index: number, ...operands: readonly Code[]): Code => [
    ...flat(...operands),
    0xfd,
    ...unsigned(opcode),
    index,
  ];
/** align is a hint only; 0 promises nothing. */
const memory =
  (prefix: readonly number[]) =>
  (address: Code, offset = 0, value: Code = []): Code => [
    ...address,
    ...value,
    ...prefix,
    0,
    ...unsigned(offset),
  ];

/** Scalar instructions. */
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: plain(0x6a),
  sub: plain(0x6b),
  mul: plain(0x6c),
  shl: plain(0x74),
  popcnt: plain(0x69),
  ltU: plain(0x49),
  ltS: plain(0x48),
  gtU: plain(0x4b),
  geU: plain(0x4f),
  and: plain(0x71),
  or: plain(0x72),
  shrU: plain(0x76),
  load: memory([0x28]),
  load8U: memory([0x2d]),
  store: memory([0x36]),
  store8: memory([0x3a]),
  store16: memory([0x3b]),
  /** The first where the third is not 0, else the second. */
  select: plain(0x1b),
  /** The low 32 bits. */
  wrap: plain(0xa7),
};
export const f32 = {
  const: (value: number): Code => [0x43, ...floatBytes(value, 4)],
  store: memory([0x38]),
  sub: plain(0x93),
  div: plain(0x95),
};
export const f64 = {
  const: (value: number): Code => [0x44, ...floatBytes(value, 8)],
  add: plain(0xa0),
  load: memory([0x2b]),
  store: memory([0x39]),
};

/** 128-bit instructions that do not care what the lanes are. */
export const v128 = {
  load: memory([0xfd, 0x00]),
  store: memory([0xfd, 0x0b]),
  /** Loads 4 or 2 unsigned 16-bit or 8-bit numbers and widens them. */
  load16x4: memory([0xfd, 0x04]),
  /** The 16 bytes given. */
  const: (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes],
  load32: memory([0xfd, 0x5c]),
  load64: memory([0xfd, 0x5d]),
  /** The low half. */
  store64: (address: Code, value: Code): Code => [...address, ...value, 0xfd, 0x5b, 0, 0, 0],
  not: simd(0x4d),
  and: simd(0x4e),
  /** a and not b. */
  andNot: simd(0x4f),
  or: simd(0x50),
  xor: simd(0x51),
  /** Bits of a where mask is 1, of b where it is 0: select(a, b, mask). */
  select: simd(0x52),
  /** 1 where any bit is set. */
  anyTrue: simd(0x53),
};
export const i8x16 = {
  splat: simd(0x0f),
  eq: simd(0x23),
  narrowS16: simd(0x66),
  add: simd(0x6e),
  sub: simd(0x71),
};
export const i16x8 = {
  splat: simd(0x10),
  eq: simd(0x2d),
  extendLowU8: simd(0x89),
  load8x8: memory([0xfd, 0x02]),
  /** Eight 32-bit lanes of two vectors to 16 bits, held within the type. */
  narrowS32: simd(0x85),
  narrowU32: simd(0x86),
  /** Products of eight unsigned bytes each, 16 bits wide. */
  extmulLowU8: simd(0x9e),
  extmulHighU8: simd(0x9f),
  addPairsU8: simd(0x7d),
  add: simd(0x8e),
  sub: simd(0x91),
  minU: simd(0x97),
  maxU: simd(0x99),
  shl: simd(0x8b),
  shrS: simd(0x8c),
  avgrU: simd(0x9b),
  extendLowS8: simd(0x87),
};
export const i32x4 = {
  splat: simd(0x11),
  extract: lane(0x1b),
  eq: simd(0x37),
  bitmask: simd(0xa4),
  extendLowU16: simd(0xa9),
  extendHighU16: simd(0xaa),
  extendLowS16: simd(0xa7),
  extendHighS16: simd(0xa8),
  addPairsU16: simd(0x7f),
  shl: simd(0xab),
  shrS: simd(0xac),
  add: simd(0xae),
  sub: simd(0xb1),
  minS: simd(0xb6),
  minU: simd(0xb7),
  maxS: simd(0xb8),
  truncF32: simd(0xf8),
  /** Two float64 towards zero in the low lanes, 0 in the high ones; NaN is 0. */
  truncF64: simd(0xfc),
};
export const i64x2 = {
  splat: simd(0x12),
  add: simd(0xce),
  shl: simd(0xcb),
  ltS: simd(0xd8),
  squareLowS32: simd(0xdc),
  squareHighS32: simd(0xdd),
};
export const f32x4 = {
  splat: simd(0x13),
  eq: simd(0x41),
  ne: simd(0x42),
  lt: simd(0x43),
  gt: simd(0x44),
  le: simd(0x45),
  abs: simd(0xe0),
  floor: simd(0x68),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  /** b < a ? b : a, so pmin(a, NaN) is a. */
  pmin: simd(0xea),
  pmax: simd(0xeb),
  fromS32: simd(0xfa),
  extract: lane(0x1f),
  /** Two float64 as float32 in the low lanes, 0 in the high ones. */
  demoteF64: simd(0x5e),
};
export const f64x2 = {
  splat: simd(0x14),
  add: simd(0xf0),
  mul: simd(0xf2),
  sub: simd(0xf1),
  div: simd(0xf3),
  sqrt: simd(0xef),
  abs: simd(0xec),
  floor: simd(0x75),
  eq: simd(0x47),
  le: simd(0x4b),
  gt: simd(0x4a),
  ge: simd(0x4c),
  /** b < a ? b : a, so pmin(a, NaN) is a. */
  pmin: simd(0xf6),
  /** a < b ? b : a. */
  pmax: simd(0xf7),
  fromLowF32: simd(0x5f),
  fromLowS32: simd(0xfe),
  extract: lane(0x21),
};
/** Bytes in the order given, from a (0-15) and b (16-31). */
export function shuffle8(a: Code, b: Code, order: readonly number[]): Code {
  return [...a, ...b, 0xfd, 0x0d, ...order];
}
/** Lanes of 4 bytes in the order given, from a (0-3) and b (4-7). */
export function shuffle32(a: Code, b: Code, order: readonly [number, number, number, number]): Code {
  return [...a, ...b, 0xfd, 0x0d, ...order.flatMap((k) => [4 * k, 4 * k + 1, 4 * k + 2, 4 * k + 3])];
}
export const i64 = {
  const: (value: number): Code => [0x42, ...signed(value)],
  load: memory([0x29]),
  store: memory([0x37]),
  mul: plain(0x7e),
  or: plain(0x84),
  shl: plain(0x86),
  shrU: plain(0x88),
  extendU: plain(0xad),
};

/** Structured control flow; labels count from the innermost (0) outwards. */
export const block = (...body: readonly Code[]): Code => [0x02, 0x40, ...flat(...body), 0x0b];
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...flat(...body), 0x0b];
export const when = (condition: Code, then: readonly Code[], otherwise: readonly Code[] = []): Code =>
  otherwise.length === 0
    ? [...condition, 0x04, 0x40, ...flat(...then), 0x0b]
    : [...condition, 0x04, 0x40, ...flat(...then), 0x05, ...flat(...otherwise), 0x0b];
/** Leaves `depth` labels, or goes on with the loop there. */
export const branch = (depth: number): Code => [0x0c, ...unsigned(depth)];
export const branchIf = (depth: number, condition: Code): Code => [...condition, 0x0d, ...unsigned(depth)];
export const giveBack = (value: Code): Code => [...value, 0x0f];
