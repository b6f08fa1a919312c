import { AftermineError } from '../base/index.ts';
import { requireCells } from './elevation.ts';
import { FLOW_ENDS, FLOW_VOID, flowSteps, requireDirections } from './flow-code.ts';

export interface Catchments {
  /** 1.. per cell; 0 in voids and where no pour point lies downstream. */
  readonly labels: Int32Array<ArrayBuffer>;
  /** How many labels there are. */
  readonly count: number;
}

/**
 * Which cells drain to which pour point: a cell belongs to the first pour point downstream of it, itself counted, so
 * a pour point above another cuts its catchment out of the lower one. Without pour points every cell where flow ends
 * is one, row by row.
 *
 * @param directions from `drainage` or `flowDirection`
 * @param pourPoints cells, row * width + col; the k-th gets label k + 1
 * @throws Misaligned `E-TER-001`; InvalidInput `E-TER-004` for codes that are none, `E-TER-005` for flow in a circle,
 * `E-TER-006` for a pour point twice, outside the grid, or in a void
 */
export function catchments(
  directions: Uint8Array,
  width: number,
  height: number,
  pourPoints?: readonly number[],
): Catchments {
  requireDirections(directions, width, height);
  const labels = new Int32Array(directions.length);
  const count =
    pourPoints === undefined ? labelEnds(directions, labels) : labelPoints(directions, labels, pourPoints);
  const steps = flowSteps(width);
  for (let start = 0; start < labels.length; start += 1) {
    if (labels[start] !== 0 || directions[start] === FLOW_VOID) continue;
    let at = start;
    let found = NOWHERE;
    while (true) {
      labels[at] = ON_THE_WAY;
      const step = steps[directions[at]!]!;
      if (step === 0) break;
      at += step;
      found = labels[at]!;
      if (found === ON_THE_WAY)
        throw new AftermineError('InvalidInput', 'E-TER-005', { where: 'directions', got: 1 });
      if (found !== 0) break;
      found = NOWHERE;
    }
    for (at = start; labels[at] === ON_THE_WAY; at += steps[directions[at]!]!) labels[at] = found;
  }
  for (let i = 0; i < labels.length; i += 1) if (labels[i] === NOWHERE) labels[i] = 0;
  return { labels, count };
}

/** While labels are found: no pour point downstream; on the way that is being followed. */
const NOWHERE = -1;
const ON_THE_WAY = -2;

function labelEnds(directions: Uint8Array, labels: Int32Array): number {
  let count = 0;
  for (let i = 0; i < labels.length; i += 1) {
    if (directions[i] !== FLOW_ENDS) continue;
    count += 1;
    labels[i] = count;
  }
  return count;
}

function labelPoints(directions: Uint8Array, labels: Int32Array, pourPoints: readonly number[]): number {
  for (const [k, cell] of pourPoints.entries()) {
    // A cell outside the grid has neither direction nor label.
    if ((directions[cell] ?? FLOW_VOID) === FLOW_VOID || labels[cell] !== 0)
      throw new AftermineError('InvalidInput', 'E-TER-006', { where: `pourPoints[${k}]`, got: String(cell) });
    labels[cell] = k + 1;
  }
  return pourPoints.length;
}

/**
 * The cell that most water runs through within a square about (col, row): a pour point read from a map seldom lies on
 * the stream of the terrain model itself. Of equal ones the nearest, then the first by rows.
 *
 * @param accumulation from `flowAccumulation`
 * @param radiusCells whole, >= 0
 * @returns row * width + col; null where the square holds no ground
 * @throws Misaligned `E-TER-001`
 */
export function snapPourPoint(
  accumulation: Uint32Array,
  width: number,
  height: number,
  [col, row]: readonly [col: number, row: number],
  radiusCells: number,
): number | null {
  requireCells('accumulation', accumulation.length, width * height);
  let [best, most, nearest]: [number | null, number, number] = [null, 0, 0];
  for (let r = Math.max(0, row - radiusCells); r <= Math.min(height - 1, row + radiusCells); r += 1) {
    for (let c = Math.max(0, col - radiusCells); c <= Math.min(width - 1, col + radiusCells); c += 1) {
      const cells = accumulation[r * width + c]!;
      const distance = (r - row) ** 2 + (c - col) ** 2;
      if (cells > most || (cells === most && cells > 0 && distance < nearest))
        [best, most, nearest] = [r * width + c, cells, distance];
    }
  }
  return best;
}
