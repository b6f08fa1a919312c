import { AftermineError } from '../base/index.ts';
import { type CellSize, requireCells, rowSizes } from './elevation.ts';

export interface WetnessOptions {
  /** tan b is held at this or above, so that level ground has a value; > 0, default 0.001 (1 m in 1 km). */
  readonly minimumGradient?: number;
}

const RADIANS = Math.PI / 180;

/**
 * Topographic wetness index: TWI = ln(a / tan b), where water gathers. a = A xy / sqrt(xy), the area drained per
 * metre of contour, A from D8 with the cell itself; b the slope.
 *
 * @param accumulation cells, from `flowAccumulation`; 0 in voids
 * @param slopeDegrees from `hornSlope`; NaN is no data
 * @param cell metres, row by row or the same for all
 * @param width of the grid
 * @returns ln(metres); NaN where the slope is no data
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-002`
 * @source Beven & Kirkby 1979, doi:10.1080/02626667909491834
 */
export function topographicWetness(
  accumulation: Uint32Array,
  slopeDegrees: Float32Array,
  cell: CellSize,
  width: number,
  options: WetnessOptions = {},
): Float32Array<ArrayBuffer> {
  const minimum = options.minimumGradient ?? 0.001;
  if (!(minimum > 0 && minimum < Number.POSITIVE_INFINITY))
    throw new AftermineError('InvalidInput', 'E-TER-002', {
      where: 'minimumGradient',
      expected: '> 0',
      got: String(minimum),
    });
  const height = slopeDegrees.length / width;
  requireCells('slopeDegrees', slopeDegrees.length, width * Math.ceil(height));
  requireCells('accumulation', accumulation.length, slopeDegrees.length);
  const { x, y } = rowSizes(cell, height);
  const out = new Float32Array(slopeDegrees.length);
  for (let row = 0; row < height; row += 1) {
    const side = Math.sqrt(x[row]! * y[row]!);
    const end = (row + 1) * width;
    for (let i = row * width; i < end; i += 1) {
      const cells = accumulation[i]!;
      const gradient = Math.tan(slopeDegrees[i]! * RADIANS);
      out[i] = cells > 0 ? Math.log((cells * side) / (gradient < minimum ? minimum : gradient)) : Number.NaN;
    }
  }
  return out;
}
