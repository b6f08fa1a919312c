import { type SegmentParameters, segmentBlock } from '@aftermine/science/series';
import { CHANGES_PER_PIXEL, INDEX_SCALE, INT16_NODATA } from './layers.ts';

/** Planes of the layers over all years, in the order of `changeLayer` and `vertexLayer`. */
export interface BlockChanges {
  readonly disturbance: readonly Int16Array[];
  readonly recovery: readonly Int16Array[];
  readonly vertices: readonly Int16Array[];
}

/** A run of segments in one direction. */
interface Run {
  year: number;
  magnitude: number;
  duration: number;
}

/**
 * Segments every pixel and lists its losses and gains. Each losing segment is a disturbance of its own, so that a slow
 * decline before an abrupt clearing does not move its year; neighbouring gains are one recovery. The year of a
 * change is the first year it is seen in (that of its first vertex plus 1). Changes smaller than
 * `minMagnitude` are left out. Of more than three, the three greatest are kept, in order of time.
 *
 * @param series pixel-interleaved index values, NaN = no value; falling is a loss
 */
export function changesOfBlock(
  series: Float32Array,
  years: Int32Array,
  parameters: SegmentParameters,
  minMagnitude: number,
): BlockChanges {
  const { stride, status, vertexCount, vertexYears, vertexValues } = segmentBlock(series, years, parameters);
  const pixels = status.length;
  const planes = (count: number): Int16Array[] => Array.from({ length: count }, () => new Int16Array(pixels));
  const changePlanes = 4 + 3 * CHANGES_PER_PIXEL;
  const disturbance = planes(changePlanes);
  const recovery = planes(changePlanes);
  const vertices = planes(2 * stride);
  const losses: Run[] = [];
  const gains: Run[] = [];
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const count = vertexCount[pixel]!;
    if (count === 0) {
      for (const plane of [...disturbance, ...recovery, ...vertices]) plane[pixel] = INT16_NODATA;
      continue;
    }
    losses.length = 0;
    gains.length = 0;
    const base = pixel * stride;
    for (let v = 0; v < count; v += 1) {
      vertices[v]![pixel] = vertexYears[base + v]!;
      vertices[stride + v]![pixel] = steps(vertexValues[base + v]!);
    }
    for (let v = 1; v < count; ) {
      const direction = Math.sign(vertexValues[base + v]! - vertexValues[base + v - 1]!);
      const from = v - 1;
      v += 1;
      if (direction > 0) while (v < count && vertexValues[base + v]! > vertexValues[base + v - 1]!) v += 1;
      const magnitude = Math.abs(vertexValues[base + v - 1]! - vertexValues[base + from]!);
      if (direction === 0 || magnitude < minMagnitude) continue;
      const run = {
        year: vertexYears[base + from]! + 1,
        magnitude,
        duration: vertexYears[base + v - 1]! - vertexYears[base + from]!,
      };
      (direction < 0 ? losses : gains).push(run);
    }
    put(disturbance, pixel, losses);
    put(recovery, pixel, gains);
  }
  return { disturbance, recovery, vertices };
}

function put(planes: readonly Int16Array[], pixel: number, runs: readonly Run[]): void {
  if (runs.length === 0) return;
  const byMagnitude = [...runs].sort((a, b) => b.magnitude - a.magnitude);
  const greatest = byMagnitude[0]!;
  planes[0]![pixel] = greatest.year;
  planes[1]![pixel] = steps(greatest.magnitude);
  planes[2]![pixel] = greatest.duration;
  planes[3]![pixel] = runs.length;
  const kept = byMagnitude.slice(0, CHANGES_PER_PIXEL).sort((a, b) => a.year - b.year);
  kept.forEach((run, i) => {
    planes[4 + 3 * i]![pixel] = run.year;
    planes[5 + 3 * i]![pixel] = steps(run.magnitude);
    planes[6 + 3 * i]![pixel] = run.duration;
  });
}

function steps(value: number): number {
  const step = Math.round(value / INDEX_SCALE);
  return step < -32_767 ? -32_767 : step > 32_767 ? 32_767 : step;
}
