import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { controlSettingsSchema } from '../settings.ts';
import { asymptoteOf } from './curve-step.ts';
import { filterUnit, OPENING, startOf } from './filter-unit.ts';
import { madeCase } from './made-promise.fixture.ts';
import type { FilterState } from './types.ts';

const settings = controlSettingsSchema.parse({}).filter;
const sd = (state: FilterState): number => Math.sqrt(state.covariance[0]);

describe('extended Kalman filter of one unit', () => {
  test('before anything is seen it expects what was promised, over the day on which the works stand', () => {
    const years = filterUnit(madeCase([0.2]), 2028, settings);
    // To 2026.5 without works, then half a year with them.
    const start = 0.3 - 0.1 * Math.exp(-0.04 * 1.5);
    const K = 0.8 * 0.8 + 0.2 * 0.3;
    const rate = (0.8 * 0.15 * (0.8 - start) + 0.2 * 0.04 * (0.3 - start)) / (K - start);
    expect(years[0]!.expected).toBeCloseTo(0.3 - 0.1 * Math.exp(-0.04), 9);
    expect(years[1]!.expected).toBeCloseTo(K - (K - start) * Math.exp(-rate * 0.5), 9);
    expect(years[1]!.year).toBe(2027);
  });

  test('every season that is missed widens the band, and one that is seen narrows it', () => {
    const years = filterUnit(madeCase([0.2, 0.21, null, null, null, 0.4]), 2030, settings);
    const widths = years.map(({ state }) => sd(state));
    expect(widths[1]).toBeGreaterThan(widths[0]!);
    expect(widths[2]).toBeGreaterThan(widths[1]!);
    expect(widths[3]).toBeGreaterThan(widths[2]!);
    expect(widths[4]).toBeLessThan(widths[3]!);
    expect(years[2]).toMatchObject({ seen: null, innovation: null });
  });

  test('a unit that grows faster than promised is found to: the rate rises', () => {
    const fast = Array.from({ length: 10 }, (_, i) => 0.75 - 0.55 * Math.exp(-0.3 * i));
    const years = filterUnit(madeCase(fast, { readyAt: 2025 }), 2034, settings);
    expect(Math.exp(years.at(-1)!.state.mean[2])).toBeGreaterThan(1.3 * 0.1456);
  });

  test('plants counted dead lower what is expected, before any picture does', () => {
    const one = madeCase([0.2]);
    const promised = startOf({ ...one, promise: { ...one.promise, readyAt: 2025 } }, 'saturating').state;
    const counted = startOf(
      { ...one, promise: { ...one.promise, readyAt: 2025 }, count: { alive: 40, dead: 160 } },
      'saturating',
    ).state;
    expect(asymptoteOf(counted.mean[1])).toBeLessThan(asymptoteOf(promised.mean[1]) - 0.1);
  });

  test('a departure beyond the limit is believed: closeness follows it and the asymptote opens', () => {
    const course = Array.from({ length: 8 }, (_, i) => 0.7 - 0.5 * Math.exp(-0.1456 * i));
    const years = filterUnit(madeCase([...course, 0.2], { readyAt: 2025 }), 2033, settings);
    const [before, last] = years.slice(-2) as [(typeof years)[number], (typeof years)[number]];
    expect(last.innovation).toBeLessThan(-OPENING);
    expect(Math.abs(last.state.mean[0] - 0.2)).toBeLessThan(0.02);
    expect(last.state.covariance[3]).toBeGreaterThan(before.state.covariance[3]);
  });

  test('the covariance stays positive definite through looks, gaps and leaps, 100 random units (Joseph)', () => {
    const draw = chance(8);
    for (let i = 0; i < 100; i += 1) {
      const seen = Array.from({ length: 20 }, () => (draw.uniform() < 0.3 ? null : 1.2 * draw.uniform()));
      for (const { state } of filterUnit(madeCase([0.2, ...seen]), 2045, settings)) {
        const [a, b, c, d, e, f] = state.covariance;
        expect(a).toBeGreaterThan(0);
        expect(a * d - b * b).toBeGreaterThan(0);
        expect(a * (d * f - e * e) - b * (b * f - e * c) + c * (b * e - d * c)).toBeGreaterThan(0);
      }
    }
  });
});
