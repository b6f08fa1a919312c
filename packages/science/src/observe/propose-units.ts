import { type Grid, type Polygons, polygonise } from '../raster/index.ts';

/** What regions are grown from; all arrays row by row on `grid`. */
export interface ProposalInput {
  readonly grid: Grid;
  /** Area of one pixel, m2. */
  readonly pixelAreaM2: number;
  /** Year in which the greatest disturbance was first seen; 0 = none. */
  readonly disturbanceYear: Int16Array;
  /** Greenness of the last year seen; NaN = not seen. */
  readonly greenness: Float32Array;
  /** Slope in degrees; null without a terrain model. NaN = no height. */
  readonly slopeDegrees: Float32Array | null;
  /** 1 for land that may be proposed: inside the boundary, outside every registered unit. */
  readonly open: Uint8Array;
}

export interface ProposalOptions {
  /** Neighbouring pixels whose disturbance began this many years apart at most belong together. */
  readonly maxYearStep: number;
  /** Below this greenness land counts as bare. */
  readonly bareBelow: number;
  /** Limits between slope classes, degrees. */
  readonly slopeLimits: readonly number[];
  /** Smaller regions join the neighbour with the longest common edge, or are dropped. */
  readonly minAreaHa: number;
}

export const PROPOSAL_DEFAULTS: ProposalOptions = {
  maxYearStep: 2,
  bareBelow: 0.25,
  slopeLimits: [15, 25],
  minAreaHa: 1,
};

/** A piece of land that looks like one damage unit; somebody has to accept it. */
export interface ProposedUnit {
  /** `P001` ..., largest first. */
  readonly id: string;
  readonly polygons: Polygons;
  readonly areaHa: number;
  /** First, middle and last year of disturbance of its pixels. */
  readonly years: { readonly first: number; readonly median: number; readonly last: number };
  /** Mean greenness of the last year; null where nothing was seen. */
  readonly greenness: number | null;
  readonly meanSlopeDegrees: number | null;
  readonly state: 'bare' | 'regrowing';
}

/**
 * Groups disturbed land that no register names into candidate damage units.
 *
 * Regions grow over the four neighbours of a pixel: both disturbed, their years at most `maxYearStep` apart, the same
 * state (bare or regrowing) and the same slope class. A region below `minAreaHa` joins the neighbouring region it
 * shares most pixel edges with (smallest region first), or is dropped when it has none. Outlines follow pixel edges.
 *
 * @returns largest first; nothing is decided by it
 */
export function proposeUnits(
  input: ProposalInput,
  options: ProposalOptions = PROPOSAL_DEFAULTS,
): ProposedUnit[] {
  const { grid, pixelAreaM2 } = input;
  const classes = classify(input, options);
  const labels = grow(classes, input.disturbanceYear, grid, options.maxYearStep);
  const minPixels = Math.max(1, Math.ceil((options.minAreaHa * 10_000) / pixelAreaM2 - 1e-9));
  mergeSmall(labels, grid, minPixels);
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => {
    if (label === 0) return;
    const list = members.get(label);
    if (list === undefined) members.set(label, [i]);
    else list.push(i);
  });
  const outlines = polygonise(labels, grid);
  return [...members]
    .sort(([a, pixelsA], [b, pixelsB]) => pixelsB.length - pixelsA.length || a - b)
    .map(([label, pixels], n): ProposedUnit => {
      const years = pixels.map((i) => input.disturbanceYear[i]!).sort((a, b) => a - b);
      const greenness = meanOf(pixels, input.greenness);
      return {
        id: `P${String(n + 1).padStart(3, '0')}`,
        polygons: outlines.get(label) ?? [],
        areaHa: (pixels.length * pixelAreaM2) / 10_000,
        years: { first: years[0]!, median: years[years.length >> 1]!, last: years.at(-1)! },
        greenness,
        meanSlopeDegrees: input.slopeDegrees === null ? null : meanOf(pixels, input.slopeDegrees),
        state: greenness === null || greenness < options.bareBelow ? 'bare' : 'regrowing',
      };
    });
}

/** 0 = not disturbed or not open, else a class of state and slope from 1 on. */
function classify(input: ProposalInput, options: ProposalOptions): Uint8Array {
  const { disturbanceYear, greenness, slopeDegrees, open } = input;
  return Uint8Array.from(disturbanceYear, (year, i) => {
    if (year <= 0 || open[i] === 0) return 0;
    const slope = slopeDegrees?.[i] ?? Number.NaN;
    const steepness = Number.isNaN(slope) ? 0 : options.slopeLimits.filter((limit) => slope > limit).length;
    // NaN is not green.
    const green = greenness[i]! >= options.bareBelow ? 1 : 0;
    return 1 + 2 * steepness + green;
  });
}

function grow(classes: Uint8Array, years: Int16Array, grid: Grid, maxYearStep: number): Int32Array {
  const { width } = grid;
  const labels = new Int32Array(classes.length);
  const stack: number[] = [];
  let label = 0;
  for (let seed = 0; seed < classes.length; seed += 1) {
    if (classes[seed] === 0 || labels[seed] !== 0) continue;
    label += 1;
    labels[seed] = label;
    stack.push(seed);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      for (const j of neighbours(i, width, classes.length)) {
        if (labels[j] !== 0 || classes[j] !== classes[i]) continue;
        if (Math.abs(years[j]! - years[i]!) > maxYearStep) continue;
        labels[j] = label;
        stack.push(j);
      }
    }
  }
  return labels;
}

/** Smallest first, so that crumbs join before what they join is judged. */
function mergeSmall(labels: Int32Array, grid: Grid, minPixels: number): void {
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => {
    if (label === 0) return;
    const list = members.get(label);
    if (list === undefined) members.set(label, [i]);
    else list.push(i);
  });
  const queue = [...members.keys()].sort((a, b) => members.get(a)!.length - members.get(b)!.length || a - b);
  for (const label of queue) {
    const pixels = members.get(label)!;
    if (pixels.length >= minPixels) continue;
    const edges = new Map<number, number>();
    for (const i of pixels) {
      for (const j of neighbours(i, grid.width, labels.length)) {
        const other = labels[j]!;
        if (other !== 0 && other !== label) edges.set(other, (edges.get(other) ?? 0) + 1);
      }
    }
    const best = [...edges].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
    for (const i of pixels) labels[i] = best;
    members.delete(label);
    if (best !== 0) members.get(best)!.push(...pixels);
  }
}

function neighbours(i: number, width: number, count: number): number[] {
  const out: number[] = [];
  if (i >= width) out.push(i - width);
  if (i % width > 0) out.push(i - 1);
  if (i % width < width - 1) out.push(i + 1);
  if (i + width < count) out.push(i + width);
  return out;
}

function meanOf(pixels: readonly number[], values: Float32Array): number | null {
  let [sum, n] = [0, 0];
  for (const i of pixels) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    n += 1;
  }
  return n === 0 ? null : sum / n;
}
