import { type Code, i32, v128 } from './instructions.ts';

/**
 * Constants of a kernel that lie in its memory, from address 0 on. A constant written into the code is put together
 * anew in every turn of a loop, which takes three instructions; one in memory is an operand of the instruction that
 * needs it.
 */
export class ConstantPool {
  private readonly pairs: number[] = [];

  /** Two lanes of the same float64. */
  f64x2(value: number): Code {
    const known = this.pairs.indexOf(value);
    if (known < 0) this.pairs.push(value);
    return v128.load(i32.const(0), 16 * (known < 0 ? this.pairs.length - 1 : known));
  }

  /** Two lanes of the same integer, 0 <= value < 2^32. */
  i64x2(value: number): Code {
    return this.f64x2(new Float64Array(new Uint32Array([value, 0]).buffer)[0]!);
  }

  /** Bytes taken so far. */
  get size(): number {
    return 16 * this.pairs.length;
  }

  /** Puts the constants where the code expects them; again after nothing, growing keeps them. */
  write(memory: ArrayBuffer): void {
    const doubles = new Float64Array(memory, 0, 2 * this.pairs.length);
    this.pairs.forEach((value, k) => {
      doubles.fill(value, 2 * k, 2 * k + 2);
    });
  }
}
