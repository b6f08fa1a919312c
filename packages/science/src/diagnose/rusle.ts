import { requireLength, requireWithin } from './model-input.ts';

/** The factors of RUSLE, each a number for all cells or a layer with one value per cell (NaN: no data). */
export interface RusleFactors<T = number | Float32Array> {
  /** Rainfall erosivity R, MJ mm ha-1 h-1 yr-1. */
  readonly erosivity: T;
  /** Soil erodibility K, t ha h ha-1 MJ-1 mm-1. */
  readonly erodibility: T;
  /** Slope length and steepness LS, unitless. */
  readonly lengthSteepness: T;
  /** Cover and management C, 0..1. */
  readonly cover: T;
  /** Support practice P, 0..1. */
  readonly practice: T;
}

/**
 * Soil loss by the revised universal soil loss equation: A = R K LS C P.
 *
 * @returns t ha-1 yr-1
 * @throws InvalidInput `E-DIA-102` for a negative factor
 * @source Renard et al. 1997, Predicting soil erosion by water, USDA Agriculture Handbook 703
 */
export function rusle(factors: RusleFactors<number>): number {
  return inOrder(factors).reduce<number>(
    (product, [name, value]) => product * requireWithin(name, value, 0, Number.POSITIVE_INFINITY),
    1,
  );
}

/**
 * Soil loss of every cell, as `rusle`. Factors that are one number for all cells cost nothing per cell.
 *
 * @param length number of cells
 * @param out receives the result; may be one of the layers
 * @returns t ha-1 yr-1; NaN where a layer is no data
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102` for a negative number
 * @source Renard et al. 1997, Predicting soil erosion by water, USDA Agriculture Handbook 703
 */
export function rusleCells(
  factors: RusleFactors,
  length: number,
  out: Float32Array = new Float32Array(length),
): Float32Array {
  let constant = 1;
  const layers: Float32Array[] = [];
  for (const [name, value] of inOrder(factors)) {
    if (typeof value === 'number') constant *= requireWithin(name, value, 0, Number.POSITIVE_INFINITY);
    else layers.push(value);
  }
  requireLength('rusle', length, out, ...layers);
  const [a, b, c, d, e] = layers;
  // One loop per number of layers: a loop over layers within the cells would cost more than the products.
  if (a === undefined) out.fill(constant);
  else if (b === undefined) for (let i = 0; i < length; i += 1) out[i] = constant * a[i]!;
  else if (c === undefined) for (let i = 0; i < length; i += 1) out[i] = constant * a[i]! * b[i]!;
  else if (d === undefined) for (let i = 0; i < length; i += 1) out[i] = constant * a[i]! * b[i]! * c[i]!;
  else if (e === undefined)
    for (let i = 0; i < length; i += 1) out[i] = constant * a[i]! * b[i]! * c[i]! * d[i]!;
  else for (let i = 0; i < length; i += 1) out[i] = constant * a[i]! * b[i]! * c[i]! * d[i]! * e[i]!;
  return out;
}

function inOrder<T>(factors: RusleFactors<T>): [string, T][] {
  const { erosivity, erodibility, lengthSteepness, cover, practice } = factors;
  return [
    ['erosivity', erosivity],
    ['erodibility', erodibility],
    ['lengthSteepness', lengthSteepness],
    ['cover', cover],
    ['practice', practice],
  ];
}
