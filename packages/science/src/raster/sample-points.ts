import { AftermineError } from '../base/index.ts';

/** Readings at places, on one plane: coordinates in metres, never in degrees. */
export interface SamplePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly values: Float64Array;
}

/**
 * Points with every place once: readings at the same place become their mean, for two samples at no distance leave a
 * kriging system without a solution and count twice in any mean.
 *
 * @returns points in the order in which their places first occur, and how many readings were joined to an earlier one
 * @throws Misaligned `E-INT-001` for lists of different length, InvalidInput `E-INT-002` for what is no number
 */
export function distinctPoints(points: SamplePoints): {
  readonly points: SamplePoints;
  readonly duplicates: number;
} {
  const { x, y, values } = points;
  const n = x.length;
  if (y.length !== n || values.length !== n)
    throw new AftermineError('Misaligned', 'E-INT-001', {
      where: 'points',
      expected: n,
      got: `${y.length}, ${values.length}`,
    });
  const slots = new Map<string, number>();
  const [xs, ys, sums, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let i = 0; i < n; i += 1) {
    const [px, py, value] = [x[i]!, y[i]!, values[i]!];
    if (!Number.isFinite(px + py + value))
      throw new AftermineError('InvalidInput', 'E-INT-002', {
        where: `points[${i}]`,
        got: String(px + py + value),
      });
    const place = `${px} ${py}`;
    const slot = slots.get(place);
    if (slot !== undefined) {
      sums[slot]! += value;
      counts[slot]! += 1;
      continue;
    }
    slots.set(place, xs.length);
    xs.push(px);
    ys.push(py);
    sums.push(value);
    counts.push(1);
  }
  return {
    points: {
      x: Float64Array.from(xs),
      y: Float64Array.from(ys),
      values: Float64Array.from(sums, (sum, i) => sum / counts[i]!),
    },
    duplicates: n - xs.length,
  };
}
