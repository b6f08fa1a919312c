import type { Kernel } from './assembler.ts';
import type { ConstantPool } from './constant-pool.ts';
import { type Code, f64x2, i32, i64x2, type Local } from './instructions.ts';

/** 1.5 x 2^52: a number below 2^51 added to it is rounded to an integer, which then stands in the low bits. */
const ROUNDS = 1.5 * 2 ** 52;

/**
 * exp of two float64 lanes, x = n ln 2 + r: 2^n (1 + r + r^2/2 + ... + r^10/10!), within 1e-12 of the exact one. x must
 * lie within -700..700 or be NaN, which stays NaN.
 *
 * @returns a function that gives the code which leaves exp of its argument in `to`
 */
export function exponential(kernel: Kernel, pool: ConstantPool): (to: Local, x: Code) => Code[] {
  const { add, sub, mul } = f64x2;
  const [n, r, r2, r4, power] = [
    kernel.local('v128'),
    kernel.local('v128'),
    kernel.local('v128'),
    kernel.local('v128'),
    kernel.local('v128'),
  ];
  let factorial = 1;
  const terms: Code[] = [pool.f64x2(1)];
  for (let k = 1; k <= 10; k += 1) {
    factorial *= k;
    terms.push(pool.f64x2(1 / factorial));
  }
  const pair = (k: number): Code => add(terms[k]!, mul(terms[k + 1]!, r.get));
  const four = (k: number): Code => add(pair(k), mul(pair(k + 2), r2.get));
  const last = add(pair(8), mul(terms[10]!, r2.get));
  return (to, x) => [
    to.set(x),
    n.set(add(mul(to.get, pool.f64x2(Math.LOG2E)), pool.f64x2(ROUNDS))),
    r.set(sub(to.get, mul(sub(n.get, pool.f64x2(ROUNDS)), pool.f64x2(Math.LN2)))),
    power.set(i64x2.shl(i64x2.add(n.get, pool.i64x2(1023)), i32.const(52))),
    r2.set(mul(r.get, r.get)),
    r4.set(mul(r2.get, r2.get)),
    to.set(mul(power.get, add(four(0), mul(add(four(4), mul(last, r4.get)), r4.get)))),
  ];
}
