import { isUnknown, type Unknown } from '../../base/index.ts';
import type { EffectSize, EventArm } from './effect-size.ts';
import { logRiskRatio } from './event-ratios.ts';

/**
 * Thirteen trials of the BCG vaccine against tuberculosis: Colditz et al. 1994, JAMA 271, 698-702,
 * doi:10.1001/jama.1994.03510330076038; figures as in Berkey et al. 1995, doi:10.1002/sim.4780140406.
 */
export const BCG: readonly (readonly [
  author: string,
  year: number,
  tpos: number,
  tneg: number,
  cpos: number,
  cneg: number,
  latitude: number,
  allocation: string,
])[] = [
  ['Aronson', 1948, 4, 119, 11, 128, 44, 'random'],
  ['Ferguson & Simes', 1949, 6, 300, 29, 274, 55, 'random'],
  ['Rosenthal et al', 1960, 3, 228, 11, 209, 42, 'random'],
  ['Hart & Sutherland', 1977, 62, 13536, 248, 12619, 52, 'random'],
  ['Frimodt-Moller et al', 1973, 33, 5036, 47, 5761, 13, 'alternate'],
  ['Stein & Aronson', 1953, 180, 1361, 372, 1079, 44, 'alternate'],
  ['Vandiviere et al', 1973, 8, 2537, 10, 619, 19, 'random'],
  ['TPT Madras', 1980, 505, 87886, 499, 87892, 13, 'random'],
  ['Coetzee & Berjak', 1968, 29, 7470, 45, 7232, 27, 'random'],
  ['Rosenthal et al', 1961, 17, 1699, 65, 1600, 42, 'systematic'],
  ['Comstock et al', 1974, 186, 50448, 141, 27197, 18, 'systematic'],
  ['Comstock & Webster', 1969, 5, 2493, 3, 2338, 33, 'systematic'],
  ['Comstock et al', 1976, 27, 16886, 29, 17825, 33, 'systematic'],
];

/** The trials as effects, log risk ratios unless another measure is given. */
export function bcgEffects(measure: (a: EventArm, b: EventArm) => EffectSize | Unknown = logRiskRatio) {
  return BCG.map(([author, year, tpos, tneg, cpos, cneg, moderator, group]) => {
    const effect = measure({ events: tpos, without: tneg }, { events: cpos, without: cneg });
    if (isUnknown(effect)) throw new Error(effect.reason);
    const { estimate, variance } = effect;
    return { study: `${author} ${year}`, estimate, variance, moderator, group };
  });
}
