import {
  assemble,
  type Code,
  f64x2,
  i32,
  instantiate,
  Kernel,
  type Local,
  v128,
  when,
} from '../../base/wasm/index.ts';
import { type Descent, FLAT, type PackedRows } from './descent.ts';

const PAGE = 65_536;
/** Addresses beyond 2 GiB are left alone. */
const MOST_PAGES = 32_767;

/** Byte addresses of the arrays in the memory of the module. */
interface Layout {
  readonly starts: number;
  readonly squares: number;
  readonly multipliers: number;
  readonly signs: number;
  readonly slacks: number;
  readonly decisions: number;
  readonly order: number;
  readonly weights: number;
  /** Addresses of weights, 4 bytes an entry of the matrix. */
  readonly columns: number;
  readonly values: number;
  readonly size: number;
}

/** Numbers stand in the low lane of a vector, with 0 in the high one: that is how the assembler does float64. */
const low = (value: number): Code => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return v128.const([...bytes]);
};
const high = (value: number): Code => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setFloat64(8, value, true);
  return v128.const([...bytes]);
};

/** Entries of a row worked on between two tests for its end. */
const STRIDE = 4;

/** What both kernels need of a row: its places, and its decision value. */
class RowCode {
  private readonly kernel: Kernel;
  private readonly layout: Layout;
  readonly record: Local;
  private readonly start: Local;
  private readonly end: Local;
  /** Of the whole strides. */
  private readonly strideEnd: Local;
  private readonly column: Local;
  private readonly even: Local;
  private readonly odd: Local;

  constructor(kernel: Kernel, layout: Layout) {
    this.kernel = kernel;
    this.layout = layout;
    this.record = kernel.local('i32');
    this.start = kernel.local('i32');
    this.end = kernel.local('i32');
    this.strideEnd = kernel.local('i32');
    this.column = kernel.local('i32');
    this.even = kernel.local('v128');
    this.odd = kernel.local('v128');
  }

  /** The address of this record's entry in an array of float64. */
  entry(base: number): Code {
    return i32.add(i32.shl(this.record.get, i32.const(3)), i32.const(base));
  }

  private weightAddress(ahead: number): Code {
    return i32.load(this.column.get, 4 * ahead);
  }

  /** Values are twice as long as columns and lie behind them, so one place gives the other. */
  private value(ahead: number): Code {
    const { columns, values } = this.layout;
    return v128.load64(i32.shl(this.column.get, i32.const(1)), values - 2 * columns + 8 * ahead);
  }

  private product(ahead: number): Code {
    return f64x2.mul(v128.load64(this.weightAddress(ahead)), this.value(ahead));
  }

  private update(ahead: number, step: Local): Code {
    const address = this.weightAddress(ahead);
    return v128.store64(address, f64x2.add(v128.load64(address), f64x2.mul(step.get, this.value(ahead))));
  }

  /** Leaves the sums of even and odd places in one local each and gives their sum. */
  decision(): Code {
    const { kernel, column, start, end, strideEnd, even, odd, layout } = this;
    const ends = i32.add(i32.shl(this.record.get, i32.const(2)), i32.const(layout.starts));
    const placeOf = (entry: Code): Code => i32.add(i32.shl(entry, i32.const(2)), i32.const(layout.columns));
    kernel.emit(
      start.set(placeOf(i32.load(ends))),
      end.set(placeOf(i32.load(ends, 4))),
      strideEnd.set(i32.add(start.get, i32.and(i32.sub(end.get, start.get), i32.const(-4 * STRIDE)))),
      even.set(low(0)),
      odd.set(low(0)),
      column.set(start.get),
    );
    const add = (ahead: number): Code => {
      const sum = ahead % 2 === 0 ? even : odd;
      return sum.set(f64x2.add(sum.get, this.product(ahead)));
    };
    kernel.loop(column, strideEnd.get, 4 * STRIDE, () => {
      for (let ahead = 0; ahead < STRIDE; ahead += 1) kernel.emit(add(ahead));
    });
    for (let ahead = 0; ahead < STRIDE - 1; ahead += 1)
      kernel.emit(when(i32.ltU(i32.add(column.get, i32.const(4 * ahead)), end.get), [add(ahead)]));
    return f64x2.add(even.get, odd.get);
  }

  /** Adds `step` times the row to the weights; after `decision`, which finds its ends. */
  addRow(step: Local): void {
    const { kernel, column, start, end, strideEnd } = this;
    kernel.emit(column.set(start.get));
    kernel.loop(column, strideEnd.get, 4 * STRIDE, () => {
      for (let ahead = 0; ahead < STRIDE; ahead += 1) kernel.emit(this.update(ahead, step));
    });
    kernel.loop(column, end.get, 4, () => {
      kernel.emit(this.update(0, step));
    });
  }
}

function sweepKernel(layout: Layout): Kernel {
  const kernel = new Kernel('sweep', ['i32'], 'f64');
  const [end] = kernel.parameters as [Local];
  const at = kernel.local('i32');
  const row = new RowCode(kernel, layout);
  const [alpha, sign, slack, slope, free, next, step, most] = Array.from({ length: 8 }, () =>
    kernel.local('v128'),
  ) as [Local, Local, Local, Local, Local, Local, Local, Local];
  const zero = low(0);
  kernel.emit(at.set(i32.const(layout.order)));
  kernel.loop(at, end.get, 4, () => {
    kernel.emit(row.record.set(i32.load(at.get)));
    const decision = row.decision();
    kernel.emit(
      alpha.set(v128.load64(row.entry(layout.multipliers))),
      sign.set(v128.load64(row.entry(layout.signs))),
      slack.set(v128.load64(row.entry(layout.slacks))),
      slope.set(f64x2.add(f64x2.sub(f64x2.mul(sign.get, decision), low(1)), f64x2.mul(slack.get, alpha.get))),
      free.set(
        v128.select(
          f64x2.abs(slope.get),
          f64x2.pmax(f64x2.sub(zero, slope.get), zero),
          f64x2.gt(alpha.get, zero),
        ),
      ),
      most.set(f64x2.pmax(most.get, free.get)),
      // nothing to move: on with the next record
      [...v128.anyTrue(f64x2.gt(free.get, low(FLAT))), 0x04, 0x40],
      next.set(
        f64x2.pmax(
          f64x2.sub(
            alpha.get,
            // 1 in the high lane keeps it from dividing by nothing
            f64x2.div(
              slope.get,
              f64x2.add(f64x2.add(v128.load64(row.entry(layout.squares)), slack.get), high(1)),
            ),
          ),
          zero,
        ),
      ),
      step.set(f64x2.mul(f64x2.sub(next.get, alpha.get), sign.get)),
      v128.store64(row.entry(layout.multipliers), next.get),
    );
    row.addRow(step);
    kernel.emit([0x0b]);
  });
  kernel.emit(f64x2.extract(0, most.get));
  return kernel;
}

function decideKernel(layout: Layout): Kernel {
  const kernel = new Kernel('decide', ['i32']);
  const [end] = kernel.parameters as [Local];
  const at = kernel.local('i32');
  const into = kernel.local('i32');
  const row = new RowCode(kernel, layout);
  kernel.emit(at.set(i32.const(layout.order)), into.set(i32.const(layout.decisions)));
  kernel.loop(at, end.get, 4, () => {
    kernel.emit(row.record.set(i32.load(at.get)));
    const decision = row.decision();
    kernel.emit(v128.store64(into.get, decision), into.set(i32.add(into.get, i32.const(8))));
  });
  return kernel;
}

function layOut(rows: PackedRows): Layout {
  const n = rows.squares.length;
  let size = 0;
  const take = (bytes: number): number => {
    const at = size;
    size = Math.ceil((at + bytes) / 16) * 16;
    return at;
  };
  const places = {
    columns: take(4 * rows.columns.length),
    values: take(8 * rows.values.length),
    starts: take(4 * (n + 1)),
    squares: take(8 * n),
    multipliers: take(8 * n),
    signs: take(8 * n),
    slacks: take(8 * n),
    decisions: take(8 * n),
    order: take(4 * n),
    weights: take(8 * rows.columnCount),
  };
  return { ...places, size };
}

/**
 * The fast twin of `plainDescent`, with the same numbers to the last bit: the rows are copied into the memory of a module made for
 * them, where no bounds are checked.
 *
 * @returns null where the platform has no WebAssembly SIMD, or the rows take more than 2 GiB
 */
export function wasmDescent(rows: PackedRows): Descent | null {
  const layout = layOut(rows);
  const pages = Math.ceil(layout.size / PAGE);
  if (pages > MOST_PAGES) return null;
  const module = instantiate(assemble([sweepKernel(layout), decideKernel(layout)], pages));
  if (module === null) return null;
  const { memory } = module;
  const n = rows.squares.length;
  const doubles = (at: number, count: number): Float64Array => new Float64Array(memory, at, count);
  new Int32Array(memory, layout.starts, n + 1).set(rows.starts);
  doubles(layout.squares, n).set(rows.squares);
  doubles(layout.values, rows.values.length).set(rows.values);
  const addresses = new Int32Array(memory, layout.columns, rows.columns.length);
  for (let k = 0; k < addresses.length; k += 1) addresses[k] = layout.weights + 8 * rows.columns[k]!;
  const endOf = (count: number): number => layout.order + 4 * count;
  return {
    weights: doubles(layout.weights, rows.columnCount),
    multipliers: doubles(layout.multipliers, n),
    signs: doubles(layout.signs, n),
    slacks: doubles(layout.slacks, n),
    order: new Int32Array(memory, layout.order, n),
    decisions: doubles(layout.decisions, n),
    sweep: (count) => module.call('sweep', endOf(count)),
    decide: (count) => void module.call('decide', endOf(count)),
  };
}
