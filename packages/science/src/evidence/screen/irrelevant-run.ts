/** How many records in a row were excluded, up to now. */
export interface IrrelevantRun {
  readonly length: number;
  readonly needed: number;
  readonly reached: boolean;
}

/**
 * Counts the excluded records since the last included one.
 *
 * @param found whether each record screened was included, in the order of screening
 * @param needed 100 by default; there is no number that is right for every set
 */
export function irrelevantRun(found: readonly boolean[], needed = 100): IrrelevantRun {
  const length = found.length - 1 - found.lastIndexOf(true);
  return { length, needed, reached: length >= needed };
}
