import {
  assemble,
  type Code,
  ConstantPool,
  f64x2,
  i32,
  i32x4,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  shuffle8,
  shuffle32,
  v128,
} from '../base/wasm/index.ts';
import type { Elevation } from './elevation.ts';
import { FLOW_CODES, FLOW_VOID } from './flow-code.ts';
import type { PerMetre } from './per-metre.ts';

const pool = new ConstantPool();

/**
 * One row, two cells at a time: `up`, `middle` and `down` are the addresses of three rows of heights, `to` of the codes;
 * the cells from 1 on are written, up to one beyond `width` - 1.
 */
function steepestKernel(): Kernel {
  const kernel = new Kernel('steepest', ['i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64']);
  const [up, middle, down, to, width, perX, perY, perDiagonal] = kernel.parameters as [
    ...[Local, Local, Local, Local, Local, Local, Local, Local],
  ];
  const vector = (): Local => kernel.local('v128');
  const i = kernel.local('i32');
  // Heights by column (west, here, east) in each of the rows from north to south.
  const rows = [up, middle, down].map((row) => ({ row, west: vector(), here: vector(), east: vector() }));
  const [perSideX, perSideY, perCorner] = [vector(), vector(), vector()];
  const [fall, steepest, code] = [vector(), vector(), vector()];
  const read = (row: Local, offset: number): Code =>
    f64x2.fromLowF32(v128.load64(i32.add(row.get, i32.shl(i.get, i32.const(2))), offset));
  kernel.emit(perSideX.set(f64x2.splat(perX.get)), perSideY.set(f64x2.splat(perY.get)));
  kernel.emit(perCorner.set(f64x2.splat(perDiagonal.get)));
  for (const { row, east } of rows) kernel.emit(east.set(read(row, 0)));
  kernel.emit(i.set(i32.const(1)));
  kernel.loop(i, i32.sub(width.get, i32.const(1)), 2, () => {
    for (const { row, west, here, east } of rows)
      kernel.emit(
        west.set(east.get),
        east.set(read(row, 4)),
        here.set(shuffle32(west.get, east.get, [2, 3, 4, 5])),
      );
    const z = rows[1]!.here;
    kernel.emit(steepest.set(pool.f64x2(0)), code.set(pool.f64x2(0)));
    for (const { code: next, c, r } of FLOW_CODES) {
      const { west, here, east } = rows[r + 1]!;
      const other = c < 0 ? west : c === 0 ? here : east;
      const per = r === 0 ? perSideX : c === 0 ? perSideY : perCorner;
      // A void compares false, so nothing flows there by steepness.
      kernel.emit(
        fall.set(f64x2.mul(f64x2.sub(z.get, other.get), per.get)),
        code.set(v128.select(pool.i64x2(next), code.get, f64x2.gt(fall.get, steepest.get))),
        steepest.set(f64x2.pmax(steepest.get, fall.get)),
      );
    }
    const known = f64x2.eq(z.get, z.get);
    kernel.emit(
      code.set(v128.select(code.get, pool.i64x2(FLOW_VOID), known)),
      i32.store16(
        i32.add(to.get, i.get),
        0,
        i32x4.extract(0, shuffle8(code.get, code.get, [0, 8, ...new Array<number>(14).fill(1)])),
      ),
    );
  });
  return kernel;
}

/** Undefined until first wanted, null where the platform has no SIMD. Compiled once per process. */
let compiled: SimdModule | null | undefined;

function simdModule(): SimdModule | null {
  if (compiled === undefined) {
    compiled = instantiate(assemble([steepestKernel()], 1));
    if (compiled !== null) pool.write(compiled.memory);
  }
  return compiled;
}

/**
 * The fast twin of `steepestPlain`: the same products in the same order, so the results are equal.
 *
 * @param directions of all cells; those of inner cells are written
 * @returns false where the platform has no SIMD; nothing was written then
 */
export function steepestBySimd(
  { heights, width, height }: Elevation,
  per: PerMetre,
  directions: Uint8Array,
): boolean {
  const simd = simdModule();
  if (simd === null) return false;
  if (width < 3) return true;
  // Three rows of heights in turn and one of results; the kernel reads and writes a little beyond a row.
  const base = pool.size;
  const pitch = 4 * width + 16;
  const missing = base + 4 * pitch - simd.memory.byteLength;
  if (missing > 0) simd.grow(Math.ceil(missing / 65_536));
  const { memory } = simd;
  const rows = [0, 1, 2].map((k) => new Float32Array(memory, base + k * pitch, width));
  const result = new Uint8Array(memory, base + 3 * pitch + 1, width - 2);
  const bring = (row: number): void => rows[row % 3]!.set(heights.subarray(row * width, (row + 1) * width));
  if (height > 2) bring(0);
  if (height > 2) bring(1);
  for (let row = 1; row < height - 1; row += 1) {
    bring(row + 1);
    const [up, middle, down] = [row - 1, row, row + 1].map((r) => base + (r % 3) * pitch) as [
      ...[number, number, number],
    ];
    const rates = [per.x[row]!, per.y[row]!, per.diagonal[row]!];
    simd.call('steepest', up, middle, down, base + 3 * pitch, width, ...rates);
    directions.set(result, row * width + 1);
  }
  return true;
}
