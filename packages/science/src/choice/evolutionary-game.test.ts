import { expect, test } from 'vitest';
import { chance, isUnknown, seedOf, unknown } from '../base/index.ts';
import {
  conservedQuantity,
  cornerEquilibria,
  type EvolutionaryGame,
  evolutionaryPath,
  mixedEquilibrium,
  replicatorPath,
} from './evolutionary-game.ts';

const game: EvolutionaryGame = {
  supervisionCost: 3,
  fine: 4,
  reward: 1,
  loss: 5,
  qualityCost: 2.5,
  qualityBenefit: 1.5,
};
const dynamic: EvolutionaryGame = { ...game, penalty: 'dynamic' };

function mixed(of: EvolutionaryGame) {
  const point = mixedEquilibrium(of);
  if (isUnknown(point)) throw new Error(point.reason);
  return point;
}

function conserved(of: EvolutionaryGame, x: number, y: number): number {
  const value = conservedQuantity(of, x, y);
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
}

test('the mixed point of a fixed fine is a centre', () => {
  // y* = (4 - 3 + 5) / 10, x* = 1 / 5
  const point = mixed(game);
  expect(point).toMatchObject({ kind: 'centre' });
  expect(point.x).toBeCloseTo(0.2, 12);
  expect(point.y).toBeCloseTo(0.6, 12);
  expect(point.eigenvalues[0].re).toBe(0);
  expect(point.period).toBeCloseTo(4.5344984, 7);
});

test('a small circle takes the period', () => {
  const { x, y, period } = mixed(game);
  const path = evolutionaryPath(
    game,
    { x: x + 1e-4, y },
    { until: period!, step: period! / 2000, every: 2000 },
  );
  expect(path.x.at(-1)).toBeCloseTo(x + 1e-4, 7);
  expect(path.y.at(-1)).toBeCloseTo(y, 7);
});

test('what is conserved drifts by less than 1e-7 over 200 units of time, near the rim too', () => {
  for (const start of [
    { x: 0.5, y: 0.5 },
    { x: 0.05, y: 0.05 },
  ]) {
    const path = evolutionaryPath(game, start, { until: 200 });
    const first = conserved(game, start.x, start.y);
    let drift = 0;
    path.times.forEach((_, k) => {
      drift = Math.max(drift, Math.abs(conserved(game, path.x[k]!, path.y[k]!) - first));
    });
    expect(path.times.at(-1)).toBeCloseTo(200, 9);
    expect(drift).toBeLessThan(1e-7);
  }
  expect(conservedQuantity(dynamic, 0.5, 0.5)).toEqual(unknown('nothing-conserved'));
});

test('one population by hand: a constant gain makes a logistic curve', () => {
  // s' = s (1 - s) 0.7: ln(s / (1 - s)) grows by 0.7 a unit of time
  const { times, shares } = replicatorPath(() => [0.7], [0.2], { until: 5, step: 0.05, every: 20 });
  times.forEach((t, k) => {
    expect(shares[0]![k]).toBeCloseTo(1 / (1 + 4 * Math.exp(-0.7 * t)), 12);
  });
  expect(times.length).toBe(6);
});

test('any four populations: shares stay shares, however hard they are pushed', () => {
  const { uniform } = chance(seedOf(22, 'replicator-path'));
  for (let round = 0; round < 15; round += 1) {
    const pushes = Array.from({ length: 16 }, () => 200 * (uniform() - 0.5));
    const gains = (s: readonly number[]): number[] =>
      s.map((_, i) => s.reduce((sum, share, j) => sum + pushes[4 * i + j]! * (share - 0.5), 0));
    const start = [uniform(), uniform(), 0, 1];
    const { shares } = replicatorPath(gains, start, { until: 20 });
    for (const path of shares)
      for (const share of path) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    expect([shares[2]!.at(-1), shares[3]!.at(-1)]).toEqual([0, 1]);
  }
});

test('nobody and everybody stay so', () => {
  const path = evolutionaryPath(game, { x: 0, y: 1 }, { until: 5 });
  expect(path.x.at(-1)).toBe(0);
  expect(path.y.at(-1)).toBe(1);
});

test('a dynamic fine makes it a focus that draws in', () => {
  const point = mixed(dynamic);
  expect(point.kind).toBe('stable');
  expect(point.x).toBeCloseTo(1 / 3, 12);
  expect(point.y).toBeCloseTo(1 / 2, 12);
  expect(point.eigenvalues[0].re).toBeCloseTo(-0.1666667, 7);
  expect(point.eigenvalues[0].im).toBeCloseTo(1.280191, 7);
  const path = evolutionaryPath(dynamic, { x: 0.6, y: 0.2 }, { until: 200 });
  expect(path.x.at(-1)).toBeCloseTo(1 / 3, 9);
  expect(path.y.at(-1)).toBeCloseTo(1 / 2, 9);
});

test('corners by hand, and full supervision with full quality is never stable', () => {
  const [none, onlyQuality, onlySupervision, both] = cornerEquilibria(game);
  // (0,0): F - Cg + L = 6, B - Cs = -1. (0,1): -Cg - S = -4, 1. (1,0): -6, S + F - 1 = 4. (1,1): Cg + S = 4, -4
  expect(none?.eigenvalues.map(({ re }) => re)).toEqual([6, -1]);
  expect(onlyQuality?.eigenvalues.map(({ re }) => re)).toEqual([-4, 1]);
  expect(onlySupervision?.eigenvalues.map(({ re }) => re)).toEqual([-6, 4]);
  expect(both?.eigenvalues.map(({ re }) => re)).toEqual([4, -4]);
  const { uniform } = chance(seedOf(6, 'corners'));
  for (let round = 0; round < 100; round += 1) {
    const any = anyGame(uniform);
    for (const of of [any, { ...any, penalty: 'dynamic' as const }]) {
      expect(cornerEquilibria(of)[3]?.eigenvalues[0].re).toBeGreaterThan(0);
      expect(cornerEquilibria(of)[3]?.kind).toBe('unstable');
    }
  }
});

test('any game: the mixed point stands still and the eigenvalues are those of the numeric Jacobian', () => {
  const { uniform } = chance(seedOf(7, 'mixed'));
  let seen = 0;
  for (let round = 0; round < 400; round += 1) {
    const any = { ...anyGame(uniform), penalty: round % 2 === 0 ? ('fixed' as const) : ('dynamic' as const) };
    const point = mixedEquilibrium(any);
    if (isUnknown(point)) continue;
    seen += 1;
    expect(point.kind).toBe(any.penalty === 'fixed' ? 'centre' : 'stable');
    const slope = (x: number, y: number): [number, number] => {
      const h = 1e-7;
      const path = evolutionaryPath(any, { x, y }, { until: h, step: h, every: 1 });
      return [(path.x[1]! - x) / h, (path.y[1]! - y) / h];
    };
    const [dx, dy] = slope(point.x, point.y);
    expect(Math.abs(dx)).toBeLessThan(1e-7);
    expect(Math.abs(dy)).toBeLessThan(1e-7);
    const e = 1e-4;
    const byX = [0, 1].map(
      (k) => (slope(point.x + e, point.y)[k]! - slope(point.x - e, point.y)[k]!) / (2 * e),
    );
    const byY = [0, 1].map(
      (k) => (slope(point.x, point.y + e)[k]! - slope(point.x, point.y - e)[k]!) / (2 * e),
    );
    const [one, two] = point.eigenvalues;
    expect(byX[0]! + byY[1]!).toBeCloseTo(one.re + two.re, 3);
    const product = one.im === 0 ? one.re * two.re : one.re ** 2 + one.im ** 2;
    expect(byX[0]! * byY[1]! - byX[1]! * byY[0]!).toBeCloseTo(product, 3);
  }
  expect(seen).toBeGreaterThan(50);
});

test('where good work pays of itself there is no mixed point', () => {
  expect(mixedEquilibrium({ ...game, qualityBenefit: 3 })).toEqual(unknown('no-mixed-equilibrium'));
  expect(mixedEquilibrium({ ...game, fine: 0, reward: 0, loss: 0 })).toEqual(unknown('no-mixed-equilibrium'));
  // Then everybody works well and nobody supervises
  expect(cornerEquilibria({ ...game, qualityBenefit: 3 })[1]?.kind).toBe('stable');
});

test('refuses negative amounts and shares outside 0..1', () => {
  expect(() => mixedEquilibrium({ ...game, fine: -1 })).toThrow('E-CHO-102');
  expect(() => evolutionaryPath(game, { x: 1.1, y: 0 }, { until: 1 })).toThrow('E-CHO-102');
  expect(() => evolutionaryPath(game, { x: 0.1, y: 0 }, { until: 1, step: 0 })).toThrow('E-CHO-102');
});

function anyGame(uniform: () => number): EvolutionaryGame {
  return {
    supervisionCost: 0.1 + 5 * uniform(),
    fine: 5 * uniform(),
    reward: 0.1 + 2 * uniform(),
    loss: 6 * uniform(),
    qualityCost: 1 + 3 * uniform(),
    qualityBenefit: 2 * uniform(),
  };
}
