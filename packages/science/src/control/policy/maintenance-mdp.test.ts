import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { maintenanceMdp, type UpkeepProblem, unitOutlook } from './maintenance-mdp.ts';
import { valueOfPolicy } from './solve-mdp.ts';
import { UNIT_STATES } from './unit-transitions.ts';

/**
 * Every band halves the gap to 1 and rate = (ln 2)^2, so each is left upwards with p = 1 - e^(-ln 2) = 1/2. Nothing fails.
 * beta = 1 / 1.25 = 0.8; 10 a year once self-sustaining, replanting costs 1.
 */
const byHand: UpkeepProblem = {
  discountRate: 0.25,
  recovery: { rate: Math.LN2 ** 2, asymptote: 1, survival: 1 },
  bands: { sparse: 0.5, established: 0.75, selfSustaining: 0.875 },
  shares: {
    naturalRate: 1,
    relapse: { sparse: 0, established: 0, selfSustaining: 0 },
    secondPlanting: 0.5,
    irrigation: { protects: 0, speeds: 0 },
  },
  benefitPerHa: { bare: 0, sparse: 0, established: 0, failed: 0, 'self-sustaining': 10 },
  costPerHa: { wait: 0, replant: 1, irrigate: 100, close: 100 },
  releasePerHa: { bare: 0, sparse: 0, established: 0, failed: 0, 'self-sustaining': 0 },
};

/** Money a hectare, illustrative. */
const problem: UpkeepProblem = {
  discountRate: 0.05,
  recovery: { rate: 0.15, asymptote: 0.9, survival: 0.8, lnRateSd: 0.3 },
  bands: { sparse: 0.15, established: 0.45, selfSustaining: 0.75 },
  shares: {
    naturalRate: 0.15,
    relapse: { sparse: 0.25, established: 0.06, selfSustaining: 0.01 },
    secondPlanting: 0.85,
    irrigation: { protects: 0.6, speeds: 0.3 },
  },
  benefitPerHa: { bare: 0, sparse: 600, established: 2000, failed: 0, 'self-sustaining': 3500 },
  costPerHa: { wait: 150, replant: 9000, irrigate: 1500, close: 300 },
  releasePerHa: { bare: 0, sparse: 0, established: 3000, failed: 0, 'self-sustaining': 12_000 },
};

test('the case solved by hand, to 1e-6', () => {
  const { advice, disagreementPerHa } = maintenanceMdp(byHand);
  const value = Object.fromEntries(advice.map(({ state, valuePerHa }) => [state, valuePerHa]));
  // 10 / .2; V = .8 (V + 50) / 2 = 100 / 3; V = .8 (V + 100 / 3) / 2 = 200 / 9; replanting at once: -1 + .8 * 200 / 9
  expect(value['self-sustaining']).toBeCloseTo(50, 6);
  expect(value['established']).toBeCloseTo(100 / 3, 6);
  expect(value['sparse']).toBeCloseTo(200 / 9, 6);
  expect(value['bare']).toBeCloseTo(-1 + 160 / 9, 6);
  // A second planting takes by half: (-1 + .4 * 200 / 9) / .6 = 13.15; waiting .4 * 200 / 9 / .6 = 400 / 27 is better
  expect(value['failed']).toBeCloseTo(400 / 27, 6);
  expect(advice.map(({ action }) => action)).toEqual(['replant', 'wait', 'wait', 'wait', 'wait']);
  expect(advice[0]!.marginPerHa).toBeCloseTo(-1 + 160 / 9 - 0.4 * (200 / 9) - 0.4 * (-1 + 160 / 9), 6);
  expect(disagreementPerHa).toBeLessThan(1e-8);
});

test('replanting pays up to a cost that follows by hand', () => {
  // 160 / 9 - 400 / 27 = 80 / 27 = 2.963
  const action = (replant: number) =>
    maintenanceMdp({ ...byHand, costPerHa: { ...byHand.costPerHa, replant } }).advice[0]!.action;
  expect(action(2.96)).toBe('replant');
  expect(action(2.97)).toBe('wait');
});

test('closing is worth the deposit and what the land goes on to bring', () => {
  const release = { ...byHand.releasePerHa, 'self-sustaining': 7 };
  const { advice } = maintenanceMdp({
    ...byHand,
    releasePerHa: release,
    costPerHa: { wait: 2, replant: 1, irrigate: 100, close: 1 },
  });
  expect(advice[4]).toMatchObject({ action: 'close' });
  expect(advice[4]!.valuePerHa).toBeCloseTo(50 + 7 - 1, 6);
});

test('illustrative figures: plant bare land, close what sustains itself', () => {
  const { advice } = maintenanceMdp(problem);
  expect(advice.map(({ state }) => state)).toEqual([...UNIT_STATES]);
  expect(advice[0]!.action).toBe('replant');
  expect(advice[4]!.action).toBe('close');
});

test('a unit that recovers fast by itself is not planted; one whose plants die is not planted again', () => {
  const action = (recovery: Partial<UpkeepProblem['recovery']>) =>
    maintenanceMdp({ ...problem, recovery: { ...problem.recovery, ...recovery } }).advice[0]!.action;
  expect(action({ rate: 0.5 })).toBe('wait');
  expect(action({ survival: 0.2 })).not.toBe('replant');
});

test('any unit: no policy of all 1024 is worth more in any state, and both ways agree', () => {
  const { uniform } = chance(seedOf(16, 'maintenance-mdp'));
  for (let round = 0; round < 4; round += 1) {
    const any: UpkeepProblem = {
      ...problem,
      recovery: { rate: 0.02 + 0.5 * uniform(), asymptote: 0.4 + 0.6 * uniform(), survival: uniform() },
      costPerHa: {
        wait: 300 * uniform(),
        replant: 15_000 * uniform(),
        irrigate: 3000 * uniform(),
        close: 500,
      },
    };
    const { advice, process, disagreementPerHa } = maintenanceMdp(any);
    const most = Math.max(...advice.map(({ valuePerHa }) => Math.abs(valuePerHa)));
    expect(disagreementPerHa).toBeLessThan(1e-10 * most + 1e-9);
    let excess = Number.NEGATIVE_INFINITY;
    for (let policy = 0; policy < 4 ** 5; policy += 1) {
      const actions = UNIT_STATES.map((_, s) => Math.floor(policy / 4 ** s) % 4);
      valueOfPolicy(process, actions).forEach((value, s) => {
        excess = Math.max(excess, value - advice[s]!.valuePerHa);
      });
    }
    expect(Math.abs(excess)).toBeLessThan(1e-6);
    expect(advice.every(({ marginPerHa }) => marginPerHa >= -1e-6)).toBe(true);
  }
});

test('the outlook sums to one each year, and starts where the unit stands', () => {
  const plan = maintenanceMdp(problem);
  const path = unitOutlook(plan, 'failed', 30);
  expect(path.length).toBe(31);
  expect(path[0]).toEqual([0, 0, 0, 1, 0]);
  for (const year of path) expect(year.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  // By hand, one year of replanting a failed unit: .8 * .85
  expect(plan.advice[3]!.action).toBe('replant');
  expect(path[1]![1]).toBeCloseTo(0.68, 12);
});

test('refuses a discount rate of zero and costs below zero', () => {
  expect(() => maintenanceMdp({ ...problem, discountRate: 0 })).toThrow('E-CHO-102');
  expect(() => maintenanceMdp({ ...problem, costPerHa: { ...problem.costPerHa, wait: -1 } })).toThrow(
    'E-CHO-102',
  );
});
