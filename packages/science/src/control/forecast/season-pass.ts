import type { ControlSettings } from '../settings.ts';
import { commonShift, noiseOf, type SeasonMiddle } from './common-season.ts';
import { PRIOR } from './curve-prior.ts';
import { advance, correct } from './filter-kernel.ts';
import { type FilterTracks, STATE } from './filter-tracks.ts';
import { OPENED } from './filter-unit.ts';
import type { PackedLooks } from './packed-looks.ts';

/** What one season after another is written to; season by season, units within. Loops are apart so that each compiles by itself. */
export interface SeasonPass {
  readonly looks: PackedLooks;
  readonly tracks: FilterTracks;
  readonly expected: Float64Array;
  readonly expectedSd: Float64Array;
  readonly innovation: Float64Array;
  readonly common: Float64Array;
  /** Room for the standardised departures of a season. */
  readonly departures: Float64Array;
}

/** All units to the next season without looking. */
export function expectSeason(
  { tracks }: SeasonPass,
  year: number,
  settings: ControlSettings['filter'],
  noise: number,
): void {
  const { at, from, since, rest } = tracks;
  const { curve } = settings;
  const q = (noise * settings.seasonNoise) ** 2;
  const d = settings.drift ** 2;
  const step = new Float64Array(4);
  for (let u = 0; u < from.length; u += 1) {
    if (from[u]! >= year) continue;
    const dt = rest[u]!;
    advance(curve, at, u * STATE, dt, q, d, step);
    since[u]! += dt;
    rest[u] = 1;
  }
}

/** What is expected of a season, and how far each unit that was seen departs from it; returns how many were. */
export function departSeason(pass: SeasonPass, year: number, noise: number): number {
  const { expected, expectedSd, common, departures } = pass;
  const { seen, variance, firstYear } = pass.looks;
  const { at, from } = pass.tracks;
  const w2 = noise * noise;
  const row = (year - firstYear) * from.length;
  let units = 0;
  for (let u = 0; u < from.length; u += 1) {
    if (from[u]! >= year) continue;
    const i = row + u;
    const r = at[u * STATE]!;
    const P = at[u * STATE + 3]!;
    const z = seen[i]!;
    expected[i] = r;
    common[i] = 0;
    if (Number.isNaN(z)) {
      expectedSd[i] = Math.sqrt(P);
      continue;
    }
    const sd = Math.sqrt(P + variance[i]! * w2);
    expectedSd[i] = sd;
    departures[units] = (z - r) / sd;
    units += 1;
  }
  return units;
}

/** Corrects all units that were seen; returns what the season adds to the noise so far. */
export function correctSeason(
  pass: SeasonPass,
  year: number,
  noise: number,
  spread: number,
  middle: SeasonMiddle,
): number {
  const { expectedSd, innovation, common } = pass;
  const { seen, firstYear } = pass.looks;
  const { at, from, priors, opened } = pass.tracks;
  const row = (year - firstYear) * from.length;
  const look = new Float64Array(4);
  let loud = 0;
  for (let u = 0; u < from.length; u += 1) {
    const i = row + u;
    const z = seen[i]!;
    if (Number.isNaN(z) || from[u]! >= year) continue;
    const o = u * STATE;
    const told = expectedSd[i]!;
    const gap = z - at[o]!;
    const shift = commonShift(middle, gap / told) * told;
    const sd = spread * told;
    const nu = (gap - shift) / sd;
    common[i] = shift;
    expectedSd[i] = sd;
    innovation[i] = nu;
    loud += noiseOf(nu * spread);
    look[0] = gap - shift;
    look[1] = sd * sd;
    look[2] = nu;
    look[3] = OPENED * priors[u * PRIOR + 2]!;
    if (correct(at, o, look)) opened[u] = 1;
  }
  return noise * noise * loud;
}
