import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { controlSettingsSchema } from '../settings.ts';
import { type CurveKind, stepCurve } from './curve-step.ts';
import { filterUnit, startOf } from './filter-unit.ts';
import { madePromise } from './made-promise.fixture.ts';
import { particleFilter } from './particle-filter.fixture.ts';
import type { Sighting } from './types.ts';

const SERIES = 8;
const SEASONS = 10;
const PARTICLES = 4000;

describe('extended Kalman filter against a bootstrap particle filter of 2 x 4000 particles', () => {
  for (const kind of ['saturating', 'logistic'] as const)
    test(`means and spreads agree within Monte Carlo error on ${SERIES} seeded series (${kind})`, () => {
      const settings = { ...controlSettingsSchema.parse({}).filter, curve: kind };
      const apart = [0, 0, 0];
      const noise = [0, 0, 0];
      const width = [0, 0, 0];
      let n = 0;
      for (let seed = 0; seed < SERIES; seed += 1) {
        const one = drawnUnit(kind, seed, settings);
        const years = filterUnit(one, 2025 + SEASONS, settings);
        const seen = years.map(({ year }) => {
          const look = one.sightings.find((sighting) => sighting.year === year);
          return look === undefined || look.closeness === null ? null : look;
        });
        const start = startOf(one, kind).state;
        const [a, b] = [1, 2].map((run) =>
          particleFilter(start, seen, settings, PARTICLES, 100 * seed + run),
        );
        years.forEach(({ state }, i) => {
          n += 1;
          for (const j of [0, 1, 2] as const) {
            const sd = (a![i]!.sd[j] + b![i]!.sd[j]) / 2;
            apart[j]! += ((state.mean[j] - (a![i]!.mean[j] + b![i]!.mean[j]) / 2) / sd) ** 2;
            noise[j]! += ((a![i]!.mean[j] - b![i]!.mean[j]) / 2 / sd) ** 2;
            width[j]! += Math.sqrt(state.covariance[[0, 3, 5][j]!]!) / sd;
          }
        });
      }
      for (const j of [0, 1, 2] as const) {
        // Root mean square in standard deviations of the posterior: three times the error of the particles, and what a line costs.
        const [d, e] = [Math.sqrt(apart[j]! / n), Math.sqrt(noise[j]! / n)];
        expect(d).toBeLessThan(3 * e + (kind === 'saturating' ? 0.02 : 0.06));
        expect(Math.abs(width[j]! / n - 1)).toBeLessThan(0.04);
      }
    });
});

/** A unit whose truth is drawn from its own prior, seen in most seasons; none departs so far that the filter opens. */
function drawnUnit(kind: CurveKind, seed: number, settings: Parameters<typeof filterUnit>[2]) {
  for (let attempt = 0; ; attempt += 1) {
    const draw = chance(1000 * seed + attempt);
    const between = (low: number, high: number): number => low + (high - low) * draw.uniform();
    const promise = madePromise({
      readyAt: 2025,
      now: between(0.05, 0.3),
      after: { asymptote: between(0.65, 0.95), rate: between(0.08, 0.18) },
      survival: between(0.6, 0.9),
    });
    const { mean, covariance } = startOf({ promise, sightings: [] }, kind).state;
    let [r, logit, lnRate] = [
      promise.now,
      mean[1] + Math.sqrt(covariance[3]) * draw.normal(),
      mean[2] + Math.sqrt(covariance[5]) * draw.normal(),
    ];
    const variance = 0.0009;
    const look = (year: number): Sighting => ({
      year,
      closeness: r + Math.sqrt(variance) * draw.normal(),
      variance,
      pixels: 100,
      validShare: 1,
    });
    const sightings = [look(2025)];
    const step = new Float64Array(4);
    for (let year = 2026; year <= 2025 + SEASONS; year += 1) {
      stepCurve(kind, r, logit, lnRate, 1, step);
      r = step[0]! + settings.seasonNoise * draw.normal();
      logit += settings.drift * draw.normal();
      lnRate += settings.drift * draw.normal();
      if (draw.uniform() > 0.15) sightings.push(look(year));
    }
    const one = { promise, sightings };
    if (filterUnit(one, 2025 + SEASONS, settings).every(({ innovation }) => Math.abs(innovation ?? 0) < 2.8))
      return one;
  }
}
