import { type Unknown, unknown } from '../base/index.ts';
import { requireLength, requireWithin } from './model-input.ts';
import { type ThreatCombination, type ThreatDecay, threatReach } from './threat-reach.ts';

/** One threat to habitat. */
export interface HabitatThreat {
  /** Intensity r of every cell, 0..1; NaN counts as none. */
  readonly intensity: Float32Array;
  /** Weight against the other threats, > 0. */
  readonly weight: number;
  readonly maxDistanceMetres: number;
  readonly decay: ThreatDecay;
  /** Sensitivity S of every land code to it, 0..1, by code; a code it does not hold has none. */
  readonly sensitivity: ArrayLike<number>;
}

export interface HabitatGrid {
  readonly width: number;
  /** Side of a square cell, metres. */
  readonly cellSizeMetres: number;
  readonly combine?: ThreatCombination;
}

/** Reach of threats around mines, a starting point where nothing local is known. */
export interface ThreatDefault {
  readonly weight: number;
  readonly maxDistanceMetres: number;
  readonly decay: ThreatDecay;
  /** False: not checked against a publication. */
  readonly verified: false;
}

export const MINING_THREATS = {
  mine: { weight: 1, maxDistanceMetres: 6500, decay: 'exponential', verified: false },
  road: { weight: 0.6, maxDistanceMetres: 2500, decay: 'linear', verified: false },
  built: { weight: 0.8, maxDistanceMetres: 5000, decay: 'exponential', verified: false },
  crop: { weight: 0.5, maxDistanceMetres: 1500, decay: 'linear', verified: false },
} as const satisfies Readonly<Record<string, ThreatDefault>>;

/** Suitability H of kinds of land around mines; not checked against a publication. */
export const HABITAT_SUITABILITY = {
  forest: 1,
  shrub: 0.8,
  grass: 0.7,
  water: 0.9,
  crop: 0.3,
  mine: 0,
} as const;

/** Exponent z of the half-saturation curve, fixed by the model. */
const SCALING = 2.5;
/** Default half-saturation k of the model. */
export const HALF_SATURATION = 0.05;

/**
 * Degradation of every cell: D = sum over threats r of (w_r / sum of w) P_r beta S_r, P_r the pressure of the threat
 * there (`threatReach`), beta the accessibility, S_r the sensitivity of the cell's land code.
 *
 * @param land land code per cell, row by row
 * @param access beta, 0..1 per cell: 1 open to threats, 0 fully protected; 1 everywhere when null
 * @returns D; NaN where access is NaN
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102`
 * @source Natural Capital Project, InVEST user's guide, habitat quality
 */
export function habitatDegradation(
  land: Uint8Array | Uint16Array,
  threats: readonly HabitatThreat[],
  grid: HabitatGrid,
  access: Float32Array | null = null,
): Float32Array {
  const n = land.length;
  requireLength(
    'habitat-quality',
    n,
    ...threats.map(({ intensity }) => intensity),
    ...(access === null ? [] : [access]),
  );
  let weights = 0;
  for (const { weight } of threats)
    weights += requireWithin('weight', weight, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  const degradation = new Float32Array(n);
  for (const { intensity, weight, maxDistanceMetres, decay, sensitivity } of threats) {
    for (let code = 0; code < sensitivity.length; code += 1)
      requireWithin('sensitivity', sensitivity[code]!, 0, 1);
    const pressure = threatReach(intensity, { ...grid, maxDistanceMetres, decay });
    const share = weight / weights;
    for (let i = 0; i < n; i += 1) degradation[i]! += share * pressure[i]! * (sensitivity[land[i]!] ?? 0);
  }
  if (access !== null) for (let i = 0; i < n; i += 1) degradation[i]! *= access[i]!;
  return degradation;
}

/**
 * Quality of habitat: Q = H (1 - D^z / (D^z + k^z)), z = 2.5. At D = k half of the suitability is left.
 *
 * @param land land code per cell
 * @param suitability H of every land code, 0..1, by code; a code it does not hold is no data
 * @param degradation D of `habitatDegradation`; kept, not overwritten
 * @param k half-saturation, > 0; keep it the same for all scenarios compared, see `halfSaturation`
 * @returns 0..1; NaN for no data
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102`
 * @source Natural Capital Project, InVEST user's guide, habitat quality
 */
export function habitatQuality(
  land: Uint8Array | Uint16Array,
  suitability: ArrayLike<number>,
  degradation: Float32Array,
  k: number = HALF_SATURATION,
): Float32Array {
  const n = land.length;
  requireLength('habitat-quality', n, degradation);
  requireWithin('k', k, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  for (let code = 0; code < suitability.length; code += 1)
    requireWithin('suitability', suitability[code]!, 0, 1);
  const quality = new Float32Array(n);
  const half = k ** SCALING;
  for (let i = 0; i < n; i += 1) {
    const d = degradation[i]!;
    // d^2.5 by a square root: half the time of a power.
    const raised = d * d * Math.sqrt(d);
    quality[i] = ((suitability[land[i]!] ?? Number.NaN) * half) / (raised + half);
  }
  return quality;
}

/**
 * Half-saturation that spreads quality best: half of the greatest degradation. Derive it from the present state once
 * and use it for all scenarios; one k per scenario would hide the difference between them.
 *
 * @returns k, > 0; unknown `no-degradation` where nothing is degraded
 * @source Natural Capital Project, InVEST user's guide, habitat quality
 */
export function halfSaturation(degradation: Float32Array): number | Unknown {
  let most = 0;
  for (let i = 0; i < degradation.length; i += 1) if (degradation[i]! > most) most = degradation[i]!;
  return most > 0 ? most / 2 : unknown('no-degradation');
}
