import type { Grid } from './grid.ts';

type Ring = readonly (readonly [x: number, y: number])[];

/**
 * The outlines of labelled regions along pixel edges, exact: their area is the area of the pixels.
 *
 * Every edge between a pixel and a neighbour of another label is walked with the pixel on its left; where four edges
 * meet the walk turns left, so that pixels touching at a corner only are rings of their own. Runs of edges in one
 * direction become one.
 *
 * @param labels one per pixel, row by row; 0 = no region
 * @returns by label: polygons as GeoJSON nests them, outer rings counter-clockwise, holes clockwise, closed
 */
export function polygonise(labels: Int32Array, grid: Grid): Map<number, (readonly Ring[])[]> {
  const rings = traceRings(labels, grid.width, grid.height);
  const out = new Map<number, (readonly Ring[])[]>();
  for (const [label, ofLabel] of rings) {
    const outers = ofLabel.filter(({ area }) => area > 0);
    const polygons = outers.map(({ corners }) => [corners]);
    for (const hole of ofLabel) {
      if (hole.area > 0) continue;
      // The smallest outer ring around the hole's first edge owns it.
      let owner = -1;
      outers.forEach((outer, i) => {
        if (!encloses(outer.corners, hole.corners)) return;
        if (owner < 0 || outer.area < outers[owner]!.area) owner = i;
      });
      polygons[owner]?.push(hole.corners);
    }
    out.set(
      label,
      polygons.map((polygon) => polygon.map((corners) => corners.map(([c, r]) => toPlace(grid, c, r)))),
    );
  }
  return out;
}

interface CornerRing {
  /** Grid corners (column, row), closed. */
  readonly corners: (readonly [number, number])[];
  /** Twice the area, positive for outer rings. */
  readonly area: number;
}

// Directions: 0 east, 1 north, 2 west, 3 south (rows run south).
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, -1, 0, 1] as const;

function traceRings(labels: Int32Array, width: number, height: number): Map<number, CornerRing[]> {
  const at = (col: number, row: number): number =>
    col < 0 || row < 0 || col >= width || row >= height ? 0 : labels[row * width + col]!;
  // The pixel on the left of an edge that leaves corner (x, y) in direction d.
  const leftOf = (x: number, y: number, d: number): number =>
    d === 0 ? at(x, y - 1) : d === 1 ? at(x - 1, y - 1) : d === 2 ? at(x - 1, y) : at(x, y);
  const rightOf = (x: number, y: number, d: number): number =>
    d === 0 ? at(x, y) : d === 1 ? at(x, y - 1) : d === 2 ? at(x - 1, y - 1) : at(x - 1, y);
  const columns = width + 1;
  // Bit d: the edge that leaves this corner in direction d was walked.
  const walked = new Uint8Array(columns * (height + 1));
  const rings = new Map<number, CornerRing[]>();
  for (let y = 0; y <= height; y += 1) {
    for (let x = 0; x <= width; x += 1) {
      for (let d = 0; d < 4; d += 1) {
        const label = leftOf(x, y, d);
        if (label === 0 || rightOf(x, y, d) === label || walked[y * columns + x]! & (1 << d)) continue;
        const ring = walk(x, y, d, label);
        const list = rings.get(label);
        if (list === undefined) rings.set(label, [ring]);
        else list.push(ring);
      }
    }
  }
  return rings;

  function walk(startX: number, startY: number, startD: number, label: number): CornerRing {
    const corners: [number, number][] = [];
    let [x, y, d, area] = [startX, startY, startD, 0];
    let before = -1;
    do {
      walked[y * columns + x]! |= 1 << d;
      if (d !== before) corners.push([x, y]);
      before = d;
      const [nx, ny] = [x + STEP_X[d]!, y + STEP_Y[d]!];
      // Rows run south, so the usual sum of cross products changes its sign.
      area -= x * ny - nx * y;
      x = nx;
      y = ny;
      // Left, straight, right: the first that has the label on its left and something else on its right.
      for (const turn of [1, 0, 3]) {
        const next = (d + turn) % 4;
        if (leftOf(x, y, next) === label && rightOf(x, y, next) !== label) {
          d = next;
          break;
        }
      }
    } while (x !== startX || y !== startY || d !== startD);
    // The walk may have begun in the middle of a straight run.
    if (before === startD && corners.length > 1) corners.shift();
    corners.push(corners[0]!);
    return { corners, area };
  }
}

/** True when the middle of the first edge of `inner`, taken half a pixel to its left, lies within `outer`. */
function encloses(outer: CornerRing['corners'], inner: CornerRing['corners']): boolean {
  const [a, b] = [inner[0]!, inner[1]!];
  const length = Math.abs(b[0] - a[0]) + Math.abs(b[1] - a[1]);
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const px = a[0] + dx / 2 + dy / 2;
  const py = a[1] + dy / 2 - dx / 2;
  let inside = false;
  for (let i = 1; i < outer.length; i += 1) {
    const [x0, y0] = outer[i - 1]!;
    const [x1, y1] = outer[i]!;
    if (x0 === x1 && y0 > py !== y1 > py && px < x0) inside = !inside;
  }
  return inside;
}

function toPlace(grid: Grid, col: number, row: number): readonly [number, number] {
  return [grid.originX + col * grid.pixelWidth, grid.originY - row * grid.pixelHeight];
}
