import { CellList } from './cell-list.ts';
import { drainFlats } from './drain-flats.ts';
import { type CellSize, type Elevation, requireCells } from './elevation.ts';
import { FLOW_ENDS, FLOW_FLAT } from './flow-code.ts';
import { perMetre } from './per-metre.ts';
import { besideVoid } from './priority-flood.ts';
import { steepestWays } from './steepest-way.ts';

/**
 * Where water of each cell goes: the neighbour with the steepest way down, drop / distance (D8); of equally steep
 * ones the first of E S W N SE SW NW NE. A cell with no lower neighbour lets water out (0) on the outermost rows and
 * columns and beside a void; level ground inside drains over the lowest of its rims, away from higher ground
 * (`drainFlats`). Where ground was not filled before, a pit ends the flow (0) as well.
 *
 * @param elevation heights after `priorityFlood`
 * @param cell metres
 * @returns one of 1 2 4 8 16 32 64 128 (east, then clockwise), 0 where flow ends, 255 in voids; no circles
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-002`
 * @source O'Callaghan & Mark 1984, doi:10.1016/S0734-189X(84)80011-0
 */
export function flowDirection(elevation: Elevation, cell: CellSize): Uint8Array<ArrayBuffer> {
  requireCells('elevation', elevation.heights.length, elevation.width * elevation.height);
  const directions = steepestWays(elevation, perMetre(cell, elevation.height));
  const flat = markFlats(elevation, directions);
  if (flat.size > 0) drainFlats(elevation, directions, flat, new Int32Array(directions.length));
  return directions;
}

/** Marks cells that have no lower neighbour and do not let water out as `FLOW_FLAT`; returns them. */
export function markFlats(elevation: Elevation, directions: Uint8Array): CellList {
  const flat = new CellList();
  for (let i = directions.indexOf(FLOW_ENDS); i >= 0; i = directions.indexOf(FLOW_ENDS, i + 1)) {
    if (!isFlat(elevation, directions, i)) continue;
    directions[i] = FLOW_FLAT;
    flat.push(i);
  }
  return flat;
}

/** True where a cell has no way down by steepness and does not let water out either. */
export function isFlat({ heights, width, height }: Elevation, directions: Uint8Array, cell: number): boolean {
  if (directions[cell] !== FLOW_ENDS || cell < width || cell >= (height - 1) * width) return false;
  const col = cell % width;
  return col > 0 && col < width - 1 && !besideVoid(heights, width, cell);
}
