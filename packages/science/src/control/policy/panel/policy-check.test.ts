import { expect, test } from 'vitest';
import { policyCheck } from './policy-check.ts';

test('holds up to its allowance and not beyond, whichever way it errs', () => {
  expect(policyCheck('path', 2, 2.5, 0.5)).toEqual({
    name: 'policy.check.path',
    expected: 2,
    got: 2.5,
    error: 0.5,
    within: 0.5,
    holds: true,
  });
  expect(policyCheck('path', 2, 1.4, 0.5).holds).toBe(false);
  expect(policyCheck('path', 2, Number.NaN, 0.5).holds).toBe(false);
});
