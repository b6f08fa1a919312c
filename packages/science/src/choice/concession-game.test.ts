import { expect, test } from 'vitest';
import { concessionWorth, playConcession } from './concession-game.ts';
import { type GameMode, type LinearStateGame, playLinearStateGame } from './linear-state-game.ts';

const game: LinearStateGame = {
  discountRate: 0.05,
  decay: 0.1,
  startQuality: 1,
  government: { effect: 0.6, benefit: 1.2, cost: 2 },
  enterprise: { effect: 0.8, benefit: 0.7, cost: 3 },
};
/** Gains so much that government shares its costs near the end of the concession only. */
const greedy: LinearStateGame = { ...game, enterprise: { ...game.enterprise, benefit: 4 } };
const modes: readonly GameMode[] = ['nash', 'stackelberg', 'cooperative', 'altruistic'];

test('worth of quality by hand, and nothing at the end', () => {
  // 0.7 / 0.15 (1 - e^-3) at t = 0, T = 20
  expect(concessionWorth(game, 20, 0)).toBeCloseTo((0.7 / 0.15) * (1 - Math.exp(-3)), 12);
  expect(concessionWorth(game, 20, 20)).toBe(0);
  expect(concessionWorth(game, 20, 25)).toBe(0);
});

test('a concession without end is the game without one', () => {
  for (const mode of modes) {
    const [long, endless] = [playConcession(game, mode, 600, 0), playLinearStateGame(game, mode)];
    expect(long.years[0]?.efforts.enterprise).toBeCloseTo(endless.efforts.enterprise, 9);
    expect(long.values.government).toBeCloseTo(endless.values.government, 6);
    expect(long.values.enterprise).toBeCloseTo(endless.values.enterprise, 6);
  }
});

test('values and path are those of stepping through the years', () => {
  for (const each of [game, greedy])
    for (const mode of modes) {
      const years = 12;
      const outcome = playConcession(each, mode, years);
      // Heun's method at 1/1000 of a year
      const step = 1e-3;
      let [x, government, enterprise] = [each.startQuality, 0, 0];
      let now = effortsAt(each, mode, years, 0);
      for (let n = 0; n < years / step; n += 1) {
        const next = effortsAt(each, mode, years, Math.min((n + 1) * step, years - 1e-9));
        const growth = (played: typeof now, quality: number) =>
          0.6 * played.government + 0.8 * played.enterprise - 0.1 * quality;
        const slope = growth(now, x);
        const y = x + (step / 2) * (slope + growth(next, x + step * slope));
        for (const [played, quality, t] of [
          [now, x, n * step],
          [next, y, (n + 1) * step],
        ] as const) {
          const shared = (3 * played.enterprise ** 2) / 2;
          const weight = (step / 2) * Math.exp(-0.05 * t);
          government += weight * (1.2 * quality - played.government ** 2 - played.share * shared);
          enterprise += weight * (each.enterprise.benefit * quality - (1 - played.share) * shared);
        }
        [x, now] = [y, next];
      }
      expect(outcome.years[years]?.quality).toBeCloseTo(x, 4);
      expect(outcome.values.enterprise).toBeCloseTo(enterprise, 3);
      // After T: quality runs down to what government alone holds
      const effort = outcome.years[years]!.efforts.government;
      const settled = (0.6 * effort) / 0.1;
      const rest = (1.2 * settled - effort ** 2) / 0.05 + (1.2 * (x - settled)) / 0.15;
      expect(outcome.values.government).toBeCloseTo(government + Math.exp(-0.05 * years) * rest, 3);
    }
});

/** Efforts from the formulas themselves. */
function effortsAt(of: LinearStateGame, mode: GameMode, years: number, year: number) {
  const [own, other] = [1.2 / 0.15, concessionWorth(of, years, year)];
  const share = mode === 'stackelberg' ? Math.max(0, (2 * own - other) / (2 * own + other)) : 0;
  const joint = mode === 'cooperative' ? own + other : null;
  return {
    government: (0.6 * (joint ?? own)) / 2,
    enterprise: (0.8 * (joint ?? other)) / 3 / (1 - share),
    share,
  };
}

test('a longer concession raises the effort of the enterprise in every year, and not that of government', () => {
  for (const mode of ['nash', 'stackelberg', 'cooperative'] as const) {
    const outcomes = [5, 10, 20, 40].map((years) => playConcession(game, mode, years, 4));
    for (let k = 1; k < outcomes.length; k += 1)
      for (let year = 0; year < 5; year += 1) {
        const [shorter, longer] = [outcomes[k - 1]!.years[year]!, outcomes[k]!.years[year]!];
        expect(longer.efforts.enterprise).toBeGreaterThan(shorter.efforts.enterprise);
        // Wang and Tan (2025) find both raised; here government's own effort rises in cooperation alone
        if (mode === 'cooperative')
          expect(longer.efforts.government).toBeGreaterThan(shorter.efforts.government);
        else expect(longer.efforts.government).toBe(shorter.efforts.government);
        expect(longer.costShare).toBeLessThanOrEqual(shorter.costShare);
      }
  }
});

test('after the concession the enterprise does nothing and quality runs down', () => {
  const { years } = playConcession(game, 'nash', 10, 60);
  expect(years[10]?.efforts.enterprise).toBe(0);
  for (let year = 11; year < 60; year += 1)
    expect(Math.abs(years[year + 1]!.quality - 14.4)).toBeLessThan(Math.abs(years[year]!.quality - 14.4));
});

test('with a subsidy of its own a leader begins to share later, and the value stays that of steps', () => {
  const paid: LinearStateGame = { ...greedy, processSubsidy: 0.2, subsidyFrom: 'government' };
  const outcome = playConcession(paid, 'stackelberg', 12);
  // (1 + .2) A_E(t) = 2 (1 - .2) 8: 26.667 (1 - e^(-.15 left)) = 10.667 with 3.405 years left
  expect(outcome.years[8]!.costShare).toBe(0);
  expect(outcome.years[9]!.costShare).toBeGreaterThan(0);
  let government = 0;
  const step = 1e-3;
  const speed = 0.15;
  for (let n = 0; n < 12 / step; n += 1) {
    const t = (n + 0.5) * step;
    const other = concessionWorth(paid, 12, t);
    const best = Math.max(0, (16 - other) / (16 + other));
    const share = Math.max(0.2, best);
    const effort = (0.8 * other) / 3 / (1 - share);
    const gain = (1.2 / speed) * (0.36 * 4 + 0.8 * effort) - 2.4 ** 2 - (share * 3 * effort ** 2) / 2;
    government += step * Math.exp(-0.05 * t) * gain;
  }
  const after = (Math.exp(-0.6) * (8 * 0.6 * 2.4 - 2.4 ** 2)) / 0.05;
  expect(outcome.values.government).toBeCloseTo(8 + government + after, 4);
});

test('refuses a concession of no length', () => {
  expect(() => playConcession(game, 'nash', 0)).toThrow('E-CHO-102');
});
