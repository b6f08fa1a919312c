import { niceStep } from '@aftermine/science/report/observation';
import type { ValueWindow } from './value-window.ts';

/** Lines of equal height as loose segments. */
export interface Contours {
  /** Metres between two lines. */
  readonly interval: number;
  /** x1, y1, x2, y2 per segment, in the CRS of the window. */
  readonly segments: Float64Array;
  /** Height of each segment, m. */
  readonly heights: Float64Array;
}

const LINES = 12;

/**
 * Contours of one plane by marching squares between the middles of its pixels: where a line passes between two middles is found by
 * linear interpolation. Squares with a corner without data have none. A saddle is cut by the mean of its corners.
 */
export function contourLines({ width, height, box, planes }: ValueWindow, band: number): Contours {
  const plane = planes[band];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of plane ?? []) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (plane === undefined || !(high > low))
    return { interval: 0, segments: new Float64Array(), heights: new Float64Array() };
  const interval = niceStep((high - low) / LINES);
  const [dx, dy] = [(box[2] - box[0]) / width, (box[3] - box[1]) / height];
  const segments: number[] = [];
  const heights: number[] = [];
  for (let row = 0; row + 1 < height; row += 1)
    for (let col = 0; col + 1 < width; col += 1) {
      const at = row * width + col;
      // Clockwise from the north-west.
      const corners = [plane[at]!, plane[at + 1]!, plane[at + width + 1]!, plane[at + width]!] as const;
      const least = Math.min(...corners);
      const most = Math.max(...corners);
      if (!(most > least)) continue;
      for (let level = Math.ceil(least / interval) * interval; level < most; level += interval) {
        const points = crossings(corners, level);
        for (let i = 0; i + 1 < points.length; i += 2) {
          const [a, b] = [points[i]!, points[i + 1]!];
          segments.push(
            box[0] + (col + 0.5 + a[0]) * dx,
            box[3] - (row + 0.5 + a[1]) * dy,
            box[0] + (col + 0.5 + b[0]) * dx,
            box[3] - (row + 0.5 + b[1]) * dy,
          );
          heights.push(level);
        }
      }
    }
  return { interval, segments: Float64Array.from(segments), heights: Float64Array.from(heights) };
}

type Point = readonly [x: number, y: number];

/** Where a level cuts the edges of a square, in pairs; x to the east and y to the south, 0..1. */
function crossings(corners: readonly [number, number, number, number], level: number): Point[] {
  const above = corners.map((value) => value > level);
  const share = (from: number, to: number): number =>
    (level - corners[from]!) / (corners[to]! - corners[from]!);
  const edges: (Point | null)[] = [
    above[0] === above[1] ? null : [share(0, 1), 0],
    above[1] === above[2] ? null : [1, share(1, 2)],
    above[2] === above[3] ? null : [1 - share(2, 3), 1],
    above[3] === above[0] ? null : [0, 1 - share(3, 0)],
  ];
  const cut = edges.filter((edge) => edge !== null);
  if (cut.length < 4) return cut;
  const middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4 > level;
  // The corners that differ from the middle are cut off, each by itself.
  return above[0] === middle ? cut : [cut[3]!, cut[0]!, cut[1]!, cut[2]!];
}
