import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { Quantity } from '../library/index.ts';
import type { Mend } from '../packages/mend.ts';
import { END_USES, exampleUnit } from '../plan-example.fixture.ts';
import { quantityOf } from './quantity.ts';

const of = (per: Quantity['per'], amount = 1): Quantity => ({ item: 'digging', per, amount, source: 'book' });
const slope = (from: number, to: number): Mend => ({
  measure: 'reshape',
  fact: 'slope-p90',
  from,
  to,
  assumed: false,
});
const amount = (
  quantity: Quantity,
  unit = exampleUnit('A'),
  mends: readonly Mend[] = [],
  lift = 10,
): number => quantityOf(quantity, unit, END_USES.forest, mends, lift);

describe('each driver by hand, for 10 ha', () => {
  test('ground, surface, steep land, once', () => {
    expect(amount(of('area', 3))).toBe(30);
    // 10 / cos 60 degrees
    expect(amount(of('slope-area', 2), exampleUnit('A', { 'slope-mean': 60 }))).toBeCloseTo(40, 9);
    expect(amount(of('steep-area', 2), exampleUnit('A', { 'steep-share': 0.4 }))).toBeCloseTo(8, 12);
    // At least a tenth is steeper than the 90th percentile.
    expect(amount(of('steep-area', 2), exampleUnit('A', { 'steep-share': 0 }))).toBeCloseTo(2, 12);
    expect(amount(of('unit', 2))).toBe(2);
  });

  test('what is missing, whichever way', () => {
    const mend: Mend = { measure: 'cover-soil', fact: 'soil-depth', from: 10, to: 30, assumed: false };
    expect(amount(of('gap', 100), exampleUnit('A'), [mend])).toBe(20_000);
    expect(amount(of('gap', 1), exampleUnit('A'), [{ ...mend, from: 9, to: 8.5 }])).toBeCloseTo(5, 12);
    expect(amount(of('gap', 100))).toBe(0);
  });

  test('missing water: what the measure brings, an assumed deficit too; without a mend the deficit known', () => {
    const known = {
      kind: 'known',
      value: 2000,
      low: null,
      high: null,
      evidence: { kind: 'settings', source: '', count: 1 },
    } as const;
    const dry = exampleUnit('A', {}, { waterDeficit: { forest: known } });
    expect(amount(of('water', 0.7), dry)).toBeCloseTo(14_000, 9);
    expect(amount(of('water'), exampleUnit('A'))).toBe(0);
    const mend: Mend = { measure: 'bring-water', fact: 'water-deficit', from: 3500, to: 0, assumed: true };
    expect(amount(of('water'), exampleUnit('A'), [mend])).toBe(35_000);
  });
});

describe('regrading', () => {
  test('from 45 to 26.565 degrees (1 in 2): twice the ground, half a lift moved', () => {
    // tan 45 = 1, tan b = 0.5: 10 ha x (0.2 x 2) x 1250 x 10 m x (1 - 0.5) = 25,000 m3
    const unit = exampleUnit('A', { 'slope-p90': 45, 'steep-share': 0.2 });
    expect(amount(of('regrade'), unit, [slope(45, (Math.atan(0.5) * 180) / Math.PI)])).toBeCloseTo(25_000, 6);
  });

  test('one face cut by hand: 100 m of face, lift 10 m, from 1:1 to 1:2', () => {
    // Steep ground 10 m x 100 m = 0.1 ha. Crest goes back 5 m: a triangle of 5 m x 5 m / 2 is cut for each metre.
    const unit = exampleUnit('A', { 'slope-p90': 45, 'steep-share': 0.1 }, { areaHa: 1 });
    expect(amount(of('regrade'), unit, [slope(45, (Math.atan(0.5) * 180) / Math.PI)])).toBeCloseTo(
      12.5 * 100,
      6,
    );
  });

  test('the new face never lies under more ground than there is', () => {
    const unit = exampleUnit('A', { 'slope-p90': 60, 'steep-share': 0.9 });
    const flat = amount(of('regrade'), unit, [slope(60, 5)]);
    expect(flat).toBeLessThanOrEqual(10 * 1250 * 10);
  });

  test('a factor of safety from 1 to 1.3 asks for tan b = tan a / 1.3', () => {
    const unit = exampleUnit('A', { 'slope-p90': 45, 'steep-share': 0.2 });
    const stable: Mend = { measure: 'reshape', fact: 'stability-factor', from: 1, to: 1.3, assumed: false };
    // 10 x 0.2 x 1.3 x 12,500 x (1 - 1 / 1.3)
    expect(amount(of('regrade'), unit, [stable])).toBeCloseTo(10 * 0.2 * 1.3 * 12_500 * (1 - 1 / 1.3), 6);
  });

  test('property: flatter is never cheaper, nothing to do costs nothing, lifts count in proportion', () => {
    const random = chance(11).uniform;
    for (let n = 0; n < 200; n += 1) {
      const now = 10 + 60 * random();
      const unit = exampleUnit('A', { 'slope-p90': now, 'steep-share': random() });
      const [a, b] = [now * random(), now * random()].sort((x, y) => x - y) as [number, number];
      expect(amount(of('regrade'), unit, [slope(now, a)])).toBeGreaterThanOrEqual(
        amount(of('regrade'), unit, [slope(now, b)]) - 1e-6,
      );
      expect(amount(of('regrade'), unit, [slope(now, now)])).toBe(0);
      expect(amount(of('regrade'), unit, [slope(now, a)], 20)).toBeCloseTo(
        2 * amount(of('regrade'), unit, [slope(now, a)], 10),
        6,
      );
    }
  });
});
