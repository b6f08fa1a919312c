import {
  block,
  branch,
  branchIf,
  type Code,
  i8x16,
  i16x8,
  i32,
  Kernel,
  type Local,
  loop,
  shuffle8,
  v128,
} from '@aftermine/science/base/wasm';

const n = (value: number): Code => i32.const(value);
const ZERO = v128.const(new Array<number>(16).fill(0));

/** All moved up by `bytes` places, zeros moved in. */
const up = (from: Local, bytes: number): Code =>
  shuffle8(
    ZERO,
    from.get,
    Array.from({ length: 16 }, (_, i) => (i < bytes ? i : 16 + i - bytes)),
  );

/**
 * Running sums of 16-bit words along each row, in place: parameters address, end, bytes of a row (a multiple of 16).
 * Within eight words sums are made in three steps of doubling reach; the last word is carried on.
 */
export function sumKernel(): Kernel {
  const kernel = new Kernel('sum16', ['i32', 'i32', 'i32']);
  const [at, end, rowBytes] = kernel.parameters as [Local, Local, Local];
  const rowEnd = kernel.local('i32');
  const words = kernel.local('v128');
  const carry = kernel.local('v128');
  const last = Array.from({ length: 16 }, (_, i) => 14 + (i % 2));
  kernel.emit(
    block(
      loop(
        branchIf(1, i32.geU(at.get, end.get)),
        rowEnd.set(i32.add(at.get, rowBytes.get)),
        carry.set(ZERO),
        loop(
          words.set(v128.load(at.get)),
          words.set(i16x8.add(words.get, up(words, 2))),
          words.set(i16x8.add(words.get, up(words, 4))),
          words.set(i16x8.add(words.get, up(words, 8))),
          words.set(i16x8.add(words.get, carry.get)),
          v128.store(at.get, 0, words.get),
          carry.set(shuffle8(words.get, words.get, last)),
          at.set(i32.add(at.get, n(16))),
          branchIf(0, i32.ltU(at.get, rowEnd.get)),
        ),
        branch(0),
      ),
    ),
  );
  return kernel;
}

/**
 * Float32 from differenced planes of their bytes, the most significant first, row by row in place: parameters address, end,
 * bytes of a row (a multiple of 64), address of as much room.
 */
export function floatKernel(): Kernel {
  const kernel = new Kernel('floats', ['i32', 'i32', 'i32', 'i32']);
  const [at, end, rowBytes, room] = kernel.parameters as [Local, Local, Local, Local];
  const to = kernel.local('i32');
  const planeBytes = kernel.local('i32');
  const roomEnd = kernel.local('i32');
  const bytes = kernel.local('v128');
  const carry = kernel.local('v128');
  // From the least significant byte on.
  const planes = [kernel.local('v128'), kernel.local('v128'), kernel.local('v128'), kernel.local('v128')];
  const [first, second, third, fourth] = planes as [Local, Local, Local, Local];
  const [lower, upper] = [kernel.local('v128'), kernel.local('v128')];
  /** Pieces of a and b in turn, from the lower or the upper half of both. */
  const alternate = (a: Local, b: Local, size: 1 | 2, half: 0 | 8): Code =>
    shuffle8(
      a.get,
      b.get,
      Array.from({ length: 16 }, (_, i) => {
        const piece = Math.floor(i / size);
        return half + size * (piece >> 1) + (i % size) + (piece % 2 === 0 ? 0 : 16);
      }),
    );
  const plane = (k: number): Code =>
    v128.load(i32.add(to.get, k === 0 ? n(0) : i32.mul(planeBytes.get, n(k))));
  const step = (pointer: Local, size: number): Code => pointer.set(i32.add(pointer.get, n(size)));
  kernel.emit(
    planeBytes.set(i32.shrU(rowBytes.get, n(2))),
    roomEnd.set(i32.add(room.get, rowBytes.get)),
    block(
      loop(
        branchIf(1, i32.geU(at.get, end.get)),
        carry.set(ZERO),
        to.set(room.get),
        loop(
          bytes.set(v128.load(at.get)),
          ...[1, 2, 4, 8].map((reach) => bytes.set(i8x16.add(bytes.get, up(bytes, reach)))),
          bytes.set(i8x16.add(bytes.get, carry.get)),
          v128.store(to.get, 0, bytes.get),
          carry.set(shuffle8(bytes.get, bytes.get, new Array<number>(16).fill(15))),
          step(at, 16),
          step(to, 16),
          branchIf(0, i32.ltU(to.get, roomEnd.get)),
        ),
        at.set(i32.sub(at.get, rowBytes.get)),
        to.set(room.get),
        loop(
          ...planes.map((local, k) => local.set(plane(3 - k))),
          lower.set(alternate(first, second, 1, 0)),
          upper.set(alternate(third, fourth, 1, 0)),
          v128.store(at.get, 0, alternate(lower, upper, 2, 0)),
          v128.store(at.get, 16, alternate(lower, upper, 2, 8)),
          lower.set(alternate(first, second, 1, 8)),
          upper.set(alternate(third, fourth, 1, 8)),
          v128.store(at.get, 32, alternate(lower, upper, 2, 0)),
          v128.store(at.get, 48, alternate(lower, upper, 2, 8)),
          step(at, 64),
          step(to, 16),
          branchIf(0, i32.ltU(to.get, i32.add(room.get, planeBytes.get))),
        ),
        branch(0),
      ),
    ),
  );
  return kernel;
}
