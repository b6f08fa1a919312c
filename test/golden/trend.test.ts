import { readFileSync } from 'node:fs';
import { isUnknown } from '@aftermine/science/base';
import { mannKendall, seasonalMannKendall, type TrendOptions } from '@aftermine/science/series';
import { expect, test } from 'vitest';
import { describeWithData, golden } from '../golden.ts';

const path = golden('trend/bogra_rainfall_expected.json');

interface Expected {
  readonly p: number;
  readonly z: number;
  readonly Tau?: number;
  readonly s?: number;
  readonly var_s: number;
  readonly slope?: number;
}

describeWithData('Mann-Kendall reproduces nine published results on monthly rainfall', path, () => {
  const data = JSON.parse(readFileSync(path, 'utf8')) as {
    monthly: (number | null)[];
    expected: Record<string, Expected>;
  };
  const values = data.monthly.map((value) => value ?? Number.NaN);
  const times = values.map((_, i) => i);
  const near = (got: number, wanted: number): void =>
    expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1e-6, Math.abs(wanted)));
  const cases: readonly (readonly [name: string, options: TrendOptions])[] = [
    ['original_test', { method: 'original' }],
    ['hamed_rao_modification_test', { method: 'hamed-rao' }],
    ['hamed_rao_lag3', { method: 'hamed-rao', lag: 3 }],
    ['yue_wang_modification_test', { method: 'yue-wang' }],
    ['yue_wang_lag1', { method: 'yue-wang', lag: 1 }],
    ['pre_whitening_modification_test', { method: 'pre-whitening' }],
    ['trend_free_pre_whitening_modification_test', { method: 'trend-free-pre-whitening' }],
  ];
  for (const [name, options] of cases) {
    test(name, () => {
      const wanted = data.expected[name]!;
      const got = mannKendall(times, values, { ...options, time: 'positions' });
      if (isUnknown(got)) throw new Error('no answer');
      near(got.z, wanted.z);
      near(got.p, wanted.p);
      near(got.varS, wanted.var_s);
      if (wanted.s !== undefined) expect(got.s).toBe(wanted.s);
      if (wanted.Tau !== undefined) near(got.tau, wanted.Tau);
      if (wanted.slope !== undefined) near(got.slopePerYear, wanted.slope);
    });
  }
  for (const [name, correlated] of [
    ['seasonal_test_period12', false],
    ['correlated_seasonal_test_period12', true],
  ] as const) {
    test(name, () => {
      const wanted = data.expected[name]!;
      const got = seasonalMannKendall(values, 12, { correlated, time: 'positions' });
      if (isUnknown(got)) throw new Error('no answer');
      near(got.z, wanted.z);
      near(got.p, wanted.p);
      near(got.varS, wanted.var_s);
      expect(got.s).toBe(wanted.s);
      near(got.tau, wanted.Tau!);
      near(got.slopePerCycle, wanted.slope!);
    });
  }

  test('true time steps give the right slope where positions shrink time', () => {
    const got = mannKendall(times, values);
    if (isUnknown(got)) throw new Error('no answer');
    near(got.slopePerYear, -1 / 157);
    expect(got.slopePerYear.toFixed(8)).toBe('-0.00636943');
  });
});
