import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { betaSurvival, SURVIVAL_PLANTS, survivalPrior } from './beta-survival.ts';

describe('survival as a beta distribution', () => {
  test('a prior of 21 living and 9 dead with 40 and 30 counted is Beta(61, 39)', () => {
    const { alive, dead, mean, variance } = betaSurvival({ alive: 21, dead: 9 }, 40, 30);
    expect([alive, dead, mean]).toEqual([61, 39, 0.61]);
    expect(variance).toBeCloseTo((61 * 39) / (100 * 100 * 101), 12);
  });

  test('the prior of a promise has its mean, and as many plants as the library counts for', () => {
    const { alive, dead } = survivalPrior(0.7);
    expect([alive, dead]).toEqual([0.7 * SURVIVAL_PLANTS, expect.closeTo(0.3 * SURVIVAL_PLANTS, 12)]);
  });

  test('a count moves the mean towards its own share, and never past it', () => {
    const draw = chance(3);
    for (let i = 0; i < 200; i += 1) {
      const prior = survivalPrior(draw.uniform());
      const [alive, dead] = [Math.floor(100 * draw.uniform()), 1 + Math.floor(100 * draw.uniform())];
      const before = prior.alive / (prior.alive + prior.dead);
      const { mean } = betaSurvival(prior, alive, dead);
      const share = alive / (alive + dead);
      expect(mean).toBeGreaterThanOrEqual(Math.min(before, share) - 1e-12);
      expect(mean).toBeLessThanOrEqual(Math.max(before, share) + 1e-12);
    }
  });

  test('counts below zero and priors that are none are refused', () => {
    expect(() => betaSurvival({ alive: 1, dead: 1 }, -1, 0)).toThrow(
      expect.objectContaining({ code: 'E-CTL-101' }),
    );
    expect(() => betaSurvival({ alive: 0, dead: 1 }, 1, 0)).toThrow(
      expect.objectContaining({ code: 'E-CTL-101' }),
    );
  });
});
