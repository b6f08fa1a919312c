import {
  assemble,
  type Code,
  f32,
  f32x4,
  floatBelow,
  i32,
  i32x4,
  instantiate,
  Kernel,
  type Local,
  powerOfTwo,
  type SimdModule,
  shuffle32,
  v128,
} from '../base/wasm/index.ts';

/** What the kernel reads beside the layers. Logarithms are to base 2. */
export interface LsTables {
  /** Degrees from one entry to the next are 1 / steps, from 0 to 90. */
  readonly steps: number;
  /** m and S of slopes above 9 %, in turn. */
  readonly steep: Float32Array;
  /** S of slopes to 9 %, each after a number that is not read; as long as `steep`. */
  readonly gentle: Float32Array;
  /** lb x over the aspect within its quadrant. */
  readonly lbWidth: Float32Array;
  /** lb(1 + r) and lb(1 + 1/r) of 0, 1, 2 ... cells upstream, in turn; the last pair is for all above as well. */
  readonly upstream: Float32Array;
  /** Slopes in degrees up to which m is 0.2, 0.3, 0.4 and 0.5. */
  readonly limits: readonly number[];
  /** lb(D / 22.13). */
  readonly lbSize: number;
}

/** Cells handled together. */
const STRIP = 4096;
/** The table of cells upstream is the only one whose length differs; more pairs than this are not taken. */
export const MOST_UPSTREAM = 1 << 16;
/** Of no cell upstream, in place of infinity: 2^-70 is nothing beside 1. */
export const MOST_LB = 70;
const SLOPE = 0;
const ASPECT = SLOPE + 4 * STRIP;
const UPSTREAM = ASPECT + 4 * STRIP;
const OUT = UPSTREAM + 4 * STRIP;
const TABLES = OUT + 4 * STRIP;

const { add, sub, mul, le } = f32x4;

/**
 * LS of n cells, four at a time: S 2^a (1 - 2^-y), a = (m+1) lb(1+r) + m lb(D/22.13x), y = (m+1) lb(1+1/r). The difference of the
 * equation is a factor here, which keeps all digits of a float32 however large r is. Parameters: n, the addresses
 * of the four tables, the last pair of upstream cells, steps per degree, the last entry but one, lb(D / 22.13), the
 * four limits.
 */
function lsKernel(): Kernel {
  const kernel = new Kernel('ls', [
    ...(['i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const),
    ...(['f32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32'] as const),
  ]);
  const [n, steep, gentle, lbWidth, upstream, lastCount] = kernel.parameters as [
    ...[Local, Local, Local, Local, Local, Local],
  ];
  const [steps, lastBut, lbSize, ...limits] = kernel.parameters.slice(6) as [Local, Local, Local, ...Local[]];
  const vector = (): Local => kernel.local('v128');
  const i = kernel.local('i32');
  const [slope, at, part, turned, isGentle, m, steepness] = [
    ...[vector(), vector(), vector(), vector(), vector(), vector(), vector()],
  ] as const;
  const [a, b, c, d, even, odd, first, second] = [
    ...[vector(), vector(), vector(), vector(), vector(), vector(), vector(), vector()],
  ] as const;
  /** A number in all lanes, made once. */
  const constant = (value: number): Local => {
    const lanes = vector();
    kernel.emit(lanes.set(f32x4.splat(f32.const(value))));
    return lanes;
  };
  const [zero, ninety, perNinety, one] = [constant(0), constant(90), constant(1 / 90), constant(1)] as const;
  const none = constant(Number.NaN);
  const exponents = [0.4, 0.3, 0.2].map(constant);
  const half = constant(0.5);
  const power = powerOfTwo(kernel);
  const cell = i32.shl(i.get, i32.const(2));
  const low: readonly [number, number, number, number] = [0, 1, 4, 5];
  const high: readonly [number, number, number, number] = [2, 3, 6, 7];
  /** Pairs of float32 at the four addresses of `at`, turned into two vectors. */
  const gatherPairs = (to: Local, other: Local): Code[] => [
    ...[a, b, c, d].map((row, k) => row.set(v128.load64(i32x4.extract(k, at.get)))),
    even.set(shuffle32(a.get, b.get, [0, 4, 1, 5])),
    odd.set(shuffle32(c.get, d.get, [0, 4, 1, 5])),
    to.set(shuffle32(even.get, odd.get, low)),
    other.set(shuffle32(even.get, odd.get, high)),
  ];
  /** Position in a table: its entry below in `at`, and how far on to the next. */
  const locate = (position: Local): Code[] => [
    at.set(i32x4.truncF32(f32x4.pmin(position.get, f32x4.splat(lastBut.get)))),
    position.set(sub(position.get, f32x4.fromS32(at.get))),
  ];
  const address = (table: Code, size: number): Code =>
    at.set(i32x4.add(i32x4.shl(at.get, i32.const(size)), table));
  const between = (lower: Local, upper: Local, share: Local): Code =>
    add(lower.get, mul(share.get, sub(upper.get, lower.get)));
  kernel.loop(i, n.get, 4, () => {
    kernel.emit(
      slope.set(v128.load(cell, SLOPE)),
      // Outside 0..90 becomes the one NaN that JavaScript knows, so that layers are the same byte for byte; it reads entry 0.
      slope.set(
        v128.select(slope.get, none.get, v128.and(le(zero.get, slope.get), le(slope.get, ninety.get))),
      ),
      isGentle.set(le(slope.get, f32x4.splat(limits[3]!.get))),
      part.set(mul(slope.get, f32x4.splat(steps.get))),
      ...locate(part),
      address(v128.select(i32x4.splat(gentle.get), i32x4.splat(steep.get), isGentle.get), 3),
      // Two entries of each, lower m and S and upper m and S.
      ...[a, b, c, d].map((row, k) => row.set(v128.load(i32x4.extract(k, at.get)))),
      even.set(shuffle32(a.get, b.get, [0, 4, 1, 5])),
      odd.set(shuffle32(c.get, d.get, [0, 4, 1, 5])),
      m.set(shuffle32(even.get, odd.get, low)),
      steepness.set(shuffle32(even.get, odd.get, high)),
      even.set(shuffle32(a.get, b.get, [2, 6, 3, 7])),
      odd.set(shuffle32(c.get, d.get, [2, 6, 3, 7])),
      first.set(shuffle32(even.get, odd.get, low)),
      second.set(shuffle32(even.get, odd.get, high)),
      steepness.set(between(steepness, second, part)),
      // The exponent steps at the limits, so it is compared, never taken between two entries.
      first.set(between(m, first, part)),
      m.set(half.get),
      ...exponents.map((value, k) =>
        m.set(v128.select(value.get, m.get, le(slope.get, f32x4.splat(limits[2 - k]!.get)))),
      ),
      m.set(v128.select(m.get, first.get, isGentle.get)),
      turned.set(v128.load(cell, ASPECT)),
      part.set(
        mul(
          sub(turned.get, mul(ninety.get, f32x4.floor(mul(turned.get, perNinety.get)))),
          f32x4.splat(steps.get),
        ),
      ),
      // Without an aspect the width is 1, as at 0 degrees.
      part.set(v128.and(part.get, f32x4.eq(turned.get, turned.get))),
      ...locate(part),
      address(i32x4.splat(lbWidth.get), 2),
      ...gatherPairs(first, second),
      turned.set(mul(m.get, sub(f32x4.splat(lbSize.get), between(first, second, part)))),
      m.set(add(m.get, one.get)),
      at.set(i32x4.minU(v128.load(cell, UPSTREAM), i32x4.splat(lastCount.get))),
      address(i32x4.splat(upstream.get), 3),
      ...gatherPairs(first, second),
      ...power(add(mul(m.get, first.get), turned.get), a, b),
      ...power(mul(m.get, sub(zero.get, second.get)), c, d),
      v128.store(
        i32.add(cell, i32.const(OUT)),
        0,
        mul(mul(steepness.get, add(a.get, mul(a.get, b.get))), sub(sub(one.get, c.get), mul(c.get, d.get))),
      ),
    );
  });
  return kernel;
}

/** Undefined until first wanted, null where the platform has no SIMD. Compiled once per process. */
let compiled: SimdModule | null | undefined;

function simdModule(): SimdModule | null {
  if (compiled === undefined) {
    compiled = instantiate(assemble([lsKernel()], 1));
  }
  return compiled;
}

/**
 * The fast twin of the plain loop of `lsFactorCells`: the same equations in float32,
 * within 1e-5 of `lsFactor` as well.
 *
 * @param upstreamCells counts
 * @returns false where the platform has no SIMD or the tables are too long; nothing was written then
 */
export function lsFactorsBySimd(
  slopeDegrees: Float32Array,
  aspectDegrees: Float32Array,
  upstreamCells: Uint32Array,
  tables: LsTables,
  out: Float32Array,
): boolean {
  const simd = simdModule();
  const pairs = tables.upstream.length / 2;
  if (simd === null || pairs > MOST_UPSTREAM) return false;
  const placed: number[] = [];
  let end = TABLES;
  const layers = [tables.steep, tables.gentle, tables.lbWidth, tables.upstream];
  for (const table of layers) {
    placed.push(end);
    end += 4 * table.length;
  }
  if (end > simd.memory.byteLength) simd.grow(Math.ceil((end - simd.memory.byteLength) / 65_536));
  const { memory } = simd;
  layers.forEach((table, k) => {
    new Float32Array(memory, placed[k]!, table.length).set(table);
  });
  const slope = new Float32Array(memory, SLOPE, STRIP);
  const aspect = new Float32Array(memory, ASPECT, STRIP);
  const upstream = new Uint32Array(memory, UPSTREAM, STRIP);
  const result = new Float32Array(memory, OUT, STRIP);
  const limits = tables.limits.map(floatBelow);
  const lastBut = tables.lbWidth.length - 2;
  for (let start = 0; start < out.length; start += STRIP) {
    const to = Math.min(start + STRIP, out.length);
    slope.set(slopeDegrees.subarray(start, to));
    aspect.set(aspectDegrees.subarray(start, to));
    upstream.set(upstreamCells.subarray(start, to));
    simd.call('ls', to - start, ...placed, pairs - 1, tables.steps, lastBut, tables.lbSize, ...limits);
    out.set(to - start === STRIP ? result : result.subarray(0, to - start), start);
  }
  return true;
}
