import { expect, test } from 'vitest';
import { chance, seedOf } from '../../../base/index.ts';
import { type LinearStateGame, playLinearStateGame } from '../../../choice/index.ts';
import { planSettingsSchema } from '../../../plan/index.ts';
import {
  effortGames,
  greatestParetoAltruism,
  playAll,
  qualityPaths,
  subsidyOfOutlay,
} from './effort-plays.ts';
import { policySettingsSchema } from './policy-settings.ts';

const games = effortGames(planSettingsSchema.parse({}).games, 0.05, policySettingsSchema.parse({}));

test('the subsidy that costs an outlay, by hand and any', () => {
  // rho .05, k 3, E 1.2444: omega = .5 costs .5 / .25 * 3 * 1.2444^2 / .1 = 2 * 46.457
  const half = (0.5 / 0.25) * ((3 * 1.2444444444 ** 2) / 0.1);
  expect(subsidyOfOutlay(games.plain, half)).toBeCloseTo(0.5, 8);
  const { uniform } = chance(seedOf(21, 'subsidy-of-outlay'));
  for (let round = 0; round < 100; round += 1) {
    const player = () => ({ effect: 0.1 + uniform(), benefit: 0.1 + 2 * uniform(), cost: 0.5 + uniform() });
    const any: LinearStateGame = {
      discountRate: 0.01 + 0.1 * uniform(),
      decay: 0.01 + uniform(),
      startQuality: uniform(),
      government: player(),
      enterprise: player(),
    };
    const outlay = 500 * uniform();
    const processSubsidy = subsidyOfOutlay(any, outlay)!;
    const { outsideOutlay } = playLinearStateGame({ ...any, processSubsidy }, 'nash');
    expect(Math.abs(outsideOutlay - outlay)).toBeLessThan(1e-8 * (1 + outlay));
  }
  const idle = { ...games.plain, enterprise: { ...games.plain.enterprise, benefit: 0 } };
  expect(subsidyOfOutlay(idle, 10)).toBeNull();
});

test('altruism is a gain of both up to where one of them is back at its Nash value', () => {
  const limit = greatestParetoAltruism(games.plain);
  // To two digits as the methods page says
  expect(limit).toBeCloseTo(0.57, 2);
  const gainsAt = (altruism: number): number[] => {
    const kind: LinearStateGame = {
      ...games.plain,
      government: { ...games.plain.government, altruism },
      enterprise: { ...games.plain.enterprise, altruism },
    };
    const [given, nash] = [playLinearStateGame(kind, 'altruistic'), playLinearStateGame(kind, 'nash')];
    return (['government', 'enterprise'] as const).map((name) => given.values[name] - nash.values[name]);
  };
  expect(Math.min(...gainsAt(limit - 1e-3))).toBeGreaterThan(0);
  expect(Math.min(...gainsAt(limit + 1e-3))).toBeLessThan(0);
  expect(greatestParetoAltruism(games.incentive)).toBe(1);
});

test('paths start where the land stands and come to the long-run quality of their play', () => {
  const plays = playAll(games);
  for (const { play, quality } of qualityPaths(games, plays, 200)) {
    expect(quality[0]).toBe(1);
    expect(quality[200]).toBeCloseTo(plays[play].longRunQuality, 6);
    // x(1) = x_ss + (1 - x_ss) e^-0.1
    const settled = plays[play].longRunQuality;
    expect(quality[1]).toBeCloseTo(settled + (1 - settled) * Math.exp(-0.1), 10);
  }
});
