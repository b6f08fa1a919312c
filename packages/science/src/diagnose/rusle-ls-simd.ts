import {
  assemble,
  type Code,
  ConstantPool,
  exponential,
  f32x4,
  f64x2,
  i32,
  i32x4,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  shuffle32,
  v128,
} from '../base/wasm/index.ts';

/** What the kernel reads beside the layers. */
export interface LsTables {
  /** Degrees from one entry to the next are 1 / steps, from 0 to 90. */
  readonly steps: number;
  /** m and S of slopes above 9 %, in turn. */
  readonly steep: Float64Array;
  /** S of slopes to 9 %, each after a number that is not read; as long as `steep`. */
  readonly gentle: Float64Array;
  /** ln x over the aspect within its quadrant. */
  readonly lnWidth: Float64Array;
  /** ln(1 + r) and ln r of 0, 1, 2 ... cells upstream, in turn; the last pair is for all above as well. */
  readonly upstream: Float64Array;
  /** Slopes in degrees up to which m is 0.2, 0.3, 0.4 and 0.5. */
  readonly limits: readonly number[];
  /** ln(D / 22.13). */
  readonly lnSize: number;
}

/** Cells handled together. */
const STRIP = 2048;
/** The table of cells upstream is the only one whose length differs; more pairs than this are not taken. */
export const MOST_UPSTREAM = 1 << 16;
const POOL = 1024;
const SLOPE = POOL;
const ASPECT = SLOPE + 4 * STRIP;
const UPSTREAM = ASPECT + 4 * STRIP;
const OUT = UPSTREAM + 4 * STRIP;
const TABLES = OUT + 4 * STRIP;

const { add, sub, mul } = f64x2;
const pool = new ConstantPool();
const number = (value: number): Code => pool.f64x2(value);

/**
 * LS of n cells, two at a time, four logarithms to exponentiate. Parameters: n, the addresses of the four tables, the last pair of
 * upstream cells, steps per degree, last entry, ln(D / 22.13), the four limits.
 */
function lsKernel(): Kernel {
  const kernel = new Kernel('ls', [
    ...(['i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const),
    ...(['f64', 'f64', 'f64', 'f64', 'f64', 'f64', 'f64'] as const),
  ]);
  const [n, steep, gentle, lnWidth, upstream, lastCount] = kernel.parameters as [
    ...[Local, Local, Local, Local, Local, Local],
  ];
  const [steps, lastBut, lnSize, ...limits] = kernel.parameters.slice(6) as [Local, Local, Local, ...Local[]];
  const vector = (): Local => kernel.local('v128');
  const i = kernel.local('i32');
  const entry = kernel.local('i32');
  const [slope, aspect, at, part, turned, turnedAt, turnedPart, count] = [
    ...[vector(), vector(), vector(), vector(), vector(), vector(), vector(), vector()],
  ] as const;
  const [lower, both, isGentle, m] = [vector(), vector(), vector(), vector()] as const;
  const [exponents, factors, widths, first, second] = [
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
  ] as const;
  const exp = exponential(kernel, pool);
  const read = (base: number): Code => f64x2.fromLowF32(v128.load64(i32.shl(i.get, i32.const(2)), base));
  const row = (table: Code, index: Code, size: number): Code =>
    i32.add(table, i32.shl(index, i32.const(size)));
  const lanes = (low: boolean, a: Local, b: Local): Code =>
    shuffle32(a.get, b.get, low ? [0, 1, 4, 5] : [2, 3, 6, 7]);
  /** Position in a table: its entry below, and how far on to the next. */
  const locate = (position: Local, below: Local, rest: Local): Code[] => [
    below.set(i32x4.truncF64(f64x2.pmin(position.get, f64x2.splat(lastBut.get)))),
    rest.set(sub(position.get, f64x2.fromLowS32(below.get))),
  ];
  const splatLane = (k: 0 | 1, from: Local): Code =>
    shuffle32(from.get, from.get, k === 0 ? [0, 1, 0, 1] : [2, 3, 2, 3]);
  /** m and S of one of the two slopes, between two entries. */
  const steepness = (k: 0 | 1, to: Local): Code[] => [
    entry.set(
      row(i32.select(gentle.get, steep.get, i32x4.extract(2 * k, isGentle.get)), i32x4.extract(k, at.get), 4),
    ),
    lower.set(v128.load(entry.get)),
    to.set(add(lower.get, mul(splatLane(k, part), sub(v128.load(entry.get, 16), lower.get)))),
  ];
  const width = (k: 0 | 1): Code => v128.load(row(lnWidth.get, i32x4.extract(k, turnedAt.get), 3));
  const term = (k: 0 | 1, to: Local): Code[] =>
    exp(
      to,
      f64x2.pmax(
        add(
          mul(
            add(splatLane(k, exponents), number(1)),
            v128.load(row(upstream.get, i32x4.extract(k, count.get), 4)),
          ),
          splatLane(k, widths),
        ),
        number(-700),
      ),
    );
  kernel.loop(i, n.get, 2, () => {
    kernel.emit(
      slope.set(read(SLOPE)),
      // Outside 0..90 becomes NaN, and NaN reads entry 0 and stays NaN.
      slope.set(
        v128.or(
          slope.get,
          v128.not(v128.and(f64x2.ge(slope.get, number(0)), f64x2.le(slope.get, number(90)))),
        ),
      ),
      at.set(mul(slope.get, f64x2.splat(steps.get))),
      part.set(at.get),
      ...locate(part, at, turned),
      part.set(turned.get),
      aspect.set(read(ASPECT)),
      turned.set(
        mul(
          sub(aspect.get, mul(number(90), f64x2.floor(mul(aspect.get, number(1 / 90))))),
          f64x2.splat(steps.get),
        ),
      ),
      // Without an aspect the width is 1, as at 0 degrees.
      turned.set(v128.and(turned.get, f64x2.eq(aspect.get, aspect.get))),
      ...locate(turned, turnedAt, turnedPart),
      count.set(v128.load64(i32.shl(i.get, i32.const(2)), UPSTREAM)),
      count.set(i32x4.minU(count.get, i32x4.splat(lastCount.get))),
      isGentle.set(f64x2.le(slope.get, f64x2.splat(limits[3]!.get))),
      ...steepness(0, first),
      ...steepness(1, both),
      factors.set(lanes(false, first, both)),
      // The exponent steps at the limits, so it is compared, never taken between two entries.
      m.set(number(0.5)),
      ...[0.4, 0.3, 0.2].map((value, k) =>
        m.set(v128.select(number(value), m.get, f64x2.le(slope.get, f64x2.splat(limits[2 - k]!.get)))),
      ),
      exponents.set(v128.select(m.get, lanes(true, first, both), isGentle.get)),
      first.set(width(0)),
      second.set(width(1)),
      lower.set(lanes(true, first, second)),
      widths.set(add(lower.get, mul(turnedPart.get, sub(lanes(false, first, second), lower.get)))),
      widths.set(mul(exponents.get, sub(f64x2.splat(lnSize.get), widths.get))),
      ...term(0, first),
      ...term(1, second),
      v128.store64(
        i32.add(i32.const(OUT), i32.shl(i.get, i32.const(2))),
        f32x4.demoteF64(mul(factors.get, sub(lanes(true, first, second), lanes(false, first, second)))),
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
    if (compiled !== null) pool.write(compiled.memory);
  }
  return compiled;
}

/**
 * The fast twin of the plain loop of `lsFactorCells`: same equations from the same tables, exponentials within 1e-12.
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
  const layers = [tables.steep, tables.gentle, tables.lnWidth, tables.upstream];
  for (const table of layers) {
    placed.push(end);
    end += 8 * table.length;
  }
  if (end > simd.memory.byteLength) simd.grow(Math.ceil((end - simd.memory.byteLength) / 65_536));
  const { memory } = simd;
  layers.forEach((table, k) => {
    new Float64Array(memory, placed[k]!, table.length).set(table);
  });
  const slope = new Float32Array(memory, SLOPE, STRIP);
  const aspect = new Float32Array(memory, ASPECT, STRIP);
  const upstream = new Uint32Array(memory, UPSTREAM, STRIP);
  const result = new Float32Array(memory, OUT, STRIP);
  const lastBut = tables.lnWidth.length - 2;
  for (let start = 0; start < out.length; start += STRIP) {
    const to = Math.min(start + STRIP, out.length);
    slope.set(slopeDegrees.subarray(start, to));
    aspect.set(aspectDegrees.subarray(start, to));
    upstream.set(upstreamCells.subarray(start, to));
    simd.call('ls', to - start, ...placed, pairs - 1, tables.steps, lastBut, tables.lnSize, ...tables.limits);
    out.set(to - start === STRIP ? result : result.subarray(0, to - start), start);
  }
  return true;
}
