type Column = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** A typed array to which is added while nobody knows how long it will be. */
export class GrowingColumn<T extends Column> {
  length = 0;
  #values: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = this.#make(Math.ceil(1.5 * this.length));
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** As it is now, in memory of its own. */
  done(): T {
    return this.#values.slice(0, this.length) as T;
  }
}
