import { describe, expect, test } from 'vitest';
import { drawTruth } from './drawn-truth.ts';
import { worthSettingsSchema } from './worth-settings.ts';

const SETTINGS = worthSettingsSchema.parse({});
const AT = { measure: 'planting', zone: 'humid/pit', unit: 'A' };

describe('drawTruth', () => {
  test('answers the same whatever was asked before, and otherwise in another future', () => {
    const [a, b, c] = [drawTruth(1, 7, SETTINGS), drawTruth(1, 7, SETTINGS), drawTruth(1, 8, SETTINGS)];
    b.isDrought(2030);
    b.look('B', 2027);
    const survival = b.survival([0.4, 0.6, 0.9], AT);
    expect(b.deviate('rate', AT)).toBe(a.deviate('rate', AT));
    expect(a.survival([0.4, 0.6, 0.9], AT)).toBe(survival);
    expect(c.deviate('rate', AT)).not.toBe(a.deviate('rate', AT));
  });

  test('a deviate is standard normal, 0.3 of it the measure’s, half with the zone, all of it the unit’s', () => {
    const pairs: [number, number, number][] = [];
    for (let future = 0; future < 4000; future += 1) {
      const { deviate } = drawTruth(3, future, SETTINGS);
      pairs.push([
        deviate('reach', AT),
        deviate('reach', { ...AT, unit: 'B' }),
        deviate('reach', { ...AT, zone: 'humid/dump', unit: 'C' }),
      ]);
    }
    const mean = (of: (pair: [number, number, number]) => number): number =>
      pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
    expect(mean(([a]) => a)).toBeCloseTo(0, 1);
    expect(mean(([a]) => a * a)).toBeCloseTo(1, 1);
    expect(mean(([a, b]) => a * b)).toBeCloseTo(0.5, 1);
    expect(mean(([a, , c]) => a * c)).toBeCloseTo(0.3, 1);
  });

  test('bad ground is bad for every measure', () => {
    let product = 0;
    for (let future = 0; future < 4000; future += 1) {
      const { deviate } = drawTruth(4, future, SETTINGS);
      product += deviate('rate', AT) * deviate('rate', { ...AT, measure: 'seeding' });
    }
    expect(product / 4000).toBeCloseTo(0.5, 1);
  });

  test('droughts, die-offs and survival come as the settings and the triangle say', () => {
    let [droughts, dieOffs, lost, survival] = [0, 0, 0, 0];
    for (let future = 0; future < 5000; future += 1) {
      const truth = drawTruth(5, future, SETTINGS);
      if (truth.isDrought(2027)) droughts += 1;
      const share = truth.dieOff('A', 2027);
      if (share > 0) dieOffs += 1;
      lost += share;
      survival += truth.survival([0.3, 0.6, 0.9], AT);
    }
    expect(droughts / 5000).toBeCloseTo(SETTINGS.droughts, 1);
    expect(dieOffs / 5000).toBeCloseTo(SETTINGS.dieOffs, 2);
    expect(lost / dieOffs).toBeCloseTo(0.55, 1);
    expect(survival / 5000).toBeCloseTo(0.6, 2);
  });
});
