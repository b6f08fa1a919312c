import { CellList } from './cell-list.ts';
import { drainFlats } from './drain-flats.ts';
import { type CellSize, type Elevation, requireCells } from './elevation.ts';
import { fillHollows } from './fill-hollows.ts';
import { FLOW_FLAT, FLOW_VOID, neighbourSteps } from './flow-code.ts';
import { isFlat, markFlats } from './flow-direction.ts';
import { type PerMetre, perMetre } from './per-metre.ts';
import { steepestWay, steepestWays } from './steepest-way.ts';

/** While ways are renewed: the cell is in the list of those that are. */
const STALE = 253;

/**
 * Where water goes once every hollow is full: `flowDirection` on the heights of `priorityFlood`, with the same
 * result. Ways down are found first, hollows are filled along them, and ways are found anew at raised ground alone.
 *
 * @param elevation raised while this works; its heights are as before when it is done
 * @param cell metres
 * @param marks room to work in, one per cell, all 0; afterwards for any other use, such as the counts of `flowAccumulation`
 * @returns as `flowDirection`
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-002`
 */
export function drainage(
  elevation: Elevation,
  cell: CellSize,
  marks: Int32Array = new Int32Array(elevation.heights.length),
): Uint8Array<ArrayBuffer> {
  const { heights } = elevation;
  requireCells('marks', marks.length, heights.length);
  const per = perMetre(cell, elevation.height);
  const directions = steepestWays(elevation, per);
  const flat = markFlats(elevation, directions);
  if (flat.size === 0) return directions;
  const { cells, before } = fillHollows(elevation, directions, flat, marks);
  const still = renewWays(elevation, per, cells, directions, flat);
  for (let at = 0; at < still.size; at += 1) marks[still.at(at)] = 0;
  drainFlats(elevation, directions, still, marks);
  for (let k = 0; k < cells.length; k += 1) heights[cells[k]!] = before[k]!;
  return directions;
}

/** Finds the ways of raised cells and their neighbours anew; returns all cells that are level now. */
function renewWays(
  elevation: Elevation,
  per: PerMetre,
  raised: Int32Array,
  directions: Uint8Array,
  flat: CellList,
): CellList {
  const steps = [0, ...neighbourSteps(elevation.width)];
  const stale = new CellList();
  // Raised ground never lies on the outermost rows and columns.
  for (const middle of raised)
    for (const step of steps) {
      const at = middle + step;
      if (directions[at] === STALE || directions[at] === FLOW_VOID) continue;
      directions[at] = STALE;
      stale.push(at);
    }
  const still = new CellList();
  for (let k = 0; k < flat.size; k += 1) if (directions[flat.at(k)] === FLOW_FLAT) still.push(flat.at(k));
  for (let k = 0; k < stale.size; k += 1) {
    const at = stale.at(k);
    const way = steepestWay(elevation, per, at);
    directions[at] = way;
    if (!isFlat(elevation, directions, at)) continue;
    directions[at] = FLOW_FLAT;
    still.push(at);
  }
  return still;
}
