/** Room for the options of one unit; filled again for each. */
export interface OptionBuffer {
  /** Value of each option. */
  readonly values: Float64Array;
  /** Entries of option o are `starts[o] .. starts[o + 1]`. */
  readonly starts: Int32Array;
  /** Row of each entry, or account where the problem has accounts. */
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
}

/** A row all units share; `>=` is kept as `<=` with the signs turned. */
export interface LargeRow {
  readonly sense: '<=' | '=';
  readonly limit: number;
}

/** Rows as sums over accounts: account a counts in `rows[starts[a]] .. rows[starts[a + 1]]`, each with a share of its amount. */
export interface RowAccounts {
  readonly count: number;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly shares: Float64Array;
}

/**
 * An allocation too large for its options to be objects: max sum of values, at most one option per unit (exactly one where
 * mandatory), under rows all units share. Options are asked for unit by unit and may be made up on the way.
 */
export interface LargeProblem {
  readonly units: number;
  readonly rows: readonly LargeRow[];
  /** 1 where a unit must have an option. */
  readonly mandatory: Uint8Array;
  readonly mostOptions: number;
  readonly mostEntries: number;
  /** Where amounts that count in many rows are kept once; absent: entries are by row. */
  readonly accounts?: RowAccounts;
  /** Writes the options of a unit, always the same, and returns how many. */
  fill(unit: number, into: OptionBuffer): number;
}

export function optionBuffer({ mostOptions, mostEntries }: LargeProblem): OptionBuffer {
  return {
    values: new Float64Array(mostOptions),
    starts: new Int32Array(mostOptions + 1),
    rows: new Int32Array(mostEntries),
    amounts: new Float64Array(mostEntries),
  };
}

/** Accounts of a problem; where it has none, each row is its own. */
export function accountsOf({ accounts, rows }: LargeProblem): RowAccounts {
  return (
    accounts ?? {
      count: rows.length,
      starts: Int32Array.from({ length: rows.length + 1 }, (_, r) => r),
      rows: Int32Array.from(rows, (_, r) => r),
      shares: new Float64Array(rows.length).fill(1),
    }
  );
}

/** Price of each account: what its rows ask for one unit more. */
export function accountPrices({ count, starts, rows, shares }: RowAccounts, y: Float64Array): Float64Array {
  const prices = new Float64Array(count);
  for (let a = 0; a < count; a += 1) {
    let price = 0;
    for (let e = starts[a]!; e < starts[a + 1]!; e += 1) price += y[rows[e]!]! * shares[e]!;
    prices[a] = price;
  }
  return prices;
}
