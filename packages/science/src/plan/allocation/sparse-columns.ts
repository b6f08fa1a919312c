import type { LinearModel } from '../linear-model.ts';

/** Builds a linear model row by row and column by column; entries may come in any order. */
export class SparseColumns {
  readonly #objective: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #entries: [row: number, value: number][][] = [];

  get rows(): number {
    return this.#rowLower.length;
  }

  /** @returns the index of the new column */
  column(objective: number, lower: number, upper: number, integer: boolean): number {
    this.#objective.push(objective);
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#integer.push(integer ? 1 : 0);
    return this.#entries.push([]) - 1;
  }

  /** @returns the index of the new row */
  row(lower: number, upper: number): number {
    this.#rowLower.push(lower);
    return this.#rowUpper.push(upper) - 1;
  }

  /** Adds to what column `column` has in row `row`. */
  add(row: number, column: number, value: number): void {
    if (value === 0) return;
    const entries = this.#entries[column]!;
    const there = entries.find(([at]) => at === row);
    if (there === undefined) entries.push([row, value]);
    else there[1] += value;
  }

  model(sense: LinearModel['sense']): LinearModel {
    const count = this.#entries.reduce((sum, { length }) => sum + length, 0);
    const starts = new Int32Array(this.#entries.length + 1);
    const rows = new Int32Array(count);
    const values = new Float64Array(count);
    let at = 0;
    this.#entries.forEach((entries, column) => {
      for (const [row, value] of entries.sort((a, b) => a[0] - b[0])) {
        rows[at] = row;
        values[at] = value;
        at += 1;
      }
      starts[column + 1] = at;
    });
    return {
      sense,
      objective: Float64Array.from(this.#objective),
      columnLower: Float64Array.from(this.#lower),
      columnUpper: Float64Array.from(this.#upper),
      integer: Uint8Array.from(this.#integer),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts,
      rows,
      values,
    };
  }
}
