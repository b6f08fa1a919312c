/**
 * What options use, by account: money that the same funds may pay and that is due in one year, water of a basin in a year, and so
 * on. One account may count in many rows (money of a year in that of every set of funds that may pay it), so an amount is kept
 * once and rows are sums of accounts. Accounts are opened when something first uses them.
 */
export class AccountBook {
  /** Rows in which each account counts, in the order in which they are told. */
  readonly rows: (readonly number[])[] = [];
  readonly #known = new Map<number, number>();

  /**
   * @param key of whoever asks, the same for the same rows
   * @returns -1 where it would count in no row
   */
  open(key: number, rowsOf: () => readonly number[]): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const rows = rowsOf();
    const account = rows.length === 0 ? -1 : this.rows.length;
    if (account >= 0) this.rows.push(rows);
    this.#known.set(key, account);
    return account;
  }
}

/** Amounts by account in the order in which accounts were first named; filled again for each option. */
export class Amounts {
  count = 0;
  accounts = new Int32Array(64);
  values = new Float64Array(64);
  #places = new Int32Array(64).fill(-1);

  clear(): void {
    for (let i = 0; i < this.count; i += 1) this.#places[this.accounts[i]!] = -1;
    this.count = 0;
  }

  /** @param account -1: nobody counts it */
  add(account: number, amount: number): void {
    if (account < 0 || amount === 0) return;
    if (account >= this.#places.length) this.#grow(account);
    const place = this.#places[account]!;
    if (place >= 0) {
      this.values[place]! += amount;
      return;
    }
    this.#places[account] = this.count;
    this.accounts[this.count] = account;
    this.values[this.count] = amount;
    this.count += 1;
  }

  #grow(account: number): void {
    const size = 2 * (account + 1);
    const places = new Int32Array(size).fill(-1);
    places.set(this.#places);
    const accounts = new Int32Array(size);
    accounts.set(this.accounts);
    const values = new Float64Array(size);
    values.set(this.values);
    [this.#places, this.accounts, this.values] = [places, accounts, values];
  }
}

/** Amounts of accounts as amounts of rows, in the order in which rows are first told; filled again for each option. */
export class RowAmounts {
  count = 0;
  readonly rows: Int32Array;
  /** By row. */
  readonly amounts: Float64Array;
  readonly #isTold: Uint8Array;

  constructor(rows: number) {
    this.rows = new Int32Array(rows);
    this.amounts = new Float64Array(rows);
    this.#isTold = new Uint8Array(rows);
  }

  clear(): void {
    for (let i = 0; i < this.count; i += 1) {
      this.#isTold[this.rows[i]!] = 0;
      this.amounts[this.rows[i]!] = 0;
    }
    this.count = 0;
  }

  /** @param rows in which each account counts */
  addAll({ count, accounts, values }: Amounts, rows: readonly (readonly number[])[]): void {
    for (let i = 0; i < count; i += 1) this.add(rows[accounts[i]!]!, values[i]!);
  }

  add(rows: readonly number[], amount: number): void {
    for (const row of rows) {
      if (this.#isTold[row] === 0) {
        this.#isTold[row] = 1;
        this.rows[this.count] = row;
        this.count += 1;
      }
      this.amounts[row]! += amount;
    }
  }

  /** By id of the row. */
  record(ids: readonly string[]): Readonly<Record<string, number>> {
    const use: Record<string, number> = {};
    for (let i = 0; i < this.count; i += 1) use[ids[this.rows[i]!]!] = this.amounts[this.rows[i]!]!;
    return use;
  }
}
