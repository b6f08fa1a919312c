import { CellList } from './cell-list.ts';
import { SpillQueue } from './spill-queue.ts';

/** The pool of all ground from which water gets out; no pool has the number 0. */
export const OUTSIDE = 1;

/**
 * Pools of water that rise in hollows, each with the ground at its shore, lowest first. Those that ran over into one
 * another in a circle are one.
 */
export class HollowPools {
  private joined = new Int32Array(1024);
  private levels = new Float32Array(1024);
  private drained = new Uint8Array(1024);
  private count = OUTSIDE;
  private readonly idle: SpillQueue[] = [];
  /** The pools that rise now, each but the last having run over into the next; with their shores. */
  private readonly rising: number[] = [];
  private readonly shores: SpillQueue[] = [];
  /** Cells under water or at its surface, of all pools. */
  readonly wet = new CellList();

  constructor() {
    this.joined[OUTSIDE] = OUTSIDE;
    this.drained[OUTSIDE] = 1;
  }

  /** A new pool that rises next. */
  begin(level: number): number {
    this.count += 1;
    if (this.count === this.joined.length) this.grow();
    const pool = this.count;
    this.joined[pool] = pool;
    this.levels[pool] = level;
    this.rising.push(pool);
    this.shores.push(this.idle.pop() ?? new SpillQueue(64));
    return pool;
  }

  get shore(): SpillQueue {
    return this.shores[this.shores.length - 1]!;
  }

  get last(): number {
    return this.rising[this.rising.length - 1]!;
  }

  /** The pool that `pool` has become part of. */
  find(pool: number): number {
    const { joined } = this;
    let top = pool;
    while (joined[top] !== top) top = joined[top]!;
    for (let at = pool; at !== top; ) {
      const next = joined[at]!;
      joined[at] = top;
      at = next;
    }
    return top;
  }

  level(pool: number): number {
    return this.levels[pool]!;
  }

  rise(pool: number, level: number): void {
    this.levels[pool] = level;
  }

  isDrained(pool: number): boolean {
    return this.drained[pool] === 1;
  }

  /** Water of the last pool got out, so that of all that run over into it has. */
  drainAll(): void {
    for (const pool of this.rising) this.drained[pool] = 1;
    for (const shore of this.shores) {
      shore.clear();
      this.idle.push(shore);
    }
    this.rising.length = 0;
    this.shores.length = 0;
  }

  /** The last pool ran over into `pool`, which rises as well: all from there on are as high and are one. */
  join(pool: number): void {
    while (this.last !== pool) {
      const part = this.rising.pop()!;
      const shore = this.shores.pop()!;
      this.joined[part] = pool;
      this.levels[pool] = Math.max(this.levels[pool]!, this.levels[part]!);
      const [less, more] = shore.size < this.shore.size ? [shore, this.shore] : [this.shore, shore];
      more.takeAll(less);
      this.idle.push(less);
      this.shores[this.shores.length - 1] = more;
    }
  }

  private grow(): void {
    const room = 2 * this.joined.length;
    const copy = <A extends Int32Array | Float32Array | Uint8Array>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    this.joined = copy(this.joined, new Int32Array(room));
    this.levels = copy(this.levels, new Float32Array(room));
    this.drained = copy(this.drained, new Uint8Array(room));
  }
}
