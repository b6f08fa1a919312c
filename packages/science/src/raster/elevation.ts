import { AftermineError } from '../base/index.ts';
import type { Grid } from './grid.ts';

/** Heights of the ground on a north-up grid. */
export interface Elevation {
  /** Metres, row by row from the north-west corner; finite, or NaN where there is no data. */
  readonly heights: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Metres from one cell to the next: one number, or one per row where they differ from row to row. */
export interface CellSize {
  /** Eastwards. */
  readonly xMetres: number | Float64Array;
  /** Southwards, positive. */
  readonly yMetres: number | Float64Array;
}

/** CGCS2000; WGS 84 differs by less than a tenth of a millimetre. */
const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const RADIANS = Math.PI / 180;

/** The cell size of a grid in metres, the same in all rows. */
export function projectedCellSize(grid: Grid): CellSize {
  return { xMetres: grid.pixelWidth, yMetres: grid.pixelHeight };
}

/**
 * The cell size of a grid in degrees, row by row at the latitude of the middle of the row:
 * x = pixelWidth N cos(lat) pi/180, y = pixelHeight M pi/180, with N = a / sqrt(1 - e2 sin2 lat) and
 * M = a (1 - e2) / (1 - e2 sin2 lat)^1.5, the radii of curvature of the ellipsoid of CGCS2000.
 *
 * @param grid origin and pixels in degrees, latitudes within -90..90
 * @returns metres, one number per row
 * @throws InvalidInput `E-TER-002` where a row lies beyond a pole
 * @source Snyder 1987, Map Projections: A Working Manual, doi:10.3133/pp1395, equations 4-19 and 4-20
 */
export function geographicCellSize(grid: Grid): CellSize {
  const { height, originY, pixelWidth, pixelHeight } = grid;
  const xMetres = new Float64Array(height);
  const yMetres = new Float64Array(height);
  for (let row = 0; row < height; row += 1) {
    const latitude = (originY - (row + 0.5) * pixelHeight) * RADIANS;
    const shrunk = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
    xMetres[row] = (pixelWidth * RADIANS * SEMI_MAJOR * Math.cos(latitude)) / Math.sqrt(shrunk);
    yMetres[row] = (pixelHeight * RADIANS * SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / shrunk ** 1.5;
  }
  const cell = { xMetres, yMetres };
  rowSizes(cell, height);
  return cell;
}

/**
 * Cell sizes row by row.
 *
 * @throws InvalidInput `E-TER-002` for a size that is not above zero, Misaligned `E-TER-001` for sizes of other rows
 */
export function rowSizes(cell: CellSize, height: number): { x: Float64Array; y: Float64Array } {
  const expand = (size: number | Float64Array, where: string): Float64Array => {
    const rows = typeof size === 'number' ? new Float64Array(height).fill(size) : size;
    requireCells(where, rows.length, height);
    const wrong = rows.find((metres) => !(metres > 0 && metres < Number.POSITIVE_INFINITY));
    if (wrong !== undefined)
      throw new AftermineError('InvalidInput', 'E-TER-002', { where, expected: '> 0', got: String(wrong) });
    return rows;
  };
  return { x: expand(cell.xMetres, 'xMetres'), y: expand(cell.yMetres, 'yMetres') };
}

/**
 * Refuses a layer that has not as many cells as its grid.
 *
 * @throws Misaligned `E-TER-001`
 */
export function requireCells(where: string, got: number, expected: number): void {
  if (got !== expected) throw new AftermineError('Misaligned', 'E-TER-001', { where, expected, got });
}
