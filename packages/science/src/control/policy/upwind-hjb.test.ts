import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { solveTracking } from '../../choice/index.ts';
import { type StateControl, solveHjb } from './upwind-hjb.ts';

/** Government alone of the linear-state game: A = 1.2 / .15 = 8, u = .6 * 8 / 2 = 2.4, V = 8 x + 5.76 / .05 ... */
const linear: StateControl = {
  discountRate: 0.05,
  effect: 0.6,
  effortCost: 2,
  effortLow: 0,
  effortHigh: 10,
  growth: (x) => -0.1 * x,
  payoff: (x) => 1.2 * x,
};

const tracker = {
  discountRate: 0.05,
  decay: 0.1,
  effect: 0.8,
  missCost: 1,
  effortCost: 0.5,
  target: 0.8,
  startQuality: 0.1,
};
const quadratic: StateControl = {
  discountRate: 0.05,
  effect: 0.8,
  effortCost: 0.5,
  effortLow: -5,
  effortHigh: 5,
  growth: (x) => -0.1 * x,
  payoff: (x) => -((x - 0.8) ** 2) / 2,
};

test('the linear case is its closed form V = A x + b^2 A^2 / (2 k rho), to rounding', () => {
  for (const cells of [20, 100, 400]) {
    const { states, values, efforts, residual } = solveHjb(linear, { low: 0, high: 20, cells });
    states.forEach((x, i) => {
      expect(values[i]).toBeCloseTo(8 * x + (0.36 * 64) / (2 * 2 * 0.05), 9);
      expect(efforts[i]).toBeCloseTo(2.4, 9);
    });
    expect(residual).toBeLessThan(1e-10);
  }
});

test('the error against the closed form of the quadratic case halves with the width of a cell', () => {
  const { curvature, slope, offset, policy } = solveTracking(tracker);
  const errors = [100, 200, 400, 800].map((cells) => {
    const { states, values, efforts } = solveHjb(quadratic, { low: 0, high: 1.5, cells });
    if (cells === 800)
      states.forEach((x, i) => {
        expect(Math.abs(efforts[i]! - (policy.constant - policy.feedback * x))).toBeLessThan(2e-3);
      });
    return Math.max(
      ...states.map((x, i) => Math.abs(values[i]! + (curvature * x ** 2) / 2 + slope * x + offset)),
    );
  });
  for (let k = 1; k < errors.length; k += 1) {
    expect(errors[k - 1]! / errors[k]!).toBeGreaterThan(1.9);
    expect(errors[k - 1]! / errors[k]!).toBeLessThan(2.15);
  }
  expect(errors.at(-1)).toBeLessThan(1e-3);
});

test('any growth: no other policy is worth more at any state, the equation holds, and more means more', () => {
  const { uniform } = chance(seedOf(11, 'upwind-hjb'));
  for (let round = 0; round < 40; round += 1) {
    const [a, b, c] = [uniform(), uniform(), 5 * uniform()];
    const control: StateControl = {
      discountRate: 0.02 + 0.1 * uniform(),
      effect: 0.1 + uniform(),
      effortCost: 0.5 + 3 * uniform(),
      effortLow: 0,
      effortHigh: 0.3 * uniform(),
      // 0 at 0, and below what any effort gives at 2
      growth: (x) => a * Math.sin(c * x) * x - (a + b + 0.2) * x ** 2,
      payoff: (x) => 2 * x - b * x ** 2,
    };
    const grid = { low: 0, high: 2, cells: 60 };
    const solved = solveHjb(control, grid);
    expect(solved.residual).toBeLessThan(1e-9);
    // A fixed effort is the best one where none other is allowed
    for (const share of [0, 0.3, 1]) {
      const fixed = share * control.effortHigh;
      const other = solveHjb({ ...control, effortLow: fixed, effortHigh: fixed }, grid);
      other.values.forEach((value, i) => {
        expect(value).toBeLessThanOrEqual(solved.values[i]! + 1e-9);
      });
    }
    const richer = solveHjb({ ...control, payoff: (x) => control.payoff(x) + 0.1 }, grid);
    richer.values.forEach((value, i) => {
      expect(value - solved.values[i]!).toBeCloseTo(0.1 / control.discountRate, 8);
    });
  }
});

test('refuses a grid the state would leave, and figures that make no problem', () => {
  const grid = { low: 0, high: 20, cells: 10 };
  expect(() => solveHjb({ ...linear, growth: () => 1 }, grid)).toThrow('E-CTL-501');
  expect(() => solveHjb({ ...linear, growth: () => -100 }, grid)).toThrow('E-CTL-501');
  expect(() => solveHjb(linear, { ...grid, cells: 1 })).toThrow('E-CHO-102');
  expect(() => solveHjb({ ...linear, effortHigh: -1 }, grid)).toThrow('E-CHO-102');
});
