import { CellList } from './cell-list.ts';
import { type Elevation, requireCells } from './elevation.ts';
import { neighbourSteps } from './flow-code.ts';
import { SpillQueue } from './spill-queue.ts';

/**
 * Fills every hollow to the height at which it spills, so that from each cell a path that never rises leads out:
 *
 *     filled(c) = min over paths from c to an outlet of max over the path of height
 *
 * Outlets are the cells of the outermost rows and columns and all cells beside a void. Fills only: a dam or a road
 * embankment that blocks a valley makes a lake behind it.
 *
 * Priority-flood: cells are taken from the lowest up, beginning at the outlets. Ground that rises from a cell taken
 * needs no queue, it is traced upward at once; only cells that have a lower neighbour not yet reached wait in the
 * queue, which on natural ground is a small part.
 *
 * @returns heights in metres, `elevation.heights` left as it is; voids stay NaN
 * @throws Misaligned `E-TER-001`
 * @source Barnes, Lehman & Mulla 2014, doi:10.1016/j.cageo.2013.04.024; Zhou, Sun & Fu 2016, doi:10.1016/j.cageo.2016.02.021
 */
export function priorityFlood(elevation: Elevation): Float32Array<ArrayBuffer> {
  const { width, height } = elevation;
  const cells = width * height;
  requireCells('elevation', elevation.heights.length, cells);
  const levels = new Float32Array(elevation.heights);
  // One row more on both sides, so that neighbours of the outermost rows can be asked for. A step over the western
  // or eastern edge lands on the other edge, whose cells are reached from the start.
  const shift = width + 1;
  const reached = new Uint8Array(cells + 2 * shift).fill(1, 0, shift).fill(1, cells + shift);
  const queue = new SpillQueue();
  markOutlets(levels, width, height, (cell) => {
    reached[cell + shift] = 1;
    queue.push(levels[cell]!, cell);
  });
  for (let i = 0; i < cells; i += 1) if (Number.isNaN(levels[i])) reached[i + shift] = 1;

  const steps = neighbourSteps(width);
  const hollow = new CellList();
  const rising = new CellList();
  const sills = new CellList();
  while (queue.size > 0) {
    hollow.clear();
    rising.clear();
    sills.clear();
    hollow.push(queue.pop());
    for (let at = 0; at < hollow.size; at += 1) {
      const cell = hollow.at(at);
      const level = levels[cell]!;
      for (let k = 0; k < 8; k += 1) {
        const next = cell + steps[k]!;
        if (reached[next + shift] !== 0) continue;
        reached[next + shift] = 1;
        if (levels[next]! < level) {
          levels[next] = level;
          hollow.push(next);
        } else rising.push(next);
      }
    }
    for (let at = 0; at < rising.size; at += 1) {
      const from = rising.at(at);
      const ground = levels[from]!;
      let sill = false;
      for (let k = 0; k < 8; k += 1) {
        const next = from + steps[k]!;
        if (reached[next + shift] !== 0) continue;
        if (levels[next]! < ground) sill = true;
        else {
          reached[next + shift] = 1;
          rising.push(next);
        }
      }
      if (sill) sills.push(from);
    }
    // What lies lower behind a sill may have a lower way in, so it waits; unless that was reached meanwhile.
    for (let at = 0; at < sills.size; at += 1) {
      const sill = sills.at(at);
      for (let k = 0; k < 8; k += 1) {
        if (reached[sill + steps[k]! + shift] !== 0) continue;
        queue.push(levels[sill]!, sill);
        break;
      }
    }
  }
  return levels;
}

/** Calls `outlet` with each cell from which water leaves: on the outermost rows and columns, or beside a void. */
export function markOutlets(
  heights: Float32Array,
  width: number,
  height: number,
  outlet: (cell: number) => void,
): void {
  for (let row = 0; row < height; row += 1) {
    const outermost = row === 0 || row === height - 1;
    for (let col = 0; col < width; col += 1) {
      const i = row * width + col;
      if (Number.isNaN(heights[i])) continue;
      if (outermost || col === 0 || col === width - 1 || besideVoid(heights, width, i)) outlet(i);
    }
  }
}

/** True when one of the eight neighbours of an inner cell has no data. */
export function besideVoid(heights: Float32Array, width: number, cell: number): boolean {
  const north = cell - width;
  const south = cell + width;
  const sum =
    heights[north - 1]! +
    heights[north]! +
    heights[north + 1]! +
    heights[cell - 1]! +
    heights[cell + 1]! +
    heights[south - 1]! +
    heights[south]! +
    heights[south + 1]!;
  return Number.isNaN(sum);
}
