import { requireLength, requireWithin } from './model-input.ts';
import { type LsTables, lsFactorsBySimd, MOST_LB, MOST_UPSTREAM } from './rusle-ls-simd.ts';

/** How the length of a slope is read from the cells upstream. */
export type UpslopeMeasure = 'root-of-area' | 'area';

export interface LsOptions {
  /** Side of a square cell, metres, > 0. */
  readonly cellSizeMetres: number;
  /**
   * `root-of-area` (default): Ain = sqrt(n D^2), as InVEST 3.14 and SAGA take it; `area`: Ain = n D^2, as
   * Desmet & Govers wrote it. The second makes slopes longer.
   */
  readonly upslope?: UpslopeMeasure;
  /** Slopes longer than this collect no more runoff in sheets; 122 m (400 ft) by default. */
  readonly longestSlopeMetres?: number;
  /** True: counts are those of `flowAccumulation`, the cell itself among them (of layers only); false by default. */
  readonly itselfCounted?: boolean;
}

const RADIANS = Math.PI / 180;
/** Steps of the tables of slope and aspect per degree: interpolating between them errs by less than 1e-6. */
const STEPS = 100;
const TABLE_DEGREES = 90;
/** Counts of upstream cells whose logarithms are tabled; larger ones are computed. */
const MOST_TABLED = 1 << 16;
/** Sides of cells between which float32 has the range and the digits. */
const LEAST_METRES = 0.01;
const MOST_METRES = 1e6;
const NINE_PERCENT = Math.atan(0.09) / RADIANS;

/**
 * Exponent m of slope length: 0.2 to 1 % slope, 0.3 to 3.5 %, 0.4 to 5 %, 0.5 to 9 %, above that b / (1 + b) with
 * b = (sin s / 0.0896) / (3 sin^0.8 s + 0.56).
 *
 * @param slopeDegrees 0..90
 * @source InVEST user's guide, sediment delivery ratio (after McCool et al. 1989 and Renard et al. 1997, USDA Agriculture Handbook 703)
 */
export function slopeLengthExponent(slopeDegrees: number): number {
  const gradient = Math.tan(slopeDegrees * RADIANS);
  if (gradient <= 0.01) return 0.2;
  if (gradient <= 0.035) return 0.3;
  if (gradient <= 0.05) return 0.4;
  if (gradient <= 0.09) return 0.5;
  const sin = Math.sin(slopeDegrees * RADIANS);
  const b = sin / 0.0896 / (3 * sin ** 0.8 + 0.56);
  return b / (1 + b);
}

/**
 * Slope steepness factor S: 10.8 sin s + 0.03 below 9 % slope, 16.8 sin s - 0.50 from 9 % on.
 *
 * @param slopeDegrees 0..90
 * @source McCool et al. 1987, doi:10.13031/2013.30576
 */
export function slopeSteepnessFactor(slopeDegrees: number): number {
  const sin = Math.sin(slopeDegrees * RADIANS);
  return slopeDegrees < NINE_PERCENT ? 10.8 * sin + 0.03 : 16.8 * sin - 0.5;
}

/**
 * Slope length and steepness factor of one cell:
 * LS = S ((Ain + D^2)^(m+1) - Ain^(m+1)) / (D^(m+2) x^m 22.13^m), x = |sin aspect| + |cos aspect|.
 * x is the width the flow has in a square cell, so a takes the ASPECT; taking the slope angle there (as some guides
 * print it) is a misreading.
 *
 * @param slopeDegrees 0..90
 * @param aspectDegrees any direction, clockwise or not; NaN on flat land, where x = 1
 * @param upstreamCells cells that drain into this one, itself not counted, >= 0
 * @throws InvalidInput `E-DIA-102`
 * @source Desmet & Govers 1996, Journal of Soil and Water Conservation 51, 427-433
 */
export function lsFactor(
  slopeDegrees: number,
  aspectDegrees: number,
  upstreamCells: number,
  options: LsOptions,
): number {
  requireWithin('slopeDegrees', slopeDegrees, 0, 90);
  requireWithin('upstreamCells', upstreamCells, 0, Number.POSITIVE_INFINITY);
  const cell = cellOf(options);
  const m = slopeLengthExponent(slopeDegrees);
  const share = Math.min(cell.reach(upstreamCells), cell.longest);
  const aspect = aspectDegrees * RADIANS;
  const width = Number.isNaN(aspect) ? 1 : Math.abs(Math.sin(aspect)) + Math.abs(Math.cos(aspect));
  const length = (cell.size / (22.13 * width)) ** m * ((1 + share) ** (m + 1) - share ** (m + 1));
  return slopeSteepnessFactor(slopeDegrees) * length;
}

/**
 * LS of every cell, as `lsFactor`; sines, exponents and logarithms come from tables, within 1e-5 of it.
 *
 * @param slopeDegrees 0..90; NaN is no data
 * @param aspectDegrees NaN on flat land
 * @param upstreamCells as in `lsFactor`, per cell
 * @param out receives the result; may be one of the inputs, or lie over the counts where these have four bytes as well
 * @returns LS, unitless; NaN where the slope is no data
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102`
 */
export function lsFactorCells(
  slopeDegrees: Float32Array,
  aspectDegrees: Float32Array,
  upstreamCells: Uint32Array | Int32Array | Float32Array | Float64Array,
  options: LsOptions,
  out: Float32Array = new Float32Array(slopeDegrees.length),
): Float32Array {
  const n = out.length;
  requireLength('rusle-ls', n, slopeDegrees, aspectDegrees, upstreamCells);
  const cell = cellOf(options);
  if (upstreamCells instanceof Uint32Array) {
    const tables = tablesOf(cell, options.itselfCounted ? 1 : 0);
    if (tables !== null && lsFactorsBySimd(slopeDegrees, aspectDegrees, upstreamCells, tables, out))
      return out;
  }
  return lsFactorCellsPlain(slopeDegrees, aspectDegrees, upstreamCells, options, out);
}

/** The twin of `lsFactorsBySimd`, for counts that are not whole, cells below half a metre, and for tests. */
export function lsFactorCellsPlain(
  slopeDegrees: Float32Array,
  aspectDegrees: Float32Array,
  upstreamCells: Uint32Array | Int32Array | Float32Array | Float64Array,
  options: LsOptions,
  out: Float32Array,
): Float32Array {
  const n = out.length;
  const cell = cellOf(options);
  const itself = options.itselfCounted ? 1 : 0;
  const { exponent, steepness, lnWidth } = angleTables();
  const upstream = upstreamTables(cell);
  const { ln, lnWithCell, capped } = upstream;
  const lnSize = Math.log(cell.size / 22.13);
  const last = TABLE_DEGREES * STEPS;
  const exp = Math.exp;
  for (let i = 0; i < n; i += 1) {
    const slope = slopeDegrees[i]!;
    if (!(slope >= 0 && slope <= TABLE_DEGREES)) {
      out[i] = Number.NaN;
      continue;
    }
    const at = slope * STEPS;
    const below = at >= last ? last - 1 : at | 0;
    const part = at - below;
    let m: number;
    let s: number;
    if (slope <= GENTLE[3]!) {
      // The exponent steps here, so it is looked up by limits, never between two table entries.
      m = slope <= GENTLE[1]! ? (slope <= GENTLE[0]! ? 0.2 : 0.3) : slope <= GENTLE[2]! ? 0.4 : 0.5;
      s = slopeSteepnessFactor(slope);
    } else {
      m = exponent[below]! + part * (exponent[below + 1]! - exponent[below]!);
      s = steepness[below]! + part * (steepness[below + 1]! - steepness[below]!);
    }
    const aspect = aspectDegrees[i]!;
    let lnScale = lnSize;
    if (!Number.isNaN(aspect)) {
      const turned = (aspect - 90 * Math.floor(aspect / 90)) * STEPS;
      const down = turned >= last ? last - 1 : turned | 0;
      lnScale -= lnWidth[down]! + (turned - down) * (lnWidth[down + 1]! - lnWidth[down]!);
    }
    const count = Math.max(0, upstreamCells[i]! - itself);
    let lnIn: number;
    let lnOut: number;
    if (count >= capped) {
      lnIn = upstream.lnLongest;
      lnOut = upstream.lnLongestWithCell;
    } else if (count < ln.length && count === (count | 0) && count >= 0) {
      lnIn = ln[count]!;
      lnOut = lnWithCell[count]!;
    } else {
      const share = cell.reach(count);
      lnIn = Math.log(share);
      lnOut = Math.log1p(share);
    }
    const scale = m * lnScale;
    out[i] = s * (exp((m + 1) * lnOut + scale) - exp((m + 1) * lnIn + scale));
  }
  return out;
}

/** Slopes in degrees at 1, 3.5, 5 and 9 %. */
const GENTLE = [0.01, 0.035, 0.05, 0.09].map((gradient) => Math.atan(gradient) / RADIANS);

/** The measures of a cell: Ain / D^2 of so many upstream cells, and of the longest slope. */
interface Cell {
  readonly size: number;
  readonly reach: (upstreamCells: number) => number;
  readonly longest: number;
  readonly upslope: UpslopeMeasure;
}

function cellOf({
  cellSizeMetres: size,
  upslope = 'root-of-area',
  longestSlopeMetres = 122,
}: LsOptions): Cell {
  requireWithin('cellSizeMetres', size, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  requireWithin('longestSlopeMetres', longestSlopeMetres, 0, Number.POSITIVE_INFINITY);
  return upslope === 'area'
    ? { size, upslope, reach: (count) => count, longest: longestSlopeMetres / size }
    : { size, upslope, reach: (count) => Math.sqrt(count) / size, longest: longestSlopeMetres / size ** 2 };
}

/** The tables as the kernel reads them, or null where it has no room for them or no digits. */
function tablesOf(cell: Cell, itself: 0 | 1): LsTables | null {
  const capped = cappedCells(cell);
  const pairs = Math.ceil(capped) + 1 + itself;
  if (pairs > MOST_UPSTREAM || cell.size < LEAST_METRES || cell.size > MOST_METRES) return null;
  const { exponent, steepness, lnWidth } = angleTables();
  const steep = new Float32Array(2 * exponent.length);
  const gentle = new Float32Array(2 * exponent.length);
  for (let k = 0; k < exponent.length; k += 1) {
    steep[2 * k] = exponent[k]!;
    steep[2 * k + 1] = steepness[k]!;
    gentle[2 * k + 1] = 10.8 * Math.sin((k / STEPS) * RADIANS) + 0.03;
  }
  const upstream = new Float32Array(2 * pairs);
  for (let k = 0; k < pairs; k += 1) {
    const count = Math.max(0, k - itself);
    const share = count < capped ? Math.min(cell.reach(count), cell.longest) : cell.longest;
    upstream[2 * k] = Math.log1p(share) * Math.LOG2E;
    upstream[2 * k + 1] = Math.min(MOST_LB, Math.log1p(1 / share) * Math.LOG2E);
  }
  return {
    steps: STEPS,
    steep,
    gentle,
    lbWidth: Float32Array.from(lnWidth, (ln) => ln * Math.LOG2E),
    upstream,
    limits: GENTLE,
    lbSize: Math.log2(cell.size / 22.13),
  };
}

/** So many cells upstream are the longest slope. */
function cappedCells({ upslope, longest, size }: Cell): number {
  return upslope === 'area' ? longest : (longest * size) ** 2;
}

function angleTables(): { exponent: Float64Array; steepness: Float64Array; lnWidth: Float64Array } {
  const length = TABLE_DEGREES * STEPS + 1;
  const exponent = new Float64Array(length);
  const steepness = new Float64Array(length);
  const lnWidth = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    const degrees = i / STEPS;
    const sin = Math.sin(degrees * RADIANS);
    const b = sin / 0.0896 / (3 * sin ** 0.8 + 0.56);
    // Only slopes above 9 % read these two; the formulas of gentle slopes would put a step into a table cell.
    exponent[i] = b / (1 + b);
    steepness[i] = 16.8 * sin - 0.5;
    lnWidth[i] = Math.log(sin + Math.cos(degrees * RADIANS));
  }
  return { exponent, steepness, lnWidth };
}

function upstreamTables(cell: Cell): {
  ln: Float64Array;
  lnWithCell: Float64Array;
  capped: number;
  lnLongest: number;
  lnLongestWithCell: number;
} {
  const { longest, reach } = cell;
  const capped = cappedCells(cell);
  const length = Math.min(MOST_TABLED, Math.ceil(capped) + 1);
  const ln = new Float64Array(length);
  const lnWithCell = new Float64Array(length);
  for (let count = 0; count < length; count += 1) {
    const share = Math.min(reach(count), longest);
    ln[count] = Math.log(share);
    lnWithCell[count] = Math.log1p(share);
  }
  return {
    ln,
    lnWithCell,
    capped,
    lnLongest: Math.log(longest),
    lnLongestWithCell: Math.log1p(longest),
  };
}
