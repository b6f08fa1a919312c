import { type Unknown, unknown } from '../base/index.ts';
import { requireLength, requireWithin } from './model-input.ts';

/** Strength and weight of the ground above a plane parallel to the surface. */
export interface SlopeGround {
  /** Effective cohesion c', kPa, >= 0. */
  readonly cohesionKPa: number;
  /** Effective angle of friction, degrees, 0..60. */
  readonly frictionDegrees: number;
  /** Weight of the ground above the plane, kN/m3, 5..40. */
  readonly unitWeightKNPerM3: number;
  /** Depth of the plane, straight down, metres, > 0. */
  readonly depthMetres: number;
  /** Height of the water table above the plane, straight up, metres, 0..depth; flow parallel to the surface. */
  readonly waterHeightMetres: number;
}

/** Weight of water, kN/m3. */
export const WATER_UNIT_WEIGHT = 9.81;

/**
 * Factors above this are held at it: on gentle ground the formula grows without limit (level ground: infinite), and
 * beyond ten it says no more than "does not slide this way".
 */
export const LARGEST_FACTOR = 10;

/**
 * Factor of safety below which the screen asks for a look: 1.3, as the completion rule of the Pingshuo mine has it for
 * its landforms (after Kou 2017). Not a design limit.
 */
export const STABILITY_LIMIT = 1.3;

const RADIANS = Math.PI / 180;

/**
 * Factor of safety of an infinite slope, strength over load on a plane parallel to the surface:
 *
 *     FS = (c' + (gamma z cos^2 b - gamma_w h cos^2 b) tan phi) / (gamma z sin b cos b)
 *
 * With cohesion the formula rises again on very steep ground (a wall would be safe), which no ground does: beyond the angle
 * of its least value, tan b = sqrt((K + T) / K) with K = c' / gamma z and T the rest times tan phi, that value is held.
 *
 * A SCREEN, never a design check: it knows neither the length of the slope, nor its toe, nor layers, cracks, joints or
 * earthquakes.
 *
 * @param slopeDegrees b, 0..90
 * @returns unitless, 0..`LARGEST_FACTOR`
 * @throws InvalidInput `E-DIA-102`
 * @source Skempton & DeLory 1957, Proc. 4th Int. Conf. on Soil Mechanics and Foundation Engineering 2, 378-381
 */
export function infiniteSlopeFactor(slopeDegrees: number, ground: SlopeGround): number {
  requireWithin('slopeDegrees', slopeDegrees, 0, 90);
  return factorOf(slopeDegrees, termsOf(ground));
}

/**
 * `infiniteSlopeFactor` of every cell of a slope layer, with the same ground throughout.
 *
 * @param slopeDegrees 0..90; NaN is no data
 * @param out receives the result; may be the input
 * @returns unitless; NaN where the slope is no data
 * @throws InvalidInput `E-DIA-102`, Misaligned `E-DIA-101`
 */
export function infiniteSlopeFactorCells(
  slopeDegrees: Float32Array,
  ground: SlopeGround,
  out: Float32Array = new Float32Array(slopeDegrees.length),
): Float32Array {
  requireLength('slope-stability', slopeDegrees.length, out);
  const terms = termsOf(ground);
  for (let i = 0; i < out.length; i += 1) out[i] = factorOf(slopeDegrees[i]!, terms);
  return out;
}

/** K and T: FS = K / (sin b cos b) + T / tan b. */
interface Terms {
  readonly cohesive: number;
  readonly frictional: number;
}

function termsOf(ground: SlopeGround): Terms {
  const cohesion = requireWithin('cohesionKPa', ground.cohesionKPa, 0, Number.POSITIVE_INFINITY);
  const friction = requireWithin('frictionDegrees', ground.frictionDegrees, 0, 60);
  const weight = requireWithin('unitWeightKNPerM3', ground.unitWeightKNPerM3, 5, 40);
  const depth = requireWithin('depthMetres', ground.depthMetres, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  const water = requireWithin('waterHeightMetres', ground.waterHeightMetres, 0, depth);
  const load = weight * depth;
  // Where water bears more than the ground weighs, friction is lost, not turned round.
  const borne = Math.max(0, load - WATER_UNIT_WEIGHT * water);
  return { cohesive: cohesion / load, frictional: (borne / load) * Math.tan(friction * RADIANS) };
}

function factorOf(slopeDegrees: number, { cohesive, frictional }: Terms): number {
  // No data goes through; level ground without any strength (0 / 0) is as stable as other level ground.
  if (slopeDegrees === 0) return LARGEST_FACTOR;
  const gradient = Math.tan(slopeDegrees * RADIANS);
  const strength = cohesive + frictional;
  // FS = (K + T) / tan b + K tan b, K and T as in `infiniteSlopeFactor`; its least is 2 sqrt(K (K + T)).
  const factor =
    cohesive * gradient * gradient > strength
      ? 2 * Math.sqrt(cohesive * strength)
      : strength / gradient + cohesive * gradient;
  return factor > LARGEST_FACTOR ? LARGEST_FACTOR : factor;
}

/** What the screen says of one place. */
export interface StabilityScreen {
  /** `fails`: below 1; `watch`: below the limit; `passes`: the screen finds nothing. */
  readonly verdict: 'fails' | 'watch' | 'passes';
  readonly factor: number;
  readonly limit: number;
  /** The same ground without water and with the water table at the surface. */
  readonly dryFactor: number;
  readonly wetFactor: number;
}

/** Ground steeper than this does not slide on a plane parallel to it; the screen does not judge it. */
export const STEEPEST_SCREENED_DEGREES = 60;

/**
 * Screens one place for shallow sliding. Says what the ground would do dry and soaked as well, since the water table is
 * what is known least.
 *
 * @param slopeDegrees 0..90, or null where not known
 * @param ground strengths may be null: they are never assumed
 * @param limit `STABILITY_LIMIT` by default, >= 1
 * @returns the screen; unknown `slope-stability-slope` without a slope, `slope-stability-steep` above
 * `STEEPEST_SCREENED_DEGREES`, `slope-stability-strength` where cohesion, friction, weight, depth or water are not stated
 * @throws InvalidInput `E-DIA-102`
 */
export function screenSlope(
  slopeDegrees: number | null,
  ground: { readonly [K in keyof SlopeGround]: number | null },
  limit: number = STABILITY_LIMIT,
): StabilityScreen | Unknown {
  requireWithin('limit', limit, 1, LARGEST_FACTOR);
  if (slopeDegrees === null) return unknown('slope-stability-slope');
  requireWithin('slopeDegrees', slopeDegrees, 0, 90);
  if (slopeDegrees > STEEPEST_SCREENED_DEGREES)
    return unknown('slope-stability-steep', { slope: slopeDegrees, most: STEEPEST_SCREENED_DEGREES });
  const missing = Object.entries(ground).filter(([, value]) => value === null);
  if (missing.length > 0)
    return unknown('slope-stability-strength', { missing: missing.map(([name]) => name).join(', ') });
  const stated = ground as SlopeGround;
  const factor = infiniteSlopeFactor(slopeDegrees, stated);
  return {
    verdict: factor < 1 ? 'fails' : factor < limit ? 'watch' : 'passes',
    factor,
    limit,
    dryFactor: infiniteSlopeFactor(slopeDegrees, { ...stated, waterHeightMetres: 0 }),
    wetFactor: infiniteSlopeFactor(slopeDegrees, { ...stated, waterHeightMetres: stated.depthMetres }),
  };
}

/**
 * Angles at which reclaimed slopes of soil and of rock are stable, degrees: the range within which the right one depends on
 * the material. From the code for the design of open pits, clause 16.3.3, read in a transcript, not in the official
 * document, hence `verified: false`.
 */
export const STABLE_RECLAIMED_SLOPE = {
  soil: { fromDegrees: 20, toDegrees: 40 },
  rock: { fromDegrees: 30, toDegrees: 50 },
  verified: false,
} as const;

/**
 * Where a slope stands against `STABLE_RECLAIMED_SLOPE`: `gentler` than the range (stable whatever the material, so far as
 * the angle goes), `within` it (depends on the material), `steeper`.
 *
 * @param slopeDegrees 0..90
 * @throws InvalidInput `E-DIA-102`
 */
export function compareReclaimedSlope(
  slopeDegrees: number,
  material: 'soil' | 'rock',
): 'gentler' | 'within' | 'steeper' {
  requireWithin('slopeDegrees', slopeDegrees, 0, 90);
  const { fromDegrees, toDegrees } = STABLE_RECLAIMED_SLOPE[material];
  return slopeDegrees < fromDegrees ? 'gentler' : slopeDegrees <= toDegrees ? 'within' : 'steeper';
}
