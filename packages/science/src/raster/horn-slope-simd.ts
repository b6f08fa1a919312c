import {
  assemble,
  type Code,
  ConstantPool,
  f32x4,
  f64x2,
  i32,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  shuffle32,
  v128,
  when,
} from '../base/wasm/index.ts';
import { ARCTANGENT, FULL_CIRCLE } from './arctangent.ts';
import type { Elevation } from './elevation.ts';
import type { SlopeAspect } from './horn-slope.ts';

const pool = new ConstantPool();
const number = (value: number): Code => pool.f64x2(value);
type Codes = [Code, Code, Code];
const { add, sub, mul, div, gt } = f64x2;

/** The polynomial of `ARCTANGENT` over u = x^2, in pairs, as the plain twin has it: chains half as long as term by term. */
function arctangentOver(u: Local, u2: Local, u4: Local): Code[] {
  const [a0, a1, a2, a3, a4, a5, a6, a7, a8] = ARCTANGENT.map(number) as [...Codes, ...Codes, ...Codes];
  const pair = (low: Code, high: Code, by: Local): Code => add(low, mul(high, by.get));
  const first = pair(pair(a0, a1, u), pair(a2, a3, u), u2);
  const second = pair(pair(a4, a5, u), pair(a6, a7, u), u2);
  return [
    u2.set(mul(u.get, u.get)),
    u4.set(mul(u2.get, u2.get)),
    u4.set(pair(first, pair(second, a8, u4), u4)),
  ];
}

/**
 * One row, two cells at a time; `up`, `middle` and `down` are the addresses of three rows of heights, `slope` and
 * `aspect` of the results. Writes up to one cell beyond `width` - 1.
 */
function slopeKernel(): Kernel {
  const kernel = new Kernel('slope', ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64']);
  const [up, middle, down, slope, aspect, width, perX, perY] = kernel.parameters as [
    ...[Local, Local, Local, Local, Local, Local, Local, Local],
  ];
  const vector = (): Local => kernel.local('v128');
  const i = kernel.local('i32');
  // Two columns each: to the west of the two cells, and to the east.
  const [sumWest, fallWest, midWest] = [vector(), vector(), vector()];
  const [sumEast, fallEast, midEast] = [vector(), vector(), vector()];
  const [high, low, zx, zy, square, rise] = [vector(), vector(), vector(), vector(), vector(), vector()];
  const [u, u2, u4, angle, ax, ay, steep] = [
    ...[vector(), vector(), vector(), vector(), vector(), vector(), vector()],
  ] as const;
  const at = (row: Local): Code => i32.add(row.get, i32.shl(i.get, i32.const(2)));
  const heights = (row: Local, offset: number): Code => f64x2.fromLowF32(v128.load64(at(row), offset));
  const columns = (offset: number, sum: Local, fall: Local, mid: Local): Code[] => [
    high.set(heights(up, offset)),
    mid.set(heights(middle, offset)),
    low.set(heights(down, offset)),
    sum.set(add(add(high.get, mul(number(2), mid.get)), low.get)),
    fall.set(sub(high.get, low.get)),
  ];
  /** The two cells themselves: the second column of the west and the first of the east. */
  const between = (west: Local, east: Local): Code => shuffle32(west.get, east.get, [2, 3, 4, 5]);
  const choose = (to: Local, changed: Code, where: Code): Code => to.set(v128.select(changed, to.get, where));
  kernel.emit(...columns(0, sumWest, fallWest, midWest), i.set(i32.const(1)));
  kernel.loop(i, i32.sub(width.get, i32.const(1)), 2, () => {
    kernel.emit(...columns(4, sumEast, fallEast, midEast));
    const centre = between(midWest, midEast);
    kernel.emit(
      zx.set(mul(sub(sumEast.get, sumWest.get), f64x2.splat(perX.get))),
      zy.set(
        mul(
          add(add(fallWest.get, mul(number(2), between(fallWest, fallEast))), fallEast.get),
          f64x2.splat(perY.get),
        ),
      ),
      // NaN where the centre is, which enters neither zx nor zy.
      high.set(sub(centre, centre)),
      sumWest.set(sumEast.get),
      fallWest.set(fallEast.get),
      midWest.set(midEast.get),
      square.set(add(add(mul(zx.get, zx.get), mul(zy.get, zy.get)), high.get)),
      rise.set(f64x2.sqrt(square.get)),
      steep.set(gt(rise.get, number(1))),
      u.set(square.get),
      angle.set(rise.get),
      // Divisions only where one of the two is steeper than 45 degrees, which is rare.
      when(v128.anyTrue(steep.get), [
        choose(u, div(number(1), square.get), steep.get),
        choose(angle, div(number(1), rise.get), steep.get),
      ]),
      ...arctangentOver(u, u2, u4),
      angle.set(mul(angle.get, u4.get)),
      choose(angle, sub(number(90), angle.get), steep.get),
      v128.store64(at(slope), f32x4.demoteF64(angle.get)),
      ax.set(f64x2.abs(zx.get)),
      ay.set(f64x2.abs(zy.get)),
      steep.set(gt(ax.get, ay.get)),
      // Level ground: 0 / 0 is the NaN wanted.
      angle.set(add(div(f64x2.pmin(ax.get, ay.get), f64x2.pmax(ay.get, ax.get)), high.get)),
      u.set(mul(angle.get, angle.get)),
      ...arctangentOver(u, u2, u4),
      angle.set(mul(angle.get, u4.get)),
      choose(angle, sub(number(90), angle.get), steep.get),
      choose(angle, sub(number(180), angle.get), gt(zy.get, number(0))),
      choose(angle, sub(number(360), angle.get), gt(zx.get, number(0))),
      angle.set(v128.andNot(angle.get, f64x2.ge(angle.get, number(FULL_CIRCLE)))),
      v128.store64(at(aspect), f32x4.demoteF64(angle.get)),
    );
  });
  return kernel;
}

/** Undefined until first wanted, null where the platform has no SIMD. Compiled once per process. */
let compiled: SimdModule | null | undefined;

function simdModule(): SimdModule | null {
  if (compiled === undefined) {
    compiled = instantiate(assemble([slopeKernel()], 1));
    if (compiled !== null) pool.write(compiled.memory);
  }
  return compiled;
}

/**
 * The fast twin of `hornSlopePlain`: same equations in the same order, so the results are equal to the last bit.
 *
 * @param x metres per row, as `rowSizes` gives them
 * @returns false where the platform has no SIMD; nothing was written then
 */
export function hornSlopeBySimd(
  { heights, width, height }: Elevation,
  x: Float64Array,
  y: Float64Array,
  { slopeDegrees, aspectDegrees }: SlopeAspect,
): boolean {
  const simd = simdModule();
  if (simd === null) return false;
  if (width < 3 || height < 3) return true;
  // Three rows of heights in turn and two of results; the kernel reads and writes a little beyond a row.
  const pitch = 4 * width + 16;
  const base = pool.size;
  const missing = base + 5 * pitch - simd.memory.byteLength;
  if (missing > 0) simd.grow(Math.ceil(missing / 65_536));
  const { memory } = simd;
  const rows = [0, 1, 2].map((k) => new Float32Array(memory, base + k * pitch, width));
  const [slope, aspect] = [3, 4].map((k) => new Float32Array(memory, base + k * pitch + 4, width - 2)) as [
    Float32Array,
    Float32Array,
  ];
  const bring = (row: number): void => rows[row % 3]!.set(heights.subarray(row * width, (row + 1) * width));
  bring(0);
  bring(1);
  for (let row = 1; row < height - 1; row += 1) {
    bring(row + 1);
    const [up, middle, down] = [row - 1, row, row + 1].map((r) => base + (r % 3) * pitch) as [
      number,
      number,
      number,
    ];
    const [perX, perY] = [1 / (8 * x[row]!), 1 / (8 * y[row]!)];
    simd.call('slope', up, middle, down, base + 3 * pitch, base + 4 * pitch, width, perX, perY);
    slopeDegrees.set(slope, row * width + 1);
    aspectDegrees.set(aspect, row * width + 1);
  }
  return true;
}
