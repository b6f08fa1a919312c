import { expect, it } from 'vitest';
import { assemble, ConstantPool, exponential, i32, instantiate, Kernel, v128 } from './index.ts';

it('exp of two numbers is within 1e-12 of Math.exp from -700 to 700, and NaN stays NaN', () => {
  const pool = new ConstantPool();
  const kernel = new Kernel('exp', []);
  const to = kernel.local('v128');
  kernel.emit(...exponential(kernel, pool)(to, v128.load(i32.const(1024))));
  kernel.emit(v128.store(i32.const(1040), 0, to.get));
  const simd = instantiate(assemble([kernel], 1))!;
  pool.write(simd.memory);
  const numbers = new Float64Array(simd.memory, 1024, 4);
  const pairs = Array.from({ length: 500 }, (_, k) => [(k * 2.8 - 700) * (k / 500), 0.001 * k] as const);
  for (const [a, b] of [[0, -700], [700, Math.LN2 / 2], ...pairs] as const) {
    numbers.set([a, b]);
    simd.call('exp');
    expect(Math.abs(numbers[2]! / Math.exp(a) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(numbers[3]! / Math.exp(b) - 1)).toBeLessThan(1e-12);
  }
  numbers.set([Number.NaN, 1]);
  simd.call('exp');
  expect(numbers[2]).toBeNaN();
});
