/** Room for the options of one unit; filled again for each. */
export interface OptionBuffer {
  /** Value of each option. */
  readonly values: Float64Array;
  /** Entries of option o are `starts[o] .. starts[o + 1]`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
}

/** A row all units share; `>=` is kept as `<=` with the signs turned. */
export interface LargeRow {
  readonly sense: '<=' | '=';
  readonly limit: number;
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
