import { describe, expect, test } from 'vitest';
import { isUnknown, unknown } from '../base/index.ts';
import type { ObservationResult } from '../observe/index.ts';
import { noRecovery, recoveryIndicators } from './recovery-indicators.ts';

const YEARS = Array.from({ length: 11 }, (_, i) => 2010 + i);

/** A unit whose index goes 0.2 in 2010, rises by `rise` a year to 2016 and falls by `fall` a year after it. */
function observed(rise: number, fall: number): ObservationResult {
  const median = (year: number): number =>
    0.2 + rise * Math.min(year - 2010, 6) - fall * Math.max(0, year - 2016);
  const years = YEARS.map((year) => ({ year, median: median(year), validCount: 30 }));
  return {
    years: YEARS,
    fit: { gate: 'pass' },
    rsei: { boundary: years, units: { U1: years } },
    components: {},
    trajectories: {
      boundary: {},
      units: {
        U1: {
          index: 'nbr',
          vertices: [2010, 2016, 2020].map((year) => ({ year, value: median(year) })),
          gapToReference: { rsei: [{ year: 2020, gap: -0.3, low: -0.4, high: -0.2 }] },
        },
      },
      references: {},
    },
  } as unknown as ObservationResult;
}

const known = (result: ObservationResult, indicator: keyof ReturnType<typeof recoveryIndicators>): number => {
  const value = recoveryIndicators(result, 'U1', 2010)[indicator];
  if (isUnknown(value)) throw new Error(value.reason);
  return value.value;
};

describe('what an observation says of recovery', () => {
  test('half of what had grown is lost again: share 0.5', () => {
    // Up by 6 x 0.05 = 0.3, down by 4 x 0.0375 = 0.15.
    expect(known(observed(0.05, 0.0375), 'relapse-share')).toBeCloseTo(0.5, 12);
    // Below where it began counts as all, never more.
    expect(known(observed(0.05, 0.1), 'relapse-share')).toBe(1);
    expect(known(observed(0.05, 0), 'relapse-share')).toBe(0);
  });

  test('steady growth is its slope; the gap is that of the last year both were seen', () => {
    const steady = observed(0.03, -0.03);
    expect(known(steady, 'growth-since-reclaimed')).toBeCloseTo(0.03, 12);
    expect(known(steady, 'years-since-reclaimed')).toBe(10);
    const gap = recoveryIndicators(steady, 'U1', 2010)['index-gap'];
    expect(gap).toMatchObject({
      value: -0.3,
      low: -0.4,
      high: -0.2,
      evidence: { count: 30, source: 'rsei 2020' },
    });
  });

  test('nothing is claimed of land that was not reclaimed, did not grow, or was reclaimed too lately', () => {
    const flat = observed(0.005, 0);
    expect(recoveryIndicators(flat, 'U1', null)['relapse-share']).toEqual(unknown('not-reclaimed'));
    expect(recoveryIndicators(flat, 'U1', 2010)['relapse-share']).toEqual(unknown('nothing-grew'));
    expect(recoveryIndicators(flat, 'U1', 2018)['growth-since-reclaimed']).toEqual(
      unknown('too-few-years-since', { years: 3 }),
    );
    expect(recoveryIndicators(flat, 'nobody', 2010)).toEqual(noRecovery(unknown('no-observation')));
    expect(recoveryIndicators(null, 'U1', 2010)).toEqual(noRecovery(unknown('no-observation')));
  });
});
