import {
  assemble,
  type Code,
  f32,
  f32x4,
  i8x16,
  i16x8,
  i32,
  i32x4,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  v128,
} from '../base/wasm/index.ts';
import type { BandSamples, RseiComponents } from './rsei-components.ts';

/** Pixels handled together; everything about them fits the processor's first caches. */
const STRIP = 4096;
const FLOATS = STRIP * 4;
/** Addresses: seven bands as float32, their samples as delivered, the clear mask, five results, the land class. */
const BANDS = 0;
const RAW = 7 * FLOATS;
const CLEAR = RAW + STRIP * 2;
const RESULTS = CLEAR + STRIP;
const LAND = RESULTS + 5 * FLOATS;
const PAGES = Math.ceil((LAND + STRIP) / 65_536);

const ZERO: Code = v128.const(new Array<number>(16).fill(0));
const at = (i: Local, base: Code, size: number): Code =>
  i32.add(base, i32.shl(i.get, i32.const(Math.log2(size))));

/** raw samples (uint16, at RAW) -> physical values at `to`; the no-data value becomes NaN. */
function decodeKernel(): Kernel {
  const kernel = new Kernel('decode', ['i32', 'i32', 'f32', 'f32', 'i32']);
  const [to, n, scale, offset, nodata] = kernel.parameters as [Local, Local, Local, Local, Local];
  const i = kernel.local('i32');
  const wide = kernel.local('v128');
  kernel.loop(i, n.get, 4, () => {
    kernel.emit(wide.set(v128.load16x4(at(i, i32.const(RAW), 2))));
    const value = f32x4.add(
      f32x4.mul(f32x4.fromS32(wide.get), f32x4.splat(scale.get)),
      f32x4.splat(offset.get),
    );
    // an all-ones bit pattern is a NaN
    const missing = i32x4.eq(wide.get, i32x4.splat(nodata.get));
    kernel.emit(v128.store(at(i, to.get, 4), 0, v128.or(value, missing)));
  });
  return kernel;
}

/** Values at `to` are raw numbers as float32: scales them in place. */
function scaleKernel(): Kernel {
  const kernel = new Kernel('scale', ['i32', 'i32', 'f32', 'f32', 'f32']);
  const [to, n, scale, offset, nodata] = kernel.parameters as [Local, Local, Local, Local, Local];
  const i = kernel.local('i32');
  const raw = kernel.local('v128');
  kernel.loop(i, n.get, 4, () => {
    kernel.emit(raw.set(v128.load(at(i, to.get, 4))));
    const value = f32x4.add(f32x4.mul(raw.get, f32x4.splat(scale.get)), f32x4.splat(offset.get));
    kernel.emit(v128.store(at(i, to.get, 4), 0, v128.or(value, f32x4.eq(raw.get, f32x4.splat(nodata.get)))));
  });
  return kernel;
}

/** The equations of `rseiComponents`, four pixels at a time. */
function componentsKernel(): Kernel {
  const kernel = new Kernel('components', ['i32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32', 'f32']);
  const [n, threshold, ...coefficients] = kernel.parameters as [Local, Local, ...Local[]];
  const i = kernel.local('i32');
  const vector = (): Local => kernel.local('v128');
  const names = Array.from({ length: 6 }, vector);
  const [blue, green, red, nir, swir1] = names as [Local, Local, Local, Local, Local];
  const [valid, nirRed, greenSwir, swirNir, bright, dark, natural, built, value, mndwi] = Array.from(
    { length: 10 },
    vector,
  ) as [Local, Local, Local, Local, Local, Local, Local, Local, Local, Local];
  const nan = (mask: Code, code: Code): Code => v128.or(code, v128.not(mask));
  const finite = (x: Local): Code => f32x4.eq(f32x4.sub(x.get, x.get), ZERO);
  const result = (k: number, code: Code): Code =>
    v128.store(at(i, i32.const(RESULTS + k * FLOATS), 4), 0, code);
  kernel.loop(i, n.get, 4, () => {
    names.forEach((local, b) => {
      kernel.emit(local.set(v128.load(at(i, i32.const(BANDS + b * FLOATS), 4))));
    });
    const clear = i32x4.extendLowU16(i16x8.extendLowU8(v128.load32(i32.add(i32.const(CLEAR), i.get))));
    kernel.emit(valid.set(i32x4.eq(clear, i32x4.splat(i32.const(1)))));
    for (const local of names) kernel.emit(valid.set(v128.and(valid.get, f32x4.eq(local.get, local.get))));
    const weighted = names
      .map((local, b) => f32x4.mul(f32x4.splat(coefficients[b]!.get), local.get))
      .reduce((sum, term) => f32x4.add(sum, term));
    kernel.emit(
      result(1, nan(valid.get, weighted)),
      nirRed.set(f32x4.add(nir.get, red.get)),
      greenSwir.set(f32x4.add(green.get, swir1.get)),
      swirNir.set(f32x4.add(swir1.get, nir.get)),
      bright.set(f32x4.add(swir1.get, red.get)),
      dark.set(f32x4.add(nir.get, blue.get)),
      mndwi.set(f32x4.div(f32x4.sub(green.get, swir1.get), greenSwir.get)),
      mndwi.set(nan(v128.and(valid.get, finite(mndwi)), mndwi.get)),
      result(4, mndwi.get),
      value.set(f32x4.div(f32x4.sub(nir.get, red.get), nirRed.get)),
      result(0, nan(v128.and(valid.get, finite(value)), value.get)),
      natural.set(
        f32x4.mul(
          f32x4.add(f32x4.div(nir.get, nirRed.get), f32x4.div(green.get, greenSwir.get)),
          swirNir.get,
        ),
      ),
      built.set(f32x4.add(swir1.get, swir1.get)),
      value.set(
        f32x4.mul(
          f32x4.add(
            f32x4.div(f32x4.sub(bright.get, dark.get), f32x4.add(bright.get, dark.get)),
            f32x4.div(f32x4.sub(built.get, natural.get), f32x4.add(built.get, natural.get)),
          ),
          f32x4.splat(f32.const(0.5)),
        ),
      ),
      result(2, nan(v128.and(v128.and(valid.get, finite(value)), f32x4.ne(swirNir.get, ZERO)), value.get)),
    );
    const limit = f32x4.splat(threshold.get);
    const kind = v128.or(
      v128.and(f32x4.le(mndwi.get, limit), i32x4.splat(i32.const(1))),
      v128.and(f32x4.gt(mndwi.get, limit), i32x4.splat(i32.const(2))),
    );
    kernel.emit(value.set(kind), value.set(i16x8.narrowS32(value.get, value.get)));
    kernel.emit(
      i32.store(i32.add(i32.const(LAND), i.get), 0, i32x4.extract(0, i8x16.narrowS16(value.get, value.get))),
    );
  });
  return kernel;
}

/** Undefined until first wanted, null where the platform has no SIMD. Compiled once per process. */
let compiled: SimdModule | null | undefined;

function simdModule(): SimdModule | null {
  compiled ??= instantiate(assemble([decodeKernel(), scaleKernel(), componentsKernel()], PAGES));
  return compiled;
}

/**
 * The fast twin of the plain kernel in `rsei-components.ts`: same equations in the same order in float32, so the
 * results are equal to the last bit.
 *
 * @returns false where the platform has no SIMD; nothing was written then
 */
export function componentsBySimd(
  bands: readonly BandSamples[],
  heat: BandSamples | null,
  clear: Uint8Array | undefined,
  coefficients: readonly number[],
  threshold: number,
  into: RseiComponents,
): boolean {
  const simd = simdModule();
  if (simd === null) return false;
  const floats = new Float32Array(simd.memory, 0, RAW / 4);
  const raw = new Uint16Array(simd.memory, RAW, STRIP);
  const mask = new Uint8Array(simd.memory, CLEAR, STRIP);
  const results = Array.from(
    { length: 5 },
    (_, k) => new Float32Array(simd.memory, RESULTS + k * FLOATS, STRIP),
  );
  const land = new Uint8Array(simd.memory, LAND, STRIP);
  const outputs = [into.ndvi, into.wetness, into.ndbsi, into.lst, into.mndwi];
  const all = heat === null ? bands : [...bands, heat];
  if (clear === undefined) mask.fill(1);
  const n = into.land.length;
  for (let start = 0; start < n; start += STRIP) {
    const size = Math.min(STRIP, n - start);
    all.forEach((band, b) => {
      const part = band.samples.subarray(start, start + size);
      const to = BANDS + b * FLOATS;
      if (part instanceof Uint16Array) {
        raw.set(part);
        simd.call('decode', to, size, band.scale, band.offset, band.nodata ?? -1);
      } else {
        floats.set(part, to / 4);
        const asIs = band.scale === 1 && band.offset === 0 && band.nodata === null;
        if (!asIs) simd.call('scale', to, size, band.scale, band.offset, band.nodata ?? NaN);
      }
    });
    if (clear !== undefined) mask.set(clear.subarray(start, start + size));
    simd.call('components', size, threshold, ...coefficients);
    outputs.forEach((out, k) => {
      if (k === 3 || out === null) return;
      out.set(size === STRIP ? results[k]! : results[k]!.subarray(0, size), start);
    });
    into.land.set(size === STRIP ? land : land.subarray(0, size), start);
    if (heat !== null && into.lst !== null) {
      const warm = floats.subarray((BANDS + 6 * FLOATS) / 4, (BANDS + 6 * FLOATS) / 4 + size);
      into.lst.set(warm, start);
      if (clear !== undefined) {
        for (let i = start; i < start + size; i += 1) if (clear[i] !== 1) into.lst[i] = NaN;
      }
    }
  }
  return true;
}
