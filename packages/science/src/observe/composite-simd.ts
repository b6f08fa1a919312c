import {
  assemble,
  type Code,
  i16x8,
  i32,
  i32x4,
  i64x2,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  shuffle32,
  v128,
} from '../base/wasm/index.ts';
import { selectionNetwork, slotsFor } from './median-of-looks.ts';

/** Pixels handled together. */
const STRIP = 512;
const ROW = STRIP * 2;
/** More looks than this run through the plain form. */
const MAX_LOOKS = 32;

const ZERO: Code = v128.const(new Array<number>(16).fill(0));
/** Greatest signed 64-bit number, twice: the distance of a look that does not count. */
const FARTHEST: Code = v128.const([
  255, 255, 255, 255, 255, 255, 255, 127, 255, 255, 255, 255, 255, 255, 255, 127,
]);
const splat16 = (value: number): Code => i16x8.splat(i32.const(value));

/** Addresses of a strip of `slots` looks and `planes` bands (heat, when there is any, is the last plane). */
function layout(slots: number, planes: number) {
  const clear = planes * slots * ROW;
  const mask = clear + slots * STRIP;
  const standIn = mask + slots * ROW;
  const count = standIn + slots * ROW;
  const chosen = count + ROW;
  const out = chosen + ROW;
  const distance = out + (planes + 1) * ROW;
  return { clear, mask, standIn, count, chosen, out, distance, end: distance + slots * 64 };
}
type Layout = ReturnType<typeof layout>;

/**
 * Which looks count at each pixel (`mask`), how many (`count`), and what stands in for the others in the network:
 * high and low in turn, so that the median stays in the middle (see `medianFinder`).
 *
 * @param first, planes the planes that must not be 0
 * @param again start from the mask there is, instead of from the clear bytes
 */
function prepareKernel(
  name: string,
  at: Layout,
  slots: number,
  first: number,
  planes: number,
  again: boolean,
): Kernel {
  const kernel = new Kernel(name, ['i32']);
  const [n] = kernel.parameters as [Local];
  const i = kernel.local('i32');
  const twice = kernel.local('i32');
  const [mask, count, low] = Array.from({ length: 3 }, () => kernel.local('v128')) as [Local, Local, Local];
  kernel.loop(i, n.get, 8, () => {
    kernel.emit(twice.set(i32.shl(i.get, i32.const(1))), count.set(ZERO), low.set(ZERO));
    for (let l = 0; l < slots; l += 1) {
      const before = again
        ? v128.load(twice.get, at.mask + l * ROW)
        : i16x8.eq(i16x8.load8x8(i.get, at.clear + l * STRIP), splat16(1));
      kernel.emit(mask.set(before));
      for (let b = first; b < first + planes; b += 1) {
        kernel.emit(
          mask.set(v128.andNot(mask.get, i16x8.eq(v128.load(twice.get, (b * slots + l) * ROW), ZERO))),
        );
      }
      kernel.emit(
        v128.store(twice.get, at.mask + l * ROW, mask.get),
        v128.store(twice.get, at.standIn + l * ROW, v128.andNot(v128.not(low.get), mask.get)),
        low.set(v128.xor(low.get, v128.not(mask.get))),
        count.set(i16x8.sub(count.get, mask.get)),
      );
    }
    kernel.emit(v128.store(twice.get, at.count, count.get));
  });
  return kernel;
}

/** Brings the two middle ones of the looks at `base` (a plane's first look) into the middle variables. */
function emitNetwork(
  kernel: Kernel,
  at: Layout,
  base: Local,
  pixel: Local,
  values: readonly Local[],
  spare: Local,
): void {
  values.forEach((value, l) => {
    // looks that do not count read as 0 under the mask; their stand-in fills the place
    const own = v128.and(v128.load(base.get, l * ROW), v128.load(pixel.get, at.mask + l * ROW));
    kernel.emit(value.set(v128.or(own, v128.load(pixel.get, at.standIn + l * ROW))));
  });
  const network = selectionNetwork(values.length);
  for (let c = 0; c < network.length; c += 2) {
    const a = values[network[c]!]!;
    const b = values[network[c + 1]!]!;
    kernel.emit(spare.set(i16x8.minU(a.get, b.get)), b.set(i16x8.maxU(a.get, b.get)), a.set(spare.get));
  }
}

/** The upper of the two middle values, or the lower once more where the count is odd. */
function upperMiddle(pixel: Local, at: Layout, lower: Local, upper: Local): Code {
  const odd = i16x8.shrS(i16x8.shl(v128.load(pixel.get, at.count), i32.const(15)), i32.const(15));
  return v128.select(lower.get, upper.get, odd);
}

/** Median of one plane to row `to` of the results: mean of the two middle values, halves up; 0 where none counts. */
function medianKernel(at: Layout, slots: number): Kernel {
  const kernel = new Kernel('median', ['i32', 'i32', 'i32']);
  const [n, plane, to] = kernel.parameters as [Local, Local, Local];
  const i = kernel.local('i32');
  const [twice, base] = [kernel.local('i32'), kernel.local('i32')];
  const values = Array.from({ length: slots }, () => kernel.local('v128'));
  const spare = kernel.local('v128');
  kernel.loop(i, n.get, 8, () => {
    kernel.emit(
      twice.set(i32.shl(i.get, i32.const(1))),
      base.set(i32.add(twice.get, i32.mul(plane.get, i32.const(slots * ROW)))),
    );
    emitNetwork(kernel, at, base, twice, values, spare);
    const lower = values[slots / 2 - 1]!;
    const middle = i16x8.avgrU(lower.get, upperMiddle(twice, at, lower, values[slots / 2]!));
    const none = i16x8.eq(v128.load(twice.get, at.count), ZERO);
    kernel.emit(v128.store(i32.add(twice.get, to.get), 0, v128.andNot(middle, none)));
  });
  return kernel;
}

/** The medoid over the first `bands` planes: `chosen` (1 + look, 0 = none) and all `planes` of that look. */
function medoidKernel(at: Layout, slots: number, bands: number, planes: number): Kernel {
  const kernel = new Kernel('medoid', ['i32']);
  const [n] = kernel.parameters as [Local];
  const i = kernel.local('i32');
  const b = kernel.local('i32');
  const [twice, base] = [kernel.local('i32'), kernel.local('i32')];
  const values = Array.from({ length: slots }, () => kernel.local('v128'));
  const [spare, upper, sumLow, sumHigh, delta] = Array.from({ length: 5 }, () => kernel.local('v128')) as [
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const near = Array.from({ length: 4 }, () => kernel.local('v128'));
  const pick = Array.from({ length: 4 }, () => kernel.local('v128'));
  const distance = (l: number, q: number): number => at.distance + l * 64 + q * 16;
  const zero = i32.const(0);
  kernel.loop(i, n.get, 8, () => {
    kernel.emit(twice.set(i32.shl(i.get, i32.const(1))), base.set(twice.get), b.set(i32.const(0)));
    for (let l = 0; l < slots; l += 1) {
      for (let q = 0; q < 4; q += 1) kernel.emit(v128.store(zero, distance(l, q), ZERO));
    }
    kernel.loop(b, i32.const(bands), 1, () => {
      emitNetwork(kernel, at, base, twice, values, spare);
      const lower = values[slots / 2 - 1]!;
      // twice the median needs 17 bits
      kernel.emit(
        upper.set(upperMiddle(twice, at, lower, values[slots / 2]!)),
        sumLow.set(i32x4.add(i32x4.extendLowU16(lower.get), i32x4.extendLowU16(upper.get))),
        sumHigh.set(i32x4.add(i32x4.extendHighU16(lower.get), i32x4.extendHighU16(upper.get))),
      );
      for (let l = 0; l < slots; l += 1) {
        kernel.emit(spare.set(v128.load(base.get, l * ROW)));
        for (const high of [false, true]) {
          const wide = high ? i32x4.extendHighU16(spare.get) : i32x4.extendLowU16(spare.get);
          const sum = high ? sumHigh : sumLow;
          kernel.emit(delta.set(i32x4.sub(i32x4.shl(wide, i32.const(1)), sum.get)));
          [i64x2.squareLowS32(delta.get, delta.get), i64x2.squareHighS32(delta.get, delta.get)].forEach(
            (square, part) => {
              const place = distance(l, (high ? 2 : 0) + part);
              kernel.emit(v128.store(zero, place, i64x2.add(v128.load(zero, place), square)));
            },
          );
        }
      }
      kernel.emit(base.set(i32.add(base.get, i32.const(slots * ROW))));
    });
    for (let q = 0; q < 4; q += 1) kernel.emit(near[q]!.set(FARTHEST), pick[q]!.set(ZERO));
    for (let l = 0; l < slots; l += 1) {
      kernel.emit(spare.set(v128.load(twice.get, at.mask + l * ROW)));
      for (let q = 0; q < 4; q += 1) {
        // the mask of two 16-bit pixels spread to two 64-bit lanes
        const half = q < 2 ? i32x4.extendLowS16(spare.get) : i32x4.extendHighS16(spare.get);
        const counts = shuffle32(half, ZERO, q % 2 === 0 ? [0, 0, 1, 1] : [2, 2, 3, 3]);
        kernel.emit(delta.set(v128.select(v128.load(zero, distance(l, q)), FARTHEST, counts)));
        // strictly nearer: ties stay with the earliest look
        kernel.emit(
          upper.set(i64x2.ltS(delta.get, near[q]!.get)),
          near[q]!.set(v128.select(delta.get, near[q]!.get, upper.get)),
          pick[q]!.set(v128.select(i32x4.splat(i32.const(l + 1)), pick[q]!.get, upper.get)),
        );
      }
    }
    const narrow = i16x8.narrowU32(
      shuffle32(pick[0]!.get, pick[1]!.get, [0, 2, 4, 6]),
      shuffle32(pick[2]!.get, pick[3]!.get, [0, 2, 4, 6]),
    );
    kernel.emit(spare.set(narrow), v128.store(twice.get, at.chosen, spare.get));
    for (let l = 0; l < slots; l += 1) kernel.emit(values[l]!.set(i16x8.eq(spare.get, splat16(l + 1))));
    for (let p = 0; p < planes; p += 1) {
      const parts = values.map((mine, l) => v128.and(v128.load(twice.get, (p * slots + l) * ROW), mine.get));
      kernel.emit(
        v128.store(
          twice.get,
          at.out + p * ROW,
          parts.reduce((a, c) => v128.or(a, c)),
        ),
      );
    }
  });
  return kernel;
}

const compiled = new Map<string, SimdModule | null>();

/** Compiled once per process, room for looks and number of bands. */
function simdModule(at: Layout, slots: number, bands: number, planes: number): SimdModule | null {
  const key = `${slots} ${bands} ${planes}`;
  let found = compiled.get(key);
  if (found === undefined) {
    const kernels = [
      prepareKernel('prepare', at, slots, 0, bands, false),
      medianKernel(at, slots),
      medoidKernel(at, slots, bands, planes),
    ];
    if (planes > bands) kernels.push(prepareKernel('prepareHeat', at, slots, bands, 1, true));
    found = instantiate(assemble(kernels, Math.ceil(at.end / 65_536)));
    compiled.set(key, found);
  }
  return found;
}

/** Looks and results of one composite; every look's heat is undefined or of full length. */
export interface SimdComposite {
  readonly clears: readonly Uint8Array[];
  /** Per band, per look. */
  readonly bands: readonly (readonly Uint16Array[])[];
  readonly heats: readonly (Uint16Array | undefined)[] | null;
  readonly outBands: readonly Uint16Array[];
  readonly outHeat: Uint16Array | null;
  readonly clearLooks: Uint8Array;
  /** Null for the median. */
  readonly chosen: Uint16Array | null;
}

/** The fast twin of `composite` for medoid and median: equal to the last bit. False, with nothing done, where it cannot run. */
export function compositeBySimd(job: SimdComposite): boolean {
  const looks = job.clears.length;
  if (looks > MAX_LOOKS) return false;
  const slots = slotsFor(looks);
  const bands = job.bands.length;
  const planes = bands + (job.heats === null ? 0 : 1);
  const at = layout(slots, planes);
  const simd = simdModule(at, slots, bands, planes);
  if (simd === null) return false;
  const words = new Uint16Array(simd.memory, 0, at.distance / 2);
  const bytes = new Uint8Array(simd.memory, 0, at.distance);
  // places without a look never count
  bytes.fill(0, at.clear + looks * STRIP, at.mask);
  const n = job.clearLooks.length;
  for (let start = 0; start < n; start += STRIP) {
    const end = Math.min(n, start + STRIP);
    for (let l = 0; l < looks; l += 1) {
      bytes.set(job.clears[l]!.subarray(start, end), at.clear + l * STRIP);
      for (let b = 0; b < bands; b += 1)
        words.set(job.bands[b]![l]!.subarray(start, end), (b * slots + l) * STRIP);
      if (job.heats === null) continue;
      const heat = job.heats[l];
      const place = (bands * slots + l) * STRIP;
      if (heat === undefined) words.fill(0, place, place + STRIP);
      else words.set(heat.subarray(start, end), place);
    }
    runStrip(simd, job, at, words, start, end);
  }
  return true;
}

function runStrip(
  simd: SimdModule,
  job: SimdComposite,
  at: Layout,
  words: Uint16Array,
  start: number,
  end: number,
): void {
  const size = end - start;
  const bands = job.bands.length;
  const row = (address: number): Uint16Array => words.subarray(address / 2, address / 2 + size);
  simd.call('prepare', size);
  const counts = row(at.count);
  for (let i = 0; i < size; i += 1) job.clearLooks[start + i] = counts[i]!;
  if (job.chosen !== null) {
    simd.call('medoid', size);
    job.chosen.set(row(at.chosen), start);
  } else {
    for (let b = 0; b < bands; b += 1) simd.call('median', size, b, at.out + b * ROW);
  }
  job.outBands.forEach((out, b) => {
    out.set(row(at.out + b * ROW), start);
  });
  if (job.outHeat === null) return;
  const heat = row(at.out + bands * ROW);
  if (job.chosen === null) heat.fill(0);
  if (heat.includes(0)) {
    // where the chosen look lacks heat: the median of those that have it
    simd.call('prepareHeat', size);
    simd.call('median', size, bands, at.out + (bands + 1) * ROW);
    const median = row(at.out + (bands + 1) * ROW);
    for (let i = 0; i < size; i += 1) if (heat[i] === 0) heat[i] = median[i]!;
  }
  job.outHeat.set(heat, start);
}
