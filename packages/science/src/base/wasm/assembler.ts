/**
 * A very small WebAssembly assembler: enough to write the few hot pixel loops as SIMD (16 bytes at a time), which
 * JavaScript has no words for, without a build step or a binary in the repository. A piece of code is the list
 * of its bytes; operators take pieces and return pieces, so kernels read as expressions.
 *
 * @source WebAssembly Core Specification 2.0, binary format
 */
export type Code = readonly number[];

/** Value types. */
export type WasmType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

const TYPE_BYTES: Readonly<Record<WasmType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/** A variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
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
  not: simd(0x4d),
  and: simd(0x4e),
  /** a and not b. */
  andNot: simd(0x4f),
  or: simd(0x50),
  xor: simd(0x51),
  /** Bits of a where mask is 1, of b where it is 0: select(a, b, mask). */
  select: simd(0x52),
};
export const i8x16 = { splat: simd(0x0f), eq: simd(0x23), narrowS16: simd(0x66) };
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
  add: simd(0xae),
  sub: simd(0xb1),
  minS: simd(0xb6),
  maxS: simd(0xb8),
  truncF32: simd(0xf8),
};
export const i64x2 = {
  splat: simd(0x12),
  add: simd(0xce),
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
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  /** b < a ? b : a, so pmin(a, NaN) is a. */
  pmin: simd(0xea),
  pmax: simd(0xeb),
  fromS32: simd(0xfa),
  extract: lane(0x1f),
};
export const f64x2 = {
  splat: simd(0x14),
  add: simd(0xf0),
  mul: simd(0xf2),
  sub: simd(0xf1),
  fromLowF32: simd(0x5f),
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

/** One function while it is written. All results go through memory or the single return value. */
export class Kernel {
  readonly name: string;
  readonly parameters: readonly Local[];
  private readonly parameterTypes: readonly WasmType[];
  private readonly result: WasmType | null;
  private readonly localTypes: WasmType[] = [];
  private readonly body: number[] = [];

  constructor(name: string, parameters: readonly WasmType[], result: WasmType | null = null) {
    this.name = name;
    this.parameterTypes = parameters;
    this.result = result;
    this.parameters = parameters.map((_, index) => variable(index));
  }

  /** A new variable, 0 at first. */
  local(type: WasmType): Local {
    this.localTypes.push(type);
    return variable(this.parameterTypes.length + this.localTypes.length - 1);
  }

  emit(...pieces: readonly Code[]): this {
    for (const piece of pieces) for (const byte of piece) this.body.push(byte);
    return this;
  }

  /** Repeats `body` while `counter` < `end` (unsigned), adding `step` each time; nothing when it starts there. */
  loop(counter: Local, end: Code, step: number, body: () => void): void {
    this.emit(counter.get, end, [0x49, 0x04, 0x40, 0x03, 0x40]);
    body();
    this.emit(counter.set(i32.add(counter.get, i32.const(step))));
    // br_if 0 goes back to the loop; then end of loop, end of if
    this.emit(i32.ltU(counter.get, end), [0x0d, 0x00, 0x0b, 0x0b]);
  }

  type(): Code {
    const inputs = this.parameterTypes.map((type) => TYPE_BYTES[type]);
    const outputs = this.result === null ? [] : [TYPE_BYTES[this.result]];
    return [0x60, ...unsigned(inputs.length), ...inputs, ...unsigned(outputs.length), ...outputs];
  }

  code(): Code {
    const locals = this.localTypes.flatMap((type) => [1, TYPE_BYTES[type]]);
    const all = [...unsigned(this.localTypes.length), ...locals, ...this.body, 0x0b];
    return [...unsigned(all.length), ...all];
  }
}

function variable(index: number): Local {
  return { get: [0x20, ...unsigned(index)], set: (value) => [...value, 0x21, ...unsigned(index)] };
}

function section(id: number, items: readonly Code[]): number[] {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Array.from(text, (char) => char.charCodeAt(0))];
}

/** The bytes of a module of `kernels` with a memory of its own of `pages` x 64 KiB, all exported. */
export function assemble(kernels: readonly Kernel[], pages: number): Uint8Array<ArrayBuffer> {
  const bytes = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const index = kernels.map((_, k) => unsigned(k));
  const exports = kernels.map((kernel, k) => [...name(kernel.name), 0, ...index[k]!]);
  // one by one: a spread of a long section would overflow the stack
  for (const part of [
    section(
      1,
      kernels.map((kernel) => kernel.type()),
    ),
    section(3, index),
    section(5, [[0, ...unsigned(pages)]]),
    section(7, [...exports, [...name('memory'), 2, 0]]),
    section(
      10,
      kernels.map((kernel) => kernel.code()),
    ),
  ]) {
    for (const byte of part) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** An instantiated module. */
export interface SimdModule {
  /** Taken anew after `grow`, which detaches the buffer before it. */
  readonly memory: ArrayBuffer;
  /** Adds pages of 64 KiB. */
  grow(pages: number): void;
  call(name: string, ...args: readonly number[]): number;
}

/** The part of the WebAssembly interface used here; the language library of ES2023 does not describe it. */
interface WebAssemblyLike {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Instantiates a module, or null where the platform has no SIMD: callers then use their plain twin. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): SimdModule | null {
  const platform = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly;
  if (platform === undefined || !platform.validate(bytes)) return null;
  const { exports } = new platform.Instance(new platform.Module(bytes));
  const { memory } = exports as {
    memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  };
  return {
    get memory() {
      return memory.buffer;
    },
    grow: (pages) => void memory.grow(pages),
    call: (name, ...args) => (exports[name] as (...args: readonly number[]) => number)(...args),
  };
}
