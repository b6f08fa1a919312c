import { describe, expect, test } from 'vitest';
import { chance, seedOf } from '../base/index.ts';
import {
  type GameMode,
  type LinearStateGame,
  playLinearStateGame,
  qualityAfter,
  valueOfEfforts,
} from './linear-state-game.ts';

/** rho .05, d .1: A_G = 1.2 / .15 = 8, A_E = .7 / .15 = 4 2/3. */
const game: LinearStateGame = {
  discountRate: 0.05,
  decay: 0.1,
  startQuality: 1,
  government: { effect: 0.6, benefit: 1.2, cost: 2 },
  enterprise: { effect: 0.8, benefit: 0.7, cost: 3 },
};

const withPublic: LinearStateGame = { ...game, public: { effect: 0.2, benefit: 0.3, cost: 1 } };

function withIncentive(outcomeIncentive: number): LinearStateGame {
  return { ...game, enterprise: { ...game.enterprise, outcomeIncentive } };
}

describe('known values', () => {
  test('nash', () => {
    const nash = playLinearStateGame(game, 'nash');
    expect(nash.efforts.government).toBeCloseTo(2.4, 10);
    expect(nash.efforts.enterprise).toBeCloseTo(1.2444444, 7);
    expect(nash.longRunQuality).toBeCloseTo(24.3555556, 7);
    expect(nash.values.government).toBeCloseTo(282.4888889, 7);
    expect(nash.values.enterprise).toBeCloseTo(185.5259259, 7);
    expect(nash.jointValue).toBeCloseTo(468.0148148, 7);
    expect(nash.values.public).toBe(0);
  });

  test('stackelberg', () => {
    const led = playLinearStateGame(game, 'stackelberg');
    expect(led.costShare).toBeCloseTo(0.5483871, 7);
    expect(led.values.government).toBeCloseTo(350.9925926, 7);
    expect(led.values.enterprise).toBeCloseTo(241.9407407, 7);
    expect(led.longRunQuality).toBeCloseTo(36.4444444, 7);
    expect(led.jointValue).toBeCloseTo(592.9333333, 7);
  });

  test('cooperative', () => {
    const joint = playLinearStateGame(game, 'cooperative');
    expect(joint.efforts.government).toBeCloseTo(3.8, 10);
    expect(joint.efforts.enterprise).toBeCloseTo(3.3777778, 7);
    expect(joint.longRunQuality).toBeCloseTo(49.8222222, 7);
    expect(joint.jointValue).toBeCloseTo(643.7481481, 7);
  });
});

test('values are the integrals they stand for', () => {
  for (const mode of ['nash', 'stackelberg', 'cooperative', 'altruistic'] as const) {
    const played = playLinearStateGame(withPublic, mode);
    const { efforts, costShare: s, values } = played;
    const costs = {
      government: efforts.government ** 2 + (s * 3 * efforts.enterprise ** 2) / 2,
      enterprise: ((1 - s) * 3 * efforts.enterprise ** 2) / 2,
      public: efforts.public ** 2 / 2,
    };
    for (const [name, benefit] of [
      ['government', 1.2],
      ['enterprise', 0.7],
      ['public', 0.3],
    ] as const) {
      // Simpson over 600 years; e^-30 is left
      const payoff = (year: number): number =>
        Math.exp(-0.05 * year) * (benefit * qualityAfter(withPublic, efforts, year) - costs[name]);
      let sum = 0;
      const step = 0.05;
      for (let k = 0; k < 6000; k += 1)
        sum +=
          (step / 3) * (payoff(2 * k * step) + 4 * payoff((2 * k + 1) * step) + payoff((2 * k + 2) * step));
      expect(sum).toBeCloseTo(values[name], 6);
    }
  }
});

test('nobody gains by leaving the Nash efforts alone', () => {
  const nash = playLinearStateGame(game, 'nash');
  for (const step of [-0.1, 0.1]) {
    // k step^2 / (2 rho): 2 * 0.01 / 0.1 = 0.2 and 3 * 0.01 / 0.1 = 0.3
    const { government, enterprise } = nash.efforts;
    const one = valueOfEfforts(game, {
      ...nash,
      efforts: { ...nash.efforts, government: government + step },
    });
    const other = valueOfEfforts(game, {
      ...nash,
      efforts: { ...nash.efforts, enterprise: enterprise + step },
    });
    expect(nash.values.government - one.values.government).toBeCloseTo(0.2, 10);
    expect(nash.values.enterprise - other.values.enterprise).toBeCloseTo(0.3, 10);
  }
});

/** Best share and leader's value over a grid, the follower answering each share with its own best effort. */
function gridOfShares(of: LinearStateGame, step: number): { share: number; value: number } {
  const { efforts } = playLinearStateGame(of, 'nash');
  let best = { share: 0, value: -Infinity };
  for (let n = 0; n * step < 0.999; n += 1) {
    const costShare = n * step;
    const enterprise = efforts.enterprise / (1 - costShare);
    const { government } = valueOfEfforts(of, { efforts: { ...efforts, enterprise }, costShare }).values;
    if (government > best.value) best = { share: costShare, value: government };
  }
  return best;
}

test('no share on a fine grid is better for the leader than the Stackelberg share', () => {
  const led = playLinearStateGame(game, 'stackelberg');
  const grid = gridOfShares(game, 1e-4);
  expect(Math.abs(grid.share - led.costShare)).toBeLessThan(1e-4);
  expect(grid.value).toBeLessThanOrEqual(led.values.government);
  expect(grid.value).toBeCloseTo(led.values.government, 4);
});

test('an enterprise that gains more than twice what government does gets no share', () => {
  const own = { ...game, enterprise: { ...game.enterprise, benefit: 2.5 } };
  const led = playLinearStateGame(own, 'stackelberg');
  expect(led.costShare).toBe(0);
  expect(gridOfShares(own, 1e-3).share).toBe(0);
  expect(led.values).toEqual(playLinearStateGame(own, 'nash').values);
});

test('any game: cooperation has the greatest sum, a lead at least what Nash gives both, and Nash no way out', () => {
  const { uniform } = chance(seedOf(4, 'linear-state-game'));
  for (let round = 0; round < 200; round += 1) {
    const player = () => ({ effect: uniform(), benefit: 2 * uniform(), cost: 0.5 + 3 * uniform() });
    const any: LinearStateGame = {
      discountRate: 0.01 + 0.1 * uniform(),
      decay: 0.01 + 0.3 * uniform(),
      startQuality: 5 * uniform(),
      government: player(),
      enterprise: player(),
      ...(round % 2 === 0 ? {} : { public: player() }),
      processSubsidy: 0.5 * uniform(),
    };
    const play = (mode: GameMode) => playLinearStateGame(any, mode);
    const [nash, led] = [play('nash'), play('stackelberg')];
    expect(led.values.government).toBeGreaterThanOrEqual(nash.values.government - 1e-9);
    expect(led.values.enterprise).toBeGreaterThanOrEqual(nash.values.enterprise - 1e-9);
    for (const name of ['government', 'enterprise', 'public'] as const)
      for (const factor of [0.7, 0.99, 1.01, 1.4]) {
        const effort = nash.efforts[name] * factor;
        const other = valueOfEfforts(any, { ...nash, efforts: { ...nash.efforts, [name]: effort } });
        expect(other.values[name]).toBeLessThanOrEqual(nash.values[name] + 1e-9);
      }
    const joint = play('cooperative').jointValue;
    for (const factor of [0.8, 1.2]) {
      const { efforts } = play('cooperative');
      const moved = { costShare: 0, efforts: { ...efforts, enterprise: efforts.enterprise * factor } };
      expect(valueOfEfforts(any, moved).jointValue).toBeLessThanOrEqual(joint + 1e-9);
    }
    expect(joint).toBeGreaterThanOrEqual(Math.max(nash.jointValue, led.jointValue) - 1e-9);
  }
});

describe('what the literature finds', () => {
  test('an outcome incentive makes cooperation the better choice of both: holds', () => {
    // Without it the enterprise loses by cooperating (127.5 against 185.5): it works for government's gain
    const gains = (of: LinearStateGame) => {
      const [joint, nash] = [playLinearStateGame(of, 'cooperative'), playLinearStateGame(of, 'nash')];
      return (['government', 'enterprise'] as const).map((name) => joint.values[name] - nash.values[name]);
    };
    expect(gains(game)[0]).toBeGreaterThan(0);
    expect(gains(game)[1]).toBeLessThan(0);
    for (const gain of gains(withIncentive(0.5))) expect(gain).toBeGreaterThan(0);
  });

  test('a process subsidy does not move government; it does move the enterprise, in cooperation as elsewhere', () => {
    // The finding that it hardly changes investment under cooperation does NOT hold here: E grows by 1 / (1 - omega)
    for (const mode of ['nash', 'cooperative'] as const) {
      const [plain, paid] = [game, { ...game, processSubsidy: 0.2 }].map(
        (of) => playLinearStateGame(of, mode).efforts,
      );
      expect(paid?.government).toBe(plain?.government);
      expect(paid!.enterprise / plain!.enterprise).toBeCloseTo(1.25, 12);
    }
  });

  test('altruism of both is a Pareto improvement; all the way only with an outcome incentive', () => {
    const altruist = (of: LinearStateGame, altruism: number): LinearStateGame => ({
      ...of,
      government: { ...of.government, altruism },
      enterprise: { ...of.enterprise, altruism },
    });
    const gains = (of: LinearStateGame, theta: number) => {
      const nash = playLinearStateGame(of, 'nash').values;
      const { values } = playLinearStateGame(altruist(of, theta), 'altruistic');
      return [values.government - nash.government, values.enterprise - nash.enterprise];
    };
    for (const theta of [0.1, 0.3]) for (const gain of gains(game, theta)) expect(gain).toBeGreaterThan(0);
    expect(Math.min(...gains(game, 1))).toBeLessThan(0);
    for (const theta of [0.1, 0.5, 1])
      for (const gain of gains(withIncentive(0.5), theta)) expect(gain).toBeGreaterThan(0);
  });

  test('altruism of one alone helps the other and costs the altruist', () => {
    const kind = { ...game, government: { ...game.government, altruism: 0.5 } };
    const [nash, given] = [playLinearStateGame(kind, 'nash'), playLinearStateGame(kind, 'altruistic')];
    expect(given.values.enterprise).toBeGreaterThan(nash.values.enterprise);
    expect(given.values.government).toBeLessThan(nash.values.government);
  });

  test('full altruism of all is cooperation', () => {
    const full: LinearStateGame = {
      ...withPublic,
      government: { ...withPublic.government, altruism: 1 },
      enterprise: { ...withPublic.enterprise, altruism: 1 },
      public: { ...withPublic.public!, altruism: 1 },
    };
    const [one, other] = (['altruistic', 'cooperative'] as const).map(
      (mode) => playLinearStateGame(full, mode).values,
    );
    for (const name of ['government', 'enterprise', 'public'] as const)
      expect(one![name]).toBeCloseTo(other![name], 9);
  });
});

describe('a process subsidy that government pays itself', () => {
  const own = (processSubsidy: number): LinearStateGame => ({
    ...game,
    processSubsidy,
    subsidyFrom: 'government',
  });

  test('is a transfer: one purse puts in and has what it did without', () => {
    for (const omega of [0.2, 0.6]) {
      const [plain, paid] = [game, own(omega)].map((of) => playLinearStateGame(of, 'cooperative'));
      expect(paid!.efforts).toEqual(plain!.efforts);
      expect(paid!.jointValue).toBeCloseTo(plain!.jointValue, 9);
      expect(paid!.values.government).toBeLessThan(plain!.values.government);
      expect(paid!.outsideOutlay).toBe(0);
    }
  });

  test('is counted in by a leader, who stops at the same share; beyond it nothing is added', () => {
    const led = playLinearStateGame(game, 'stackelberg');
    const paid = playLinearStateGame(own(0.2), 'stackelberg');
    // 0.2 + 0.8 s = 0.5483871
    expect(paid.costShare).toBeCloseTo(0.4354839, 7);
    expect(paid.efforts.enterprise).toBeCloseTo(led.efforts.enterprise, 12);
    expect(paid.values.government).toBeCloseTo(led.values.government, 9);
    expect(playLinearStateGame(own(0.7), 'stackelberg').costShare).toBe(0);
  });

  test('on their own the enterprise does more, and government pays for it', () => {
    const [plain, paid] = [game, own(0.2)].map((of) => playLinearStateGame(of, 'nash'));
    expect(paid!.efforts.enterprise / plain!.efforts.enterprise).toBeCloseTo(1.25, 12);
    // 0.2 * 3 E^2 / 2 a year
    const given = (0.2 * 3 * paid!.efforts.enterprise ** 2) / 2 / 0.05;
    const gained = (8 * 0.8 * (paid!.efforts.enterprise - plain!.efforts.enterprise)) / 0.05;
    expect(paid!.values.government - plain!.values.government).toBeCloseTo(gained - given, 9);
  });
});

test('a public that takes part adds its effort and its gain', () => {
  const [two, three] = [game, withPublic].map((of) => playLinearStateGame(of, 'nash'));
  // W = 0.2 * (0.3 / 0.15) / 1 = 0.4
  expect(three?.efforts.public).toBeCloseTo(0.4, 12);
  expect(three!.longRunQuality - two!.longRunQuality).toBeCloseTo((0.2 * 0.4) / 0.1, 10);
  expect(three!.values.government - two!.values.government).toBeCloseTo((8 * 0.2 * 0.4) / 0.05, 9);
});

test('what incentives cost whoever pays them is what the players get more', () => {
  const plain = { ...game, processSubsidy: 0.2 };
  const nash = playLinearStateGame(plain, 'nash');
  const unpaid = valueOfEfforts(game, nash);
  expect(nash.outsideOutlay).toBeCloseTo(nash.jointValue - unpaid.jointValue, 9);
  const incentive = playLinearStateGame(withIncentive(0.5), 'nash');
  expect(incentive.outsideOutlay).toBeCloseTo(
    incentive.jointValue - valueOfEfforts(game, incentive).jointValue,
    9,
  );
});

test('refuses rates and costs that make no game', () => {
  expect(() => playLinearStateGame({ ...game, discountRate: 0 }, 'nash')).toThrow('E-CHO-102');
  expect(() => playLinearStateGame({ ...game, processSubsidy: 1 }, 'nash')).toThrow('E-CHO-102');
  expect(() => playLinearStateGame({ ...game, government: { ...game.government, cost: 0 } }, 'nash')).toThrow(
    'E-CHO-102',
  );
});
