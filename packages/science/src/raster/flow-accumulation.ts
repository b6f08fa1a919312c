import { AftermineError } from '../base/index.ts';
import { requireCells } from './elevation.ts';
import { FLOW_ENDS, FLOW_VOID, flowSteps, requireDirections } from './flow-code.ts';

/**
 * How many cells drain through each cell, itself counted: A(c) = 1 + sum of A over the cells that flow into c.
 * Area in square metres is this times the area of a cell. What flows out at the ends is exactly the number of cells
 * with data (`totalOutflow`).
 *
 * @param directions from `flowDirection`
 * @returns cells; 0 in voids
 * @throws Misaligned `E-TER-001`; InvalidInput `E-TER-004` for codes that are none, `E-TER-005` for flow in a circle
 * @source O'Callaghan & Mark 1984, doi:10.1016/S0734-189X(84)80011-0
 */
export function flowAccumulation(
  directions: Uint8Array,
  width: number,
  height: number,
): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(width * height);
  requireDirections(directions, width, height);
  for (let i = 0; i < counts.length; i += 1) counts[i] = directions[i] === FLOW_VOID ? 0 : 1;
  passDown(directions, width, counts);
  return counts;
}

/**
 * The sum of weights over all cells that drain through each cell, itself counted: rain, runoff, or the areas of
 * cells that differ. A NaN weight makes everything downstream of it NaN.
 *
 * @param weights one per cell, any unit; those of voids are not looked at
 * @returns the unit of the weights; NaN in voids
 * @throws as `flowAccumulation`
 */
export function weightedAccumulation(
  directions: Uint8Array,
  width: number,
  height: number,
  weights: Float32Array | Float64Array,
): Float64Array<ArrayBuffer> {
  requireCells('weights', weights.length, width * height);
  requireDirections(directions, width, height);
  const sums = new Float64Array(weights);
  for (let i = 0; i < sums.length; i += 1) if (directions[i] === FLOW_VOID) sums[i] = Number.NaN;
  passDown(directions, width, sums);
  return sums;
}

/** What flows out at all ends together: sum of the accumulation over cells where flow ends. */
export function totalOutflow(directions: Uint8Array, accumulation: Uint32Array | Float64Array): number {
  requireCells('accumulation', accumulation.length, directions.length);
  let total = 0;
  for (let i = 0; i < directions.length; i += 1) if (directions[i] === FLOW_ENDS) total += accumulation[i]!;
  return total;
}

/**
 * Adds each cell to the one it flows into, from the springs down: a cell goes on when all that flow into it have. Order and
 * so rounding depend on the grid alone.
 */
function passDown(directions: Uint8Array, width: number, amounts: Uint32Array | Float64Array): void {
  const steps = flowSteps(width);
  const cells = directions.length;
  const awaited = new Uint8Array(cells);
  for (let i = 0; i < cells; i += 1) {
    const step = steps[directions[i]!]!;
    if (step !== 0) awaited[i + step]! += 1;
  }
  let waiting = cells;
  for (let spring = 0; spring < cells; spring += 1) {
    if (awaited[spring] !== 0) continue;
    let at = spring;
    while (true) {
      waiting -= 1;
      // Passed: never a spring again.
      awaited[at] = 255;
      const step = steps[directions[at]!]!;
      if (step === 0) break;
      const next = at + step;
      amounts[next]! += amounts[at]!;
      awaited[next]! -= 1;
      // A cell further on in the grid would be found as a spring; going on at once finds it in the cache.
      if (awaited[next] !== 0) break;
      at = next;
    }
  }
  if (waiting > 0)
    throw new AftermineError('InvalidInput', 'E-TER-005', { where: 'directions', got: waiting });
}
