import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { followPolicy, type LogisticGame, logisticGrowth, logisticHjb } from './logistic-hjb.ts';

const game: LogisticGame = {
  discountRate: 0.05,
  rate: 0.3,
  capacity: 1,
  tippingPoint: 0.3,
  benefit: 1,
  effect: 0.1,
  effortCost: 30,
  effortHigh: 1,
};

test('growth by hand: none at 0, at the tipping point and at capacity; the last gap closes at the rate', () => {
  for (const x of [0, 0.3, 1]) expect(logisticGrowth(game, x)).toBeCloseTo(0, 15);
  // .3 * .65 * .35 * .35 / .7
  expect(logisticGrowth(game, 0.65)).toBeCloseTo(0.034125, 12);
  expect(logisticGrowth(game, 0.1)).toBeLessThan(0);
  for (const tippingPoint of [0.3, null])
    expect(logisticGrowth({ ...game, tippingPoint }, 1 - 1e-7) / 1e-7).toBeCloseTo(0.3, 5);
});

test('without effort the value comes to the closed form as cells get smaller, at order one', () => {
  // rho = g: V(x) = pi K ln(1 + c) / (g c), c = K / x - 1
  const left = { ...game, discountRate: 0.3, tippingPoint: null, effortHigh: 0 };
  const errors = [200, 400, 800].map((cells) => {
    const { states, values } = logisticHjb(left, cells);
    return Math.max(
      ...states.map((x, i) => {
        if (x < 0.05 || x > 0.95) return 0;
        const c = 1 / x - 1;
        return Math.abs(values[i]! - Math.log1p(c) / (0.3 * c));
      }),
    );
  });
  expect(errors[0]! / errors[1]!).toBeGreaterThan(1.8);
  expect(errors[1]! / errors[2]!).toBeGreaterThan(1.8);
  expect(errors[2]).toBeLessThan(4e-3);
});

test('dear effort: below a watershed the land is let go, above it is saved', () => {
  const { rests, worthSavingFrom, states, values, drifts } = logisticHjb(game);
  expect(rests.map(({ kind }) => kind)).toEqual(['stable', 'unstable', 'stable']);
  expect(worthSavingFrom).toBe(rests[1]!.quality);
  expect(worthSavingFrom!).toBeGreaterThan(0);
  expect(worthSavingFrom!).toBeLessThan(0.3);
  // A kink: on both sides of it the slope of the value differs
  const at = states.findIndex((x) => x > worthSavingFrom!);
  const [before, after] = [values[at - 2]! - values[at - 3]!, values[at + 3]! - values[at + 2]!];
  expect(after).toBeGreaterThan(1.5 * before);
  expect(Math.sign(drifts[at - 2]!)).toBe(-1);
  expect(Math.sign(drifts[at + 2]!)).toBe(1);
});

test('cheap effort saves any land; hopeless effort saves none below the tipping point', () => {
  expect(logisticHjb({ ...game, effortCost: 4 }).worthSavingFrom).toBe(0);
  const weak = logisticHjb({ ...game, effortHigh: 0.001 });
  expect(weak.worthSavingFrom).toBeCloseTo(0.3, 1);
  expect(logisticHjb({ ...game, tippingPoint: null }).worthSavingFrom).toBe(0);
  expect(logisticHjb({ ...game, tippingPoint: 0.9999, effortHigh: 0, capacity: 1 }).rests[0]?.quality).toBe(
    0,
  );
});

test('following the policy earns its value, and other habits earn less', () => {
  const solved = logisticHjb(game, 2000);
  for (const start of [0.05, 0.2, 0.5, 0.9]) {
    const h = solved.states[1]!;
    const at = Math.floor(start / h);
    const share = start / h - at;
    const value = solved.values[at]! * (1 - share) + solved.values[at + 1]! * share;
    const { worth, path } = followPolicy(game, solved, start, 300);
    expect(Math.abs(worth - value)).toBeLessThan(0.02);
    expect(path.length).toBe(301);
    for (const habit of [
      solved.efforts.map((effort) => effort * 0.6),
      solved.efforts.map((effort) => effort * 1.5),
      solved.efforts.map(() => 0.1),
      solved.efforts.map(() => 0),
    ])
      expect(followPolicy(game, { ...solved, efforts: habit }, start, 300).worth).toBeLessThan(worth + 1e-6);
  }
});

test('any land: value rises with quality, cheaper effort is worth more, and paths keep within the grid', () => {
  const { uniform } = chance(seedOf(12, 'logistic-hjb'));
  for (let round = 0; round < 30; round += 1) {
    const any: LogisticGame = {
      discountRate: 0.02 + 0.1 * uniform(),
      rate: 0.05 + 0.5 * uniform(),
      capacity: 0.5 + uniform(),
      tippingPoint: uniform() < 0.3 ? null : 0.05 + 0.4 * uniform(),
      benefit: 2 * uniform(),
      effect: 0.02 + 0.2 * uniform(),
      effortCost: 1 + 40 * uniform(),
      effortHigh: 2 * uniform(),
    };
    const solved = logisticHjb(any, 150);
    for (let i = 1; i < solved.states.length; i += 1)
      expect(solved.values[i]).toBeGreaterThanOrEqual(solved.values[i - 1]! - 1e-9);
    const cheaper = logisticHjb({ ...any, effortCost: any.effortCost / 2 }, 150);
    cheaper.values.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(solved.values[i]! - 1e-9);
    });
    expect(solved.rests.some(({ kind }) => kind === 'stable')).toBe(true);
    const { path } = followPolicy(any, solved, any.capacity * uniform(), 50);
    for (const { quality } of path) {
      expect(quality).toBeGreaterThanOrEqual(0);
      expect(quality).toBeLessThanOrEqual(solved.states.at(-1)!);
    }
  }
});

test('refuses a tipping point above capacity', () => {
  expect(() => logisticHjb({ ...game, tippingPoint: 1.2 })).toThrow('E-CHO-102');
  expect(() => logisticHjb({ ...game, effortHigh: -1 })).toThrow('E-CHO-102');
  expect(() => followPolicy(game, { states: [0, 1], efforts: [0, 0] }, 2, 5)).toThrow('E-CHO-102');
});
