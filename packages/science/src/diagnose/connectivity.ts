import { AftermineError, type Unknown, unknown } from '../base/index.ts';
import { requireLength, requireWithin } from './model-input.ts';
import { MOST_PATCHES } from './patch-distances.ts';
import { ShortestPaths } from './shortest-paths.ts';

/**
 * Effective mesh size: MESH = sum of a_i^2 / A. The area two animals set down at random can on average share; the size of
 * patches the landscape would have if it were cut into equal ones.
 *
 * @param patchAreas a_i, >= 0, in any unit of area
 * @param landscapeArea A, the whole landscape with and without habitat, in the same unit
 * @returns MESH in that unit; 0 without patches; unknown `empty-landscape` for A = 0
 * @throws InvalidInput `E-DIA-102`
 * @source Jaeger 2000, doi:10.1023/A:1008129329289
 */
export function effectiveMeshSize(patchAreas: ArrayLike<number>, landscapeArea: number): number | Unknown {
  requireWithin('landscapeArea', landscapeArea, 0, Number.POSITIVE_INFINITY);
  if (landscapeArea === 0) return unknown('empty-landscape');
  let sum = 0;
  for (let i = 0; i < patchAreas.length; i += 1)
    sum += requireWithin('patchAreas', patchAreas[i]!, 0, Number.POSITIVE_INFINITY) ** 2;
  return sum / landscapeArea;
}

/** How far a species disperses: the probability `probability` at the distance `distanceMetres`. */
export interface Dispersal {
  readonly distanceMetres: number;
  /** 0.5 by default: a median dispersal distance. */
  readonly probability?: number;
}

/** Connectivity of a landscape and the part each patch has in it. */
export interface Connectivity {
  /** Probability of connectivity, 0..1. */
  readonly pc: number;
  /** Area of the one patch that would be as well connected, sqrt(PC) A, in the unit of the areas. */
  readonly equivalentArea: number;
  /** Percent of PC lost with each patch, in their order; they overlap and do not add up to 100. */
  readonly dpc: Float64Array;
}

/**
 * Probability of connectivity: PC = sum over i, j of a_i a_j p*_ij / A^2, p*_ij the most probable path from patch i to j,
 * over stepping stones where that helps; a step of d metres has p = exp(-k d). Products of p are sums of d, so p* comes
 * from shortest paths. dPC_i = 100 (PC - PC without i) / PC: after removal only paths that led through i are found
 * anew, so all removals together cost little more than n^3.
 *
 * @param areas a_i of n patches, >= 0
 * @param distances n x n metres, row by row, symmetric (`patchDistances`); Infinity where no step is possible
 * @param landscapeArea A, in the unit of the areas, at least their sum
 * @returns unknown `empty-landscape` for A = 0, `no-habitat` where no patch has area
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102`, Unsupported `E-DIA-106` for more than 1000 patches
 * @source Saura & Pascual-Hortal 2007, doi:10.1016/j.landurbplan.2007.03.005; equivalent area: Saura et al. 2011, doi:10.1016/j.ecolind.2010.06.011
 */
export function probabilityOfConnectivity(
  areas: ArrayLike<number>,
  distances: Float64Array,
  landscapeArea: number,
  { distanceMetres, probability = 0.5 }: Dispersal,
): Connectivity | Unknown {
  const n = areas.length;
  requireLength('connectivity', n * n, distances);
  if (n > MOST_PATCHES) {
    throw new AftermineError('Unsupported', 'E-DIA-106', {
      where: 'connectivity',
      expected: MOST_PATCHES,
      got: n,
    });
  }
  requireWithin('distanceMetres', distanceMetres, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  requireWithin('probability', probability, Number.MIN_VALUE, 1 - Number.EPSILON);
  let habitat = 0;
  for (let i = 0; i < n; i += 1) habitat += requireWithin('areas', areas[i]!, 0, Number.POSITIVE_INFINITY);
  if (landscapeArea === 0) return unknown('empty-landscape');
  // A thousandth of leeway: areas summed in another order may exceed the whole by rounding.
  requireWithin('landscapeArea', landscapeArea, habitat * 0.999, Number.POSITIVE_INFINITY);
  if (habitat === 0) return unknown('no-habitat');
  const k = -Math.log(probability) / distanceMetres;
  const paths = new ShortestPaths(distances, n);
  /** Part of the sum over pairs that goes with each patch: pairs it is an end of, and pairs whose path it carries. */
  const lost = new Float64Array(n);
  let whole = 0;
  for (let source = 0; source < n; source += 1) {
    const own = areas[source]!;
    paths.from(source);
    const { length, cut, lengthOfCut } = paths;
    for (let j = 0; j < n; j += 1) {
      const flow = own * areas[j]! * Math.exp(-k * length[j]!);
      whole += flow;
      lost[source]! += flow;
      if (j !== source) lost[j]! += flow;
    }
    for (let removed = 0; removed < n; removed += 1) {
      if (removed === source) continue;
      const count = paths.without(removed);
      for (let c = 0; c < count; c += 1) {
        const target = cut[c]!;
        const fell = Math.exp(-k * length[target]!) - Math.exp(-k * lengthOfCut[c]!);
        lost[removed]! += own * areas[target]! * fell;
      }
    }
  }
  const dpc = lost.map((sum) => (100 * sum) / whole);
  const pc = whole / landscapeArea ** 2;
  return { pc, equivalentArea: Math.sqrt(whole), dpc };
}
