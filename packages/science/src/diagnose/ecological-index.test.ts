import { expect, it } from 'vitest';
import {
  type EcologicalSubIndices,
  ecologicalIndex,
  habitatQualityIndex,
  landStressIndex,
} from './ecological-index.ts';

const sub: EcologicalSubIndices = {
  biodiversity: 40,
  habitat: 60,
  vegetation: 70,
  water: 30,
  landStress: 20,
  pollutionLoad: 10,
};
const areas = { forest: 10, grass: 30, water: 0, crop: 20, built: 10, unused: 30 };

it('0.35 x 50 + 0.25 x 70 + 0.15 x 30 + 0.15 x 80 + 0.1 x 90 = 60.5: good', () => {
  const { value, class: grade } = ecologicalIndex(sub);
  expect(value).toBeCloseTo(60.5, 12);
  expect(grade).toBe('good');
});

it('habitat: 511.2642 x (3.5 + 6.3 + 2.2 + 0.4 + 0.3) / 100 = 64.93; forest alone ends at 100', () => {
  expect(habitatQualityIndex(areas, 100)).toBeCloseTo(64.9306, 4);
  expect(habitatQualityIndex({ ...areas, forest: 100, grass: 0, crop: 0, built: 0, unused: 0 }, 100)).toBe(
    100,
  );
});

it('stress: 236.0436 x (4 + 2 + 1 + 1) / 100 = 18.88', () => {
  const stress = { severeErosion: 10, moderateErosion: 10, built: 5, other: 5 };
  expect(landStressIndex(stress, 100)).toBeCloseTo(18.8835, 4);
  expect(landStressIndex({ ...stress, severeErosion: 20 }, 100)).toBeGreaterThan(18.8835);
});

it('a limit belongs to the better class: 75, 55, 35 and 20', () => {
  const all = (value: number): string =>
    ecologicalIndex({
      biodiversity: value,
      habitat: value,
      vegetation: value,
      water: value,
      landStress: 100 - value,
      pollutionLoad: 100 - value,
    }).class;
  expect([100, 76, 74, 56, 54, 36, 34, 21, 19, 0].map(all)).toEqual([
    'excellent',
    'excellent',
    'good',
    'good',
    'fair',
    'fair',
    'poor',
    'poor',
    'bad',
    'bad',
  ]);
  expect(ecologicalIndex({ ...sub, restriction: -5.5 })).toMatchObject({ class: 'good' });
});

it('stress and pollution lower it, everything else raises it, each by its weight', () => {
  const base = ecologicalIndex(sub).value;
  const rise = (change: Partial<EcologicalSubIndices>): number =>
    ecologicalIndex({ ...sub, ...change }).value - base;
  expect(rise({ biodiversity: 50 })).toBeCloseTo(1.75, 10);
  expect(rise({ vegetation: 80 })).toBeCloseTo(2.5, 10);
  expect(rise({ landStress: 30 })).toBeCloseTo(-1.5, 10);
  expect(rise({ pollutionLoad: 20 })).toBeCloseTo(-1, 10);
});

it('the result says that it is no official value, whatever it is computed for', () => {
  expect(ecologicalIndex(sub)).toMatchObject({ scope: 'county-and-above', official: false, verified: false });
});

it('more land than the region has, points above 0 and indices above 100 are refused', () => {
  expect(() => habitatQualityIndex(areas, 50)).toThrow(/E-DIA-102.*<= 50.*got 100/);
  expect(() => ecologicalIndex({ ...sub, restriction: 5 })).toThrow(/restriction/);
  expect(() => ecologicalIndex({ ...sub, water: 101 })).toThrow(/water/);
});
