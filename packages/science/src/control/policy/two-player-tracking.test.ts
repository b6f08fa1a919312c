import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { solveTracking } from '../../choice/index.ts';
import {
  bestReply,
  solveJointTracking,
  solveTwoPlayerTracking,
  type TwoPlayerTracking,
  twoPlayerOutcome,
} from './two-player-tracking.ts';

const player = { effect: 0.8, missCost: 1, effortCost: 0.5, target: 0.8 };
const game: TwoPlayerTracking = {
  discountRate: 0.05,
  decay: 0.1,
  startQuality: 0.1,
  players: [player, { effect: 0.6, missCost: 0.6, effortCost: 0.4, target: 0.6 }],
};

test('two alike, by hand: 3 S P^2 + (rho + 2d) P = q', () => {
  // S = 0.64 / 0.5 = 1.28: P = (-0.25 + sqrt(0.0625 + 4 * 3.84)) / (2 * 3.84)
  const { curvatures, residual, iterations } = solveTwoPlayerTracking({ ...game, players: [player, player] });
  const P = (-0.25 + Math.sqrt(0.0625 + 15.36)) / 7.68;
  expect(curvatures[0]).toBeCloseTo(P, 14);
  expect(curvatures[1]).toBeCloseTo(P, 14);
  expect(residual).toBeLessThan(1e-14);
  expect(iterations).toBeLessThan(40);
});

test('a second player who can do almost nothing leaves the tracking problem of one', () => {
  const weak = { ...player, effect: 1e-9 };
  const { curvatures, slopes, costs } = solveTwoPlayerTracking({ ...game, players: [player, weak] });
  const alone = solveTracking({ ...player, discountRate: 0.05, decay: 0.1, startQuality: 0.1 });
  // The known curvature of one
  expect(curvatures[0]).toBeCloseTo(0.7916056592, 10);
  expect(slopes[0]).toBeCloseTo(alone.slope, 12);
  expect(costs[0]).toBeCloseTo(alone.cost, 12);
});

test('costs are the integrals stepped through', () => {
  const { policies, costs, longRunQuality } = solveTwoPlayerTracking(game);
  const sums = [0, 0];
  let x = game.startQuality;
  const step = 1e-3;
  for (let n = 0; n < 400_000; n += 1) {
    const rate = (at: number): number =>
      game.players.reduce(
        (sum, { effect }, i) => sum + effect * (policies[i]!.constant - policies[i]!.feedback * at),
        -game.decay * at,
      );
    const half = x + (step / 2) * rate(x);
    game.players.forEach(({ missCost, effortCost, target }, i) => {
      const u = policies[i]!.constant - policies[i]!.feedback * half;
      const weight = (step * Math.exp(-0.05 * (n + 0.5) * step)) / 2;
      sums[i] = sums[i]! + weight * (missCost * (half - target) ** 2 + effortCost * u ** 2);
    });
    x += step * rate(half);
  }
  expect(sums[0]).toBeCloseTo(costs[0], 6);
  expect(sums[1]).toBeCloseTo(costs[1], 6);
  expect(x).toBeCloseTo(longRunQuality, 9);
});

test('any game: the equations hold, each policy is the best reply, and no one-sided deviation costs less', () => {
  const { uniform } = chance(seedOf(8, 'two-player-tracking'));
  for (let round = 0; round < 200; round += 1) {
    const any = anyGame(uniform);
    const solution = solveTwoPlayerTracking(any);
    const { policies, costs } = solution;
    expect(solution.residual).toBeLessThan(1e-12 * (any.players[0].missCost + any.players[1].missCost));
    for (const own of [0, 1] as const) {
      const reply = bestReply(any, own, policies[own === 0 ? 1 : 0]);
      expect(reply.feedback).toBeCloseTo(policies[own].feedback, 9);
      expect(reply.constant).toBeCloseTo(policies[own].constant, 9);
      for (const by of [-0.05, -0.01, 0.01, 0.05])
        for (const part of ['feedback', 'constant'] as const) {
          const moved = { ...policies[own], [part]: policies[own][part] * (1 + by) };
          const other = twoPlayerOutcome(any, own === 0 ? [moved, policies[1]] : [policies[0], moved]);
          expect(other.costs[own]).toBeGreaterThan(costs[own]);
        }
    }
  }
});

test('any game: together the sum of costs is least', () => {
  const { uniform } = chance(seedOf(9, 'joint-tracking'));
  for (let round = 0; round < 100; round += 1) {
    const any = anyGame(uniform);
    const sum = (costs: readonly number[]): number => costs[0]! + costs[1]!;
    const { policies, costs } = solveJointTracking(any);
    expect(sum(costs)).toBeLessThanOrEqual(sum(solveTwoPlayerTracking(any).costs) + 1e-12);
    for (const own of [0, 1] as const)
      for (const by of [-0.02, 0.02])
        for (const part of ['feedback', 'constant'] as const) {
          const moved = { ...policies[own], [part]: policies[own][part] * (1 + by) };
          const other = twoPlayerOutcome(any, own === 0 ? [moved, policies[1]] : [policies[0], moved]);
          expect(sum(other.costs)).toBeGreaterThan(sum(costs) - 1e-12);
        }
  }
});

test('two who wait for each other stay further below the target than two who act as one', () => {
  const two: TwoPlayerTracking = { ...game, players: [player, player] };
  expect(solveTwoPlayerTracking(two).longRunQuality).toBeLessThan(solveJointTracking(two).longRunQuality);
  expect(solveJointTracking(two).longRunQuality).toBeLessThan(0.8);
});

test('refuses what does not settle', () => {
  const free = { ...player, effortCost: 0 };
  expect(() => solveTwoPlayerTracking({ ...game, players: [free, player] })).toThrow('E-CHO-102');
  expect(() => bestReply(game, 0, { feedback: -1, constant: 0 })).toThrow('E-CHO-102');
});

function anyGame(uniform: () => number): TwoPlayerTracking {
  const one = () => ({
    effect: 0.1 + uniform(),
    missCost: 0.1 + 5 * uniform(),
    effortCost: 0.1 + 5 * uniform(),
    target: 0.1 + uniform(),
  });
  return {
    discountRate: 0.01 + 0.1 * uniform(),
    decay: 0.5 * uniform(),
    startQuality: uniform(),
    players: [one(), one()],
  };
}
