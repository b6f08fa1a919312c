import { expect, test } from 'vitest';
import { internalRate } from './internal-rate.ts';

test('a hundred that come back as a hundred and ten after a year return ten per cent', () => {
  expect(internalRate([-100, 110])).toBeCloseTo(0.1, 12);
  // -100 + 60/(1+r) + 60/(1+r)^2 = 0: r = (3 + sqrt(69)) / 10 - 1
  expect(internalRate([-100, 60, 60])).toBeCloseTo((3 + Math.sqrt(69)) / 10 - 1, 12);
});

test('money that only goes, or only comes, has no rate', () => {
  expect(internalRate([-1, -2, -3])).toBeNull();
  expect(internalRate([1, 2])).toBeNull();
  expect(internalRate([])).toBeNull();
});
