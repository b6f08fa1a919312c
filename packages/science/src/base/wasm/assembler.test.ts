import { expect, it } from 'vitest';
import { assemble, f32x4, i32, i32x4, instantiate, Kernel, shuffle32, v128 } from './index.ts';

it('a loop over memory does what it says, also zero times', () => {
  const kernel = new Kernel('double', ['i32'], 'i32');
  const [end] = kernel.parameters;
  const i = kernel.local('i32');
  kernel.loop(i, end!.get, 16, () => {
    const value = v128.load(i.get);
    kernel.emit(v128.store(i.get, 0, f32x4.add(value, value)));
  });
  kernel.emit(i.get);
  const simd = instantiate(assemble([kernel], 1))!;
  const memory = new Float32Array(simd.memory, 0, 12).fill(1.5);
  expect(simd.call('double', 32)).toBe(32);
  expect(Array.from(memory)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 1.5, 1.5, 1.5, 1.5]);
  expect(simd.call('double', 0)).toBe(0);
});

it('constants of every size are encoded as written', () => {
  for (const value of [0, 1, -1, 63, 64, -64, -65, 127, 128, 65_536, 2_147_483_647, -2_147_483_648]) {
    const kernel = new Kernel('same', [], 'i32');
    kernel.emit(i32.const(value));
    expect(instantiate(assemble([kernel], 1))!.call('same')).toBe(value);
  }
});

it('shuffles take lanes from both operands in the order given', () => {
  const kernel = new Kernel('mix', []);
  kernel.emit(
    v128.store(i32.const(32), 0, shuffle32(v128.load(i32.const(0)), v128.load(i32.const(16)), [0, 7, 2, 5])),
  );
  const simd = instantiate(assemble([kernel], 1))!;
  const memory = new Int32Array(simd.memory, 0, 12);
  memory.set([10, 11, 12, 13, 20, 21, 22, 23]);
  simd.call('mix');
  expect(Array.from(memory.subarray(8))).toEqual([10, 23, 12, 21]);
});

it('bytes that are no module give no module, so that callers use their plain form', () => {
  const kernel = new Kernel('broken', [], 'i32');
  kernel.emit(i32x4.splat(i32.const(1)));
  expect(instantiate(assemble([kernel], 1))).toBeNull();
});
