import {
  assemble,
  block,
  branch,
  branchIf,
  type Code,
  giveBack,
  i16x8,
  i32,
  i32x4,
  i64,
  instantiate,
  Kernel,
  type Local,
  loop,
  type SimdModule,
  v128,
  when,
} from '@aftermine/science/base/wasm';
import { floatKernel, sumKernel } from './predictor-kernels.ts';

/** Bits of the first look into each table; longer codes go on in a table of their own. */
export const LITERAL_BITS = 11;
export const DISTANCE_BITS = 8;
/** Bits of the second look: codes have 15 bits at most. */
export const LITERAL_REST = 15 - LITERAL_BITS;
export const DISTANCE_REST = 15 - DISTANCE_BITS;

/** Where things lie in the memory of the module, bytes. */
export const STATE = 0;
export const LITERALS = 64;
export const DISTANCES = LITERALS + 4 * ((1 << LITERAL_BITS) + 288 * (1 << LITERAL_REST));
export const INPUT = 65_536;

/** How `run` ends. */
export const RUN = { paused: 0, endOfBlock: 1, broken: 2 } as const;

/** `run` needs this much input behind the place it stops at, and this much room for output. */
export const INPUT_MARGIN = 32;
export const OUTPUT_MARGIN = 300;

/*
 * Entries of the literal table, 32 bits:
 *   literals     bit 31; bits 24-25 how many (1, 2); bits 8-15 the first, 16-23 the second; bits 0-5 bits used
 *   second look  bit 30; bits 8-23 index of its table; bits 0-5 bits used so far
 *   end of block bit 29; bits 0-5
 *   no code      bit 28
 *   length       bits 16-24 base; bits 12-14 extra bits; bits 8-11 bits of the code; bits 0-5 of both
 * Entries of the distance table:
 *   second look  bits 31 and 30; bits 8-23; bits 0-5
 *   no code      bit 31
 *   distance     bits 16-30 base; bits 12-15 extra bits; bits 8-11 bits of the code; bits 0-5 of both
 */
export const ENTRY = { literal: 1 << 31, second: 1 << 30, end: 1 << 29, none: 1 << 28 } as const;

const n = (value: number): Code => i32.const(value);

/**
 * Decodes symbols of one Huffman block until it ends, input or room run short, or the data are broken. Parameters:
 * address of the input, bit to begin at, address after which to pause, address of the next output byte, of the
 * first, and after which to pause. Leaves the next bit and the next output address in the state.
 */
function runKernel(): Kernel {
  const kernel = new Kernel('run', ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'], 'i32');
  const [input, bit, inputLimit, out, first, outLimit] = kernel.parameters as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const at = kernel.local('i32');
  const count = kernel.local('i32');
  const entry = kernel.local('i32');
  const from = kernel.local('i32');
  const end = kernel.local('i32');
  const distance = kernel.local('i32');
  const status = kernel.local('i32');
  const bits = kernel.local('i64');
  const byte = kernel.local('i64');

  // Bits above `count` hold what follows in the stream already, so that or-ing it in again changes nothing. Only
  // the low six bits of `count` mean something.
  const refill: Code = [
    ...bits.set(i64.or(bits.get, i64.shl(i64.load(at.get), i64.extendU(count.get)))),
    ...at.set(i32.sub(i32.add(at.get, n(7)), i32.and(i32.shrU(count.get, n(3)), n(7)))),
    ...count.set(i32.or(count.get, n(56))),
  ];
  const use: Code = [
    ...bits.set(i64.shrU(bits.get, i64.extendU(entry.get))),
    ...count.set(i32.sub(count.get, entry.get)),
  ];
  const look = (table: number, width: number): Code =>
    entry.set(i32.load(i32.shl(i32.and(i32.wrap(bits.get), n((1 << width) - 1)), n(2)), table));
  const lookAgain = (table: number, width: number): Code =>
    entry.set(
      i32.load(
        i32.shl(
          i32.add(
            i32.and(i32.shrU(entry.get, n(8)), n(0xffff)),
            i32.and(i32.wrap(bits.get), n((1 << width) - 1)),
          ),
          n(2),
        ),
        table,
      ),
    );
  const isLiteral = i32.ltS(entry.get, n(0));
  const writeLiterals: Code = [
    ...i32.store16(out.get, 0, i32.shrU(entry.get, n(8))),
    ...out.set(i32.add(out.get, i32.and(i32.shrU(entry.get, n(24)), n(3)))),
    ...use,
  ];
  /** base + the extra bits behind the code. */
  const value = (extraMask: number, baseMask: number): Code =>
    i32.add(
      i32.and(i32.shrU(entry.get, n(16)), n(baseMask)),
      i32.and(
        i32.shrU(i32.wrap(bits.get), i32.and(i32.shrU(entry.get, n(8)), n(15))),
        i32.sub(i32.shl(n(1), i32.and(i32.shrU(entry.get, n(12)), n(extraMask))), n(1)),
      ),
    );
  const lookLiteral = look(LITERALS, LITERAL_BITS);
  const step8 = (pointer: Local): Code => pointer.set(i32.add(pointer.get, n(8)));

  const copy: Code = when(
    i32.gtU(distance.get, n(7)),
    [
      loop(
        i64.store(out.get, 0, i64.load(from.get)),
        step8(from),
        step8(out),
        branchIf(0, i32.ltU(out.get, end.get)),
      ),
    ],
    [
      when(
        i32.ltU(distance.get, n(2)),
        [
          byte.set(i64.extendU(i32.mul(i32.load8U(from.get), n(0x01010101)))),
          byte.set(i64.or(byte.get, i64.shl(byte.get, i64.const(32)))),
          loop(i64.store(out.get, 0, byte.get), step8(out), branchIf(0, i32.ltU(out.get, end.get))),
        ],
        [
          loop(
            i32.store8(out.get, 0, i32.load8U(from.get)),
            from.set(i32.add(from.get, n(1))),
            out.set(i32.add(out.get, n(1))),
            branchIf(0, i32.ltU(out.get, end.get)),
          ),
        ],
      ),
    ],
  );

  kernel.emit(
    at.set(i32.add(input.get, i32.shrU(bit.get, n(3)))),
    bits.set(i64.shrU(i64.load(at.get), i64.extendU(i32.and(bit.get, n(7))))),
    at.set(i32.add(at.get, n(7))),
    count.set(i32.sub(n(56), i32.and(bit.get, n(7)))),
    block(
      loop(
        branchIf(1, i32.gtU(at.get, inputLimit.get)),
        branchIf(1, i32.gtU(out.get, outLimit.get)),
        refill,
        lookLiteral,
        // Four looks use 44 of the 56 bits at most.
        when(isLiteral, [
          writeLiterals,
          lookLiteral,
          when(isLiteral, [
            writeLiterals,
            lookLiteral,
            when(isLiteral, [writeLiterals, lookLiteral, when(isLiteral, [writeLiterals, branch(4)])]),
          ]),
        ]),
        refill,
        when(i32.and(entry.get, n(ENTRY.second)), [
          use,
          lookAgain(LITERALS, LITERAL_REST),
          when(isLiteral, [writeLiterals, branch(2)]),
        ]),
        when(i32.and(entry.get, n(ENTRY.end | ENTRY.none)), [
          when(
            i32.and(entry.get, n(ENTRY.end)),
            [use, status.set(n(RUN.endOfBlock))],
            [status.set(n(RUN.broken))],
          ),
          branch(2),
        ]),
        end.set(i32.add(out.get, value(7, 0x1ff))),
        use,
        look(DISTANCES, DISTANCE_BITS),
        when(i32.ltS(entry.get, n(0)), [
          when(
            i32.and(entry.get, n(ENTRY.second)),
            [use, lookAgain(DISTANCES, DISTANCE_REST)],
            [status.set(n(RUN.broken)), branch(3)],
          ),
          when(i32.ltS(entry.get, n(0)), [status.set(n(RUN.broken)), branch(3)]),
        ]),
        distance.set(value(15, 0x7fff)),
        use,
        when(i32.gtU(distance.get, i32.sub(out.get, first.get)), [status.set(n(RUN.broken)), branch(2)]),
        from.set(i32.sub(out.get, distance.get)),
        copy,
        out.set(end.get),
        branch(0),
      ),
    ),
    i32.store(n(STATE), 0, i32.sub(i32.shl(i32.sub(at.get, input.get), n(3)), i32.and(count.get, n(63)))),
    i32.store(n(STATE), 4, out.get),
    giveBack(status.get),
  );
  return kernel;
}

/**
 * Sums of Adler-32 over whole sixteens of bytes: parameters address and end. Leaves in the state, each over four lanes:
 * at 16 the sum of the bytes, at 32 the sum of that sum before each sixteen, at 48 the bytes weighted 16 to 1.
 */
function adlerKernel(): Kernel {
  const kernel = new Kernel('adler', ['i32', 'i32']);
  const [at, end] = kernel.parameters as [Local, Local];
  const sum = kernel.local('v128');
  const before = kernel.local('v128');
  const weighted = kernel.local('v128');
  const bytes = kernel.local('v128');
  const weights = v128.const(Array.from({ length: 16 }, (_, i) => 16 - i));
  kernel.loop(at, end.get, 16, () => {
    kernel.emit(
      bytes.set(v128.load(at.get)),
      before.set(i32x4.add(before.get, sum.get)),
      sum.set(i32x4.add(sum.get, i32x4.addPairsU16(i16x8.addPairsU8(bytes.get)))),
      weighted.set(
        i32x4.add(
          weighted.get,
          i32x4.add(
            i32x4.addPairsU16(i16x8.extmulLowU8(bytes.get, weights)),
            i32x4.addPairsU16(i16x8.extmulHighU8(bytes.get, weights)),
          ),
        ),
      ),
    );
  });
  kernel.emit(
    v128.store(n(STATE), 16, sum.get),
    v128.store(n(STATE), 32, before.get),
    v128.store(n(STATE), 48, weighted.get),
  );
  return kernel;
}

/** The module of this thread, or null where the platform cannot run it. */
export function inflateModule(): SimdModule | null {
  return instantiate(assemble([runKernel(), adlerKernel(), sumKernel(), floatKernel()], 4));
}
