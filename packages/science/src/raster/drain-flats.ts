import { CellList } from './cell-list.ts';
import type { Elevation } from './elevation.ts';
import { FLOW_CODES, FLOW_ENDS, FLOW_FLAT, neighbourSteps } from './flow-code.ts';

/**
 * Gives level ground directions: towards the rim over which it drains, and away from higher ground about it, so that
 * water gathers in the middle instead of running in parallel. Each cell of a flat gets the mark
 *
 *     2 (steps to the rim) + (most steps away from higher ground in this flat) - (steps away from higher ground here)
 *
 * and drains to the neighbour with the least mark, or over the rim at once. The mark falls by at least one with each
 * step towards the rim, so no flow runs in a circle. Heights are not touched.
 *
 * @param directions as found by steepness, `FLOW_FLAT` where a cell has no lower neighbour; completed in place: a flat
 * without a rim to drain over (a pit) gets 0
 * @param level the cells that are `FLOW_FLAT`; none of them on the outermost rows and columns
 * @param marks one per cell, overwritten; 0 at least where a cell is level
 * @source Barnes, Lehman & Mulla 2014, doi:10.1016/j.cageo.2013.01.009, after Garbrecht & Martz 1997,
 * doi:10.1016/S0022-1694(96)03138-1
 */
export function drainFlats(
  elevation: Elevation,
  directions: Uint8Array,
  level: CellList,
  marks: Int32Array,
): void {
  const { heights, width } = elevation;
  const steps = neighbourSteps(width);
  // Marks by cell: 0 not seen, 1 seen, above 1 steps from higher ground + 1, below 0 the mark, negative.
  const flat = new CellList();
  const foot = new CellList();
  const rim = new CellList();
  // Kept until all flats have their marks: a flat must not take a neighbour's new direction for a rim.
  const decided = new Uint8Array(level.size);
  const order = new Int32Array(level.size);
  let done = 0;
  for (let k = 0; k < level.size; k += 1) {
    const seed = level.at(k);
    if (marks[seed] !== 0) continue;
    collect(heights, directions, steps, seed, marks, flat, foot, rim);
    const most = stepsFromHigherGround(directions, steps, marks, foot);
    markFromRim(directions, steps, marks, rim, most);
    for (let at = 0; at < flat.size; at += 1) {
      const cell = flat.at(at);
      order[done] = cell;
      decided[done] = bestWay(heights, directions, steps, marks, cell);
      done += 1;
    }
  }
  for (let i = 0; i < done; i += 1) directions[order[i]!] = decided[i]!;
}

/**
 * All level cells that hang together with `seed`; those of them at the foot of higher ground, marked 2, and those beside
 * the rim. Two level cells side by side are always equally high.
 */
function collect(
  heights: Float32Array,
  directions: Uint8Array,
  steps: Int32Array,
  seed: number,
  marks: Int32Array,
  flat: CellList,
  foot: CellList,
  rim: CellList,
): void {
  flat.clear();
  foot.clear();
  rim.clear();
  flat.push(seed);
  marks[seed] = 1;
  for (let at = 0; at < flat.size; at += 1) {
    const cell = flat.at(at);
    const z = heights[cell]!;
    let [isFoot, isRim] = [false, false];
    for (let k = 0; k < 8; k += 1) {
      const next = cell + steps[k]!;
      if (directions[next] !== FLOW_FLAT) {
        if (heights[next] === z) isRim = true;
        else isFoot = true;
      } else if (marks[next] === 0) {
        marks[next] = 1;
        flat.push(next);
      }
    }
    if (isFoot) {
      marks[cell] = 2;
      foot.push(cell);
    }
    if (isRim) rim.push(cell);
  }
}

/** Marks the cells beside the foot of higher ground 3, those beside them 4 ...; returns the most steps, 0 without. */
function stepsFromHigherGround(
  directions: Uint8Array,
  steps: Int32Array,
  marks: Int32Array,
  front: CellList,
): number {
  let most = 1;
  for (let at = 0; at < front.size; at += 1) {
    const cell = front.at(at);
    most = marks[cell]!;
    for (let k = 0; k < 8; k += 1) {
      const next = cell + steps[k]!;
      if (directions[next] !== FLOW_FLAT || marks[next] !== 1) continue;
      marks[next] = most + 1;
      front.push(next);
    }
  }
  return most - 1;
}

/** Turns the marks into those that fall towards the rim, as negative numbers. */
function markFromRim(
  directions: Uint8Array,
  steps: Int32Array,
  marks: Int32Array,
  front: CellList,
  most: number,
): void {
  let from = 0;
  for (let distance = 1; from < front.size; distance += 1) {
    const to = front.size;
    if (distance === 1)
      for (let at = 0; at < to; at += 1) {
        const cell = front.at(at);
        marks[cell] = marks[cell]! - 1 - most - 2;
      }
    for (let at = from; at < to; at += 1) {
      const cell = front.at(at);
      for (let k = 0; k < 8; k += 1) {
        const next = cell + steps[k]!;
        if (directions[next] !== FLOW_FLAT || marks[next]! < 0) continue;
        marks[next] = marks[next]! - 1 - most - 2 * (distance + 1);
        front.push(next);
      }
    }
    from = to;
  }
}

/** The code of the rim beside a cell, or of the neighbour with the least mark; 0 where the flat drains nowhere. */
function bestWay(
  heights: Float32Array,
  directions: Uint8Array,
  steps: Int32Array,
  marks: Int32Array,
  cell: number,
): number {
  let best = marks[cell]!;
  if (best >= 0) return FLOW_ENDS;
  let code = FLOW_ENDS;
  for (let k = 0; k < 8; k += 1) {
    const next = cell + steps[k]!;
    if (directions[next] === FLOW_FLAT) {
      const mark = marks[next]!;
      if (mark > best) {
        best = mark;
        code = FLOW_CODES[k]!.code;
      }
    } else if (heights[next] === heights[cell]) return FLOW_CODES[k]!.code;
  }
  return code;
}
