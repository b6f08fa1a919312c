import { type CellSize, rowSizes } from './elevation.ts';

/** What a drop to a neighbour is multiplied by to be a steepness, row by row: 1 / metres. */
export interface PerMetre {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly diagonal: Float64Array;
}

/** @throws as `rowSizes` */
export function perMetre(cell: CellSize, height: number): PerMetre {
  const { x, y } = rowSizes(cell, height);
  return {
    x: x.map((metres) => 1 / metres),
    y: y.map((metres) => 1 / metres),
    diagonal: x.map((metres, row) => 1 / Math.hypot(metres, y[row]!)),
  };
}
