/**
 * A queue of cells that gives the lowest first: a heap with four children to a node, in typed arrays that grow. Cells
 * of equal height come in no stated order.
 */
export class SpillQueue {
  private levels: Float32Array;
  private cells: Int32Array;
  private count = 0;

  /** @param room cells before it grows the first time */
  constructor(room = 1024) {
    this.levels = new Float32Array(room);
    this.cells = new Int32Array(room);
  }

  get size(): number {
    return this.count;
  }

  push(level: number, cell: number): void {
    if (this.count === this.cells.length) this.grow();
    const { levels, cells } = this;
    let at = this.count;
    this.count += 1;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = levels[parent]!;
      if (above <= level) break;
      levels[at] = above;
      cells[at] = cells[parent]!;
      at = parent;
    }
    levels[at] = level;
    cells[at] = cell;
  }

  /** Takes the lowest cell out; the queue must hold one. */
  pop(): number {
    const { levels, cells } = this;
    const lowest = cells[0]!;
    this.count -= 1;
    const count = this.count;
    const level = levels[count]!;
    const cell = cells[count]!;
    let at = 0;
    for (let child = 1; child < count; child = 4 * at + 1) {
      const last = child + 4 < count ? child + 4 : count;
      let least = levels[child]!;
      for (let i = child + 1; i < last; i += 1) {
        const other = levels[i]!;
        if (other < least) {
          least = other;
          child = i;
        }
      }
      if (least >= level) break;
      levels[at] = least;
      cells[at] = cells[child]!;
      at = child;
    }
    levels[at] = level;
    cells[at] = cell;
    return lowest;
  }

  /** Empties the queue and keeps its memory. */
  clear(): void {
    this.count = 0;
  }

  /** Takes all cells of another queue over, which is empty then. */
  takeAll(other: SpillQueue): void {
    for (let i = 0; i < other.count; i += 1) this.push(other.levels[i]!, other.cells[i]!);
    other.clear();
  }

  private grow(): void {
    const levels = new Float32Array(2 * this.count);
    levels.set(this.levels);
    this.levels = levels;
    const cells = new Int32Array(2 * this.count);
    cells.set(this.cells);
    this.cells = cells;
  }
}
