import { AftermineError } from '../base/index.ts';
import { requireCells } from './elevation.ts';
import {
  FLOW_CODES,
  FLOW_ENDS,
  FLOW_VOID,
  neighbourSteps,
  requireDirections,
  requireInside,
} from './flow-code.ts';
import { inflowBySimd } from './inflow-simd.ts';

/**
 * How many cells drain through each cell, itself counted: A(c) = 1 + sum of A over the cells that flow into c.
 * Area in square metres is this times the area of a cell. What flows out at the ends is exactly the number of cells
 * with data (`totalOutflow`).
 *
 * @param directions from `drainage` or `flowDirection`
 * @param out receives the result, whatever stands in it
 * @returns cells; 0 in voids
 * @throws Misaligned `E-TER-001`; InvalidInput `E-TER-004` for codes that are none, `E-TER-005` for flow in a circle
 * @source O'Callaghan & Mark 1984, doi:10.1016/S0734-189X(84)80011-0
 */
export function flowAccumulation(
  directions: Uint8Array,
  width: number,
  height: number,
  out: Uint32Array<ArrayBuffer> = new Uint32Array(width * height),
): Uint32Array<ArrayBuffer> {
  requireCells('accumulation', out.length, width * height);
  const into = inflow(directions, width, height);
  const counts = new Int32Array(out.buffer, out.byteOffset, out.length).fill(0);
  passCounts(directions, into, steps(width), counts);
  return out;
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
  const into = inflow(directions, width, height);
  const sums = new Float64Array(weights);
  for (let i = 0; i < sums.length; i += 1) if (directions[i] === FLOW_VOID) sums[i] = Number.NaN;
  passWeights(into, steps(width), sums);
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
 * Of each cell how many flow into it (low four bits) and which way it goes itself: 16 times its place in `FLOW_CODES`, from
 * 1; 0 where flow ends.
 */
function inflow(directions: Uint8Array, width: number, height: number): Uint8Array {
  requireInside(directions, width, height);
  const into = new Uint8Array(directions.length);
  if (inflowBySimd(directions, width, into)) return into;
  requireDirections(directions, width, height);
  inflowPlain(directions, width, into.fill(0));
  return into;
}

/** The twin of `inflowBySimd`, for where there is no SIMD and for tests. */
export function inflowPlain(directions: Uint8Array, width: number, into: Uint8Array): void {
  const places = new Uint8Array(256);
  FLOW_CODES.forEach(({ code }, k) => {
    places[code] = (k + 1) << 4;
  });
  const ways = steps(width);
  for (let i = 0; i < directions.length; i += 1) {
    const place = places[directions[i]!]!;
    if (place === 0) continue;
    into[i]! += place;
    into[i + ways[place >> 4]!]! += 1;
  }
}

/** Cells to go on by for each place. */
function steps(width: number): Int32Array {
  return Int32Array.of(0, ...neighbourSteps(width));
}

/**
 * Adds each cell to the one it flows into, from the springs down: a cell goes on when all that flow into it have. Order and
 * so rounding depend on the grid alone. A cell further on in the grid would be found as a spring; going on at once
 * finds it in the cache.
 */
function passWeights(inflow: Uint8Array, steps: Int32Array, amounts: Float64Array): void {
  let waiting = inflow.length;
  for (let spring = 0; spring < inflow.length; spring += 1) {
    let state = inflow[spring]!;
    if ((state & 15) !== 0) continue;
    let at = spring;
    let amount = amounts[at]!;
    while (true) {
      waiting -= 1;
      const step = steps[state >> 4]!;
      if (step === 0) break;
      at += step;
      amount += amounts[at]!;
      amounts[at] = amount;
      state = inflow[at]!;
      // The last one to come takes the cell along and leaves its count at 1: never a spring.
      if ((state & 15) !== 1) {
        inflow[at] = state - 1;
        break;
      }
    }
  }
  requireNoCircle(waiting);
}

/** Cells among which springs are looked for at a time. */
const STRETCH = 2048;

/**
 * The same for cells, from 0: each counts itself when it goes on. Whole numbers may be added in any order, so the springs of a
 * stretch go on one step in turn: while one waits for memory, the next is under way, and nothing is guessed at.
 */
function passCounts(directions: Uint8Array, inflow: Uint8Array, steps: Int32Array, counts: Int32Array): void {
  // A ring: each cell that leaves it brings one other at most.
  const ready = new Int32Array(STRETCH);
  const last = STRETCH - 1;
  let waiting = inflow.length;
  for (let start = 0; start < inflow.length; start += STRETCH) {
    const end = Math.min(start + STRETCH, inflow.length);
    let tail = 0;
    for (let i = start; i < end; i += 1) {
      ready[tail & last] = i;
      // 1 where nothing flows in.
      tail += ((inflow[i]! & 15) - 1) >>> 31;
    }
    for (let head = 0; head < tail; head += 1) {
      const at = ready[head & last]!;
      const step = steps[inflow[at]! >> 4]!;
      const count = (counts[at]! + 1) | 0;
      if (step === 0) {
        if (directions[at] !== FLOW_VOID) counts[at] = count;
        continue;
      }
      counts[at] = count;
      const to = at + step;
      counts[to] = (counts[to]! + count) | 0;
      const state = inflow[to]!;
      // 1 where this is the last to come; its count stays at 1 then, so that it is never a spring.
      const goesOn = ((state & 15) - 2) >>> 31;
      inflow[to] = state - 1 + goesOn;
      ready[tail & last] = to;
      tail += goesOn;
    }
    waiting -= tail;
  }
  requireNoCircle(waiting);
}

function requireNoCircle(waiting: number): void {
  if (waiting > 0)
    throw new AftermineError('InvalidInput', 'E-TER-005', { where: 'directions', got: waiting });
}
