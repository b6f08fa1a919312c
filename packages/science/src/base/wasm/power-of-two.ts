import type { Kernel } from './assembler.ts';
import { type Code, f32, f32x4, i32, i32x4, type Local } from './instructions.ts';

/** 1.5 x 2^23: a number below 2^22 added to it is rounded to an integer, which then stands in the low bits. */
const ROUNDS = 1.5 * 2 ** 23;
const TERMS = 7;

/**
 * 2^x of four float32 lanes as 2^n (1 + rest), x = n + r: rest = r ln 2 + (r ln 2)^2/2 + ... + (r ln 2)^7/7!, so that 2^x and
 * also 2^x - 1 keep the digits of a float32. x must lie within -126..127 or be NaN, which rest stays.
 *
 * @returns a function that gives the code which leaves 2^n and rest of its argument in two locals
 */
export function powerOfTwo(kernel: Kernel): (x: Code, power: Local, rest: Local) => Code[] {
  const { add, sub, mul } = f32x4;
  const [n, r, r2] = [kernel.local('v128'), kernel.local('v128'), kernel.local('v128')];
  const constant = (value: number): Code => {
    const lanes = kernel.local('v128');
    kernel.emit(lanes.set(f32x4.splat(f32.const(value))));
    return lanes.get;
  };
  const rounds = constant(ROUNDS);
  const terms: Code[] = [];
  let term = 1;
  for (let k = 1; k <= TERMS; k += 1) {
    term *= Math.LN2 / k;
    terms.push(constant(term));
  }
  const bias = kernel.local('v128');
  kernel.emit(bias.set(i32x4.splat(i32.const(127))));
  const pair = (k: number): Code => add(terms[k]!, mul(terms[k + 1]!, r.get));
  return (x, power, rest) => [
    r.set(x),
    n.set(add(r.get, rounds)),
    r.set(sub(r.get, sub(n.get, rounds))),
    r2.set(mul(r.get, r.get)),
    power.set(i32x4.shl(i32x4.add(n.get, bias.get), i32.const(23))),
    rest.set(
      mul(r.get, add(pair(0), mul(r2.get, add(pair(2), mul(r2.get, add(pair(4), mul(terms[6]!, r2.get))))))),
    ),
  ];
}
