import type { CellList } from './cell-list.ts';
import type { Elevation } from './elevation.ts';
import { FLOW_ENDS, FLOW_FLAT, FLOW_VOID, flowSteps, neighbourSteps } from './flow-code.ts';
import { HollowPools, OUTSIDE } from './hollow-pools.ts';
import { besideVoid } from './priority-flood.ts';

/** What was raised. */
export interface RaisedCells {
  readonly cells: Int32Array;
  /** Metres, cell by cell, before. */
  readonly before: Float32Array;
}

/**
 * Fills every hollow to the height at which it spills: `priorityFlood`, with the same result, for ground of which the
 * ways down are known already. Only hollows and level ground are visited, not the slopes between, which on natural
 * ground are nearly all.
 *
 * From each cell without a way down water rises: the lowest cell at the shore goes under, until one lies lower than
 * the water. There it runs over and follows the ways down. Where they lead out, or into a pool that has got out, the
 * pool is full. Where they lead into another hollow, that one is filled first; and where a pool runs over into one
 * that runs over into it, the two are one and rise on.
 *
 * @param elevation heights are raised in place
 * @param directions from `steepestWays`, with `FLOW_FLAT` where `markFlats` says so
 * @param flat the cells that are `FLOW_FLAT`
 * @param marks one per cell, 0; overwritten
 * @source the watershed form of Barnes 2016, doi:10.1016/j.cageo.2016.07.001, one hollow at a time
 */
export function fillHollows(
  elevation: Elevation,
  directions: Uint8Array,
  flat: CellList,
  marks: Int32Array,
): RaisedCells {
  const { heights, width, height } = elevation;
  const sides = neighbourSteps(width);
  const steps = flowSteps(width);
  const pools = new HollowPools();
  // Marks by cell: the pool it is in, or minus the one at whose shore it was last seen.

  const letsOut = (cell: number): boolean => {
    const col = cell % width;
    return (
      cell < width ||
      cell >= (height - 1) * width ||
      col === 0 ||
      col === width - 1 ||
      besideVoid(heights, width, cell)
    );
  };
  /** Puts a cell under water; its neighbours are the new shore. */
  const wet = (cell: number, pool: number): void => {
    marks[cell] = pool;
    pools.wet.push(cell);
    const { shore } = pools;
    for (let k = 0; k < 8; k += 1) {
      const next = cell + sides[k]!;
      const mark = marks[next]!;
      if (mark === pool || mark === -pool || directions[next] === FLOW_VOID) continue;
      if (mark <= 0) marks[next] = -pool;
      shore.push(heights[next]!, next);
    }
  };
  /** Where water goes from a cell: a cell without a way down, or in a pool, or at an end of flow. */
  const follow = (cell: number): number => {
    let at = cell;
    while (marks[at]! <= 0 && directions[at] !== FLOW_FLAT && directions[at] !== FLOW_ENDS)
      at += steps[directions[at]!]!;
    return at;
  };
  /** Remembers that water gets out from a cell. */
  const markWay = (cell: number, end: number): void => {
    for (let at = cell; at !== end; at += steps[directions[at]!]!) marks[at] = OUTSIDE;
    if (marks[end]! <= 0) marks[end] = OUTSIDE;
  };
  const begin = (cell: number): void => wet(cell, pools.begin(heights[cell]!));
  /** Lets the last pool rise by one cell, or run over; false when it has got out. */
  const riseOnce = (): boolean => {
    const pool = pools.last;
    const cell = pools.shore.pop();
    const ground = heights[cell]!;
    const mark = marks[cell]!;
    const known = mark > 0 ? pools.find(mark) : 0;
    if (known === pool) return true;
    if (ground > pools.level(pool)) pools.rise(pool, ground);
    if (known > 0) {
      if (pools.isDrained(known)) return false;
      pools.join(known);
      return true;
    }
    if (letsOut(cell)) return false;
    if (ground >= pools.level(pool)) {
      wet(cell, pool);
      return true;
    }
    const end = follow(cell);
    const into = marks[end]! > 0 ? pools.find(marks[end]!) : 0;
    if (into === 0 && directions[end] === FLOW_FLAT) {
      pools.shore.push(ground, cell);
      begin(end);
    } else if (into === 0 || pools.isDrained(into)) {
      markWay(cell, end);
      return false;
    } else if (into === pool) wet(cell, pool);
    else {
      pools.shore.push(ground, cell);
      pools.join(into);
    }
    return true;
  };

  for (let k = 0; k < flat.size; k += 1) {
    const start = flat.at(k);
    if (marks[start]! > 0) continue;
    begin(start);
    while (riseOnce());
    pools.drainAll();
  }
  const cells = new Int32Array(pools.wet.size);
  const before = new Float32Array(pools.wet.size);
  let count = 0;
  for (let at = 0; at < pools.wet.size; at += 1) {
    const cell = pools.wet.at(at);
    const level = pools.level(pools.find(marks[cell]!));
    if (!(heights[cell]! < level)) continue;
    before[count] = heights[cell]!;
    heights[cell] = level;
    cells[count] = cell;
    count += 1;
  }
  return { cells: cells.subarray(0, count), before: before.subarray(0, count) };
}
