import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { type EvolutionaryGame, evolutionaryAdvantages } from '../../choice/index.ts';
import { phasePortrait } from './phase-portrait.ts';

const game: EvolutionaryGame = {
  supervisionCost: 3,
  fine: 4,
  reward: 1,
  loss: 5,
  qualityCost: 2.5,
  qualityBenefit: 1.5,
};

test('lines of standstill by hand: level at 0.6, upright at 0.2, crossing in the mixed point', () => {
  const { standstill, rests } = phasePortrait(game);
  expect(standstill.supervision.map(({ y }) => y)).toEqual([
    expect.closeTo(0.6, 12),
    expect.closeTo(0.6, 12),
  ]);
  for (const { x } of standstill.quality) expect(x).toBeCloseTo(0.2, 12);
  expect(rests.length).toBe(5);
  expect(rests[0]).toMatchObject({ kind: 'centre' });
});

test('an arrow is the speed there', () => {
  // Four arrows: the first at (.25, .25): g = 6 - 2.5 = 3.5, h = 1.25 - 1
  const { arrows } = phasePortrait(game, { arrows: 2 });
  expect(arrows.length).toBe(4);
  expect(arrows[0]!.dx).toBeCloseTo(0.1875 * 3.5, 12);
  expect(arrows[0]!.dy).toBeCloseTo(0.1875 * 0.25, 12);
});

test('any game: on its line a share stands still, and without a mixed point only corners rest', () => {
  const { uniform } = chance(seedOf(19, 'phase-portrait'));
  for (let round = 0; round < 60; round += 1) {
    const any: EvolutionaryGame = {
      supervisionCost: 5 * uniform(),
      fine: 5 * uniform(),
      reward: 0.1 + 2 * uniform(),
      loss: 6 * uniform(),
      qualityCost: 1 + 3 * uniform(),
      qualityBenefit: 2 * uniform(),
      penalty: round % 2 === 0 ? 'fixed' : 'dynamic',
    };
    const { standstill, rests, paths } = phasePortrait(any, { arrows: 3, steps: 400 });
    for (const { x, y } of standstill.supervision)
      expect(Math.abs(evolutionaryAdvantages(any, x, y).g)).toBeLessThan(1e-9);
    for (const { x, y } of standstill.quality)
      expect(Math.abs(evolutionaryAdvantages(any, x, y).h)).toBeLessThan(1e-9);
    if (standstill.supervision.length === 0) expect(rests.length).toBe(4);
    for (const path of paths)
      for (const share of [...path.x, ...path.y]) expect(share >= 0 && share <= 1).toBe(true);
  }
});

test('amounts in another unit of money give the same paths', () => {
  const cents = Object.fromEntries(Object.entries(game).map(([key, value]) => [key, 100 * Number(value)]));
  const [one, other] = [game, cents as unknown as EvolutionaryGame].map((of) => phasePortrait(of).paths[0]!);
  one!.x.forEach((share, k) => {
    expect(other!.x[k]).toBeCloseTo(share, 9);
  });
});

test('refuses a grid of one arrow', () => {
  expect(() => phasePortrait(game, { arrows: 1 })).toThrow('E-CHO-102');
});
