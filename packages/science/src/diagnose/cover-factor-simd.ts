import {
  assemble,
  type Code,
  ConstantPool,
  f32,
  f32x4,
  f64x2,
  floatBelow,
  i32,
  i32x4,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  shuffle32,
  v128,
} from '../base/wasm/index.ts';

/** What the kernel reads beside the cover. */
export interface CoverTable {
  /** The factor in the middle of each step of cover and the inverse of that cover, in turn. */
  readonly pairs: Float64Array;
  /** Bits of a float32 that do not number its step. */
  readonly stepBits: number;
  /** The first step of the table, and the cover where it begins: the factor is 1 below. */
  readonly firstStep: number;
  readonly firstPercent: number;
  /** The factor is 0 above, percent. */
  readonly closedPercent: number;
  /** The factor falls by so much where the logarithm of cover grows by 1. */
  readonly perLn: number;
}

/** Cells handled together. */
const STRIP = 4096;
const POOL = 256;
const CELLS = POOL;
const TABLE = CELLS + 4 * STRIP;

const { sub, mul } = f64x2;
const pool = new ConstantPool();
const number = (value: number): Code => pool.f64x2(value);

/**
 * The factors of n cells over their cover, four at a time. Parameters: n, bits that do not number a step, first and last
 * step of the table, the cover where it begins and the last with a factor, the fall per logarithm.
 */
function coverKernel(): Kernel {
  const kernel = new Kernel('cover', ['i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'f64']);
  const [n, stepBits, firstStep, last, begins, closes, perLn] = kernel.parameters as [
    ...[Local, Local, Local, Local, Local, Local, Local],
  ];
  const vector = (): Local => kernel.local('v128');
  const i = kernel.local('i32');
  const [cover, at, half, even, odd, t, low, high, isOpen] = [
    ...[vector(), vector(), vector(), vector(), vector(), vector(), vector(), vector(), vector()],
  ] as const;
  const [one, hundred, none] = [vector(), vector(), vector()] as const;
  const { le } = f32x4;
  const zero = v128.const(new Array<number>(16).fill(0));
  const cell = i32.shl(i.get, i32.const(2));
  const entry = (k: number): Code => v128.load(i32.shl(i32x4.extract(k, at.get), i32.const(4)), TABLE);
  /** Factors of two of the cells, as float32 in the low lanes. */
  const factors = (first: 0 | 2, to: Local): Code[] => [
    half.set(f64x2.fromLowF32(first === 0 ? cover.get : shuffle32(cover.get, cover.get, [2, 3, 2, 3]))),
    even.set(entry(first)),
    odd.set(entry(first + 1)),
    t.set(sub(mul(half.get, shuffle32(even.get, odd.get, [2, 3, 6, 7])), number(1))),
    half.set(sub(number(1), mul(t.get, sub(number(1 / 2), mul(t.get, number(1 / 3)))))),
    t.set(mul(mul(f64x2.splat(perLn.get), t.get), half.get)),
    to.set(f32x4.demoteF64(f64x2.pmin(number(1), sub(shuffle32(even.get, odd.get, [0, 1, 4, 5]), t.get)))),
  ];
  kernel.emit(
    one.set(f32x4.splat(f32.const(1))),
    hundred.set(f32x4.splat(f32.const(100))),
    none.set(f32x4.splat(f32.const(Number.NaN))),
  );
  kernel.loop(i, n.get, 4, () => {
    kernel.emit(
      cover.set(v128.load(cell, CELLS)),
      at.set(i32x4.sub(i32x4.shrS(cover.get, stepBits.get), i32x4.splat(firstStep.get))),
      // Cover outside the table reads an end of it, for nothing.
      at.set(i32x4.maxS(i32x4.minS(at.get, i32x4.splat(last.get)), zero)),
      ...factors(0, low),
      ...factors(2, high),
      isOpen.set(le(cover.get, f32x4.splat(closes.get))),
      low.set(
        v128.select(
          shuffle32(low.get, high.get, [0, 1, 4, 5]),
          v128.and(one.get, isOpen.get),
          v128.and(isOpen.get, le(f32x4.splat(begins.get), cover.get)),
        ),
      ),
      v128.store(
        i32.add(cell, i32.const(CELLS)),
        0,
        v128.select(low.get, none.get, v128.and(le(zero, cover.get), le(cover.get, hundred.get))),
      ),
    );
  });
  return kernel;
}

/** Undefined until first wanted, null where the platform has no SIMD. Compiled once per process. */
let compiled: SimdModule | null | undefined;

function simdModule(): SimdModule | null {
  if (compiled === undefined) {
    compiled = instantiate(assemble([coverKernel()], 1));
    if (compiled !== null) pool.write(compiled.memory);
  }
  return compiled;
}

/**
 * The fast twin of `coverFactorCellsPlain`: same equations in the same order, so the results are equal to the last bit.
 *
 * @returns false where the platform has no SIMD; nothing was written then
 */
export function coverFactorsBySimd(
  coverPercent: Float32Array,
  table: CoverTable,
  out: Float32Array,
): boolean {
  const simd = simdModule();
  if (simd === null) return false;
  const missing = TABLE + 8 * table.pairs.length - simd.memory.byteLength;
  if (missing > 0) simd.grow(Math.ceil(missing / 65_536));
  const { memory } = simd;
  new Float64Array(memory, TABLE, table.pairs.length).set(table.pairs);
  const cells = new Float32Array(memory, CELLS, STRIP);
  const { stepBits, firstStep, firstPercent, perLn } = table;
  const last = table.pairs.length / 2 - 1;
  const closes = floatBelow(table.closedPercent);
  for (let start = 0; start < out.length; start += STRIP) {
    const to = Math.min(start + STRIP, out.length);
    cells.set(coverPercent.subarray(start, to));
    simd.call('cover', to - start, stepBits, firstStep, last, firstPercent, closes, perLn);
    out.set(to - start === STRIP ? cells : cells.subarray(0, to - start), start);
  }
  return true;
}
