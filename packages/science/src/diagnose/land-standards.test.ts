import { expect, test } from 'vitest';
import { catalogue, unknown } from '../base/index.ts';
import { TARGET_LANDS } from '../site/index.ts';
import {
  assessLand,
  isWithin,
  LAND_CLASSES,
  LAND_INDICATORS,
  LAND_REGIONS,
  type LandClass,
  type LandIndicator,
  landClassOf,
  RECLAMATION_STANDARDS,
  TRIAL_STANDARD_1995,
} from './land-standards.ts';

test('a limit not read in the official text passes nothing and fails nothing', () => {
  for (const value of [10, 200]) {
    const { verdict, reason, inForce } = assessLand('loess-plateau', 'dry-farmland', 'soil-depth', value);
    expect(verdict).toBe('insufficient');
    expect(reason).toEqual(
      unknown('limit-not-verified', { source: 'TD/T 1036-2013, loess plateau', limit: '≥ 80' }),
    );
    expect(inForce).toMatchObject({ limit: { min: 80 }, verified: false });
  }
});

test('no value of TD/T 1036-2013 can pass, whatever the land, the indicator and the value', () => {
  for (const [region, standard] of Object.entries(RECLAMATION_STANDARDS))
    for (const [land, limits] of Object.entries(standard.limits))
      for (const [indicator, { min, max }] of Object.entries(limits))
        expect(
          assessLand(
            region as 'loess-plateau',
            land as LandClass,
            indicator as LandIndicator,
            ((min ?? max ?? 0) + (max ?? min ?? 0)) / 2,
          ).verdict,
        ).toBe('insufficient');
});

test('an official value that the project supplies decides, at its ends too', () => {
  const project = { 'soil-depth': { min: 80, source: 'TD/T 1036-2013, table D.8' } };
  const at = (value: number) => assessLand('loess-plateau', 'dry-farmland', 'soil-depth', value, project);
  expect([79.9, 80, 200].map((value) => at(value).verdict)).toEqual(['fail', 'pass', 'pass']);
  expect(at(80).inForce).toEqual({ limit: { min: 80 }, source: 'TD/T 1036-2013, table D.8', verified: true });
});

test('the standard of 1995 decides: slope of forest 35, pH of grass 5 to 9, bare rock below 30 %', () => {
  const at = (land: LandClass, indicator: LandIndicator, value: number) =>
    assessLand('trial-1995', land, indicator, value).verdict;
  expect([35, 35.1].map((value) => at('forest', 'slope', value))).toEqual(['pass', 'fail']);
  expect([4.9, 5, 9, 9.1].map((value) => at('other-grassland', 'ph', value))).toEqual([
    'fail',
    'pass',
    'pass',
    'fail',
  ]);
  expect([29.9, 30].map((value) => at('forest', 'bare-rock', value))).toEqual(['pass', 'fail']);
  expect(at('paddy', 'slope', 3)).toBe('pass');
});

test('no limit and no value are told apart', () => {
  expect(assessLand('tibetan-plateau', 'forest', 'ph', 7).reason).toEqual(
    unknown('no-land-limit', { land: 'forest', indicator: 'ph' }),
  );
  const missing = unknown('no-samples');
  expect(assessLand('trial-1995', 'forest', 'ph', missing)).toMatchObject({
    verdict: 'insufficient',
    reason: missing,
  });
  expect(() => assessLand('trial-1995', 'forest', 'ph', Number.NaN)).toThrow('E-DIA-102');
});

test('ranges are not turned round, and every name has its words in both languages', () => {
  const standards = [TRIAL_STANDARD_1995, ...Object.values(RECLAMATION_STANDARDS)];
  for (const { limits } of standards)
    for (const byIndicator of Object.values(limits))
      for (const limit of Object.values(byIndicator)) {
        expect(limit.min ?? limit.max).toBeDefined();
        expect(isWithin(((limit.min ?? limit.max!) + (limit.max ?? limit.min!)) / 2, { ...limit })).toBe(
          limit.exclusive !== true,
        );
      }
  const keys = [
    ...LAND_REGIONS.map((id) => `land-region.${id}`),
    ...LAND_CLASSES.map((id) => `land-class.${id}`),
    ...Object.keys(LAND_INDICATORS).map((id) => `land-indicator.${id}`),
  ];
  expect(keys.filter((key) => !(key in catalogue))).toEqual([]);
  expect(TARGET_LANDS.filter((target) => landClassOf(target) === null)).toEqual(['water', 'construction']);
});
