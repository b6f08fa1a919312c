import { type Unknown, unknown } from '../base/index.ts';
import { boxOf, distanceToPolygonsM, isGeographic, type MultiPolygon } from '../site/index.ts';
import { requireWithin } from './model-input.ts';

/** Anything with a place: positions in the CRS of the unit, null where only the unit is known. */
export interface Placed {
  readonly x: number | null;
  readonly y: number | null;
  readonly unitId: string | null;
}

export interface Support<S> {
  /** Samples that speak for the unit: those in it, else those within the support distance. */
  readonly samples: readonly S[];
  /** Distance of the nearest sample from the outline, m; 0 inside; null without samples that have a place. */
  readonly nearestM: number | null;
  /** Null where the samples speak for the unit; else `no-samples`, `samples-of-other-units` or `nearest-sample`. */
  readonly reason: Unknown | null;
}

/**
 * The samples that speak for a unit. Samples inside it, or named as its own, do so alone; without any, those within
 * the support distance of its outline do. Beyond it nothing is said: the reason is `nearest sample 900 m`. A sample of
 * another unit never speaks for this one, however near: a dump and the pit beside it are different ground.
 *
 * @param geometry of the unit, in `crs`
 * @param supportM how far a sample speaks, m, >= 0
 * @throws InvalidInput `E-DIA-102`
 */
export function samplingSupport<S extends Placed>(
  samples: readonly S[],
  unitId: string,
  geometry: MultiPolygon,
  crs: string,
  supportM: number,
): Support<S> {
  requireWithin('supportM', supportM, 0, Infinity);
  const own = samples.filter((sample) => sample.unitId === unitId);
  if (own.length > 0) return { samples: own, nearestM: 0, reason: null };
  const [west, south, east, north] = boxOf(geometry);
  const inMetres = !isGeographic(crs);
  const near: S[] = [];
  let within = false;
  let nearestM = Infinity;
  let nearestOtherM = Infinity;
  for (const sample of samples) {
    const { x, y } = sample;
    if (x === null || y === null) continue;
    // The box is never farther than the outline: it settles most samples of a large site.
    const toBox = inMetres
      ? Math.hypot(Math.max(west - x, x - east, 0), Math.max(south - y, y - north, 0))
      : 0;
    const ofOther = sample.unitId !== null;
    if (toBox > supportM && toBox > (ofOther ? nearestOtherM : nearestM)) continue;
    const metres = distanceToPolygonsM([x, y], geometry, crs);
    if (ofOther) {
      nearestOtherM = Math.min(nearestOtherM, metres);
      continue;
    }
    if (metres === 0 && !within) {
      near.length = 0;
      within = true;
    }
    nearestM = Math.min(nearestM, metres);
    if (within ? metres === 0 : metres <= supportM) near.push(sample);
  }
  if (near.length > 0) return { samples: near, nearestM, reason: null };
  if (nearestOtherM <= supportM)
    return {
      samples: [],
      nearestM: nearestOtherM,
      reason: unknown('samples-of-other-units', { metres: Math.round(nearestOtherM) }),
    };
  nearestM = Math.min(nearestM, nearestOtherM);
  if (nearestM === Infinity) return { samples: [], nearestM: null, reason: unknown('no-samples') };
  return {
    samples: [],
    nearestM,
    reason: unknown('nearest-sample', { metres: Math.round(nearestM), support: supportM }),
  };
}
