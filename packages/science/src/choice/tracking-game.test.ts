import { expect, test } from 'vitest';
import { chance, seedOf } from '../base/index.ts';
import { solveTracking, type TrackingGame, trackingCost } from './tracking-game.ts';

const game: TrackingGame = {
  discountRate: 0.05,
  decay: 0.1,
  effect: 0.8,
  missCost: 1,
  effortCost: 0.5,
  target: 0.8,
  startQuality: 0.1,
};

test('the known curvature, with nothing left over in the equation it solves', () => {
  const { curvature: P } = solveTracking(game);
  expect(P).toBeCloseTo(0.7916056592, 10);
  expect(Math.abs((0.64 / 0.5) * P ** 2 + 0.25 * P - 1)).toBeLessThan(1e-14);
});

test('by hand: b = q = 1, r = 1, rho + 2d = 0 nearly: P = 1, quality settles near its target', () => {
  const easy = { ...game, discountRate: 1e-9, decay: 0, effect: 1, effortCost: 1, target: 2 };
  const { curvature, slope, policy, longRunQuality } = solveTracking(easy);
  expect(curvature).toBeCloseTo(1, 8);
  expect(slope).toBeCloseTo(-2, 8);
  expect(policy.feedback).toBeCloseTo(1, 8);
  expect(longRunQuality).toBeCloseTo(2, 8);
});

test('the cost of the policy is the value, and equals the integral stepped through', () => {
  const { policy, cost } = solveTracking(game);
  expect(trackingCost(game, policy)).toBeCloseTo(cost, 12);
  let [x, sum] = [game.startQuality, 0];
  const step = 1e-3;
  for (let n = 0; n < 400_000; n += 1) {
    const half = x + (step / 2) * (0.8 * (policy.constant - policy.feedback * x) - 0.1 * x);
    const u = policy.constant - policy.feedback * half;
    sum += (step * Math.exp(-0.05 * (n + 0.5) * step) * ((half - 0.8) ** 2 + 0.5 * u ** 2)) / 2;
    x += step * (0.8 * u - 0.1 * half);
  }
  expect(sum).toBeCloseTo(cost, 6);
});

test('any game: no other feedback or constant costs less', () => {
  const { uniform } = chance(seedOf(5, 'tracking'));
  for (let round = 0; round < 100; round += 1) {
    const any: TrackingGame = {
      discountRate: 0.01 + 0.1 * uniform(),
      decay: 0.5 * uniform(),
      effect: 0.1 + uniform(),
      missCost: 0.1 + 5 * uniform(),
      effortCost: 0.1 + 5 * uniform(),
      target: uniform(),
      startQuality: uniform(),
      push: round % 2 === 0 ? 0 : uniform() - 0.5,
    };
    const { policy, cost } = solveTracking(any);
    expect(trackingCost(any, policy)).toBeCloseTo(cost, 9);
    for (const by of [-0.05, -0.01, 0.01, 0.05]) {
      const feedback = { ...policy, feedback: policy.feedback * (1 + by) };
      const constant = { ...policy, constant: policy.constant * (1 + by) };
      expect(trackingCost(any, feedback)).toBeGreaterThanOrEqual(cost - 1e-12);
      expect(trackingCost(any, constant)).toBeGreaterThan(cost);
    }
  }
});

test('a push moves the zero of quality: the same problem for x - g / d', () => {
  // x' = b u + g - d x is y' = b u - d y for y = x - g / d
  const pushed = { ...game, push: 0.03 };
  const shifted = { ...game, target: 0.8 - 0.3, startQuality: 0.1 - 0.3 };
  expect(solveTracking(pushed).cost).toBeCloseTo(solveTracking(shifted).cost, 12);
  expect(solveTracking(pushed).longRunQuality).toBeCloseTo(solveTracking(shifted).longRunQuality + 0.3, 12);
});

test('refuses what does not settle', () => {
  expect(() => solveTracking({ ...game, effortCost: 0 })).toThrow('E-CHO-102');
  expect(() => trackingCost(game, { feedback: -1, constant: 0 })).toThrow('E-CHO-102');
});
