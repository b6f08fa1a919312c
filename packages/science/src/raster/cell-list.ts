/** A list of cells in a typed array that grows. */
export class CellList {
  private cells = new Int32Array(1024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(cell: number): void {
    if (this.count === this.cells.length) {
      const cells = new Int32Array(2 * this.count);
      cells.set(this.cells);
      this.cells = cells;
    }
    this.cells[this.count] = cell;
    this.count += 1;
  }

  at(index: number): number {
    return this.cells[index]!;
  }

  /** Empties the list and keeps its memory. */
  clear(): void {
    this.count = 0;
  }
}
