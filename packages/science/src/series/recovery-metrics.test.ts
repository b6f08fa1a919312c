import { describe, expect, test } from 'vitest';
import { isUnknown } from '../base/index.ts';
import { type RecoveryOptions, recoveryMetrics } from './recovery-metrics.ts';
import { recoveryTarget } from './recovery-target.ts';

const from = (start: number, values: readonly number[]) => ({
  years: values.map((_, i) => start + i),
  values,
});
const metrics = (values: readonly number[], options: Partial<RecoveryOptions> = {}) =>
  recoveryMetrics(from(2010, values), {
    disturbanceYear: 2010,
    restorationYear: 2010,
    target: 100,
    ...options,
  });
const resultOf = (metric: { value: number } | { kind: 'unknown'; reason: string }): number | string =>
  'value' in metric ? metric.value : metric.reason;

describe('published oracles of recovery metrics', () => {
  test('Y2R is the first year at the share of the target', () => {
    expect(resultOf(metrics([70, 80]).Y2R)).toBe(1);
    expect(resultOf(metrics([80, 90]).Y2R)).toBe(0);
    expect(resultOf(metrics([60, 70]).Y2R)).toBe('not-recovered');
    expect(resultOf(metrics([80, 100], { target: 87, percent: 100 }).Y2R)).toBe(1);
    expect(resultOf(metrics([10, 19], { percent: 20 }).Y2R)).toBe('not-recovered');
  });

  test('dNBR is the gain after five years, YrYr a fifth of it', () => {
    const { dNBR, YrYr } = metrics([50, 60, 70, 80, 90, 100]);
    expect(resultOf(dNBR)).toBe(50);
    expect(resultOf(YrYr)).toBe(10);
  });

  test('RRI relates the gain to the loss', () => {
    // disturbance year 70, then restoration 60, 70, 60, 70, 80, 90, 100, 80 counted from restoration
    const series = {
      years: [2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016],
      values: [70, 60, 70, 80, 90, 100, 80, 80],
    };
    const options = { disturbanceYear: 2009, restorationYear: 2010, target: 100 };
    expect(resultOf(recoveryMetrics(series, options).RRI)).toBe(4);
    const rise = { years: [2009, 2010, 2011, 2012], values: [70, 60, 70, 120] };
    expect(resultOf(recoveryMetrics(rise, { ...options, afterYears: 2 }).RRI)).toBe(6);
    expect(
      resultOf(
        recoveryMetrics({ years: [2009, 2010, 2011], values: [70, 60, 70] }, { ...options, afterYears: 1 })
          .RRI,
      ),
    ).toBe(1);
  });

  test('R80P relates the fifth year to 80 percent of the target', () => {
    for (const [last, wanted] of [
      [80, 1],
      [120, 1.5],
      [60, 0.75],
    ] as const) {
      expect(resultOf(metrics([50, 50, 50, 50, 50, last]).R80P)).toBeCloseTo(wanted, 12);
    }
  });
});

describe('what the published code gets wrong', () => {
  test('a relapse after the first touch is told', () => {
    const { Y2R } = metrics([50, 85, 90, 60, 70, 90]);
    expect(Y2R).toMatchObject({ value: 1, sustained: false, relapseYear: 2013 });
    expect(metrics([50, 85, 90]).Y2R).toMatchObject({ value: 1, sustained: true, relapseYear: null });
  });

  test('80 percent of a negative target still lies below it', () => {
    expect(resultOf(metrics([-30, -12, -11.9], { target: -10 }).Y2R)).toBe(1);
    expect(resultOf(metrics([-30, -13, -12.5], { target: -10 }).Y2R)).toBe('not-recovered');
  });

  test('no loss gives no RRI, and a year beyond the series is too recent, never a number', () => {
    expect(resultOf(metrics([70, 70, 70, 70, 70, 90]).RRI)).toBe('no-disturbance');
    expect(resultOf(metrics([50, 60]).dNBR)).toBe('recovery-too-recent');
    expect(resultOf(metrics([50, 60, 70, 80, 90, Number.NaN, 95]).dNBR)).toBe('year-not-seen');
  });

  test('quartiles give intervals', () => {
    const series = { years: [2010, 2015], values: [50, 100], low: [45, 90], high: [55, 105] };
    expect(
      recoveryMetrics(series, { disturbanceYear: 2010, restorationYear: 2010, target: 100 }).dNBR,
    ).toEqual({ value: 50, low: 40, high: 55 });
  });

  test('adding a constant to series and target of dNBR changes nothing', () => {
    const values = [0.1, 0.2, 0.25, 0.3, 0.33, 0.4];
    const shifted = values.map((value) => value + 0.2);
    expect(resultOf(metrics(shifted).dNBR)).toBeCloseTo(resultOf(metrics(values).dNBR) as number, 12);
  });
});

test('targets: two years before, five years before, reference from restoration on', () => {
  const series = { years: [2003, 2004, 2005, 2006, 2007, 2008], values: [9, 8, Number.NaN, 6, 4, 1] };
  expect(recoveryTarget('historic', series, 2008)).toBe(5);
  expect(recoveryTarget('windowed', series, 2008)).toBe(7);
  expect(recoveryTarget('reference', series, 2007)).toBe(2.5);
  expect(isUnknown(recoveryTarget('historic', series, 1990))).toBe(true);
});
