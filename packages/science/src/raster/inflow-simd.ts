import {
  assemble,
  type Code,
  i8x16,
  i32,
  instantiate,
  Kernel,
  type Local,
  type SimdModule,
  v128,
} from '../base/wasm/index.ts';
import { FLOW_CODES, FLOW_ENDS, FLOW_VOID } from './flow-code.ts';

/** Bytes before each row, so that its western neighbours can be asked for. */
const PAD = 16;

const same = (byte: number): Code => v128.const(new Array<number>(16).fill(byte));

/**
 * One row of 16 cells at a time: `up`, `middle`, `down` are addresses of rows of directions, `to` of the
 * result. Gives back 1 where a direction is none. */
function inflowKernel(): Kernel {
  const kernel = new Kernel('inflow', ['i32', 'i32', 'i32', 'i32', 'i32'], 'i32');
  const [up, middle, down, to, width] = kernel.parameters as [Local, Local, Local, Local, Local];
  const i = kernel.local('i32');
  const own = kernel.local('v128');
  const sum = kernel.local('v128');
  const wrong = kernel.local('v128');
  const rows = [up, middle, down] as const;
  const at = (row: Local): Code => i32.add(row.get, i.get);
  kernel.loop(i, width.get, 16, () => {
    kernel.emit(own.set(v128.load(at(middle), PAD)), sum.set(same(0)));
    FLOW_CODES.forEach(({ code, c, r }, k) => {
      // A cell flows here by this code if it lies on the other side; true is -1.
      const from = v128.load(at(rows[1 - r]!), PAD - c);
      kernel.emit(
        sum.set(i8x16.sub(sum.get, i8x16.eq(from, same(code)))),
        sum.set(v128.or(sum.get, v128.and(i8x16.eq(own.get, same(code)), same((k + 1) << 4)))),
      );
    });
    const ends = v128.or(i8x16.eq(own.get, same(FLOW_ENDS)), i8x16.eq(own.get, same(FLOW_VOID)));
    const way = i8x16.eq(v128.and(sum.get, same(0xf0)), same(0));
    kernel.emit(v128.store(at(to), 0, sum.get), wrong.set(v128.or(wrong.get, v128.andNot(way, ends))));
  });
  kernel.emit(v128.anyTrue(wrong.get));
  return kernel;
}

/** Undefined until first wanted, null where the platform has no SIMD. Compiled once per process. */
let compiled: SimdModule | null | undefined;

/**
 * The fast twin of `inflowPlain`.
 *
 * @returns false where the platform has no SIMD, or a direction is none
 */
export function inflowBySimd(directions: Uint8Array, width: number, into: Uint8Array): boolean {
  compiled ??= instantiate(assemble([inflowKernel()], 1));
  if (compiled === null) return false;
  const height = directions.length / width;
  const pitch = PAD + Math.ceil(width / 16) * 16 + PAD;
  const missing = 4 * pitch - compiled.memory.byteLength;
  if (missing > 0) compiled.grow(Math.ceil(missing / 65_536));
  const { memory } = compiled;
  const rows = [0, 1, 2].map((k) => new Uint8Array(memory, k * pitch, pitch).fill(FLOW_VOID));
  const result = new Uint8Array(memory, 3 * pitch, width);
  const bring = (row: number): void => {
    if (row < height) rows[row % 3]!.set(directions.subarray(row * width, (row + 1) * width), PAD);
    else rows[row % 3]!.fill(FLOW_VOID);
  };
  bring(0);
  for (let row = 0; row < height; row += 1) {
    bring(row + 1);
    const [up, middle, down] = [row + 2, row, row + 1].map((r) => (r % 3) * pitch) as [
      number,
      number,
      number,
    ];
    if (compiled.call('inflow', up, middle, down, 3 * pitch, width) !== 0) return false;
    into.set(result, row * width);
  }
  return true;
}
