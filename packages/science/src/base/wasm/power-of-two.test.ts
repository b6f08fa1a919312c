import { expect, it } from 'vitest';
import { assemble, f32x4, i32, instantiate, Kernel, powerOfTwo, v128 } from './index.ts';

/** Four numbers at 0; 2^x at 16 and 2^n rest at 32. */
function module() {
  const kernel = new Kernel('power', []);
  const power = powerOfTwo(kernel);
  const [whole, rest] = [kernel.local('v128'), kernel.local('v128')];
  const product = f32x4.mul(whole.get, rest.get);
  kernel.emit(...power(v128.load(i32.const(0)), whole, rest));
  kernel.emit(v128.store(i32.const(16), 0, f32x4.add(whole.get, product)));
  kernel.emit(v128.store(i32.const(32), 0, product));
  const simd = instantiate(assemble([kernel], 1))!;
  return { simd, numbers: new Float32Array(simd.memory, 0, 12) };
}

it('2^x is within two units of the last place of a float32 from -126 to 127, and NaN stays NaN', () => {
  const { simd, numbers } = module();
  for (let k = 0; k < 2000; k += 1) {
    numbers.set([-126 + k * 0.1265, -k / 1000, k / 1000, k % 127]);
    simd.call('power');
    for (let lane = 0; lane < 4; lane += 1)
      expect(Math.abs(numbers[4 + lane]! / 2 ** numbers[lane]! - 1)).toBeLessThan(2.4e-7);
  }
  numbers.set([Number.NaN, 1, 0, -1]);
  simd.call('power');
  expect([...numbers.subarray(4, 8)]).toEqual([Number.NaN, 2, 1, 0.5]);
});

it('near 0 the rest is 2^x - 1 with all its digits', () => {
  const { simd, numbers } = module();
  for (let x = 0.4; x > 1e-20; x *= 0.7) {
    numbers.set([x, -x]);
    simd.call('power');
    expect(Math.abs(numbers[8]! / Math.expm1(numbers[0]! * Math.LN2) - 1)).toBeLessThan(3e-7);
    expect(Math.abs(numbers[9]! / Math.expm1(numbers[1]! * Math.LN2) - 1)).toBeLessThan(3e-7);
  }
});
