import {
  assemble,
  type Code,
  f32x4,
  f64x2,
  i16x8,
  i32,
  i32x4,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  shuffle32,
  v128,
} from '../base/wasm/index.ts';
import type { ComponentScaling } from './rsei-summary.ts';

/** Pixels handled together. */
const STRIP = 4096;
const FLOATS = STRIP * 4;
/** More components than this run through the plain kernels. */
const MAX_COMPONENTS = 8;
/** Addresses: components, land class, validity (all ones or zeros per pixel), PC1, per-component figures, bins. */
const STACK = 0;
const LAND = MAX_COMPONENTS * FLOATS;
const VALID = LAND + STRIP;
const PC = VALID + FLOATS;
const FIGURES = PC + FLOATS;
const BINS = FIGURES + 1024;

const ZERO: Code = v128.const(new Array<number>(16).fill(0));
const at = (i: Local, base: Code | number): Code =>
  i32.add(typeof base === 'number' ? i32.const(base) : base, i32.shl(i.get, i32.const(2)));

/** Marks pixels with land = 1 and every one of k components finite; returns how many. */
function validKernel(k: number): Kernel {
  const kernel = new Kernel('valid', ['i32'], 'i32');
  const [n] = kernel.parameters as [Local];
  const i = kernel.local('i32');
  const count = kernel.local('i32');
  const value = kernel.local('v128');
  const valid = kernel.local('v128');
  kernel.loop(i, n.get, 4, () => {
    const land = i32x4.extendLowU16(i16x8.extendLowU8(v128.load32(i32.add(i32.const(LAND), i.get))));
    kernel.emit(valid.set(i32x4.eq(land, i32x4.splat(i32.const(1)))));
    for (let c = 0; c < k; c += 1) {
      kernel.emit(value.set(v128.load(at(i, STACK + c * FLOATS))));
      kernel.emit(valid.set(v128.and(valid.get, f32x4.eq(f32x4.sub(value.get, value.get), ZERO))));
    }
    kernel.emit(v128.store(at(i, VALID), 0, valid.get));
    kernel.emit(count.set(i32.add(count.get, i32.popcnt(i32x4.bitmask(valid.get)))));
  });
  return kernel.emit(count.get);
}

/**
 * Counts one component of the marked pixels into its bins, and adds to its figures: sum and sum of squares of
 * (value - middle) as two f64 lanes each, then four least and four greatest values. Unmarked pixels go to the bin after the last.
 */
function countKernel(binCount: number): Kernel {
  const kernel = new Kernel('count', ['i32', 'i32', 'i32', 'i32', 'f32', 'f32', 'f32']);
  const [n, values, bins, figures, low, scale, middle] = kernel.parameters as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const i = kernel.local('i32');
  const [value, valid, shifted, half, sum, squares, least, greatest, bin] = Array.from({ length: 9 }, () =>
    kernel.local('v128'),
  ) as [Local, Local, Local, Local, Local, Local, Local, Local, Local];
  const address = kernel.local('i32');
  kernel.emit(
    sum.set(v128.load(figures.get, 0)),
    squares.set(v128.load(figures.get, 16)),
    least.set(v128.load(figures.get, 32)),
    greatest.set(v128.load(figures.get, 48)),
  );
  kernel.loop(i, n.get, 4, () => {
    kernel.emit(
      value.set(v128.load(at(i, values.get))),
      valid.set(v128.load(at(i, VALID))),
      shifted.set(v128.and(f32x4.sub(value.get, f32x4.splat(middle.get)), valid.get)),
      // an unmarked value compares as NaN, which never is the lesser or the greater
      least.set(f32x4.pmin(least.get, v128.or(value.get, v128.not(valid.get)))),
      greatest.set(f32x4.pmax(greatest.get, v128.or(value.get, v128.not(valid.get)))),
    );
    for (const part of [shifted.get, shuffle32(shifted.get, shifted.get, [2, 3, 2, 3])]) {
      kernel.emit(
        half.set(f64x2.fromLowF32(part)),
        sum.set(f64x2.add(sum.get, half.get)),
        squares.set(f64x2.add(squares.get, f64x2.mul(half.get, half.get))),
      );
    }
    const raw = i32x4.truncF32(f32x4.mul(f32x4.sub(value.get, f32x4.splat(low.get)), f32x4.splat(scale.get)));
    const held = i32x4.minS(i32x4.maxS(raw, ZERO), i32x4.splat(i32.const(binCount - 1)));
    kernel.emit(
      bin.set(i32x4.shl(v128.select(held, i32x4.splat(i32.const(binCount)), valid.get), i32.const(2))),
    );
    for (let lane = 0; lane < 4; lane += 1) {
      kernel.emit(
        address.set(i32.add(bins.get, i32x4.extract(lane, bin.get))),
        i32.store(address.get, 0, i32.add(i32.load(address.get), i32.const(1))),
      );
    }
  });
  return kernel.emit(
    v128.store(figures.get, 0, sum.get),
    v128.store(figures.get, 16, squares.get),
    v128.store(figures.get, 32, least.get),
    v128.store(figures.get, 48, greatest.get),
  );
}

/** Code of one scaled component of four pixels; its lo, 1/(hi - lo), floor and ceiling are f32 parameters. */
function scaledCode(i: Local, c: number, parameters: readonly Local[]): Code {
  const [lo, inverse, floor, ceiling] = parameters.slice(4 * c, 4 * c + 4) as [Local, Local, Local, Local];
  const value = f32x4.sub(v128.load(at(i, STACK + c * FLOATS)), f32x4.splat(lo.get));
  const scaled = f32x4.mul(value, f32x4.splat(inverse.get));
  return f32x4.pmin(f32x4.pmax(scaled, f32x4.splat(floor.get)), f32x4.splat(ceiling.get));
}

/** Adds sums and sums of products of the scaled components of marked pixels to the figures (two f64 lanes each). */
function momentsKernel(k: number): Kernel {
  const kernel = new Kernel('moments', ['i32', ...new Array<'f32'>(4 * k).fill('f32')]);
  const [n, ...scaling] = kernel.parameters as [Local, ...Local[]];
  const i = kernel.local('i32');
  const valid = kernel.local('v128');
  const scaled = Array.from({ length: k }, () => kernel.local('v128'));
  const wide = Array.from({ length: k }, () => kernel.local('v128'));
  const totals = Array.from({ length: k + (k * (k + 1)) / 2 }, () => kernel.local('v128'));
  totals.forEach((total, m) => {
    kernel.emit(total.set(v128.load(i32.const(FIGURES + 16 * m))));
  });
  kernel.loop(i, n.get, 4, () => {
    kernel.emit(valid.set(v128.load(at(i, VALID))));
    scaled.forEach((local, c) => {
      kernel.emit(local.set(v128.and(scaledCode(i, c, scaling), valid.get)));
    });
    for (const high of [false, true]) {
      wide.forEach((local, c) => {
        const x = scaled[c]!.get;
        kernel.emit(local.set(f64x2.fromLowF32(high ? shuffle32(x, x, [2, 3, 2, 3]) : x)));
        kernel.emit(totals[c]!.set(f64x2.add(totals[c]!.get, local.get)));
      });
      let m = k;
      for (let a = 0; a < k; a += 1) {
        for (let b = a; b < k; b += 1, m += 1) {
          const total = totals[m]!;
          kernel.emit(total.set(f64x2.add(total.get, f64x2.mul(wide[a]!.get, wide[b]!.get))));
        }
      }
    }
  });
  totals.forEach((total, m) => {
    kernel.emit(v128.store(i32.const(FIGURES + 16 * m), 0, total.get));
  });
  return kernel;
}

/** PC1 of pixels with land = 1 (NaN elsewhere and where a component is NaN); least and greatest four to the figures. */
function projectKernel(k: number): Kernel {
  const kernel = new Kernel('project', ['i32', ...new Array<'f32'>(5 * k).fill('f32')]);
  const [n, ...rest] = kernel.parameters as [Local, ...Local[]];
  const weights = rest.slice(4 * k);
  const i = kernel.local('i32');
  const [value, least, greatest] = Array.from({ length: 3 }, () => kernel.local('v128')) as [
    Local,
    Local,
    Local,
  ];
  kernel.emit(least.set(v128.load(i32.const(FIGURES))), greatest.set(v128.load(i32.const(FIGURES + 16))));
  kernel.loop(i, n.get, 4, () => {
    const terms = weights.map((weight, c) => f32x4.mul(scaledCode(i, c, rest), f32x4.splat(weight.get)));
    const land = i32x4.extendLowU16(i16x8.extendLowU8(v128.load32(i32.add(i32.const(LAND), i.get))));
    const outside = v128.not(i32x4.eq(land, i32x4.splat(i32.const(1))));
    kernel.emit(
      value.set(
        v128.or(
          terms.reduce((sum, term) => f32x4.add(sum, term)),
          outside,
        ),
      ),
      least.set(f32x4.pmin(least.get, value.get)),
      greatest.set(f32x4.pmax(greatest.get, value.get)),
      v128.store(at(i, PC), 0, value.get),
    );
  });
  return kernel.emit(
    v128.store(i32.const(FIGURES), 0, least.get),
    v128.store(i32.const(FIGURES + 16), 0, greatest.get),
  );
}

const compiled = new Map<string, SimdModule | null>();

/** Compiled once per process and number of components: compiling costs more than a block of pixels. */
function simdModule(k: number, binCount: number): SimdModule | null {
  if (k > MAX_COMPONENTS) return null;
  const key = `${k} ${binCount}`;
  let found = compiled.get(key);
  if (found === undefined) {
    const pages = Math.ceil((BINS + 4 * k * (binCount + 1)) / 65_536);
    found = instantiate(
      assemble([validKernel(k), countKernel(binCount), momentsKernel(k), projectKernel(k)], pages),
    );
    compiled.set(key, found);
  }
  return found;
}

/** Copies strip after strip of `from .. to` into the module's memory and marks its valid pixels. */
class Strips {
  readonly simd: SimdModule;
  private readonly stack: readonly Float32Array[];
  private readonly land: Uint8Array;
  private readonly floats: Float32Array;
  private readonly bytes: Uint8Array;

  constructor(simd: SimdModule, stack: readonly Float32Array[], land: Uint8Array) {
    this.simd = simd;
    this.stack = stack;
    this.land = land;
    this.floats = new Float32Array(simd.memory, STACK, (MAX_COMPONENTS * FLOATS) / 4);
    this.bytes = new Uint8Array(simd.memory, LAND, STRIP);
  }

  /**
   * Fills strip after strip with the runs of pixels, several short runs to a strip, pads each with "not land" to a
   * multiple of four, and calls `each` with its size and (of use only for one long run) its first pixel.
   */
  run(
    runs: readonly (readonly [from: number, to: number])[],
    each: (size: number, start: number) => void,
  ): void {
    let filled = 0;
    let end = 0;
    const flush = (): void => {
      for (let i = filled; i < STRIP && i < filled + 4; i += 1) this.bytes[i] = 0;
      if (filled > 0) each(filled, end - filled);
      filled = 0;
    };
    for (const [from, to] of runs) {
      for (let start = from; start < to; start = end) {
        end = Math.min(to, start + STRIP - filled);
        for (let c = 0; c < this.stack.length; c += 1) {
          this.floats.set(this.stack[c]!.subarray(start, end), (c * FLOATS) / 4 + filled);
        }
        this.bytes.set(this.land.subarray(start, end), filled);
        filled += end - start;
        if (filled === STRIP) flush();
      }
    }
    flush();
  }
}

/** What `countBySimd` adds to: see `ComponentCounter`. */
interface Counter {
  count: number;
  readonly bins: readonly (Uint32Array | Float64Array)[];
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}

/** The fast twin of counting components; false, with nothing done, where it cannot run. */
export function countBySimd(
  counter: Counter,
  ranges: readonly (readonly [number, number])[],
  binCount: number,
  stack: readonly Float32Array[],
  land: Uint8Array,
): boolean {
  const k = stack.length;
  const simd = simdModule(k, binCount);
  if (simd === null) return false;
  const figures = new Float64Array(simd.memory, FIGURES, 8 * k);
  const extremes = new Float32Array(simd.memory, FIGURES, 16 * k);
  for (let c = 0; c < k; c += 1) {
    figures.fill(0, 8 * c, 8 * c + 4);
    extremes.fill(Infinity, 16 * c + 8, 16 * c + 12);
    extremes.fill(-Infinity, 16 * c + 12, 16 * c + 16);
  }
  new Strips(simd, stack, land).run([[0, land.length]], (size) => {
    counter.count += simd.call('valid', size);
    for (let c = 0; c < k; c += 1) {
      const [low, high] = ranges[c]!;
      const bins = BINS + 4 * c * (binCount + 1);
      const scale = binCount / (high - low);
      simd.call('count', size, STACK + c * FLOATS, bins, FIGURES + 64 * c, low, scale, (low + high) / 2);
    }
  });
  for (let c = 0; c < k; c += 1) {
    const [low, high] = ranges[c]!;
    const min = Math.min(...extremes.subarray(16 * c + 8, 16 * c + 12));
    const max = Math.max(...extremes.subarray(16 * c + 12, 16 * c + 16));
    counter.min[c] = Math.min(counter.min[c]!, min);
    counter.max[c] = Math.max(counter.max[c]!, max);
    counter.sum[c] = counter.sum[c]! + figures[8 * c]! + figures[8 * c + 1]!;
    counter.sumOfSquares[c] = counter.sumOfSquares[c]! + figures[8 * c + 2]! + figures[8 * c + 3]!;
    moveBins(
      new Uint32Array(simd.memory, BINS + 4 * c * (binCount + 1), binCount + 1),
      counter.bins[c]!,
      ((min - low) * binCount) / (high - low),
      ((max - low) * binCount) / (high - low),
    );
  }
  return true;
}

/** Adds the touched bins to the counter's and empties them for the next block. */
function moveBins(from: Uint32Array, to: Uint32Array | Float64Array, first: number, last: number): void {
  const end = to.length - 1;
  // one bin to either side for rounding; no pixel at all leaves an empty range
  const a = Math.min(end, Math.max(0, Math.floor(first) - 1));
  const b = Math.min(end, Math.max(0, Math.ceil(last) + 1));
  for (let bin = a; bin <= b; bin += 1) to[bin] = to[bin]! + from[bin]!;
  from.fill(0, a, b + 1);
  from[to.length] = 0;
}

/** lo, 1 / (hi - lo), floor and ceiling of every component. */
function scalingArguments(scaling: readonly ComponentScaling[]): number[] {
  return scaling.flatMap(({ lo, hi, clip }) => [
    lo,
    1 / (hi - lo),
    clip ? 0 : -Infinity,
    clip ? 1 : Infinity,
  ]);
}

/** The fast twin of taking moments of rows of pixels; false, with nothing done, where it cannot run. */
export function momentsBySimd(
  moments: Float64Array,
  binCount: number,
  stack: readonly Float32Array[],
  land: Uint8Array,
  scaling: readonly ComponentScaling[],
  runs: readonly (readonly [from: number, to: number])[],
): boolean {
  const simd = simdModule(stack.length, binCount);
  if (simd === null) return false;
  const figures = new Float64Array(simd.memory, FIGURES, 2 * (moments.length - 1)).fill(0);
  const args = scalingArguments(scaling);
  new Strips(simd, stack, land).run(runs, (size) => {
    moments[0] = moments[0]! + simd.call('valid', size);
    simd.call('moments', size, ...args);
  });
  for (let m = 1; m < moments.length; m += 1) {
    moments[m] = moments[m]! + figures[2 * m - 2]! + figures[2 * m - 1]!;
  }
  return true;
}

/** The fast twin of the projection; null, with nothing written, where it cannot run. */
export function projectBySimd(
  out: Float32Array,
  binCount: number,
  stack: readonly Float32Array[],
  land: Uint8Array,
  scaling: readonly ComponentScaling[],
  loadings: readonly number[],
): { lo: number; hi: number } | null {
  const simd = simdModule(stack.length, binCount);
  if (simd === null) return null;
  const figures = new Float32Array(simd.memory, FIGURES, 8).fill(Infinity, 0, 4).fill(-Infinity, 4, 8);
  const pc = new Float32Array(simd.memory, PC, STRIP);
  const args = [...scalingArguments(scaling), ...loadings];
  new Strips(simd, stack, land).run([[0, land.length]], (size, start) => {
    simd.call('project', size, ...args);
    out.set(size === STRIP ? pc : pc.subarray(0, size), start);
  });
  return { lo: Math.min(...figures.subarray(0, 4)), hi: Math.max(...figures.subarray(4, 8)) };
}
