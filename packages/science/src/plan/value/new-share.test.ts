import { unknown } from '@aftermine/science/base';
import { expect, test } from 'vitest';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { DerivedPackage } from '../packages/derive-packages.ts';
import { newShare } from './new-share.ts';

const unit = (recoveryNow: PlanUnit['recoveryNow'], target: PlanUnit['target'] = 'grassland'): PlanUnit =>
  ({ target, recoveryNow }) as PlanUnit;
const one = (use: object, mends: readonly object[] = []): DerivedPackage =>
  ({
    use: { land: 'grassland', needsDemand: false, asymptote: 0.8, ...use },
    mends,
  }) as unknown as DerivedPackage;

test('grass that grows already is no income of a fence', () => {
  expect(newShare(unit(0.8), one({}))).toBe(0);
  expect(newShare(unit(1), one({}))).toBe(0);
  expect(newShare(unit(0.2), one({}))).toBe(0.75);
  expect(newShare(unit(0), one({}))).toBe(1);
  expect(newShare(unit(unknown('no-observation')), one({}))).toBe(0.75);
});

test('what the land was not before is new: another use, a gate that had to be met, a use somebody wants', () => {
  expect(newShare(unit(1, 'forest'), one({}))).toBe(1);
  expect(newShare(unit(1), one({}, [{}]))).toBe(1);
  expect(newShare(unit(1), one({ needsDemand: true }))).toBe(1);
});
