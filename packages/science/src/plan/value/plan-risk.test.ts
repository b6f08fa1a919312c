import { describe, expect, test } from 'vitest';
import { exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { buildProgramme, outcomeContext } from '../programme/build-programme.ts';
import { costFactor, planRisk, triangleQuantile } from './plan-risk.ts';

const library = exampleLibrary();
const settings = settingsOf({ budget: 1_000_000 });
const programme = buildProgramme(UNITS, library, settings, 2025);
const chosen = programme.options.filter(
  ({ candidate, year }) => year === 2025 && candidate.one.id === 'forest/planting',
);
const context = outcomeContext(library, settings, 2025);

describe('quantiles of a triangle', () => {
  test('ends and turn: (0, 1, 4) has a quarter of its mass below the likely value', () => {
    expect(triangleQuantile([0, 1, 4], 0)).toBe(0);
    expect(triangleQuantile([0, 1, 4], 0.25)).toBeCloseTo(1, 12);
    expect(triangleQuantile([0, 1, 4], 1)).toBe(4);
    expect(triangleQuantile([2, 2, 2], 0.7)).toBe(2);
    expect(triangleQuantile([0, 4, 4], 1)).toBe(4);
  });

  test('property: they rise, and the mean over all positions is (a + m + b) / 3', () => {
    let [sum, before] = [0, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < 10_000; i += 1) {
      const value = triangleQuantile([2, 3, 10], (i + 0.5) / 10_000);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
      sum += value;
    }
    expect(sum / 10_000).toBeCloseTo(5, 3);
  });
});

test('cost items stand with the market they are bought on', () => {
  expect(['topsoil', 'soil-survey', 'haul', 'lime'].map((id) => costFactor(id, 0))).toEqual(
    Array(4).fill('cost-soil').with(0, 'cost-other'),
  );
  expect(costFactor('topsoil', 1)).toBe('cost-soil');
  expect(
    ['earth-moving', 'rubble-haul', 'drain-channel', 'active-net'].map((id) => costFactor(id, 0)),
  ).toEqual(Array(4).fill('cost-earthworks'));
  expect(['tree-planting', 'hydroseeding-net', 'tending', 'patrol'].map((id) => costFactor(id, 0))).toEqual(
    Array(4).fill('cost-plants'),
  );
  // No plants are bought for a solar plant, nothing is ripped for a drip system.
  expect(
    ['solar-plant', 'treatment-plant', 'drip-system', 'risk-assessment'].map((id) => costFactor(id, 0)),
  ).toEqual(Array(4).fill('cost-other'));
});

describe('the study', () => {
  test('spreads hold the likely outcome between their tails; same seed, same figures', () => {
    const options = { draws: 200, seed: 3 };
    const risk = planRisk(programme, chosen, context, options)!;
    expect(risk).toEqual(planRisk(programme, chosen, context, options));
    for (const { p5, p25, p50, p75, p95 } of Object.values(risk.outcomes))
      expect([p5, p25, p50, p75, p95]).toEqual([p5, p25, p50, p75, p95].sort((a, b) => a - b));
    expect(risk.outcomes.cost.p5).toBeGreaterThan(0);
    // Nothing of what makes up carbon has a range: a spread of the plants alone would claim to know it well.
    expect(risk.outcomes).not.toHaveProperty('carbon');
    expect(risk.tornado.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))).toBe(true);
  });

  test('shared works are part of cost and worth', () => {
    const plain = planRisk(programme, chosen, context, { draws: 100, seed: 1 })!;
    const works = planRisk(programme, chosen, context, {
      draws: 100,
      seed: 1,
      works: { cost: 5000, npv: -4000 },
    })!;
    expect(works.outcomes.cost.p50 - plain.outcomes.cost.p50).toBeCloseTo(5000, 6);
    expect(works.outcomes.npv.p50 - plain.outcomes.npv.p50).toBeCloseTo(-4000, 6);
  });

  test('chance of more than the budget: none with plenty, all with nothing, null without one', () => {
    const over = (budget?: number): number | null => {
      const of = settingsOf(budget === undefined ? {} : { budget });
      return planRisk(buildProgramme(UNITS, library, of, 2025), chosen, context, { draws: 100, seed: 1 })!
        .overBudget;
    };
    expect(over(1e9)).toBe(0);
    expect(over(1)).toBe(1);
    expect(over()).toBeNull();
  });

  test('nothing to study is null', () => {
    expect(planRisk(programme, [], context, { draws: 100, seed: 1 })).toBeNull();
    expect(planRisk(programme, chosen, context, { draws: 0, seed: 1 })).toBeNull();
  });
});
