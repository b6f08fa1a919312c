import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { concessionWorth, playConcession } from '../../choice/index.ts';
import { type IndustryGame, playIndustryConcession } from './industry-concession.ts';

const game: IndustryGame = {
  land: {
    discountRate: 0.05,
    decay: 0.1,
    startQuality: 1,
    government: { effect: 0.6, benefit: 1.2, cost: 2 },
    enterprise: { effect: 0.8, benefit: 0.7, cost: 3 },
  },
  industry: {
    effect: 0.5,
    cost: 2,
    income: 0.5,
    publicIncome: 0.2,
    decay: 0.15,
    fromRestoration: 0.1,
    startQuality: 0,
  },
};

test('efforts at the start by hand', () => {
  // al .15, be .2, s 10: e^-1.5, e^-2; (1 - e^-1.5) / .15 = 5.1791323, (e^-2 - e^-1.5) / (.15 - .2) = 1.7558978
  const { efforts } = playIndustryConcession(game, 'nash', 10).years[0]!;
  const fed = (0.1 / 0.2) * (5.1791323 - 1.7558978);
  expect(efforts.industry).toBeCloseTo(((0.5 / 2) * 0.5 * (1 - Math.exp(-2))) / 0.2, 12);
  expect(efforts.enterprise).toBeCloseTo((0.8 / 3) * (0.7 * 5.1791323 + 0.5 * fed), 6);
  expect(efforts.government).toBeCloseTo((0.6 / 2) * (8 + 0.2 * fed), 6);
});

test('without an industry it is the concession of the linear-state game', () => {
  const idle = { ...game.industry, effect: 0, income: 0, publicIncome: 0 };
  for (const mode of ['nash', 'cooperative'] as const) {
    const [one, other] = [
      playIndustryConcession({ ...game, industry: idle }, mode, 12),
      playConcession(game.land, mode, 12),
    ];
    expect(one.values.government).toBeCloseTo(other.values.government, 6);
    expect(one.values.enterprise).toBeCloseTo(other.values.enterprise, 6);
    one.years.slice(0, 12).forEach(({ quality, efforts }, year) => {
      expect(quality).toBeCloseTo(other.years[year]!.quality, 7);
      expect(efforts.enterprise).toBeCloseTo(other.years[year]!.efforts.enterprise, 12);
    });
  }
  expect(concessionWorth(game.land, 12, 12)).toBe(0);
});

test('where both decay alike nothing jumps', () => {
  const at = (decay: number): number =>
    playIndustryConcession({ ...game, industry: { ...game.industry, decay } }, 'nash', 10).years[0]!.efforts
      .enterprise;
  expect(at(0.1)).toBeCloseTo((at(0.1 - 1e-5) + at(0.1 + 1e-5)) / 2, 9);
});

test('any game: leaving an own effort by a share loses that share squared of its cost, and nothing gains', () => {
  // The payoff is quadratic in an own effort with curvature k alone: J loses int e^(-rho t) k (share E)^2 / 2
  const { uniform } = chance(seedOf(10, 'industry-concession'));
  for (let round = 0; round < 30; round += 1) {
    const any = round === 0 ? game : anyGame(uniform);
    const years = 1 + Math.floor(30 * uniform());
    const { values, costs } = playIndustryConcession(any, 'nash', years);
    for (const share of [-0.1, 0.1])
      for (const [effort, player] of [
        ['enterprise', 'enterprise'],
        ['industry', 'enterprise'],
      ] as const) {
        const moved = playIndustryConcession(any, 'nash', years, { [effort]: 1 + share });
        const lost = values[player] - moved.values[player];
        expect(Math.abs(lost - share ** 2 * costs[effort])).toBeLessThan(1e-6 * (1 + costs[effort]));
      }
    const together = playIndustryConcession(any, 'cooperative', years);
    const sum = (of: typeof together): number => of.values.government + of.values.enterprise;
    for (const effort of ['government', 'enterprise', 'industry'] as const)
      for (const share of [-0.1, 0.1]) {
        const moved = playIndustryConcession(any, 'cooperative', years, { [effort]: 1 + share });
        expect(sum(moved)).toBeLessThanOrEqual(sum(together) + 1e-6);
      }
    expect(sum(together)).toBeGreaterThanOrEqual(sum({ ...together, values }) - 1e-6);
  }
});

test('a longer concession raises the investment in land and in industry, and government its own effort', () => {
  for (const mode of ['nash', 'cooperative'] as const)
    for (const [shorter, longer] of [
      [5, 10],
      [10, 20],
      [20, 40],
    ] as const) {
      const [one, other] = [shorter, longer].map((years) => playIndustryConcession(game, mode, years));
      for (let year = 0; year < shorter; year += 1)
        for (const effort of ['government', 'enterprise', 'industry'] as const)
          expect(other!.years[year]!.efforts[effort]).toBeGreaterThan(one!.years[year]!.efforts[effort]);
    }
});

test('refuses a concession of no length or of half years, and an industry without decay', () => {
  expect(() => playIndustryConcession(game, 'nash', 0)).toThrow('E-CHO-102');
  expect(() => playIndustryConcession(game, 'nash', 2.5)).toThrow('E-CHO-102');
  const still = { ...game, industry: { ...game.industry, decay: 0 } };
  expect(() => playIndustryConcession(still, 'nash', 5)).toThrow('E-CHO-102');
});

function anyGame(uniform: () => number): IndustryGame {
  const player = () => ({ effect: uniform(), benefit: uniform(), cost: 0.5 + 3 * uniform() });
  return {
    land: {
      discountRate: 0.01 + 0.1 * uniform(),
      decay: 0.02 + 0.2 * uniform(),
      startQuality: uniform(),
      government: player(),
      enterprise: player(),
    },
    industry: {
      effect: uniform(),
      cost: 0.5 + 3 * uniform(),
      income: uniform(),
      publicIncome: uniform(),
      decay: 0.02 + 0.2 * uniform(),
      fromRestoration: 0.3 * uniform(),
      startQuality: uniform(),
    },
  };
}
