/**
 * Where a function that falls from `low` to `high` crosses zero, by bisection to the last digits.
 *
 * @param falling value at `low` >= 0, at `high` <= 0
 */
export function findRoot(falling: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 400; step += 1) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) break;
    if (falling(middle) > 0) below = middle;
    else above = middle;
  }
  return below + (above - below) / 2;
}

/** The same without an upper end: `start` is doubled until the function is no longer positive. */
export function findRootAbove(falling: (x: number) => number, low: number, start: number): number {
  let high = start;
  for (let step = 0; falling(high) > 0 && step < 1000; step += 1) high *= 2;
  return findRoot(falling, low, high);
}
