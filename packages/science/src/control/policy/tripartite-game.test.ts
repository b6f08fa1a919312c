import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { evolutionaryPath } from '../../choice/index.ts';
import {
  type TripartiteGame,
  tripartiteAdvantages,
  tripartiteCorners,
  tripartitePath,
  tripartitePayoffs,
} from './tripartite-game.ts';

const game: TripartiteGame = {
  supervisionCost: 3,
  fine: 4,
  reward: 1,
  loss: 5,
  qualityCost: 2.5,
  qualityBenefit: 1.5,
  reportCost: 0.3,
  reportReward: 1,
  exposure: 2,
  disrepute: 2,
  harm: 1.5,
};

test('the eight corners by hand', () => {
  // (0,0,0): F - Cg + L = 6, B - Cs = -1, Q - Ct = 1.2. (0,0,1): 6 + H - W = 7, D - 1 = 1, -1.2. (1,1,1): Cg + S, 1 - S - F, Ct
  const corners = tripartiteCorners(game);
  expect(corners.map(({ x, y, z }) => `${x}${y}${z}`)).toEqual([
    '000',
    '001',
    '010',
    '011',
    '100',
    '101',
    '110',
    '111',
  ]);
  const by = corners.map(({ eigenvalues }) => eigenvalues.map((value) => Math.round(value * 10) / 10));
  expect(by).toEqual([
    [6, -1, 1.2],
    [7, 1, -1.2],
    [-4, 1, -0.3],
    [-4, -1, 0.3],
    [-6, 4, 0.7],
    [-7, 4, -0.7],
    [4, -4, -0.3],
    [4, -4, 0.3],
  ]);
  expect(corners.every(({ kind }) => kind === 'unstable')).toBe(true);
});

test('without citizens it is the game of two, path and all', () => {
  const start = { x: 0.5, y: 0.4 };
  const two = evolutionaryPath(game, start, { until: 20 });
  const three = tripartitePath(game, { ...start, z: 0 }, { until: 20 });
  two.times.forEach((_, k) => {
    expect(three.x[k]).toBeCloseTo(two.x[k]!, 12);
    expect(three.y[k]).toBeCloseTo(two.y[k]!, 12);
  });
  expect(three.z.every((share) => share === 0)).toBe(true);
});

test('cheap reports take over from supervision: on average 1 - Ct / Q works well and (Cs - B) / D reports', () => {
  const { x, y, z } = tripartitePath(game, { x: 0.3, y: 0.6, z: 0.4 }, { until: 1500, step: 0.02, every: 5 });
  const mean = (shares: readonly number[]): number => {
    const late = shares.slice(shares.length / 3);
    return late.reduce((sum, share) => sum + share, 0) / late.length;
  };
  expect(mean(x)).toBeLessThan(1e-6);
  expect(mean(y)).toBeCloseTo(0.8, 2);
  expect(mean(z)).toBeCloseTo(0.5, 2);
});

test('any game: advantages are expected payoffs, eigenvalues those of the numeric Jacobian, shares stay shares', () => {
  const { uniform } = chance(seedOf(17, 'tripartite-game'));
  for (let round = 0; round < 100; round += 1) {
    const any = anyGame(uniform);
    const [x, y, z] = [uniform(), uniform(), uniform()];
    const [g, h, i] = tripartiteAdvantages(any, [x, y, z]);
    const weight = (share: number, strategy: 0 | 1): number => (strategy === 1 ? share : 1 - share);
    let [eg, eh, ei] = [0, 0, 0];
    for (const a of [0, 1] as const)
      for (const b of [0, 1] as const) {
        eg +=
          weight(y, a) *
          weight(z, b) *
          (tripartitePayoffs(any, 1, a, b)[0] - tripartitePayoffs(any, 0, a, b)[0]);
        eh +=
          weight(x, a) *
          weight(z, b) *
          (tripartitePayoffs(any, a, 1, b)[1] - tripartitePayoffs(any, a, 0, b)[1]);
        ei +=
          weight(x, a) *
          weight(y, b) *
          (tripartitePayoffs(any, a, b, 1)[2] - tripartitePayoffs(any, a, b, 0)[2]);
      }
    expect(eg).toBeCloseTo(g, 9);
    expect(eh).toBeCloseTo(h, 9);
    expect(ei).toBeCloseTo(i, 9);
    for (const corner of tripartiteCorners(any)) {
      const at = [corner.x, corner.y, corner.z] as const;
      corner.eigenvalues.forEach((value, k) => {
        // One-sided: a share cannot leave 0..1
        const step = at[k] === 0 ? 1e-7 : -1e-7;
        const moved = at.map((share, j) => (j === k ? share + step : share)) as [number, number, number];
        const speed = moved[k]! * (1 - moved[k]!) * tripartiteAdvantages(any, moved)[k]!;
        expect(speed / step).toBeCloseTo(value, 5);
      });
    }
    const path = tripartitePath(any, { x, y, z }, { until: 30, step: 0.02 });
    for (const shares of [path.x, path.y, path.z])
      for (const share of shares) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
  }
});

test('any game: all good work is never stable while it costs more than it brings and looking costs anything', () => {
  const { uniform } = chance(seedOf(18, 'tripartite-corners'));
  for (let round = 0; round < 200; round += 1) {
    const any = anyGame(uniform);
    if (any.qualityCost <= any.qualityBenefit) continue;
    for (const { y, kind } of tripartiteCorners(any)) if (y === 1) expect(kind).toBe('unstable');
  }
  expect(tripartiteCorners({ ...game, qualityBenefit: 3 })[2]?.kind).toBe('stable');
  expect(tripartiteCorners({ ...game, qualityBenefit: 2.5 })[2]?.kind).toBe('undecided');
});

test('refuses amounts below zero', () => {
  expect(() => tripartiteCorners({ ...game, harm: -1 })).toThrow('E-CHO-102');
  expect(() => tripartitePath(game, { x: 0.5, y: 0.5, z: 2 }, { until: 1 })).toThrow('E-CHO-102');
});

function anyGame(uniform: () => number): TripartiteGame {
  return {
    supervisionCost: 0.1 + 5 * uniform(),
    fine: 5 * uniform(),
    reward: 2 * uniform(),
    loss: 6 * uniform(),
    qualityCost: 1 + 3 * uniform(),
    qualityBenefit: 2 * uniform(),
    reportCost: 0.05 + uniform(),
    reportReward: 2 * uniform(),
    exposure: 3 * uniform(),
    disrepute: 4 * uniform(),
    harm: 3 * uniform(),
  };
}
